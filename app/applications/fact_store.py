"""SQL of what an application is from a day: its state, group, allocator and needs."""

from datetime import date

from app.applications.model import ApplicationState, NeedCategory, StateSince, TargetGroup
from app.core.ids import AllocatorId, ApplicationId
from app.storage.database import Database
from app.storage.unit import Unit

# ?1 is the day; each is one step in an index on (application, since, id)
_LATEST = (
    "(SELECT {value} FROM {table} f WHERE f.application = a.id AND f.since <= ?1"
    " ORDER BY f.since DESC, f.id DESC LIMIT 1)"
)


def latest(table: str, value: str) -> str:
    """The newest value of a dated table by the day ?1, as a column of `application a`."""
    return _LATEST.format(table=table, value=value)


GROUP = latest("application_group", "target_group")
ALLOCATOR = latest("application_allocator", "allocator")
NEEDS = (
    "(SELECT group_concat(category, ' ') FROM application_need n WHERE n.application = a.id"
    " AND n.since <= ?1 AND (n.until IS NULL OR n.until > ?1))"
)
OTHER_GROUPS = (
    "(SELECT group_concat(target_group, ' ') FROM application_other_group n"
    " WHERE n.application = a.id AND n.since <= ?1 AND (n.until IS NULL OR n.until > ?1))"
)


_DATED = (
    "application_state",
    "application_group",
    "application_other_group",
    "application_allocator",
    "application_need",
)


def move_start(unit: Unit, application: ApplicationId, was: date, now: date) -> None:
    """The first facts began the day it was received: a wrong day is put right in them too."""
    for table in _DATED:
        unit.execute(
            f"UPDATE {table} SET since = ? WHERE application = ? AND since = ?",
            (now.isoformat(), application, was.isoformat()),
        )


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


def change_other_groups(
    unit: Unit,
    application: ApplicationId,
    before: frozenset[TargetGroup],
    after: frozenset[TargetGroup],
    since: date,
) -> None:
    """End the groups beside the primary that are over and begin the new ones, from a day."""
    for group in sorted(before - after):
        unit.execute(
            "UPDATE application_other_group SET until = ? WHERE application = ?"
            " AND target_group = ? AND until IS NULL",
            (since.isoformat(), application, group.value),
        )
    for group in sorted(after - before):
        unit.insert(
            "application_other_group", application=application, since=since, target_group=group
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


def group_of(text: object) -> TargetGroup | None:
    """What `GROUP` gave."""
    return TargetGroup(text) if isinstance(text, str) else None


def groups_of(text: object) -> frozenset[TargetGroup]:
    """What `OTHER_GROUPS` gave."""
    words = text.split() if isinstance(text, str) else []
    return frozenset(TargetGroup(word) for word in words)


def needs_of(text: object) -> frozenset[NeedCategory]:
    """What `NEEDS` gave."""
    words = text.split() if isinstance(text, str) else []
    return frozenset(NeedCategory(word) for word in words)
