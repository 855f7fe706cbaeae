"""SQL of terminations for breach."""

from datetime import date

from app.core.ids import DocumentId, LeaseId
from app.leases.notices.model import BreachDraft, BreachGround, Termination
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_SELECT = (
    "SELECT id, lease, issued_on, document, ground, reason, warning, move_by, sent_on,"
    " withdrawn_on FROM termination_for_breach"
)


def insert(
    unit: Unit, lease: LeaseId, draft: BreachDraft, document: DocumentId, move_by: date
) -> int:
    """A termination whose letter waits to be sent."""
    return unit.insert(
        "termination_for_breach",
        lease=lease,
        issued_on=unit.today,
        document=document,
        ground=draft.ground,
        reason=draft.reason.strip(),
        warning=draft.warning,
        move_by=move_by,
    )


def of(db: Database, lease: LeaseId) -> tuple[Termination, ...]:
    """Every termination of a lease, oldest first."""
    return db.select(_made, f"{_SELECT} WHERE lease = ? ORDER BY id", (lease,))


def get(db: Database, termination: int) -> Termination | None:
    """One termination."""
    return db.first(_made, f"{_SELECT} WHERE id = ?", (termination,))


def by_document(db: Database, document: DocumentId) -> Termination | None:
    """The termination a letter gives."""
    return db.first(_made, f"{_SELECT} WHERE document = ?", (document,))


def _made(*row: object) -> Termination:
    texts = [str(column) for column in row]
    return Termination(
        id=int(texts[0]),
        lease=LeaseId(int(texts[1])),
        issued_on=date.fromisoformat(texts[2]),
        document=DocumentId(int(texts[3])),
        ground=BreachGround(texts[4]),
        reason=texts[5],
        warning=None if row[6] is None else DocumentId(int(texts[6])),
        move_by=date.fromisoformat(texts[7]),
        sent_on=day_or_none(row[8]),
        withdrawn_on=day_or_none(row[9]),
    )
