"""How hard a letter is to read: LIX and the longest sentence, for tests of every citizen letter."""

import re

LONG_WORD = 6
"""A word with more letters than this counts as long."""

_WORD = re.compile(r"[^\W_]+(?:[-'’/.,:][^\W_]+)*")
_ABBREVIATIONS = re.compile(
    r"\b(?:kl|nr|jf|org|gnr|bnr|snr|f\.eks|bl\.a|m\.m|mv|pr|ca|tlf|offl|fvl|art)\.", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?<=\d)\.(?=\s+[a-zæøå])")
_SENTENCE_END = re.compile(r"[.!?:](?=\s|$|»)|\n")


def sentences(text: str) -> list[str]:
    """The sentences with a word in them. A colon and a line break end one, as LIX has it."""
    plain = _ABBREVIATIONS.sub(lambda found: found.group().replace(".", ""), text)
    plain = _ORDINAL.sub("", plain)
    return [part.strip() for part in _SENTENCE_END.split(plain) if _WORD.search(part)]


def lix(text: str) -> int:
    """Words per sentence plus the share of words over six letters in per cent; 0 for no text."""
    found = sentences(text)
    words = [word for sentence in found for word in _WORD.findall(sentence)]
    if not words:
        return 0
    long_words = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / len(found) + 100 * long_words / len(words))


def longest_sentence(text: str) -> int:
    """The number of words in the longest sentence; 0 for no text."""
    return max((len(_WORD.findall(sentence)) for sentence in sentences(text)), default=0)
