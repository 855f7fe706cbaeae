"""SQL of lists of applications."""

from collections.abc import Iterable
from datetime import date

from app.applications.fact_store import ALLOCATOR, GROUP, NEEDS, group_of, latest, needs_of
from app.applications.model import ApplicationKind, ApplicationRow, ApplicationState
from app.applications.rules import days_waiting
from app.core.cases import CaseKind
from app.core.ids import AllocatorId, ApplicationId, PersonId
from app.people.model import AddressProtection, HouseholdKind
from app.storage.database import Database

_STATE = latest("application_state", "state")
_STATE_SINCE = latest("application_state", "since")
_LEVEL = (
    "(SELECT level FROM address_protection x WHERE x.person = {person} AND x.since <= ?1"
    " ORDER BY x.since DESC, x.id DESC LIMIT 1)"
)
# ADR-07: strengt fortrolig covers those who live together
_PROTECTION = (
    "CASE WHEN EXISTS (SELECT 1 FROM household_member m WHERE m.household = a.household"
    " AND (m.until IS NULL OR m.until > ?1)"
    f" AND {_LEVEL.format(person='m.person')} = 'strictly_confidential')"
    f" THEN 'strictly_confidential' ELSE coalesce({_LEVEL.format(person='p.id')}, 'none') END"
)
_MEMBERS = (
    "(SELECT count(*) FROM household_member m WHERE m.household = a.household"
    " AND (m.role = 'child') = {child} AND m.presence <> 'visits'"
    " AND (m.until IS NULL OR m.until > ?1))"
)

_ROWS = (
    "SELECT a.id, a.number, a.kind, a.applicant, p.given_name, p.family_name, h.kind,"
    f" {_MEMBERS.format(child=0)}, {_MEMBERS.format(child=1)},"
    f" a.children_told, {GROUP}, {NEEDS}, {ALLOCATOR}, a.bedrooms, a.accessible,"
    f" a.received_on, {_STATE}, {_STATE_SINCE}, a.to_check, {_PROTECTION}, ?1, a.case_kind"
    " FROM application a JOIN person p ON p.id = a.applicant"
    " JOIN household h ON h.id = a.household"
)


_NOW_IN = "a.id IN (SELECT id FROM application_newest WHERE state IN ({marks}))"


def rows(
    db: Database, day: date, wanted: Iterable[ApplicationState] = (), *, now: bool = False
) -> tuple[ApplicationRow, ...]:
    """Every application received by a day, newest first; only those in `wanted` if any.

    `now` when the day is today: the newest states are at hand, and the closed are not looked at.
    """
    states = [state.value for state in wanted]
    marks = ", ".join("?" * len(states))
    among = _NOW_IN.format(marks=marks) if now else f"{_STATE} IN ({marks})"
    only = f" AND {among}" if states else ""
    return db.select(
        _row,
        f"{_ROWS} WHERE a.received_on <= ?1{only} ORDER BY a.received_on DESC, a.id DESC",
        (day.isoformat(), *states),
    )


def ids(db: Database, wanted: Iterable[ApplicationState]) -> list[ApplicationId]:
    """The ids of those in one of the states today: unanswered first, then the newest."""
    states = frozenset(wanted)
    undecided = frozenset(state for state in states if state.undecided)
    first = _ids(db, undecided, "a.received_on, a.id DESC") if undecided else []
    rest = states - undecided
    if not rest:
        return first
    if rest | undecided == frozenset(ApplicationState):
        # all of them: one walk through the index on days, and no look at any state
        every = db.column("SELECT id FROM application ORDER BY received_on DESC, id DESC")
        before = frozenset(first)
        return first + [one for one in map(_id, every) if one not in before]
    return first + _ids(db, rest, "a.received_on DESC, a.id DESC")


def _ids(db: Database, states: frozenset[ApplicationState], order: str) -> list[ApplicationId]:
    named = sorted(state.value for state in states)
    found = db.column(
        "SELECT a.id FROM application a JOIN application_newest n ON n.id = a.id"
        f" WHERE n.state IN ({', '.join('?' * len(named))}) ORDER BY {order}",
        named,
    )
    return [_id(one) for one in found]


def _id(value: object) -> ApplicationId:
    return ApplicationId(value if isinstance(value, int) else int(str(value)))


def count(db: Database, wanted: Iterable[ApplicationState]) -> int:
    """How many stand in one of the states today."""
    states = [state.value for state in wanted]
    return db.value(
        int,
        f"SELECT count(*) FROM application_newest WHERE state IN ({', '.join('?' * len(states))})",
        tuple(states),
    )


def rows_of(db: Database, day: date, ids: Iterable[ApplicationId]) -> tuple[ApplicationRow, ...]:
    """The named ones, in the order they were registered."""
    named = sorted(ids)
    marks = ", ".join("?" * len(named))
    return db.select(
        _row, f"{_ROWS} WHERE a.id IN ({marks}) ORDER BY a.id", (day.isoformat(), *named)
    )


def _row(*row: object) -> ApplicationRow:
    texts = [str(column) for column in row]
    received_on, state = date.fromisoformat(texts[15]), ApplicationState(texts[16])
    state_since = date.fromisoformat(texts[17])
    as_of = date.fromisoformat(texts[20])
    return ApplicationRow(
        id=ApplicationId(int(texts[0])),
        number=texts[1],
        case=CaseKind(texts[21]),
        kind=ApplicationKind(texts[2]),
        applicant=PersonId(int(texts[3])),
        name=f"{texts[4]} {texts[5]}".strip(),
        protection=AddressProtection(texts[19]),
        household_kind=HouseholdKind(texts[6]),
        adults=int(texts[7]),
        children=max(int(texts[8]), 0 if row[9] is None else int(texts[9])),
        group=group_of(row[10]),
        needs=needs_of(row[11]),
        allocator=None if row[12] is None else AllocatorId(int(texts[12])),
        bedrooms=None if row[13] is None else int(texts[13]),
        accessible=row[14] == 1,
        received_on=received_on,
        state=state,
        state_since=state_since,
        days_waiting=days_waiting(received_on, state, state_since, as_of),
        to_check=texts[18],
    )
