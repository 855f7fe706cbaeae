"""What the waiting list says about itself: counts, the order, who fits."""

from collections.abc import Sequence

from app.allocation.model import Ordering
from app.allocation.rulesets.model import RankingMode, TieBreak
from app.dwellings.model import Dwelling
from ui.allocation.columns import Waiting, group_words
from ui.kit.table import number
from ui.labels import day, title_word


def counts_words(rows: Sequence[Waiting], *, brief: bool = False) -> str:
    """«38 venter: psykisk helse 11 · rus 11 …», in the order of the list; `brief` the sum alone."""
    counts: dict[str, int] = {}
    for each in rows:
        words = group_words(each.row).lower()
        counts[words] = counts.get(words, 0) + 1
    if not counts:
        return "Ingen venter på bolig nå."
    if brief:
        return f"{number(len(rows))} venter"
    parts = " · ".join(f"{words} {number(count)}" for words, count in counts.items())
    return f"{number(len(rows))} venter: {parts}"


def fits_words(rows: Sequence[Waiting], dwelling: Dwelling, *, brief: bool = False) -> str:
    """«Furulia 7, H0301 · 9 av 11 passer · 2 soverom · Klar for innflytting»; `brief` half."""
    fits = sum(bool(each.candidate and each.candidate.fits) for each in rows)
    rooms = dwelling.draft.bedrooms
    facts = (
        dwelling.address,
        f"{number(fits)} av {number(len(rows))} passer",
        "" if rooms is None else f"{rooms} soverom",
        title_word(dwelling.status),
    )
    return " · ".join(fact for fact in (facts[:2] if brief else facts) if fact)


def order_words(ordering: Ordering) -> str:
    """Whose order the list follows, what waiting counts for, and who may claim the next."""
    claims = ordering.claims_next.rstrip(".")
    claim = f"{claims} kan kreve neste ledige bolig. " if claims else ""
    return f"{claim}{_way_words(ordering)} {_TIES[ordering.tie_break]}"


def _way_words(ordering: Ordering) -> str:
    groups = ordering.groups
    if not ordering.by_group:
        return _WAYS[ordering.mode]
    if not groups.adopted:
        return "Rekkefølgen på gruppene er vårt forslag."
    return f"Rekkefølgen følger {groups.source} fra {day(groups.since)}."


_WAYS = {
    RankingMode.NEED_LEVEL: "Det mest presserende behovet står først.",
    RankingMode.POINTS: "Poeng for behov er et hjelpemiddel.",
    RankingMode.DISCRETIONARY: "Kontoret vurderer hver søknad.",
}
_TIES = {
    TieBreak.NONE: "Ventetid gir ingen plass.",
    TieBreak.APPLICATION_DATE: "Mellom like går den som kom først foran.",
    TieBreak.LOT: "Mellom like avgjør loddtrekning.",
}
