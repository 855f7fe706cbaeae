"""SQL of what a biller's list said."""

from datetime import date, datetime

from app.arrears.lists.model import LeaseKey, ListImport, StatedBalance
from app.arrears.model import PaidBy, RentChargeKind
from app.core.ids import BillerId, LeaseId, RentChargeId
from app.core.money import Ore
from app.storage.database import Database
from app.storage.unit import Unit


def lease_keys(db: Database) -> tuple[LeaseKey, ...]:
    """Number and KID of every lease."""
    return db.select(_key, "SELECT id, number, kid FROM lease ORDER BY id")


def stated(db: Database) -> tuple[StatedBalance, ...]:
    """Every balance a biller has told, oldest first."""
    return db.select(
        _stated,
        "SELECT lease, biller, stated_on, amount FROM stated_balance ORDER BY stated_on, id",
    )


def imports(db: Database) -> tuple[ListImport, ...]:
    """Every take-in of a biller's list that stands, newest first."""
    return db.select(
        _import,
        "SELECT (SELECT event FROM change c WHERE c.table_name = 'biller_list'"
        " AND c.row_id = l.id AND c.kind = 'insert' ORDER BY c.id DESC LIMIT 1),"
        " l.biller, i.at, l.claims, l.payments, l.balances, i.left_out"
        " FROM biller_list l JOIN sheet_import i ON i.id = l.sheet_import ORDER BY l.id DESC",
    )


def insert_list(
    unit: Unit, biller: BillerId, sheet: int, claims: int, payments: int, balances: int
) -> int:
    """Whose list it was, and what it brought."""
    return unit.insert(
        "biller_list",
        biller=biller,
        sheet_import=sheet,
        claims=claims,
        payments=payments,
        balances=balances,
    )


def insert_stated(unit: Unit, told: StatedBalance, made_by: int) -> None:
    """One balance more."""
    unit.insert(
        "stated_balance",
        lease=told.lease,
        biller=told.biller,
        stated_on=told.stated_on,
        amount=told.amount,
        biller_list=made_by,
    )


def insert_charge(
    unit: Unit,
    lease: LeaseId,
    biller: BillerId,
    kind: RentChargeKind,
    due_on: date,
    amount: Ore,
    month: str,
    reference: str,
) -> RentChargeId:
    """One claim, on the newest lease of its tenancy, which the caller knows."""
    made = unit.insert(
        "rent_charge",
        lease=lease,
        biller=biller,
        kind=kind,
        due_on=due_on,
        amount=amount,
        month=month,
        reference=reference,
    )
    return RentChargeId(made)


def insert_payment(
    unit: Unit,
    lease: LeaseId,
    biller: BillerId,
    paid_on: date,
    amount: Ore,
    paid_by: PaidBy,
    reference: str,
    covers: RentChargeId | None,
) -> None:
    """Money received, on the newest lease of its tenancy, which the caller knows."""
    unit.insert(
        "rent_payment",
        lease=lease,
        biller=biller,
        paid_on=paid_on,
        amount=amount,
        paid_by=paid_by,
        reference=reference,
        covers=covers,
    )


def _key(lease: int, number: str, kid: str) -> LeaseKey:
    return LeaseKey(LeaseId(lease), number, kid)


def _stated(lease: int, biller: int, stated_on: str, amount: int) -> StatedBalance:
    return StatedBalance(
        LeaseId(lease), BillerId(biller), date.fromisoformat(stated_on), Ore(amount)
    )


def _import(
    event: int | None,
    biller: int,
    at: str,
    claims: int,
    payments: int,
    balances: int,
    left_out: int,
) -> ListImport:
    moment = datetime.fromisoformat(at)
    return ListImport(event, BillerId(biller), moment, claims, payments, balances, left_out)
