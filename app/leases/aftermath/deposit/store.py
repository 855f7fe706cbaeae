"""SQL of claims on the deposit or the guarantee."""

from datetime import date

from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.leases.aftermath.deposit.model import (
    Claim,
    ClaimDraft,
    ClaimEnd,
    ClaimOutcome,
    ClaimSide,
    SecurityKind,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_ROWS = (
    "SELECT id, lease, security, claimed_by, claimed_on, amount, claimed_for, holder, document,"
    " told_on, outcome, outcome_on, to_landlord, to_tenant, note FROM deposit_claim"
)


def insert(
    unit: Unit,
    lease: LeaseId,
    draft: ClaimDraft,
    side: ClaimSide,
    claimed_on: date,
    document: DocumentId | None = None,
    told_on: date | None = None,
) -> int:
    """A claim by one side."""
    return unit.insert(
        "deposit_claim",
        lease=lease,
        security=draft.security,
        claimed_by=side,
        claimed_on=claimed_on,
        amount=draft.amount,
        claimed_for=draft.claimed_for.strip(),
        holder=draft.holder.strip(),
        document=document,
        told_on=told_on,
    )


def end(unit: Unit, claim: int, ended: ClaimEnd) -> None:
    """Who got the money."""
    unit.update(
        "deposit_claim",
        claim,
        outcome=ended.outcome,
        outcome_on=ended.day,
        to_landlord=ended.to_landlord,
        to_tenant=ended.to_tenant,
        note=ended.note.strip(),
    )


def of(db: Database, lease: LeaseId) -> tuple[Claim, ...]:
    """Every claim after a lease, oldest first."""
    return db.select(_claim, f"{_ROWS} WHERE lease = ? ORDER BY id", (lease,))


def get(db: Database, claim: int) -> Claim | None:
    """One claim."""
    return db.first(_claim, f"{_ROWS} WHERE id = ?", (claim,))


def untold(db: Database) -> tuple[Claim, ...]:
    """Every open claim of ours on a deposit whose notice from the bank is not known."""
    return db.select(
        _claim,
        f"{_ROWS} WHERE outcome IS NULL AND told_on IS NULL AND claimed_by = 'landlord'"
        " AND security = 'deposit' ORDER BY claimed_on, id",
    )


def told(db: Database) -> tuple[Claim, ...]:
    """Every open claim of which the bank has told the other side."""
    return db.select(
        _claim, f"{_ROWS} WHERE outcome IS NULL AND told_on IS NOT NULL ORDER BY told_on, id"
    )


def _claim(*row: object) -> Claim:
    texts = [str(column) for column in row]
    draft = ClaimDraft(SecurityKind(texts[2]), Ore(int(texts[5])), texts[6], texts[7])
    return Claim(
        id=int(texts[0]),
        lease=LeaseId(int(texts[1])),
        draft=draft,
        side=ClaimSide(texts[3]),
        claimed_on=date.fromisoformat(texts[4]),
        document=None if row[8] is None else DocumentId(int(texts[8])),
        told_on=day_or_none(row[9]),
        outcome=None if row[10] is None else ClaimOutcome(texts[10]),
        outcome_on=day_or_none(row[11]),
        to_landlord=Ore(int(texts[12])),
        to_tenant=Ore(int(texts[13])),
        note=texts[14],
    )
