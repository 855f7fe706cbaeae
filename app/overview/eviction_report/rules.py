"""What a year of cases comes to. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage, LossKind
from app.overview.eviction_report.model import REACHED, CaseFacts, EvictionReport, EvictionYear


def report(cases: Iterable[CaseFacts], today: date) -> EvictionReport:
    """Every year in which a case was opened, moved or ended, and this one; the newest first."""
    known = tuple(cases)
    years = {today.year} if known else set()
    for case in known:
        years.update(_years(case))
    return EvictionReport(tuple(of_year(known, year) for year in sorted(years, reverse=True)))


def of_year(cases: Sequence[CaseFacts], year: int) -> EvictionYear:
    """One year: what was opened, reached and ended in it."""
    opened = [each for each in cases if each.opened_on.year == year]
    kinds = Counter(each.kind for each in opened)
    grounds = Counter(each.ground for each in opened)
    ended = Counter(
        each.outcome for each in cases if each.ended_on is not None and each.ended_on.year == year
    )
    waited = [days for each in opened if (days := days_to_contact(each)) is not None]
    return EvictionYear(
        year=year,
        opened=tuple((kind, kinds[kind]) for kind in LossKind),
        grounds=tuple(
            (ground, grounds[ground]) for ground in (*EnforcementGround, None) if grounds[ground]
        ),
        reached=tuple(
            (stage, sum(_reached(each, stage, year) for each in cases)) for stage in REACHED
        ),
        outcomes=tuple((outcome, ended[outcome]) for outcome in EvictionOutcome),
        with_children=sum(each.children > 0 for each in opened),
        children=sum(each.children for each in opened),
        days_to_contact=round(median(waited)) if waited else None,
        known=len(waited),
    )


def days_to_contact(case: CaseFacts) -> int | None:
    """From the first signal to the first talk after it; None where either is unknown."""
    if case.first_signal is None or case.first_contact is None:
        return None
    return (case.first_contact - case.first_signal).days


def _reached(case: CaseFacts, stage: EvictionStage, year: int) -> bool:
    """Whether the case came to that stage in the year, the first time.

    One that we heard of late has been through the stages before the one it was heard of in.
    """
    beyond = REACHED[REACHED.index(stage) :]
    days = [since for reached, since in case.stages if reached in beyond]
    return bool(days) and min(days).year == year


def _years(case: CaseFacts) -> set[int]:
    days = [case.opened_on, *(since for _, since in case.stages)]
    if case.ended_on is not None:
        days.append(case.ended_on)
    return {day.year for day in days}
