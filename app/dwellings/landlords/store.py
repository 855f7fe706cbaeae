"""SQL of owners as landlords."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from app.core.ids import DwellingId, OwnerId
from app.core.order import sort_key
from app.dwellings.landlords.model import (
    Cooperation,
    DoneBy,
    OwnerDraft,
    OwnerTask,
    RevisionDue,
    TaskSince,
)
from app.dwellings.model import OwnerKind
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def details(db: Database, owner: OwnerId) -> OwnerDraft | None:
    """How an owner is named and reached."""

    def make(*row: str) -> OwnerDraft:
        name, kind, *rest = row
        return OwnerDraft(name, OwnerKind(kind), *rest)

    return db.first(
        make,
        "SELECT name, kind, org_number, contact, phone, email, street, postal_code, postal_place,"
        " rent_account FROM owner WHERE id = ?",
        (owner,),
    )


def correct(unit: Unit, owner: OwnerId, draft: OwnerDraft) -> None:
    """What was typed of an owner, put right."""
    unit.update("owner", owner, **asdict(draft), sort_key=sort_key(draft.name))


def same_owner(db: Database, owner: OwnerId, draft: OwnerDraft) -> str:
    """The name of another owner with the same number, or the same name and no number."""
    found = db.first(
        str,
        "SELECT name FROM owner WHERE id <> ?1 AND ((org_number = ?2 AND ?2 <> '')"
        " OR (name = ?3 AND org_number = ?2)) ORDER BY id LIMIT 1",
        (owner, draft.org_number, draft.name),
    )
    return found or ""


def add_task(unit: Unit, owner: OwnerId, since: TaskSince) -> None:
    """Who does a task from a day."""
    unit.insert(
        "owner_task", owner=owner, since=since.since, task=since.task, done_by=since.done_by
    )


def tasks(db: Database, owner: OwnerId, day: date) -> tuple[TaskSince, ...]:
    """What has been said of every task up to a day, oldest first."""
    return db.select(
        lambda task, by, since: TaskSince(OwnerTask(task), DoneBy(by), date.fromisoformat(since)),
        "SELECT task, done_by, since FROM owner_task WHERE owner = ? AND since <= ?"
        " ORDER BY since, id",
        (owner, day.isoformat()),
    )


def newest(told: Iterable[TaskSince]) -> dict[OwnerTask, DoneBy]:
    """What holds of each task."""
    return {each.task: each.done_by for each in told}


def owner_of(db: Database, dwelling: DwellingId, day: date) -> OwnerId | None:
    """Whose a dwelling is on a day."""
    return db.first(
        OwnerId,
        "SELECT owner FROM dwelling_owner WHERE dwelling = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (dwelling, day.isoformat()),
    )


def agree(unit: Unit, owner: OwnerId, agreed: Cooperation) -> None:
    """A newer agreement; the one before stays."""
    unit.insert("cooperation", owner=owner, **asdict(agreed))


def agreed(db: Database, owner: OwnerId, day: date) -> Cooperation | None:
    """What is agreed with an owner on a day."""

    def make(since: str, revise_on: str | None, *topics: str) -> Cooperation:
        return Cooperation(date.fromisoformat(since), day_or_none(revise_on), *topics)

    return db.first(
        make,
        "SELECT since, revise_on, information, information_basis, warning_routine, repairs,"
        " vacancy_payment, meetings FROM cooperation WHERE owner = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (owner, day.isoformat()),
    )


def revisions(db: Database, day: date) -> tuple[RevisionDue, ...]:
    """When the agreement that holds with each owner should be looked over."""
    return db.select(
        lambda owner, name, on: RevisionDue(OwnerId(owner), str(name), date.fromisoformat(on)),
        "SELECT o.id, o.name, c.revise_on FROM cooperation c JOIN owner o ON o.id = c.owner"
        " WHERE c.id = (SELECT n.id FROM cooperation n WHERE n.owner = c.owner AND n.since <= ?"
        " ORDER BY n.since DESC, n.id DESC LIMIT 1) AND c.revise_on IS NOT NULL"
        " ORDER BY c.revise_on, c.id",
        (day.isoformat(),),
    )


def one_dwelling(db: Database, owner: OwnerId, day: date) -> DwellingId | None:
    """The first dwelling that is an owner's on a day."""
    return db.first(
        DwellingId,
        "SELECT f.dwelling FROM dwelling_owner f WHERE f.owner = ?1 AND f.since <= ?2"
        " AND f.id = (SELECT n.id FROM dwelling_owner n WHERE n.dwelling = f.dwelling"
        " AND n.since <= ?2 ORDER BY n.since DESC, n.id DESC LIMIT 1) ORDER BY f.dwelling LIMIT 1",
        (owner, day.isoformat()),
    )
