"""Ten years of three hundred leases, day by day: nothing runs out unseen (AL-03, AL-04, HL-42).

The office of this story is the laziest there is: it puts off every gjøremål as long as it may,
every time. What still shows, and when, is what the ladder is worth.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

import pytest

from app.alerts import rules
from app.alerts.model import Alert, Urgency
from app.core.dated import DatedValue
from app.core.ids import LeaseId
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.leases.expiry.rules import LADDER, request_window
from app.leases.model import LeaseState
from app.leases.terms import state_on, term_end
from tests.app.alerts.rows import PARAMETERS, ALease

FIRST = date(2026, 1, 1)
DAYS = 3653
LEASES, FEW = 300, 40
AGAIN = timedelta(days=14)
"""How long one is put off that no step brings back."""

BEFORE = tuple(Period(-months, Unit.MONTHS) for months in (12, 6, 3, 1))
AFTER = tuple(Period(days, Unit.DAYS) for days in (0, 30, 60, 75))
POLICY = (*BEFORE, *AFTER)
"""What AL-03 and AL-04 promise, whatever the municipality has set."""


@dataclass(slots=True)
class OneTerm:
    """One term and what is done about it: nothing, or something on a day."""

    lease: LeaseId
    start: date
    end: date
    decided_on: date = date.max
    asked_on: date = date.max
    gone_on: date = date.max
    shown: dict[date, Urgency] = field(default_factory=dict)
    away_until: date = FIRST
    turned_on: date | None = None

    def row(self, today: date) -> ALease:
        """As the register has it that day."""
        asked = self.asked_on if self.asked_on <= today else None
        return ALease(self.end, self.lease, self.decided_on <= today, False, asked)

    def turns(self, today: date) -> bool:
        """Whether it has become open-ended by itself."""
        state = state_on(
            LeaseState.SIGNED,
            self.start,
            self.end,
            today,
            PARAMETERS,
            move_out_request_sent=self.asked_on if self.asked_on <= today else None,
            followed_on=self.gone_on if self.gone_on < date.max else None,
        )
        return state is LeaseState.TURNED_OPEN_ENDED


def one_home(lot: random.Random, ids: Iterator[int]) -> Iterator[OneTerm]:
    """The terms on one flat, one after another."""
    start = FIRST + timedelta(days=lot.randrange(-900, 400))
    while start < FIRST + timedelta(days=DAYS):
        end = term_end(start, lot.choice((12, 24, 36, 36, 36, 60)))
        term = OneTerm(LeaseId(next(ids)), start, end)
        match lot.choice(("renewed", "moved", "asked", "forgotten", "forgotten")):
            case "renewed":
                term.decided_on = end - timedelta(days=lot.randrange(1, 300))
                term.gone_on = start = end + timedelta(days=1)
            case "moved":
                term.gone_on = end + timedelta(days=1)
                start = end + timedelta(days=lot.randrange(1, 90))
            case "asked":
                term.asked_on = end + timedelta(days=lot.randrange(0, 85))
                term.gone_on = term.asked_on + timedelta(days=lot.randrange(15, 60))
                start = term.gone_on
            case _:  # nobody does anything; the next one moves in elsewhere
                start = end + timedelta(days=lot.randrange(1, 90))
        if end >= FIRST:
            yield term


def with_ladder(*periods: Period) -> Parameters:
    """The shipped rules with another ladder."""
    known = PARAMETERS[LADDER].versions[0]
    own: DatedValue = replace(known, value=periods)
    return PARAMETERS.with_overrides({LADDER: [own]})


@cache
def ten_years(periods: tuple[Period, ...], leases: int = LEASES) -> tuple[OneTerm, ...]:
    """Every term with what was shown of it and when it turned, time moved day by day."""
    lot = random.Random(20261123)  # noqa: S311  a story, no secret
    ids = iter(range(1, 100000))
    terms = [term for _ in range(leases) for term in one_home(lot, ids)]
    parameters = with_ladder(*periods)
    begins, watched = defaultdict(list), dict[LeaseId, OneTerm]()
    for term in terms:
        # as the horizon does: those whose first step can not be reached yet are not looked at
        begins[max(FIRST, term.start, term.end - timedelta(days=400))].append(term)
    for today in (FIRST + timedelta(days=n) for n in range(DAYS)):
        watched |= {term.lease: term for term in begins.pop(today, ())}
        # what is put off can not show, and nothing is put off past the day its rule changes
        rows = [term.row(today) for term in watched.values() if term.away_until <= today]
        for alert in rules.ending(rows, parameters, today):
            term = watched[LeaseId(alert.case.id)]
            term.shown[today] = alert.urgency
            term.away_until = as_late_as_may_be(alert, today)
        over = [term for term in watched.values() if term.end < today and _over(term, today)]
        for term in over:
            del watched[term.lease]
    return tuple(terms)


def _over(term: OneTerm, today: date) -> bool:
    if term.turns(today):
        term.turned_on = today
    return term.turned_on is not None or term.gone_on <= today


def as_late_as_may_be(alert: Alert, today: date) -> date:
    """The last day it may be put off to."""
    limits = [day for day in (alert.due, alert.again) if day is not None and day > today]
    until = min(limits, default=today + AGAIN)
    assert rules.check_snooze(alert, until, "ferie", today) == ()
    return until


def turned(periods: tuple[Period, ...] = POLICY, leases: int = LEASES) -> list[OneTerm]:
    """Those that became open-ended by themselves."""
    return [term for term in ten_years(periods, leases) if term.turned_on is not None]


def unseen(periods: tuple[Period, ...], step: Period, leases: int = LEASES) -> list[OneTerm]:
    """Undecided terms that were not on I dag on a step of the policy."""
    found = []
    for term in ten_years(periods, leases):
        day = add(step, term.end)
        open_then = day < min(term.decided_on, term.asked_on, term.gone_on)
        inside = max(FIRST, term.start) <= day < FIRST + timedelta(days=DAYS)
        if inside and open_then and day not in term.shown:
            found.append(term)
    return found


def test_no_lease_turns_open_ended_without_a_red_alert_thirty_days_before() -> None:
    found = turned()
    assert len(found) > 300
    for term in found:
        red = [day for day, urgency in term.shown.items() if urgency is Urgency.NOW]
        assert term.turned_on is not None
        assert min(red) <= term.turned_on - timedelta(days=30)


def test_every_one_turns_on_the_day_after_the_laws_moved_day_and_not_a_day_before() -> None:
    for term in turned():
        assert term.turned_on == request_window(term.end, PARAMETERS).moved + timedelta(days=1)
    quiet = [term for term in ten_years(POLICY) if term.gone_on < date.max]
    assert all(term.turned_on is None for term in quiet)


def test_on_the_last_safe_day_it_is_always_on_i_dag() -> None:
    for term in turned():
        assert request_window(term.end, PARAMETERS).last_safe_day in term.shown


@pytest.mark.parametrize("step", POLICY)
def test_at_every_step_it_is_on_i_dag_however_it_was_put_off(step: Period) -> None:
    assert unseen(POLICY, step) == []


@pytest.mark.parametrize("step", [*BEFORE, *AFTER[1:]])
def test_a_ladder_without_a_step_is_silent_on_that_day_and_is_found_out(step: Period) -> None:
    """So the test above can fail. The last day itself needs no step: the law puts it there."""
    without = tuple(each for each in POLICY if each != step)
    assert unseen(without, step, FEW)
    assert not any(unseen(without, each, FEW) for each in without)


def test_without_any_step_at_all_the_law_still_gives_a_red_alert_from_the_last_day() -> None:
    assert unseen((), AFTER[0], FEW) == []
    for term in turned((), FEW):
        assert min(term.shown) == term.end
