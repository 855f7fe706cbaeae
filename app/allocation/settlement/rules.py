"""What must hold about a year's number and about a settlement. Pure."""

from collections.abc import Iterable
from datetime import date

from app.allocation.settlement.model import (
    Quota,
    QuotaState,
    Settlement,
    SettlementDraft,
    SettlementState,
)
from app.core.cases import CaseKind
from app.core.errors import Problem

_YEARS = range(2000, 2101)
S = SettlementState


def quota_problems(year: int, persons: int, source: str) -> tuple[Problem, ...]:
    """What is wrong with a year's number."""
    told = (
        (year not in _YEARS, "year", "quota_year_wrong"),
        (persons < 0, "persons", "persons_missing"),
        (not source.strip(), "source", "quota_source_missing"),
    )
    return tuple(Problem(name, code) for wrong, name, code in told if wrong)


def settlement_problems(
    draft: SettlementDraft, case: CaseKind, others: Iterable[Settlement], today: date
) -> tuple[Problem, ...]:
    """What is wrong with a new settlement; `others` are those of the same application."""
    expected = draft.expected_on
    told = (
        (draft.year not in _YEARS, "year", "quota_year_wrong"),
        (draft.persons < 1, "persons", "persons_missing"),
        (draft.agreed_on > today, "agreed_on", "day_in_future"),
        (
            expected is not None and expected < draft.agreed_on,
            "expected_on",
            "settlement_expected_early",
        ),
        (case is not CaseKind.ALLOCATION, "application", "settlement_not_allocation"),
        (
            any(each.state is not S.CANCELLED for each in others),
            "application",
            "settlement_known",
        ),
    )
    return tuple(Problem(name, code) for wrong, name, code in told if wrong)


def closing_problems(known: Settlement, day: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with saying that a household came, or that nothing came of it."""
    problems = []
    if known.state is not S.AGREED:
        problems.append(Problem("state", "settlement_closed"))
    if day > today:
        problems.append(Problem("day", "day_in_future"))
    if day < known.draft.agreed_on:
        last: dict[str, object] = {"last": known.draft.agreed_on}
        problems.append(Problem("day", "day_before_last", facts=last))
    return tuple(problems)


def as_of(settlement: Settlement, day: date) -> SettlementState | None:
    """How far it had come on a day; None before it was agreed."""
    if settlement.draft.agreed_on > day:
        return None
    if settlement.cancelled_on is not None and settlement.cancelled_on <= day:
        return S.CANCELLED
    settled = settlement.settled_on is not None and settlement.settled_on <= day
    return S.SETTLED if settled else S.AGREED


def quota_state(
    year: int, quota: Quota | None, settlements: Iterable[Settlement], reserved: int, day: date
) -> QuotaState:
    """The year's count of persons on a day; `reserved` are the dwellings held for it."""
    counted = dict.fromkeys(S, 0)
    for each in settlements:
        state = as_of(each, day)
        if state is not None and each.draft.year == year:
            counted[state] += each.draft.persons
    return QuotaState(year, quota, counted[S.AGREED], counted[S.SETTLED], reserved)
