"""Nights, cost and unbroken stays as pure arithmetic (SOT-05, REP-14)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import PersonId
from app.core.money import Ore
from app.leases.stays import rules
from app.leases.stays.model import DayRange, PriceSince, Stay

START = date(2026, 11, 1)
days = st.integers(min_value=0, max_value=120)
prices = st.integers(min_value=0, max_value=300_000)


def stay(
    began: date,
    left: date | None = None,
    *,
    number: int = 1,
    person: int = 1,
    costs: tuple[PriceSince, ...] = (),
) -> Stay:
    """A stay of one person."""
    return Stay(
        id=number,
        person=PersonId(person),
        began_on=began,
        until=None,
        left_on=left,
        dwelling=None,
        place=1,
        vedtak=None,
        children=0,
        quality="",
        quality_confirmed_on=None,
        prices=costs,
    )


def test_the_night_of_a_day_counts_the_day_after() -> None:
    known = stay(START)
    assert rules.nights(known, START) == 0
    assert rules.nights(known, START + timedelta(days=1)) == 1
    assert rules.nights(stay(START, START + timedelta(days=3)), date(2027, 1, 1)) == 3


@given(days, days, prices, st.integers(0, 120), prices)
def test_every_night_costs_the_price_of_its_day(
    length: int, asked: int, first: int, change: int, second: int
) -> None:
    changed = START + timedelta(days=change)
    costs = (PriceSince(START, Ore(first)), PriceSince(changed, Ore(second)))
    known = stay(START, START + timedelta(days=length), costs=costs)
    as_of = START + timedelta(days=asked)
    slept = [START + timedelta(days=at) for at in range(min(length, asked))]
    paid = sum(second if night >= changed else first for night in slept)
    assert rules.nights(known, as_of) == len(slept)
    assert rules.cost(known, as_of) == paid


@given(days, days, days)
def test_the_periods_of_a_stay_sum_to_the_whole(length: int, asked: int, cut: int) -> None:
    costs = (PriceSince(START, Ore(95_000)),)
    known = stay(START, START + timedelta(days=length), costs=costs)
    as_of, middle = START + timedelta(days=asked), START + timedelta(days=cut)
    before = DayRange(date(2026, 1, 1), middle - timedelta(days=1))
    after = DayRange(middle, date(2027, 12, 31))
    parts = [rules.nights(known, as_of, part) for part in (before, after)]
    assert sum(parts) == rules.nights(known, as_of)
    assert sum(rules.cost(known, as_of, part) for part in (before, after)) == rules.cost(
        known, as_of
    )


def test_moving_to_another_place_breaks_nothing_and_a_day_between_does() -> None:
    first = stay(START, START + timedelta(days=5), number=1)
    second = stay(START + timedelta(days=5), START + timedelta(days=9), number=2)
    third = stay(START + timedelta(days=10), number=3)
    other = stay(START + timedelta(days=7), number=4, person=2)
    since = rules.unbroken_since([third, other, second, first])
    assert since == {
        1: START,
        2: START,
        3: START + timedelta(days=10),
        4: START + timedelta(days=7),
    }
