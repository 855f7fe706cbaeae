"""Which sentences may be about somebody else. Pure, and never more than a suggestion.

PV-04 (personvernforordningen article 15(4)) and FV-21: what is told of others in the free text
about a person is found by names, numbers, telephones and addresses that are not the person's own.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from app.core.errors import OfficeError
from app.core.national_id import may_be_national_id, parse_duf
from app.core.order import search_words
from app.core.records import dataclass
from app.overview.data_access.model import HeldText, Mention, MentionKind, TextReview

Pair = tuple[str, str]
"""Two words of a name, folded as the search folds them."""
NEAR = 3
"""So many words after a given name a family name is looked for: middle names lie between."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ´`][^\W\d_]+)*")
_BETWEEN = re.compile(r"[\s,-]*")
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "der", "di", "el", "ibn", "la", "van", "von"}
)
_DIGITS = re.compile(r"\D")
_BLANK = "[ \N{NO-BREAK SPACE}]?"
_NATIONAL = re.compile(rf"(?<!\d)\d{{6}}{_BLANK}\d{{5}}(?!\d)")
_DUF = re.compile(rf"(?<!\d)\d{{4}}{_BLANK}\d{{4}}{_BLANK}\d{{4}}(?!\d)")
_PHONE = re.compile(
    rf"(?<![\d.,/-])(?:(?:\+|00)47{_BLANK})?"
    rf"(?:(?:2[1-9]|[3-9]\d)(?:{_BLANK}\d\d){{3}}|[489]\d\d{_BLANK}\d\d{_BLANK}\d{{3}})(?!\d)"
)
_TELLS = re.compile(r"\d\d|@")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True, repr=False)
class Named:
    """What somebody is called, and how they are tied to the person."""

    given_name: str
    family_name: str
    kind: MentionKind


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """What is the person's own, and what is others': words folded, numbers in digits."""

    own: frozenset[str]
    own_numbers: frozenset[str]
    own_emails: frozenset[str]
    single: Mapping[str, MentionKind]  # a given or a family name, alone
    near: Mapping[Pair, MentionKind]  # given and family name of one around the person
    registered: frozenset[Pair]  # the same of anybody else


@dataclass(frozen=True, slots=True, repr=False)
class _Word:
    folded: str
    capital: bool
    start: int
    end: int

    @property
    def forms(self) -> tuple[str, ...]:
        """The word, and what it is when the last letter says whose something is."""
        bare = self.folded[:-1]
        return (self.folded, bare) if self.folded.endswith("s") and bare else (self.folded,)


def known_of(
    own: Iterable[Named],
    numbers: Iterable[str],
    emails: Iterable[str],
    others: Iterable[Named],
    registered: frozenset[Pair] = frozenset(),
) -> Known:
    """What to look for. A word of the person's own name is nobody else's."""
    mine = {word for one in own for word in _folded(f"{one.given_name} {one.family_name}")}
    single: dict[str, MentionKind] = {}
    near: dict[Pair, MentionKind] = {}
    for other in others:
        given, family = _folded(other.given_name), _folded(other.family_name)
        for word in (*given, *family):
            if word not in mine and len(word) > 1:
                single.setdefault(word, other.kind)
        for pair in _both_ways(given, family):
            near.setdefault(pair, other.kind)
    digits = frozenset(_DIGITS.sub("", number) for number in numbers)
    ends = frozenset(each[-8:] for each in digits)
    mails = frozenset(each.casefold() for each in emails)
    return Known(frozenset(mine), digits | ends, mails, single, near, registered)


def reviewed(texts: Iterable[HeldText], known: Known) -> TextReview:
    """The texts with what each sentence mentions; those that mention others first."""
    looked = (
        replace(
            text,
            sentences=tuple(
                replace(each, mentions=mentions(each.text, known)) for each in text.sentences
            ),
        )
        for text in texts
    )
    return TextReview(tuple(sorted(looked, key=lambda text: not text.mentions_others)))


def mentions(sentence: str, known: Known) -> tuple[Mention, ...]:
    """Everything in a sentence that is not the person's own, each once, names first."""
    found = (*_names(sentence, known), *_numbers(sentence, known))
    return tuple(dict.fromkeys(found))


