"""A day to come, a time before the register, turned days: every count says so with the next step.

Never a silent zero. Each service of the overview is asked here; a new one gets its line.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from app.core import words
from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.money import Ore
from app.core.report_periods import ReportSpan
from app.followup.model import MeasureDraft, MeasureKind, MeasureState
from app.leases.stays.model import PlaceDraft, StayDraft
from app.office import Office
from app.overview.snapshots.model import ReturnKind
from tests.app.debt.desk import asked
from tests.app.evictions.desk import open_case
from tests.app.overview.waiting_times.desk import Desk
from tests.factories import registered_dwelling, registered_person

TODAY = date(2026, 11, 23)
BEGAN = date(2026, 2, 2)
TOMORROW, YEARS_AGO = TODAY + timedelta(days=1), date(2010, 6, 1)

OnDay = Callable[[Office, date], object]
OfDays = Callable[[Office, date, date], object]

ON_A_DAY: dict[str, OnDay] = {
    "waiting": lambda office, day: office.waiting_counts.at(day),
    "stock": lambda office, day: office.stock.at(day),
    "need": lambda office, day: office.stock.balance(day),
    "houses": lambda office, day: office.concentrations.at(day),
    "homeless": lambda office, day: office.homeless.at(day),
    "homeless tables": lambda office, day: office.homeless.tables(day),
}
OF_DAYS: dict[str, OfDays] = {
    "kostra": lambda office, first, last: office.kostra.of(first, last),
    "allocated": lambda office, first, last: office.waiting_counts.allocated(first, last),
    "times": lambda office, first, last: office.waiting_counts.times(first, last),
    "trend": lambda office, first, last: office.waiting_counts.over_time(first, last),
    "nights": lambda office, first, last: office.nights.of(first, last),
    "husbanken": lambda office, first, last: office.counted_returns.husbanken.of(first, last),
    "evictions": lambda office, first, last: office.counted_returns.evictions.of(first, last),
    "advice": lambda office, first, last: office.counted_returns.advice.of(first, last),
    "needs": lambda office, first, last: office.counted_returns.needs.of(first, last),
    "vacancy": lambda office, first, last: office.vacancy_costs.of(first, last),
}


@pytest.fixture
def filled(office: Office) -> Office:
    """One of everything that is counted, none of it before February 2026."""
    Desk(office).waits(BEGAN)
    registered_dwelling(office, status_since=BEGAN)
    person = registered_person(office, national_id="", given_name="Ada")
    inn = office.stays.places.add(PlaceDraft(name="Gjestegården"))
    office.stays.begin(StayDraft(person, TODAY, place=inn, price=Ore(95_000)))
    open_case(office, person)
    asked(office, person)
    made = office.followup.plan_measure(
        person, MeasureDraft("Søke startlån", responsible="Siri", kind=MeasureKind.STARTLAN)
    )
    office.followup.set_state(made, MeasureState.ORDERED)
    return office


def refused(ask: Callable[[], object]) -> Invalid:
    """What it says, in a sentence with the next step."""
    with pytest.raises(Invalid) as error:
        ask()
    for each in error.value.problems:
        said = words.problem(each)
        assert said.endswith("."), said
        assert len(said.split(". ")) > 1 or each.remedy is not None, said
    return error.value


@pytest.mark.parametrize("name", ON_A_DAY)
def test_a_day_to_come_and_one_before_the_register(filled: Office, name: str) -> None:
    for day, code in ((TOMORROW, "day_in_future"), (YEARS_AGO, "before_register_began")):
        (problem,) = refused(partial(ON_A_DAY[name], filled, day)).problems
        assert problem.code == code
        assert isinstance(problem.remedy, date)
        ON_A_DAY[name](filled, problem.remedy)
    ON_A_DAY[name](filled, TODAY)


@pytest.mark.parametrize("name", OF_DAYS)
def test_days_to_come_turned_days_and_years_before_the_register(filled: Office, name: str) -> None:
    ask = OF_DAYS[name]
    for first, last, code in (
        (TOMORROW, TOMORROW + timedelta(days=30), "day_in_future"),
        (TODAY, BEGAN, "period_turned"),
        (YEARS_AGO, YEARS_AGO + timedelta(days=364), "before_register_began"),
    ):
        (problem,) = refused(partial(ask, filled, first, last)).problems
        assert problem.code == code
    for first in (BEGAN, TODAY):
        ask(filled, first, TODAY)


def test_what_follow_up_leads_to_is_of_days_that_have_been(filled: Office) -> None:
    """Before the register nobody is on a level: that is what is said, and no zero of many."""
    for first, last, code in (
        (TODAY, TOMORROW, "day_in_future"),
        (TODAY, BEGAN, "effect_period_turned"),
    ):
        (problem,) = refused(partial(filled.effects.of, first, last)).problems
        assert problem.code == code
    assert not filled.effects.of(YEARS_AGO, YEARS_AGO + timedelta(days=364)).anyone


@pytest.mark.parametrize("span", ReportSpan)
def test_a_period_that_has_not_begun_has_no_pack(filled: Office, span: ReportSpan) -> None:
    coming = filled.indicators.period(span).after
    for ask in (filled.indicators.of, filled.packs.of):
        (problem,) = refused(partial(ask, coming)).problems
        assert problem.code == "day_in_future"


def test_a_period_before_the_register_is_told_and_is_no_zero(filled: Office) -> None:
    sheet = filled.indicators.of(filled.indicators.period(ReportSpan.YEAR, YEARS_AGO))
    assert all(card.now.value is None for card in sheet.cards)
    assert any(card.now.before_register for card in sheet.cards)


def test_nothing_is_kept_of_days_to_come_or_turned(filled: Office) -> None:
    for first, last in ((TOMORROW, TOMORROW), (TODAY, BEGAN)):
        refused(partial(filled.snapshots.keep, ReturnKind.NEEDS, first, last, (), {}))


def test_week_48_is_not_confirmed_before_it_comes(filled: Office, clock: FixedClock) -> None:
    person = filled.homeless.at(TODAY).people[0].person
    clock.at -= timedelta(days=7)
    (problem,) = refused(lambda: filled.homeless.confirm([person], 2026)).problems
    assert problem.code == "census_not_begun"
