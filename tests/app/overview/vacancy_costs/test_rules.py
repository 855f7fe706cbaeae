"""B15: every day without a tenant is counted once, with one cause, at its share of the rent."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import DwellingId
from app.core.money import Ore
from app.overview.vacancy_costs import rules
from app.overview.vacancy_costs.model import Empty, Hold, VacancyReason

R = VacancyReason
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1))
HOME = DwellingId(1)


def an_empty(
    since: date,
    until: date | None,
    reason: VacancyReason = R.WAITING_FOR_ALLOCATION,
    rent: int | None = 900_000,
) -> Empty:
    asked = None if rent is None else Ore(rent)
    return Empty(
        HOME, "Elvegata 4 B, H0201", "Elvegata 4 B", "Kommunen", reason, since, until, asked
    )


def test_a_whole_month_of_repair_costs_the_months_rent() -> None:
    found = rules.costs([an_empty(date(2026, 4, 1), date(2026, 4, 30), R.REPAIR)], (), FIRST, LAST)
    (line,) = found.lines
    assert (line.days, line.amount, line.lasts) == (30, 900_000, False)
    assert [(each.name, each.days) for each in found.by_reason] == [("repair", 30)]
    assert found.by_building[0].name == "Elvegata 4 B"


def test_what_is_held_for_a_settlement_or_allocated_has_a_cause_of_its_own() -> None:
    held = Hold(HOME, R.RESERVED_QUOTA, date(2026, 4, 11), date(2026, 4, 25))
    given_away = Hold(HOME, R.BETWEEN_TENANTS, date(2026, 4, 21), None)
    empty = an_empty(date(2026, 4, 1), date(2026, 4, 30))
    found = rules.costs([empty], [held, given_away], FIRST, LAST)
    assert [(line.reason, line.first.day, line.last.day) for line in found.lines] == [
        (R.WAITING_FOR_ALLOCATION, 1, 10),
        (R.RESERVED_QUOTA, 11, 20),
        (R.BETWEEN_TENANTS, 21, 30),
    ]
    assert found.total.days == 30


def test_without_a_rent_the_days_are_told_and_the_kroner_are_not() -> None:
    found = rules.costs([an_empty(FIRST, None, rent=None)], (), FIRST, LAST)
    assert (found.total.days, found.total.amount, found.without_rent) == (365, 0, 1)
    assert found.lines[0].lasts


HOLDS = st.lists(
    st.tuples(
        st.sampled_from((R.RESERVED_QUOTA, R.BETWEEN_TENANTS)), DAYS, st.integers(0, 200)
    ).map(lambda t: Hold(HOME, t[0], t[1], t[1] + timedelta(days=t[2]))),
    max_size=4,
)


@given(DAYS, st.integers(0, 500), HOLDS)
def test_every_day_is_counted_once_whatever_it_is_held_for(
    since: date, days: int, holds: list[Hold]
) -> None:
    until = since + timedelta(days=days)
    found = rules.costs([an_empty(since, until)], holds, FIRST, LAST)
    counted = [line.first + timedelta(days=at) for line in found.lines for at in range(line.days)]
    inside = [since + timedelta(days=at) for at in range(days + 1)]
    assert counted == [day for day in inside if FIRST <= day <= LAST]
    assert found.total.amount == sum(line.amount or 0 for line in found.lines)
    assert sum(each.days for each in found.by_reason) == found.total.days
