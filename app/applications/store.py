"""SQL of applications and their dated facts."""

from collections.abc import Iterable
from datetime import date

from app.applications.model import (
    Application,
    ApplicationDraft,
    ApplicationKind,
    ApplicationRow,
    ApplicationState,
    Channel,
    NeedCategory,
    ReferredBy,
    StateSince,
    TargetGroup,
)
from app.applications.rules import days_waiting, search_text
from app.core.ids import AllocatorId, ApplicationId, HouseholdId, PersonId, Ref
from app.people.model import AddressProtection, HouseholdKind
from app.storage.database import Database
from app.storage.unit import Unit

# Fields of a draft that are columns of the table itself, under the same name
_OWN = (
    "received_on",
    "channel",
    "referred_by",
    "present_housing",
    "reason",
    "wishes",
    "bedrooms",
    "accessible",
    "children_told",
    "note",
    "to_check",
)

# ?1 is the day; each is one step in an index on (application, since, id)
_LATEST = (
    "(SELECT {value} FROM {table} f WHERE f.application = a.id AND f.since <= ?1"
    " ORDER BY f.since DESC, f.id DESC LIMIT 1)"
)


def _latest(table: str, value: str) -> str:
    return _LATEST.format(table=table, value=value)


_STATE = _latest("application_state", "state")
_STATE_SINCE = _latest("application_state", "since")
_GROUP = _latest("application_group", "target_group")
_ALLOCATOR = _latest("application_allocator", "allocator")
_NEEDS = (
    "(SELECT group_concat(category, ' ') FROM application_need n WHERE n.application = a.id"
    " AND n.since <= ?1 AND (n.until IS NULL OR n.until > ?1))"
)
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


def insert(
    unit: Unit,
    draft: ApplicationDraft,
    number: str,
    applicant: PersonId,
    household: HouseholdId,
) -> ApplicationId:
    """A new application, received on its day, with its first group, needs and allocator."""
    since = draft.received_on or unit.today
    values = {"number": number, "applicant": applicant, "household": household}
    words = search_text(number)
    application = ApplicationId(
        unit.insert("application", **values, kind=draft.kind, search_text=words, **_columns(draft))
    )
    add_state(unit, application, ApplicationState.RECEIVED, since, "")
    if draft.state is not ApplicationState.RECEIVED:
        add_state(unit, application, draft.state, draft.state_since or unit.today, "")
    if draft.group is not None:
        add_group(unit, application, draft.group, since)
    if draft.allocator is not None:
        add_allocator(unit, application, draft.allocator, since)
    change_needs(unit, application, frozenset(), draft.needs, since)
    return application


def update(unit: Unit, application: ApplicationId, draft: ApplicationDraft) -> None:
    """Overwrite what has no day of its own."""
    unit.update("application", application, **_columns(draft))


def _columns(draft: ApplicationDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in _OWN}


def move_start(unit: Unit, application: ApplicationId, was: date, now: date) -> None:
    """The first facts began the day it was received: a wrong day is put right in them too."""
    for table in _DATED:
        unit.execute(
            f"UPDATE {table} SET since = ? WHERE application = ? AND since = ?",
            (now.isoformat(), application, was.isoformat()),
        )


_DATED = ("application_state", "application_group", "application_allocator", "application_need")


def add_state(
    unit: Unit, application: ApplicationId, state: ApplicationState, since: date, reason: str
) -> None:
    """A state from a day."""
    unit.insert(
        "application_state", application=application, since=since, state=state, reason=reason
    )


def add_group(unit: Unit, application: ApplicationId, group: TargetGroup, since: date) -> None:
    """A group from a day."""
    unit.insert("application_group", application=application, since=since, target_group=group)


def add_allocator(unit: Unit, application: ApplicationId, who: AllocatorId, since: date) -> None:
    """Whose list it stands on from a day."""
    unit.insert("application_allocator", application=application, since=since, allocator=who)


def change_needs(
    unit: Unit,
    application: ApplicationId,
    before: frozenset[NeedCategory],
    after: frozenset[NeedCategory],
    since: date,
) -> None:
    """End the needs that are over and begin the new ones, from a day."""
    for need in sorted(before - after):
        unit.execute(
            "UPDATE application_need SET until = ? WHERE application = ? AND category = ?"
            " AND until IS NULL",
            (since.isoformat(), application, need.value),
        )
    for need in sorted(after - before):
        unit.insert("application_need", application=application, since=since, category=need)


def newest_number(db: Database, year: int) -> str | None:
    """The newest number of a year."""
    # from the newest row backwards; by its index on numbers SQLite would sort the whole year
    return db.first(
        str,
        "SELECT number FROM application NOT INDEXED WHERE number GLOB ? ORDER BY id DESC LIMIT 1",
        (f"S{year}-*",),
    )


def open_of(db: Database, person: PersonId, kind: ApplicationKind) -> ApplicationId | None:
    """The open application of that kind a person has already."""
    states = [state for state in ApplicationState if state.open]
    marks = ", ".join("?" * len(states))
    return db.first(
        ApplicationId,
        "SELECT a.id FROM application a WHERE a.applicant = ? AND a.kind = ? AND"
        " (SELECT state FROM application_state f WHERE f.application = a.id"
        f" ORDER BY f.since DESC, f.id DESC LIMIT 1) IN ({marks}) ORDER BY a.id LIMIT 1",
        (person, kind.value, *states),
    )


