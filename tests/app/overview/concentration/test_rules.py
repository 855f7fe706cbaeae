"""B10: units, with plan, without plan; nobody is lost or told who must not be."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import Ref
from app.overview.concentration import rules
from app.overview.concentration.model import HouseUnit, Place

DAYS = (date(2025, 11, 23), date(2026, 11, 23))
PLACES = st.builds(Place, st.sampled_from(("Skomakervegen 43", "Åsgata 1")), st.just("2211 Lia"))
UNITS = st.lists(
    st.builds(HouseUnit, st.integers(1, 40), PLACES, st.booleans(), st.booleans(), st.none())
    | st.builds(
        HouseUnit, st.integers(1, 40), PLACES, st.just(True), st.just(False), st.integers(1, 99)
    )
    | st.builds(
        HouseUnit,
        st.integers(1, 40),
        PLACES,
        st.just(True),
        st.just(False),
        st.none(),
        hidden=st.just(True),
    ),
    unique_by=lambda unit: unit.dwelling,
)


@given(
    units=UNITS,
    planned=st.frozensets(st.integers(1, 99)),
    reports=st.lists(st.tuples(st.integers(1, 40), st.integers(1, 9))),
)
def test_every_home_stands_in_one_house_and_every_tenant_with_or_without_plan(
    units: list[HouseUnit], planned: frozenset[int], reports: list[tuple[int, int]]
) -> None:
    told = rules.houses(units, planned, reports, (), DAYS)
    assert sum(house.units.count for house in told.houses) == len(units)
    hidden = {unit.dwelling for unit in units if unit.hidden}
    for house in told.houses:
        here = [unit for unit in units if unit.place == house.place]
        people = {unit.tenant for unit in here if unit.tenant is not None}
        assert house.with_plan.count + house.without_plan.count == len(people)
        assert {ref.id for ref in house.with_plan.behind} == people & planned
        assert house.not_told == sum(unit.hidden for unit in here)
        shown = [d for d, _ in reports if d in {u.dwelling for u in here} and d not in hidden]
        assert house.incidents.count == len(shown)


def test_b10_the_house_with_the_most_homes_comes_first() -> None:
    big, small = Place("Skomakervegen 43", "2211 Lia"), Place("Åsgata 1", "2211 Lia")
    units = [HouseUnit(1, small, let=True, ready=False, tenant=7)]
    units += [HouseUnit(at, big, let=True, ready=False, tenant=at) for at in range(2, 25)]
    told = rules.houses(units, {2, 3, 4}, [(2, 5), (2, 5)], [(3, 9)], DAYS)
    first = told.houses[0]
    assert (first.place, first.units.count) == (big, 23)
    assert (first.with_plan.count, first.without_plan.count) == (3, 20)
    assert first.share_with_plan == 13
    assert (first.incidents.count, first.incidents.behind) == (2, (Ref("lease", 5),))
    assert first.evictions.behind == (Ref("eviction_case", 9),)
    assert told.of(small) is told.houses[1]
    assert told.houses[1].share_with_plan == 0