def _numbers(sentence: str, known: Known) -> Iterator[Mention]:
    if not _TELLS.search(sentence):
        return
    seen: set[int] = set()
    for kind, pattern, holds in _KINDS_OF_NUMBERS:
        for found in pattern.finditer(sentence):
            digits, span = _DIGITS.sub("", found[0]), range(found.start(), found.end())
            if not seen.isdisjoint(span) or not holds(digits):
                continue
            seen.update(span)
            own = digits[-8:] if kind is MentionKind.PHONE else digits
            if own not in known.own_numbers:
                yield Mention(kind, found[0])
    for found in _EMAIL.finditer(sentence):
        if found[0].casefold() not in known.own_emails:
            yield Mention(MentionKind.EMAIL, found[0])


def _is_duf(text: str) -> bool:
    try:
        parse_duf(text)
    except OfficeError:
        return False
    return True


_KINDS_OF_NUMBERS: tuple[tuple[MentionKind, re.Pattern[str], Callable[[str], bool]], ...] = (
    (MentionKind.NUMBER, _NATIONAL, may_be_national_id),
    (MentionKind.NUMBER, _DUF, _is_duf),
    (MentionKind.PHONE, _PHONE, bool),
)


def _names(sentence: str, known: Known) -> Iterator[Mention]:
    words = _words(sentence)
    told: set[int] = set()
    for first, last in _close(sentence, words):
        kind = _whose(words[first], words[last], known)
        span = set(range(first, last + 1))
        if kind is not None and not told & span:
            told |= span
            yield Mention(kind, sentence[words[first].start : words[last].end])
    for at, word in enumerate(words):
        alone = None if at in told or not word.capital else _alone(word, known)
        if alone is not None:
            yield Mention(alone, sentence[word.start : word.end])


def _alone(word: _Word, known: Known) -> MentionKind | None:
    """Whose a word is by itself; the person's own words are nobody's."""
    if known.own.intersection(word.forms):
        return None
    return next((known.single[each] for each in word.forms if each in known.single), None)


def _whose(one: _Word, other: _Word, known: Known) -> MentionKind | None:
    """Whose name two words are together, in either order."""
    if known.own.intersection(one.forms) and known.own.intersection(other.forms):
        return None
    pairs = [(a, b) for a in one.forms for b in other.forms]
    near = next((known.near[each] for each in pairs if each in known.near), None)
    if near is None and one.capital and other.capital and known.registered.intersection(pairs):
        return MentionKind.REGISTERED
    return near


def candidates(texts: Iterable[HeldText]) -> frozenset[Pair]:
    """Pairs of words with capitals that may be somebody's name, to be looked up."""
    found: set[Pair] = set()
    for text in texts:
        for sentence in text.sentences:
            words = _words(sentence.text)
            for first, last in _close(sentence.text, words):
                one, other = words[first], words[last]
                if one.capital and other.capital:
                    found.update((a, b) for a in one.forms[:1] for b in other.forms)
    return frozenset(pair for pair in found if pair[0] != pair[1])


def is_full_name(pair: Pair, given_name: str, family_name: str) -> bool:
    """Whether two words are a given and a family name of one, in either order."""
    return pair in _both_ways(_folded(given_name), _folded(family_name))


def _both_ways(given: Iterable[str], family: tuple[str, ...]) -> set[Pair]:
    pairs = {(one, other) for one in given for other in family}
    return pairs | {(other, one) for one, other in pairs}


def _folded(name: str) -> tuple[str, ...]:
    """The words of a name, as they are folded with a capital and without."""
    words = [each for each in _WORD.findall(name) if each.casefold() not in _PARTICLES]
    return tuple(
        dict.fromkeys(form for each in words for form in (search_words(each), each.casefold()))
    )


def _words(text: str) -> tuple[_Word, ...]:
    return tuple(_word(each) for each in _WORD.finditer(text))


def _word(found: re.Match[str]) -> _Word:
    """Only words with capitals are folded: a text has few, and it takes time."""
    capital = found[0][0].isupper()
    folded = search_words(found[0]) if capital else found[0].casefold()
    return _Word(folded, capital, found.start(), found.end())


def _close(text: str, words: tuple[_Word, ...]) -> Iterator[tuple[int, int]]:
    """Words that stand together, or with only names and particles between them."""
    for first in range(len(words)):
        for last in range(first + 1, min(first + 1 + NEAR, len(words))):
            if not _BETWEEN.fullmatch(text, words[last - 1].end, words[last].start):
                break
            if words[last].folded not in _PARTICLES:
                yield first, last
            if not words[last].capital and words[last].folded not in _PARTICLES:
                break
