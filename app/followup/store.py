"""SQL of measures and their states."""

from datetime import date

from app.core.ids import PersonId
from app.followup.model import Measure, MeasureDraft, MeasureState
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_ROWS = (
    "SELECT m.id, m.person, m.condition, m.words, m.responsible, m.due_on, s.state, s.since,"
    " s.reason FROM measure m JOIN measure_state s ON s.id = (SELECT n.id FROM measure_state n"
    " WHERE n.measure = m.id AND n.since <= ?1 ORDER BY n.id DESC LIMIT 1)"
)


def insert(unit: Unit, person: PersonId, draft: MeasureDraft, condition: int | None) -> int:
    """A new one, planned from today."""
    measure = unit.insert(
        "measure",
        person=person,
        condition=condition,
        words=draft.words,
        responsible=draft.responsible,
        due_on=draft.due_on,
    )
    add_state(unit, measure, MeasureState.PLANNED, unit.today)
    return measure


def update(unit: Unit, measure: int, draft: MeasureDraft) -> None:
    """What was typed, put right."""
    unit.update(
        "measure",
        measure,
        words=draft.words,
        responsible=draft.responsible,
        due_on=draft.due_on,
    )


def add_state(unit: Unit, measure: int, state: MeasureState, since: date, reason: str = "") -> None:
    """Where it stands from a day."""
    unit.insert("measure_state", measure=measure, since=since, state=state, reason=reason)


def of(db: Database, person: PersonId, day: date) -> tuple[Measure, ...]:
    """Those of a person on a day, the planned first."""
    return db.select(
        _measure,
        f"{_ROWS} WHERE m.person = ?2 ORDER BY s.state <> 'planned', m.due_on IS NULL, m.due_on,"
        " m.id",
        (day.isoformat(), person),
    )


def get(db: Database, measure: int, day: date) -> Measure | None:
    """One measure on a day."""
    return db.first(_measure, f"{_ROWS} WHERE m.id = ?2", (day.isoformat(), measure))


def by_condition(db: Database, person: PersonId, condition: int) -> int | None:
    """The measure a person has for a condition."""
    return db.first(
        int, "SELECT id FROM measure WHERE person = ? AND condition = ?", (person, condition)
    )


def _measure(*row: object) -> Measure:
    texts = [str(column) for column in row]
    return Measure(
        id=int(texts[0]),
        person=PersonId(int(texts[1])),
        condition=None if row[2] is None else int(texts[2]),
        draft=MeasureDraft(texts[3], texts[4], day_or_none(row[5])),
        state=MeasureState(texts[6]),
        since=date.fromisoformat(texts[7]),
        reason=texts[8],
    )
