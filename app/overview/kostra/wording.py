"""What lines count, in words, for screen and print alike."""

from collections.abc import Iterable
from dataclasses import replace

from app.applications.model import TargetGroup
from app.core.days import short_day
from app.core.text import Language, grouped
from app.core.words import explanation, word
from app.overview.kostra.model import Asked, KostraShare, LineCount, LineFault, ShareKind

_NO_GROUP = {Language.NB: "uten gruppe", Language.NN: "utan gruppe"}
_OF = "{part} av {whole}"
_HOMES = {
    Language.NB: "{part} boliger, {whole} innbyggere",
    Language.NN: "{part} bustader, {whole} innbyggjarar",
}
_SINCE = {Language.NB: " fra {day}", Language.NN: " frå {day}"}


def told(lines: Iterable[LineCount], language: Language = Language.NB) -> tuple[LineCount, ...]:
    """Each line with what it counts, and what is the matter with it."""
    return tuple(
        replace(each, says=asked_words(each.asked, language), trouble=fault_words(each, language))
        for each in lines
    )


def asked_words(asked: Asked | None, language: Language = Language.NB) -> str:
    """«Nye husstander som fikk bolig: flyktning»; empty where nothing is counted."""
    if asked is None:
        return ""
    words = _capital(word(asked.query, language.value))
    if asked.groups is None:
        return words
    named = [word(each, language.value) for each in TargetGroup if each in asked.groups]
    named += [_NO_GROUP[language]] if None in asked.groups else []
    return f"{words}: {', '.join(named)}"


def fault_words(count: LineCount, language: Language = Language.NB) -> str:
    """What is the matter with a line; empty where nothing is."""
    if count.fault is None:
        return ""
    words = _capital(word(count.fault, language.value))
    if count.fault is LineFault.COUNTED_FROM and count.began is not None:
        return f"{words} {short_day(count.began)}"
    return words


def means(
    lines: tuple[LineCount, ...], language: Language = Language.NB
) -> tuple[tuple[str, str], ...]:
    """Each query in use once, and what it takes in."""
    queries = dict.fromkeys(each.asked.query for each in lines if each.asked is not None)
    return tuple(
        (_capital(word(query, language.value)), explanation(query, language.value))
        for query in queries
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shares_told(
    shares: Iterable[KostraShare], language: Language = Language.NB
) -> tuple[KostraShare, ...]:
    """Each share with its words."""
    return tuple(
        replace(each, says=share_words(each), behind=share_told(each, language)) for each in shares
    )


def share_words(share: KostraShare) -> str:
    """«18,2» or «74,1 %», or that it cannot be told."""
    if share.tenths is None:
        return "–"
    number = f"{share.tenths // 10},{share.tenths % 10}"
    return number if share.kind is ShareKind.PER_THOUSAND else f"{number}\u00a0%"


def share_told(share: KostraShare, language: Language = Language.NB) -> str:
    """What stands behind it, and what is to be done where it lacks."""
    if share.kind is not ShareKind.PER_THOUSAND or share.tenths is None:
        if share.fault is not None:
            return explanation(share.fault, language.value)
        return _OF.format(part=grouped(share.part), whole=grouped(share.whole))
    since = "" if share.since is None else _SINCE[language].format(day=short_day(share.since))
    homes = _HOMES[language].format(part=grouped(share.part), whole=grouped(share.whole))
    if share.fault is None:
        return f"{homes}{since}"
    return f"{homes}{since}. {explanation(share.fault, language.value)}"
