"""SQL of claims for a worse condition."""

from datetime import date

from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.leases.aftermath.condition.model import ConditionClaim, ConditionOutcome
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, lease: LeaseId, claim: ConditionClaim) -> None:
    """What was decided."""
    unit.insert(
        "condition_claim",
        lease=lease,
        decided_on=claim.decided_on,
        outcome=claim.outcome,
        amount=claim.amount,
        reason=claim.reason.strip(),
        document=claim.document,
    )


def of(db: Database, lease: LeaseId) -> ConditionClaim | None:
    """What was decided, if anything."""

    def make(
        day: str, outcome: str, amount: int, reason: str, document: int | None
    ) -> ConditionClaim:
        return ConditionClaim(
            date.fromisoformat(day),
            ConditionOutcome(outcome),
            Ore(amount),
            reason,
            None if document is None else DocumentId(document),
        )

    return db.first(
        make,
        "SELECT decided_on, outcome, amount, reason, document FROM condition_claim WHERE lease = ?",
        (lease,),
    )


def undecided(db: Database, today: date) -> tuple[tuple[LeaseId, date], ...]:
    """Leases whose dwelling is back and not judged, with the day the keys came."""
    return db.select(
        lambda lease, keys: (LeaseId(lease), date.fromisoformat(keys)),
        # the few are found in the indexes of leases, before any row is opened
        "SELECT b.lease, b.keys_on FROM (SELECT lease FROM lease_handback EXCEPT"
        " SELECT lease FROM condition_claim) w CROSS JOIN lease_handback b ON b.lease = w.lease"
        " WHERE b.keys_on <= ? ORDER BY b.keys_on, b.lease",
        (today.isoformat(),),
    )
