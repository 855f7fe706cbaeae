"""SQL of applications."""

from datetime import date

from app.applications import fact_store
from app.applications.fact_store import ALLOCATOR, GROUP, NEEDS, OTHER_GROUPS
from app.applications.model import (
    Application,
    ApplicationDraft,
    ApplicationKind,
    ApplicationState,
    Channel,
    ReferredBy,
    StateSince,
)
from app.applications.rules import search_text
from app.core.cases import CaseKind
from app.core.ids import AllocatorId, ApplicationId, HouseholdId, PersonId
from app.storage import numbering
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


def insert(
    unit: Unit,
    draft: ApplicationDraft,
    number: str,
    applicant: PersonId,
    household: HouseholdId,
) -> ApplicationId:
    """A new application, received on its day, with its first group, needs and allocator."""
    since = draft.received_on or unit.today
    values: dict[str, object] = {"number": number, "applicant": applicant, "household": household}
    words = search_text(number)
    values |= {"kind": draft.kind, "case_kind": draft.case, "opened_with": draft.opened_with}
    application = ApplicationId(
        unit.insert("application", **values, search_text=words, **_columns(draft))
    )
    fact_store.add_state(unit, application, ApplicationState.RECEIVED, since, "")
    if draft.state is not ApplicationState.RECEIVED:
        fact_store.add_state(unit, application, draft.state, draft.state_since or unit.today, "")
    if draft.group is not None:
        fact_store.add_group(unit, application, draft.group, since)
    if draft.allocator is not None:
        fact_store.add_allocator(unit, application, draft.allocator, since)
    others = draft.other_groups - {draft.group}
    fact_store.change_other_groups(unit, application, frozenset(), others, since)
    fact_store.change_needs(unit, application, frozenset(), draft.needs, since)
    return application


def update(unit: Unit, application: ApplicationId, draft: ApplicationDraft) -> None:
    """Overwrite what has no day of its own."""
    unit.update("application", application, **_columns(draft))


def _columns(draft: ApplicationDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in _OWN}


def next_number(db: Database, year: int) -> str:
    """«S2026-001»: the number after the newest one of that year."""
    return numbering.next_number(db, "application", f"S{year}-")


def opened_with(db: Database, application: ApplicationId) -> tuple[ApplicationId, ...]:
    """The other cases of the same request, oldest first."""
    return db.select(
        ApplicationId,
        "SELECT o.id FROM application a JOIN application o"
        " ON o.id = a.opened_with OR o.opened_with = coalesce(a.opened_with, a.id)"
        " WHERE a.id = ?1 AND o.id <> ?1 ORDER BY o.id",
        (application,),
    )


def open_of(
    db: Database, person: PersonId, kind: ApplicationKind, case: CaseKind
) -> ApplicationId | None:
    """The open application of that case and kind a person has already."""
    states = [state for state in ApplicationState if state.open]
    marks = ", ".join("?" * len(states))
    return db.first(
        ApplicationId,
        "SELECT a.id FROM application a WHERE a.applicant = ? AND a.kind = ?"
        " AND a.case_kind = ? AND"
        " (SELECT state FROM application_state f WHERE f.application = a.id"
        f" ORDER BY f.since DESC, f.id DESC LIMIT 1) IN ({marks}) ORDER BY a.id LIMIT 1",
        (person, kind.value, case.value, *states),
    )


def get(db: Database, application: ApplicationId, day: date) -> Application | None:
    """One application as it is on a day."""
    columns = ", ".join(f"a.{name}" for name in _OWN)
    state = fact_store.states(db, application)

    def make(*row: object) -> Application:
        current = next((each for each in reversed(state) if each.since <= day), state[0])
        return _application(application, row, current)

    return db.first(
        make,
        "SELECT a.number, a.kind, a.applicant, p.given_name || ' ' || p.family_name, a.household,"
        f" {GROUP}, {NEEDS}, {ALLOCATOR}, a.case_kind, a.opened_with, {OTHER_GROUPS}, {columns}"
        " FROM application a JOIN person p ON p.id = a.applicant WHERE a.id = ?2",
        (day.isoformat(), application),
    )


def _application(
    application: ApplicationId, row: tuple[object, ...], current: StateSince
) -> Application:
    number, kind, applicant, name, household = (str(column) for column in row[:5])
    own: dict[str, object] = dict(zip(_OWN, row[11:], strict=True))
    received_on = date.fromisoformat(str(own["received_on"]))
    own |= {
        "received_on": received_on,
        "channel": Channel(str(own["channel"])),
        "referred_by": ReferredBy(str(own["referred_by"])),
        "accessible": bool(own["accessible"]),
    }
    draft = ApplicationDraft(
        applicant=PersonId(int(applicant)),
        case=CaseKind(str(row[8])),
        opened_with=None if row[9] is None else ApplicationId(int(str(row[9]))),
        kind=ApplicationKind(kind),
        household=HouseholdId(int(household)),
        group=fact_store.group_of(row[5]),
        other_groups=fact_store.groups_of(row[10]),
        needs=fact_store.needs_of(row[6]),
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
