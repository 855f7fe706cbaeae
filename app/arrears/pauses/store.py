"""SQL of pauses."""

from collections.abc import Sequence
from datetime import date

from app.arrears.pauses.model import Pause, PauseDraft, PauseEnd, PauseReason
from app.core.ids import LeaseId, Ref
from app.storage.database import Database
from app.storage.unit import Unit


def pauses(db: Database) -> tuple[Pause, ...]:
    """Every one there is or has been, oldest first."""
    ends: dict[int, list[PauseEnd]] = {}
    rows = db.select(
        lambda pause, recorded_on, until, reason: (
            int(pause),
            PauseEnd(date.fromisoformat(recorded_on), date.fromisoformat(until), reason),
        ),
        "SELECT pause, recorded_on, until, reason FROM arrears_pause_end ORDER BY pause, id",
    )
    for pause, end in rows:
        ends.setdefault(pause, []).append(end)
    return db.select(
        lambda pause, lease, since, reason, words: Pause(
            pause,
            LeaseId(lease),
            date.fromisoformat(since),
            PauseReason(reason),
            words,
            tuple(ends[pause]),
        ),
        "SELECT id, lease, since, reason, words FROM arrears_pause ORDER BY since, id",
    )


def insert(unit: Unit, lease: LeaseId, draft: PauseDraft, until: date) -> int:
    """Steps wait from today."""
    pause = unit.insert(
        "arrears_pause",
        lease=lease,
        since=unit.today,
        reason=draft.reason,
        words=draft.words.strip(),
    )
    add_end(unit, pause, until)
    return pause


def add_end(unit: Unit, pause: int, until: date, reason: str = "") -> None:
    """Its last day, as it is from now on."""
    unit.insert(
        "arrears_pause_end", pause=pause, recorded_on=unit.today, until=until, reason=reason
    )


def held(db: Database, leases: Sequence[int]) -> tuple[tuple[Ref, LeaseId], ...]:
    """Every row of the pauses on some leases."""
    marks = ", ".join("?" * len(leases))
    inside = f"SELECT id, lease FROM arrears_pause WHERE lease IN ({marks})"

    def made(table: str, row: int, lease: int) -> tuple[Ref, LeaseId]:
        return Ref(table, row), LeaseId(lease)

    return db.select(
        made,
        f"SELECT 'arrears_pause', id, lease FROM ({inside}) UNION ALL"
        f" SELECT 'arrears_pause_end', e.id, p.lease FROM arrears_pause_end e"
        f" JOIN ({inside}) p ON p.id = e.pause",
        (*leases, *leases),
    )


def remove(unit: Unit, lease: LeaseId) -> None:
    """All of a lease."""
    inside = "(SELECT id FROM arrears_pause WHERE lease = ?)"
    unit.execute(f"DELETE FROM arrears_pause_end WHERE pause IN {inside}", (lease,))
    unit.execute("DELETE FROM arrears_pause WHERE lease = ?", (lease,))
