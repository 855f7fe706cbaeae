"""SQL of belongings that were left."""

from datetime import date

from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.leases.aftermath.left_belongings.model import (
    Belonging,
    BelongingOutcome,
    CollectRequest,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, lease: LeaseId, belonging: Belonging) -> int:
    """One more line."""
    rubbish = belonging.outcome is BelongingOutcome.RUBBISH
    return unit.insert(
        "left_belonging",
        lease=lease,
        found_on=belonging.found_on,
        what=belonging.what.strip(),
        kept_where=belonging.kept_where.strip(),
        outcome=belonging.outcome,
        outcome_on=belonging.found_on if rubbish else None,
        note=belonging.note.strip(),
        cost=belonging.cost,
    )


def of(db: Database, lease: LeaseId) -> tuple[Belonging, ...]:
    """The whole inventory, oldest first."""

    def make(row: int, found: str, what: str, where: str, *rest: object) -> Belonging:
        outcome, day, note, cost = rest
        return Belonging(
            day_or_none(found),
            what,
            where,
            BelongingOutcome(str(outcome)),
            day_or_none(day),
            str(note),
            Ore(int(str(cost))),
            row,
        )

    return db.select(
        make,
        "SELECT id, found_on, what, kept_where, outcome, outcome_on, note, cost"
        " FROM left_belonging WHERE lease = ? ORDER BY found_on, id",
        (lease,),
    )


def requests(db: Database, lease: LeaseId) -> tuple[CollectRequest, ...]:
    """Every time the tenant was asked, oldest first."""

    def make(asked: str, by: str, document: int | None) -> CollectRequest:
        letter = None if document is None else DocumentId(document)
        return CollectRequest(date.fromisoformat(asked), date.fromisoformat(by), letter)

    return db.select(
        make,
        "SELECT asked_on, collect_by, document FROM belongings_request WHERE lease = ? ORDER BY id",
        (lease,),
    )


def overdue(db: Database, today: date) -> tuple[tuple[LeaseId, date], ...]:
    """Leases with something still kept after the last day to collect, and that day."""
    return db.select(
        lambda lease, by: (LeaseId(lease), date.fromisoformat(by)),
        "SELECT r.lease, max(r.collect_by) FROM belongings_request r WHERE EXISTS (SELECT 1"
        " FROM left_belonging b WHERE b.lease = r.lease AND b.outcome = 'kept')"
        " GROUP BY r.lease HAVING max(r.collect_by) < ? ORDER BY r.lease",
        (today.isoformat(),),
    )
