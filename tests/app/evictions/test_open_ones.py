"""The cases somebody still works with, read without those that are over."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.evictions import store
from app.evictions.model import EvictionOutcome, EvictionStage, OutcomeRow, StageRow
from app.office import Office
from tests.app.evictions.desk import TODAY, open_case
from tests.factories import a_person

DAYS = st.integers(-40, 10).map(lambda days: TODAY + timedelta(days=days))
STAGES = st.lists(st.tuples(DAYS, st.sampled_from(EvictionStage)), max_size=5)
OUTCOMES = st.lists(st.tuples(DAYS, st.sampled_from([None, *EvictionOutcome])), max_size=2)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STAGES, OUTCOMES)
def test_it_is_every_case_that_is_open_as_it_stands_on_any_day(
    office: Office,
    stages: list[tuple[date, EvictionStage]],
    outcomes: list[tuple[date, EvictionOutcome | None]],
) -> None:
    """Rows typed late, on one day, or dated ahead are counted as the whole reading counts them."""
    person = office.people.register(a_person(national_id="", address=None))
    case, cases = open_case(office, person), office.eviction_cases
    with office.unit("eviction.told") as unit:
        unit.update("eviction_case", case, opened_on=TODAY)
        for day, stage in stages:
            store.add_stage(unit, case, StageRow(day, stage))
        for day, outcome in outcomes:
            store.add_outcome(unit, case, OutcomeRow(day, outcome))
    for day in (TODAY, *(day for day, _ in stages), TODAY - timedelta(days=60)):
        assert cases.open_ones(day) == tuple(each for each in cases.rows(day) if each.open)
    kept = cases._dated(TODAY)
    assert cases.stages(case) == tuple(kept.stages[case])
    assert cases.outcomes(case) == tuple(kept.outcomes.get(case, ()))
    assert cases.messages(case) == tuple(kept.messages[case])
