"""SQL of orders of leases."""

from datetime import date

from app.core.ids import DocumentId, LeaseId, OwnerId
from app.leases.orders.model import ContractOrder, OrderDue
from app.storage.database import Database
from app.storage.unit import Unit


def insert(
    unit: Unit, lease: LeaseId, owner: OwnerId, answer_by: date, document: DocumentId
) -> None:
    """An order made today."""
    unit.insert(
        "contract_order",
        lease=lease,
        owner=owner,
        ordered_on=unit.today,
        answer_by=answer_by,
        document=document,
    )


def of(db: Database, lease: LeaseId) -> ContractOrder | None:
    """The newest order of a lease."""
    return db.first(
        lambda own, owner, name, on, by, document: ContractOrder(
            own,
            lease,
            OwnerId(owner),
            name,
            date.fromisoformat(on),
            date.fromisoformat(by),
            DocumentId(document),
        ),
        "SELECT c.id, o.id, o.name, c.ordered_on, c.answer_by, c.document FROM contract_order c"
        " JOIN owner o ON o.id = c.owner WHERE c.lease = ? ORDER BY c.id DESC LIMIT 1",
        (lease,),
    )


def waiting(db: Database) -> tuple[OrderDue, ...]:
    """Orders of leases that are not signed, the earliest day first."""
    return db.select(
        lambda lease, number, owner, on, by, tenant: OrderDue(
            LeaseId(lease), number, owner, date.fromisoformat(on), date.fromisoformat(by), tenant
        ),
        "SELECT l.id, l.number, o.name, c.ordered_on, c.answer_by,"
        " trim(p.given_name || ' ' || p.family_name) FROM contract_order c"
        " JOIN lease l ON l.id = c.lease JOIN owner o ON o.id = c.owner"
        " JOIN person p ON p.id = l.tenant WHERE (SELECT s.state FROM lease_state s"
        " WHERE s.lease = l.id ORDER BY s.id DESC LIMIT 1) = 'to_sign'"
        " ORDER BY c.answer_by, c.id",
    )


def remove(unit: Unit, lease: LeaseId) -> None:
    """Take the orders of a lease out of the register (ADR-02)."""
    unit.execute("DELETE FROM contract_order WHERE lease = ?", (lease,))
