"""What the municipality owes, at its edges (REP-03, REP-18, SD-10, AL-21)."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.alerts.model import Alert, Reason, Urgency
from app.alerts.owed_due import OwedReturn, owed, plan_due, returns_due
from app.core.dated import DatedValue
from app.core.parameters import Parameters
from tests.app.alerts.rows import PARAMETERS

LONG_AGO = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Answers:
    """What is kept in a test."""

    since: date | None = LONG_AGO
    given: frozenset[tuple[OwedReturn, date]] = frozenset()

    def began(self) -> date | None:
        """The first day."""
        return self.since

    def kept(self, kind: OwedReturn, last: date) -> bool:
        """Whether it is there."""
        return (kind, last) in self.given


def told(today: date, why: Reason, answers: Answers | None = None) -> Alert | None:
    """The one of a kind that stands that day."""
    found = [a for a in returns_due(answers or Answers(), PARAMETERS, today) if a.why is why]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("today", "due", "urgency"),
    [
        (date(2026, 12, 31), None, None),
        (date(2027, 1, 1), date(2027, 2, 15), Urgency.INFO),
        (date(2027, 2, 1), date(2027, 2, 15), Urgency.INFO),
        (date(2027, 2, 2), date(2027, 2, 15), Urgency.SOON),
        (date(2027, 2, 15), date(2027, 2, 15), Urgency.SOON),
        (date(2027, 2, 16), date(2027, 3, 15), Urgency.NOW),
        (date(2027, 3, 16), date(2027, 6, 15), Urgency.NOW),
        (date(2027, 6, 15), date(2027, 6, 15), Urgency.NOW),
        (date(2027, 6, 16), None, None),
    ],
)
def test_rep_18_kostra(today: date, due: date | None, urgency: Urgency | None) -> None:
    found = told(today, Reason.RETURN_KOSTRA13)
    assert (found and found.due, found and found.urgency) == (due, urgency)


def test_it_is_owed_until_it_is_kept() -> None:
    kept = Answers(given=frozenset({(OwedReturn.KOSTRA13, date(2026, 12, 31))}))
    assert told(date(2027, 2, 1), Reason.RETURN_KOSTRA13, kept) is None


@pytest.mark.parametrize(
    ("today", "stands"),
    [
        (date(2027, 11, 25), False),
        (date(2028, 10, 29), False),
        (date(2028, 10, 30), True),
        (date(2028, 12, 4), True),
    ],
)
def test_rep_03_the_survey_is_week_48_every_fourth_year(today: date, stands: bool) -> None:
    found = told(today, Reason.RETURN_HOMELESS)
    assert (found is not None) is stands
    if found is not None and today < date(2028, 12, 4):
        assert dict(found.facts)["first"] == date(2028, 11, 27)
        assert found.due == date(2028, 12, 3)


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 9, 30), date(2026, 6, 30)),
        (date(2026, 10, 1), date(2026, 9, 30)),
        (date(2027, 1, 1), date(2026, 12, 31)),
    ],
)
def test_sd_10_the_newest_quarter_alone(today: date, last: date) -> None:
    found = told(today, Reason.RETURN_QUARTER)
    assert found is not None
    assert dict(found.facts)["last"] == last
    assert found.due == last + timedelta(days=30)


def test_every_one_has_a_key_of_its_own_that_stays() -> None:
    first = [alert.key for alert in returns_due(Answers(), PARAMETERS, date(2027, 1, 10))]
    again = [alert.key for alert in returns_due(Answers(), PARAMETERS, date(2027, 1, 20))]
    assert first == again
    assert len(set(first)) == 3


def test_nothing_is_owed_for_the_time_before_the_register() -> None:
    day = date(2026, 10, 1)
    assert told(day, Reason.RETURN_QUARTER, Answers(day)) is None
    assert told(day, Reason.RETURN_QUARTER, Answers(None)) is None
    assert told(day, Reason.RETURN_QUARTER, Answers(date(2026, 9, 30))) is not None


def test_a_period_ends_where_the_next_begins() -> None:
    quarters = [e for e in owed(PARAMETERS, date(2027, 3, 1)) if e.kind is OwedReturn.QUARTER]
    for one, after in pairwise(quarters):
        assert one.last + timedelta(days=1) == after.first == one.told


@pytest.mark.parametrize(
    ("today", "stands"),
    [
        (date(2026, 6, 30), False),
        (date(2026, 7, 1), True),
        (date(2027, 7, 1), True),
        (date(2027, 7, 2), False),
    ],
)
def test_al_21_is_told_for_a_year_until_the_day(today: date, stands: bool) -> None:
    found = list(plan_due(Answers(), PARAMETERS, today))
    assert bool(found) is stands
    assert all(alert.due == date(2027, 7, 1) for alert in found)


def test_al_21_leaves_a_new_register_in_peace_for_its_first_weeks() -> None:
    today = date(2026, 11, 23)
    for days, stands in ((29, False), (30, True)):
        answers = Answers(today - timedelta(days=days))
        assert bool(list(plan_due(answers, PARAMETERS, today))) is stands


def laid_over(key: str, value: tuple[int, ...]) -> Parameters:
    """As the municipality has set it."""
    return PARAMETERS.with_overrides({key: [DatedValue(value, LONG_AGO, source="eget vedtak")]})


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ((1, 2), date(2027, 2, 1)),
        ((31, 2), date(2027, 2, 28)),
        ((15, 13), date(2027, 3, 15)),
        ((20,), date(2027, 1, 20)),
    ],
)
def test_rep_18_the_first_day_is_the_municipality_s_to_set(
    said: tuple[int, ...], day: date
) -> None:
    parameters = laid_over("rep.kostra_first", said)
    (kostra,) = [
        each
        for each in owed(parameters, date(2027, 1, 5))
        if each.kind is OwedReturn.KOSTRA13 and each.last.year == 2026
    ]
    assert kostra.days[0] == day


def test_rep_03_another_year_can_be_set() -> None:
    parameters = laid_over("rep.homeless_years", (2027, 4))
    found = [e for e in owed(parameters, date(2027, 11, 2)) if e.kind is OwedReturn.HOMELESS]
    assert [each.first for each in found] == [date(2027, 11, 29)]
