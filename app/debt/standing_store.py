"""SQL of the cases that stand open: of those that are over, and of names, nothing is read."""

import json
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import lru_cache

from app.core.ids import DebtCaseId, PersonId
from app.core.records import dataclass
from app.debt.model import (
    AcuteScreen,
    AdviceStage,
    DebtTopic,
    Decided,
    RequestState,
    Screened,
    StandingCase,
)
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database
from app.storage.dated import latest

DecidedOf = Callable[[Database, date, Collection[DebtCaseId]], Mapping[DebtCaseId, Decided]]
"""The vedtak that holds of each of some cases on a day."""

_WAITS = ", ".join(f"'{state}'" for state in RequestState if state.waits)
_OPEN = (
    f"(s.state IN ({_WAITS}) OR s.state = '{RequestState.STARTED}'"
    f" AND coalesce(t.stage, '') <> '{AdviceStage.CLOSED}')"
)


def _newest(table: str) -> str:
    return latest(table, "f.id", "debt_case = c.id")


_STANDING = (
    "SELECT c.id, c.number, c.person, c.received_on, c.topics, s.state, s.since, t.stage, t.since,"
    " (SELECT max(b.since) FROM debt_state b WHERE b.debt_case = c.id AND b.since <= ?1"
    f"  AND b.state = '{RequestState.STARTED}'), q.since, q.home, q.home_on, q.power, q.power_on,"
    " q.children, q.food, q.words"
    f" FROM debt_case c JOIN debt_state s ON s.id = {_newest('debt_state')}"
    f" LEFT JOIN debt_stage t ON t.id = {_newest('debt_stage')}"
    f" LEFT JOIN debt_screen q ON q.id = {_newest('debt_screen')}"
    f" WHERE c.received_on <= ?1 AND {_OPEN} ORDER BY c.id"
)


# there are few codes among the many rows
_topic, _state = lru_cache(DebtTopic), lru_cache(RequestState)
_stage, _answer = lru_cache(AdviceStage), lru_cache(Screened)


@dataclass(frozen=True, slots=True)
class _Row:
    """The columns of one case as it stands."""

    id: int
    number: str
    person: int
    received_on: str
    topics: str
    state: str
    since: str
    stage: str | None
    stage_since: str | None
    started_on: str | None
    screened: str | None
    home: str
    home_on: str | None
    power: str
    power_on: str | None
    children: str
    food: str
    words: str


def standing(db: Database, decided: DecidedOf, day: date) -> tuple[StandingCase, ...]:
    """Those where somebody waited or was helped on a day, the oldest first."""
    rows = db.select(_Row, _STANDING, (day.isoformat(),))
    answers = decided(db, day, [DebtCaseId(row.id) for row in rows])
    return tuple(_case(row, answers.get(DebtCaseId(row.id))) for row in rows)


def _case(row: _Row, decided: Decided | None) -> StandingCase:
    return StandingCase(
        id=DebtCaseId(row.id),
        number=row.number,
        person=PersonId(row.person),
        received_on=day_of(row.received_on),
        topics=frozenset(_topic(code) for code in json.loads(row.topics)),
        state=_state(row.state),
        state_since=day_of(row.since),
        screen=_screen(row),
        decided=decided,
        stage=None if row.stage is None else _stage(row.stage),
        stage_since=day_or_none(row.stage_since),
        started_on=day_or_none(row.started_on),
    )


def _screen(row: _Row) -> AcuteScreen | None:
    if row.screened is None:
        return None
    return AcuteScreen(
        day_of(row.screened),
        _answer(row.home),
        day_or_none(row.home_on),
        _answer(row.power),
        day_or_none(row.power_on),
        _answer(row.children),
        _answer(row.food),
        row.words,
    )


def names(db: Database, cases: Collection[DebtCaseId]) -> Mapping[DebtCaseId, str]:
    """Whose some cases are, by name."""
    found = db.select(
        lambda case, name: (DebtCaseId(case), str(name)),
        "SELECT c.id, trim(p.given_name || ' ' || p.family_name)"
        " FROM json_each(?) j JOIN debt_case c ON c.id = j.value JOIN person p ON p.id = c.person",
        (json.dumps(sorted(cases)),),
    )
    return dict(found)


def persons(db: Database, cases: Collection[DebtCaseId]) -> Mapping[DebtCaseId, PersonId]:
    """Whose some cases are."""
    found = db.select(
        lambda case, person: (DebtCaseId(case), PersonId(person)),
        "SELECT c.id, c.person FROM json_each(?) j JOIN debt_case c ON c.id = j.value",
        (json.dumps(sorted(cases)),),
    )
    return dict(found)
