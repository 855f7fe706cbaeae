"""SQL of claims and payments on tenancies."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from app.arrears.model import (
    ArrearsClosing,
    ArrearsOutcome,
    DisputeOutcome,
    PaidBy,
    RentAccount,
    RentCharge,
    RentChargeKind,
    RentDispute,
    RentPayment,
)
from app.core.ids import BillerId, LeaseId, Ref, RentChargeId
from app.core.money import Ore
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

TABLES = frozenset({"rent_charge", "rent_payment", "rent_dispute", "arrears_closing"})
"""Those an account is read from; each has its lease."""

CHARGE = (
    "c.id, c.lease, c.biller, c.kind, c.due_on, c.amount, c.month, c.reference, c.withdrawn_on,"
    " c.withdrawn_reason"
)
"""What `charge_of` is made of; the claim is `c`."""

_CHARGES = f"SELECT {CHARGE} FROM rent_charge c"
RENTS = ", ".join(f"'{each}'" for each in RentChargeKind if each.rent)
_PAYMENTS = (
    "SELECT id, lease, biller, paid_on, amount, paid_by, reference, covers, withdrawn_on,"
    " withdrawn_reason FROM rent_payment"
)
_DISPUTES = (
    "SELECT id, lease, charge, received_on, words, amount, deposited_on, settled_on, outcome,"
    " settled_words FROM rent_dispute"
)
_CLOSINGS = "SELECT id, lease, closed_on, outcome, reason, reopened_on FROM arrears_closing"


# tens of thousands of rows have few days and kinds among them
_kind = lru_cache(RentChargeKind)
_payer = lru_cache(PaidBy)


def account(db: Database, leases: Sequence[LeaseId]) -> RentAccount:
    """What was claimed and paid on these leases, oldest first."""
    return _account(db, leases, "")


def accounts(db: Database, leases: Sequence[LeaseId]) -> RentAccount:
    """The same, one lease after the other as they lie in the index: nothing is put in order."""
    return _account(db, leases, "lease, ")


def _account(db: Database, leases: Sequence[LeaseId], first: str) -> RentAccount:
    some = f" WHERE lease IN ({', '.join('?' * len(leases))}) ORDER BY {first}"
    return RentAccount(
        db.select(charge_of, f"{_CHARGES}{some}due_on, id", leases),
        db.select(_payment, f"{_PAYMENTS}{some}paid_on, id", leases),
        db.select(_dispute, f"{_DISPUTES}{some}id", leases),
        db.select(_closing, f"{_CLOSINGS}{some}id", leases),
    )


def everything(db: Database) -> RentAccount:
    """What was claimed and paid on every lease, oldest first."""
    return RentAccount(
        db.select(charge_of, f"{_CHARGES} ORDER BY due_on, id"),
        db.select(_payment, f"{_PAYMENTS} ORDER BY paid_on, id"),
        db.select(_dispute, f"{_DISPUTES} ORDER BY id"),
        db.select(_closing, f"{_CLOSINGS} ORDER BY id"),
    )


_ASKED = "WHERE lease IN (SELECT value FROM json_each(?))"


def disputes(db: Database, leases: Iterable[LeaseId]) -> tuple[RentDispute, ...]:
    """What tenants said was wrong on some leases, settled or not."""
    return db.select(_dispute, f"{_DISPUTES} {_ASKED} ORDER BY id", (json.dumps([*leases]),))


def closed(db: Database, leases: Iterable[LeaseId]) -> tuple[LeaseId, ...]:
    """Those of some leases that were closed, and that nobody has taken up again."""
    return db.select(
        LeaseId,
        f"SELECT lease FROM arrears_closing {_ASKED} AND reopened_on IS NULL ORDER BY id",
        (json.dumps([*leases]),),
    )


def newest_rents(db: Database, leases: Iterable[LeaseId]) -> tuple[RentCharge, ...]:
    """The newest rent claimed on each of some leases that stands."""
    return db.select(
        charge_of,
        f"SELECT {CHARGE} FROM json_each(?) a CROSS JOIN rent_charge c ON c.id = (SELECT n.id"
        " FROM rent_charge n WHERE n.lease = a.value AND n.withdrawn_on IS NULL"
        f" AND n.kind IN ({RENTS}) ORDER BY n.due_on DESC, n.id DESC LIMIT 1)",
        (json.dumps([*leases]),),
    )


def rents_due(db: Database, since: Mapping[LeaseId, date]) -> tuple[tuple[LeaseId, date, Ore], ...]:
    """What rent falls due on some leases, on each from its day on."""
    return db.select(
        lambda lease, day, amount: (LeaseId(lease), day_of(day), Ore(amount)),
        "SELECT c.lease, c.due_on, c.amount FROM json_each(?) j CROSS JOIN rent_charge c"
        " ON c.lease = j.value ->> 0 AND c.due_on >= j.value ->> 1"
        f" WHERE +c.withdrawn_on IS NULL AND c.kind IN ({RENTS})",
        (json.dumps([(lease, day.isoformat()) for lease, day in since.items()]),),
    )


def paid(db: Database, since: Mapping[LeaseId, date]) -> tuple[tuple[LeaseId, date, Ore], ...]:
    """What was paid on some leases and stands; what on each was paid before its day as one sum."""
    # it holds all that is asked for; the other would have each payment opened
    paid = (
        "FROM json_each(?) j CROSS JOIN rent_payment p INDEXED BY rent_payment_standing"
        " ON p.lease = j.value ->> 0 AND p.paid_on {} j.value ->> 1 WHERE p.withdrawn_on IS NULL"
    )
    asked = json.dumps([(lease, day.isoformat()) for lease, day in since.items()])
    return db.select(
        lambda lease, day, amount: (LeaseId(lease), day_of(day), Ore(amount)),
        f"SELECT p.lease, p.paid_on, p.amount {paid.format('>=')} UNION ALL"
        f" SELECT p.lease, max(p.paid_on), sum(p.amount) {paid.format('<')} GROUP BY p.lease",
        (asked, asked),
    )


_TOLD = ("rent_dispute", "rent_payment", "rent_charge", "arrears_closing", "stated_balance")


def held(db: Database, leases: Sequence[LeaseId]) -> tuple[tuple[Ref, LeaseId], ...]:
    """Every row about these leases, as shielding and the history know it (ADR-05)."""
    marks = ", ".join("?" * len(leases))
    found: list[tuple[Ref, LeaseId]] = []
    for table in _TOLD:
        found += db.select(
            lambda row, lease, table=table: (Ref(table, row), LeaseId(lease)),
            f"SELECT id, lease FROM {table} WHERE lease IN ({marks}) ORDER BY id",
            leases,
        )
    return tuple(found)


def forget(unit: Unit, leases: Sequence[LeaseId]) -> None:
    """Take all of these leases out of the register."""
    marks = ", ".join("?" * len(leases))
    for table in _TOLD:
        unit.execute(f"DELETE FROM {table} WHERE lease IN ({marks})", leases)


def charge_of(
    charge: int,
    lease: int,
    biller: int,
    kind: str,
    due_on: str,
    amount: int,
    month: str,
    reference: str,
    withdrawn_on: str | None,
    withdrawn_reason: str,
) -> RentCharge:
    """A claim out of its row."""
    return RentCharge(
        RentChargeId(charge),
        LeaseId(lease),
        BillerId(biller),
        _kind(kind),
        day_of(due_on),
        Ore(amount),
        month,
        reference,
        day_or_none(withdrawn_on),
        withdrawn_reason,
    )


def _payment(
    payment: int,
    lease: int,
    biller: int,
    paid_on: str,
    amount: int,
    paid_by: str,
    reference: str,
    covers: int | None,
    withdrawn_on: str | None,
    withdrawn_reason: str,
) -> RentPayment:
    return RentPayment(
        payment,
        LeaseId(lease),
        BillerId(biller),
        day_of(paid_on),
        Ore(amount),
        _payer(paid_by),
        reference,
        None if covers is None else RentChargeId(covers),
        day_or_none(withdrawn_on),
        withdrawn_reason,
    )


def _dispute(
    dispute: int,
    lease: int,
    charge: int | None,
    received_on: str,
    words: str,
    amount: int,
    deposited_on: str | None,
    settled_on: str | None,
    outcome: str,
    settled_words: str,
) -> RentDispute:
    return RentDispute(
        dispute,
        LeaseId(lease),
        None if charge is None else RentChargeId(charge),
        date.fromisoformat(received_on),
        words,
        Ore(amount),
        day_or_none(deposited_on),
        day_or_none(settled_on),
        DisputeOutcome(outcome) if outcome else None,
        settled_words,
    )


def _closing(
    closing: int,
    lease: int,
    closed_on: str,
    outcome: str,
    reason: str,
    reopened_on: str | None,
) -> ArrearsClosing:
    return ArrearsClosing(
        closing,
        LeaseId(lease),
        date.fromisoformat(closed_on),
        ArrearsOutcome(outcome),
        reason,
        day_or_none(reopened_on),
    )
