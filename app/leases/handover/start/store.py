"""SQL of the start package."""

from datetime import date

from app.core.ids import DwellingId, LeaseId
from app.decisions.content.model import StartPart
from app.leases.handover.start.model import PackageMissing, StartOwner, StartTask
from app.leases.model import LeaseState
from app.leases.store import ENDED, FOLLOWED, NOT_OVER, RETURNED, STATE
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

# of one that is signed, `LeaseState.holds` of what `state_on` says: not followed, not over
_HOLDS = (
    f"(l.start_on > ?1 OR NOT (coalesce({FOLLOWED} <= ?1, 0)"
    f" OR (coalesce({ENDED} < ?1, 0) AND coalesce({RETURNED} <= ?1, 0))))"
)


def put(unit: Unit, db: Database, lease: LeaseId, task: StartTask) -> None:
    """What is settled of a part; one row for each part."""
    values = {"owner": task.owner, "due_on": task.due_on, "done_on": task.done_on}
    known = db.first(
        int, "SELECT id FROM start_task WHERE lease = ? AND part = ?", (lease, task.part)
    )
    if known is None:
        unit.insert("start_task", lease=lease, part=task.part, **values)
    else:
        unit.update("start_task", known, **values)


def of(db: Database, lease: LeaseId) -> dict[StartPart, StartTask]:
    """Every part that something was settled of."""

    def make(part: str, owner: str, due: str | None, done: str | None) -> StartTask:
        return StartTask(StartPart(part), StartOwner(owner), day_or_none(due), day_or_none(done))

    found = db.select(
        make, "SELECT part, owner, due_on, done_on FROM start_task WHERE lease = ?", (lease,)
    )
    return {task.part: task for task in found}


def waive(unit: Unit, lease: LeaseId, reason: str) -> None:
    """Why there is none."""
    unit.insert("start_waiver", lease=lease, since=unit.today, reason=reason)


def waived(db: Database, lease: LeaseId) -> str:
    """The newest reason, or empty."""
    found = db.first(
        str, "SELECT reason FROM start_waiver WHERE lease = ? ORDER BY id DESC LIMIT 1", (lease,)
    )
    return found or ""


# signed leases made here, that hold, of which nobody has said what the start package is
_BARE = (
    f"{NOT_OVER} AND l.start_on IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM start_task t WHERE t.lease = l.id)"
    " AND NOT EXISTS (SELECT 1 FROM start_waiver w WHERE w.lease = l.id)"
    " AND NOT EXISTS (SELECT 1 FROM lease b WHERE b.dwelling = l.dwelling"
    " AND b.tenant = l.tenant AND b.start_on < l.start_on)"
    f" AND (k.stands_from <= ?1 OR ({STATE} = '{LeaseState.SIGNED}' AND {_HOLDS}))"
    # what is over needs none: its keys are back
    " AND NOT EXISTS (SELECT 1 FROM lease_handback h WHERE h.lease = l.id AND h.keys_on <= ?1)"
    " AND EXISTS (SELECT 1 FROM lease_state s WHERE s.lease = l.id AND s.state = 'to_sign')"
    # only then the vedtak is opened
    " AND NOT EXISTS (SELECT 1 FROM vedtak v WHERE v.id = l.vedtak AND NOT"
    " (v.start_package = '[]' AND trim(v.no_start_reason) = '' AND v.kind <> 'renewal'))"
    " ORDER BY l.start_on, l.id"
)


def bare(db: Database, day: date) -> tuple[PackageMissing, ...]:
    """Signed leases made here, that hold, of which nobody has said what the start package is.

    One that follows another of the same tenant and dwelling needs none, nor one whose vedtak
    says why there is none.
    """
    return db.select(_missing, f"SELECT l.id, l.dwelling, l.start_on {_BARE}", (day.isoformat(),))


def first_bare(db: Database, day: date, most: int) -> tuple[tuple[PackageMissing, ...], int]:
    """The first of `bare`, and how many there are in all."""
    found = db.select(
        lambda count, *row: (_missing(*row), count),
        f"SELECT count(*) OVER (), l.id, l.dwelling, l.start_on {_BARE} LIMIT ?2",
        (day.isoformat(), most),
    )
    return tuple(each for each, _ in found), found[0][1] if found else 0


def _missing(lease: int, dwelling: int, start: str) -> PackageMissing:
    return PackageMissing(LeaseId(lease), DwellingId(dwelling), day_of(start))
