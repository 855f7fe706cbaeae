"""The number in the sidebar is counted without a row, and is never other than the rows say."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.ids import PersonId
from app.followup.levels.model import HelpLevel
from app.followup.model import MeasureState
from app.office import Office
from app.overview.followups import rules
from app.storage.unit import Unit
from tests.app.followup.test_watched import DAYS, PERSON, PersonRows, put
from tests.factories import registered_person

TODAY = date(2026, 11, 23)


Measure = list[tuple[date, MeasureState]]
"""The states of a measure, each from its day."""
MEASURES = st.lists(
    st.lists(st.tuples(DAYS, st.sampled_from(MeasureState)), min_size=1, max_size=2), max_size=2
)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=st.lists(st.tuples(PERSON, MEASURES), min_size=1, max_size=2))
def test_it_is_how_many_rows_lack_something(
    office: Office, drawn: list[tuple[PersonRows, list[Measure]]]
) -> None:
    people = [registered_person(office, national_id="") for _ in drawn]
    with office._db.unit("level.set", may_be_idle=True) as unit:
        for person, (rows, measures) in zip(people, drawn, strict=True):
            put(unit, office, person, rows)
            for measure in measures:
                _measure(unit, person, measure)
    lacking = [row for row in office.followups.rows() if rules.waits(row, TODAY)]
    assert office.followups.waiting() == len(lacking)


def _measure(unit: Unit, person: PersonId, drawn: Measure) -> None:
    made = unit.insert(
        "measure", person=person, words="Ringe strømselskapet", due_on=TODAY + timedelta(days=9)
    )
    for since, state in drawn:
        unit.insert("measure_state", measure=made, since=since, state=state)


def test_a_plan_is_counted_from_the_day_it_is_to_be_gone_through(
    office: Office, clock: FixedClock
) -> None:
    person = registered_person(office, national_id="")
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp")
    assert office.followups.waiting() == 1  # level 2 asks for a plan (SD-01)
    plan = office.plans.begin(person)
    day = office.plans.get(plan).draft.evaluation_on
    assert day is not None
    for ahead, count in ((-1, 0), (0, 1), (1, 1)):
        clock.at += timedelta(days=(day - clock.today()).days + ahead)
        assert office.followups.waiting() == count
