"""Claims and payments as one list with a running balance. Pure."""

from collections.abc import Iterator

from app.arrears.accounts.model import LedgerLine
from app.arrears.model import RentAccount, RentCharge, RentPayment
from app.core.money import Ore


def ledger(account: RentAccount) -> tuple[LedgerLine, ...]:
    """Oldest first; on one day what is claimed stands before what is paid."""
    return tuple(_lines(account))


def _lines(account: RentAccount) -> Iterator[LedgerLine]:
    entries: list[RentCharge | RentPayment] = [*account.charges, *account.payments]
    entries.sort(key=lambda each: each.due_on if isinstance(each, RentCharge) else each.paid_on)
    balance = 0
    for each in entries:
        if isinstance(each, RentCharge):
            balance += each.amount if each.stands else 0
            yield LedgerLine(each.due_on, Ore(balance), charge=each)
        else:
            balance -= each.amount if each.stands else 0
            yield LedgerLine(each.paid_on, Ore(balance), payment=each)
