"""What the register keeps of measures with a day that waits is what the measures say."""

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import PersonId
from app.followup import late_store, store
from app.followup.model import (
    Measure,
    MeasureDraft,
    MeasureEvaluation,
    MeasureResult,
    MeasuresDue,
    MeasureState,
)
from app.office import Office
from app.storage.unit import Unit
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
DAYS = st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days))
NEWEST = {
    "measure_state": "SELECT coalesce(max(id), 0) FROM measure_state WHERE measure = ?",
    "measure_evaluation": "SELECT coalesce(max(id), 0) FROM measure_evaluation WHERE measure = ?",
}
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("plan", "state", "evaluate", "change", "again", "move", "remove")),
        st.sampled_from(tuple(NEWEST)),
        st.integers(0, 1),
        st.sampled_from((MeasureState.IN_PROGRESS, MeasureState.DONE, MeasureState.NOT_DONE)),
        st.none() | DAYS,
        DAYS,
    ),
    max_size=6,
)
Act = tuple[str, str, int, MeasureState, date | None, date]


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS, ahead=st.integers(-3, 4))
def test_the_measures_that_wait_are_those_of_the_rows(
    office: Office, acts: list[Act], ahead: int
) -> None:
    people = [registered_person(office, national_id="") for _ in range(2)]
    with office._db.unit("measure.planned") as unit:
        for person in people:
            draft = MeasureDraft("Ringe banken", due_on=TODAY, evaluate_on=TODAY)
            planned = store.insert(unit, person, draft, None)
            helped = MeasureEvaluation(TODAY, MeasureResult.HELPED, "")
            store.add_evaluation(unit, planned, helped)
    for act in acts:
        with office._db.unit("measure.planned", may_be_idle=True) as unit:
            _play(unit, office, people, act)
    day = TODAY + timedelta(days=ahead)
    found = {each.person: each for each in late_store.due(office._db, day)}
    wanted = {person: _due(office, person, day) for person in people}
    assert {person: found.get(person) for person in people} == wanted
    kept = office._db.value(
        int, "SELECT count(*) FROM measure_waiting WHERE due_on IS NULL AND evaluate_on IS NULL"
    )
    assert kept == 0


def _due(office: Office, person: PersonId, day: date) -> MeasuresDue | None:
    """One measure after the other, with everything that was written of it."""
    late, unseen = list[date](), list[date]()
    for each in store.of(office._db, person, day):
        if each.draft.due_on is not None and each.draft.due_on < day and not each.state.ended:
            late.append(each.draft.due_on)
        on = each.draft.evaluate_on
        seen = any(on is not None and found.evaluated_on >= on for found in _looked(office, each))
        if on is not None and on <= day and not seen and each.state is not MeasureState.NOT_DONE:
            unseen.append(on)
    if not late and not unseen:
        return None
    first = min(unseen, default=None)
    return MeasuresDue(person, len(late), min(late, default=None), len(unseen), first)


def _looked(office: Office, measure: Measure) -> tuple[MeasureEvaluation, ...]:
    return store.evaluations(office._db, measure.id)


def _measures(office: Office, people: list[PersonId]) -> Iterator[int]:
    for person in people:
        yield from (each.id for each in store.of(office._db, person, TODAY))


def _play(unit: Unit, office: Office, people: list[PersonId], played: Act) -> None:
    act, table, which, state, maybe, day = played
    known = sorted(_measures(office, people))
    if act == "plan":
        store.insert(
            unit, people[which], MeasureDraft("Ringe", due_on=maybe, evaluate_on=day), None
        )
        return
    if not known:
        return
    measure = known[0 if which == 0 else -1]
    if act == "state":
        store.add_state(unit, measure, state, min(day, TODAY))
    elif act == "evaluate":
        store.add_evaluation(unit, measure, MeasureEvaluation(day, MeasureResult.HELPED, ""))
    elif act == "change":
        unit.update("measure", measure, due_on=maybe, evaluate_on=day, person=people[which])
    else:
        _put_right(unit, office, table, measure, known, played)


def _put_right(
    unit: Unit, office: Office, table: str, measure: int, known: list[int], played: Act
) -> None:
    """The newest row of a measure holds something else, belongs to another, or goes."""
    act, _, which, state, _, day = played
    row = office._db.value(int, NEWEST[table], (measure,))
    if row == 0:
        return
    if act == "remove":
        unit.delete(table, row)
    elif act == "move":
        unit.update(table, row, measure=known[which - 1])
    elif table == "measure_state":
        unit.update(table, row, state=state)
    else:
        unit.update(table, row, evaluated_on=day)