def get(db: Database, application: ApplicationId, day: date) -> Application | None:
    """One application as it is on a day."""
    columns = ", ".join(f"a.{name}" for name in _OWN)
    state = states(db, application)

    def make(*row: object) -> Application:
        current = next((each for each in reversed(state) if each.since <= day), state[0])
        return _application(application, row, current)

    return db.first(
        make,
        "SELECT a.number, a.kind, a.applicant, p.given_name || ' ' || p.family_name, a.household,"
        f" {_GROUP}, {_NEEDS}, {_ALLOCATOR}, {columns}"
        " FROM application a JOIN person p ON p.id = a.applicant WHERE a.id = ?2",
        (day.isoformat(), application),
    )


def _application(
    application: ApplicationId, row: tuple[object, ...], current: StateSince
) -> Application:
    number, kind, applicant, name, household = (str(column) for column in row[:5])
    own: dict[str, object] = dict(zip(_OWN, row[8:], strict=True))
    received_on = date.fromisoformat(str(own["received_on"]))
    own |= {
        "received_on": received_on,
        "channel": Channel(str(own["channel"])),
        "referred_by": ReferredBy(str(own["referred_by"])),
        "accessible": bool(own["accessible"]),
    }
    draft = ApplicationDraft(
        applicant=PersonId(int(applicant)),
        kind=ApplicationKind(kind),
        household=HouseholdId(int(household)),
        group=_group(row[5]),
        needs=_needs(row[6]),
        allocator=None if row[7] is None else AllocatorId(int(str(row[7]))),
        state=current.state,
        state_since=current.since,
        **own,  # type: ignore[arg-type]  # columns of _OWN carry the draft's own types
    )
    return Application(
        id=application,
        number=number,
        applicant=PersonId(int(applicant)),
        name=name.strip(),
        household=HouseholdId(int(household)),
        received_on=received_on,
        draft=draft,
        state=current.state,
        state_since=current.since,
        state_reason=current.reason,
    )


def states(db: Database, application: ApplicationId) -> tuple[StateSince, ...]:
    """Every state it has had, oldest first."""
    return db.select(
        lambda state, since, reason: StateSince(
            ApplicationState(state), date.fromisoformat(since), reason
        ),
        "SELECT state, since, reason FROM application_state WHERE application = ?"
        " ORDER BY since, id",
        (application,),
    )


def last_day(db: Database, table: str, application: ApplicationId) -> date | None:
    """The newest day in one of the tables of dated facts."""
    return db.first(
        lambda since: None if since is None else date.fromisoformat(since),
        f"SELECT max(since) FROM {table} WHERE application = ?",
        (application,),
    )


_ROWS = (
    "SELECT a.id, a.number, a.kind, a.applicant, p.given_name, p.family_name, h.kind,"
    f" {_MEMBERS.format(child=0)}, {_MEMBERS.format(child=1)},"
    f" a.children_told, {_GROUP}, {_NEEDS}, {_ALLOCATOR}, a.bedrooms, a.accessible,"
    f" a.received_on, {_STATE}, {_STATE_SINCE}, a.to_check, {_PROTECTION}, ?1"
    " FROM application a JOIN person p ON p.id = a.applicant"
    " JOIN household h ON h.id = a.household"
)


def rows(
    db: Database, day: date, wanted: Iterable[ApplicationState] = ()
) -> tuple[ApplicationRow, ...]:
    """Every application received by a day, newest first; only those in `wanted` if any."""
    states_wanted = [state.value for state in wanted]
    among = f" AND {_STATE} IN ({', '.join('?' * len(states_wanted))})" if states_wanted else ""
    return db.select(
        _row,
        f"{_ROWS} WHERE a.received_on <= ?1{among} ORDER BY a.received_on DESC, a.id DESC",
        (day.isoformat(), *states_wanted),
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
        kind=ApplicationKind(texts[2]),
        applicant=PersonId(int(texts[3])),
        name=f"{texts[4]} {texts[5]}".strip(),
        protection=AddressProtection(texts[19]),
        household_kind=HouseholdKind(texts[6]),
        adults=int(texts[7]),
        children=max(int(texts[8]), 0 if row[9] is None else int(texts[9])),
        group=_group(row[10]),
        needs=_needs(row[11]),
        allocator=None if row[12] is None else AllocatorId(int(texts[12])),
        bedrooms=None if row[13] is None else int(texts[13]),
        accessible=row[14] == 1,
        received_on=received_on,
        state=state,
        state_since=state_since,
        days_waiting=days_waiting(received_on, state, state_since, as_of),
        to_check=texts[18],
    )


def _group(text: object) -> TargetGroup | None:
    return TargetGroup(text) if isinstance(text, str) else None


def _needs(text: object) -> frozenset[NeedCategory]:
    words = text.split() if isinstance(text, str) else []
    return frozenset(NeedCategory(word) for word in words)


def housing_told(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Applications of the given persons' households that tell, or told, where they live."""
    marks = ", ".join("?" * len(people))
    named = sorted(people)
    return db.select(
        lambda application, applicant: (Ref("application", application), PersonId(applicant)),
        "SELECT a.id, a.applicant FROM application a WHERE"
        f" (a.applicant IN ({marks}) OR a.household IN (SELECT household FROM household_member"
        f" WHERE until IS NULL AND person IN ({marks}))) AND (a.present_housing <> ''"
        " OR EXISTS (SELECT 1 FROM change c WHERE c.table_name = 'application'"
        " AND c.row_id = a.id AND (coalesce(c.before ->> 'present_housing', '') <> ''"
        " OR coalesce(c.after ->> 'present_housing', '') <> ''))) ORDER BY a.id",
        (*named, *named),
    )


def forget_housing(unit: Unit, application: int) -> None:
    """Leave empty where they live."""
    unit.update("application", application, present_housing="")
