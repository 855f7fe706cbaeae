"""Claims and payments for tests of what is owed."""

from datetime import date

from app.arrears.model import (
    PaidBy,
    RentCharge,
    RentChargeKind,
    RentDispute,
    RentPayment,
)
from app.core.ids import BillerId, LeaseId, RentChargeId
from app.core.money import kroner

LEASE = LeaseId(1)
BILLER = BillerId(1)


def claimed(
    charge: int, due_on: date, whole: int, kind: RentChargeKind = RentChargeKind.RENT
) -> RentCharge:
    """A claim of whole kroner; rent is for the month it falls due in."""
    month = f"{due_on:%Y-%m}" if kind.rent else ""
    return RentCharge(RentChargeId(charge), LEASE, BILLER, kind, due_on, kroner(whole), month=month)


def paid(payment: int, paid_on: date, whole: int, covers: int | None = None) -> RentPayment:
    """Money from the tenant, whole kroner."""
    for_it = None if covers is None else RentChargeId(covers)
    return RentPayment(payment, LEASE, BILLER, paid_on, kroner(whole), PaidBy.TENANT, covers=for_it)


def disputed(
    received_on: date, whole: int, charge: int | None = None, deposited_on: date | None = None
) -> RentDispute:
    """The tenant says that a claim is wrong."""
    about = None if charge is None else RentChargeId(charge)
    return RentDispute(
        1, LEASE, about, received_on, "Ovnen har ikke virket", kroner(whole), deposited_on
    )
