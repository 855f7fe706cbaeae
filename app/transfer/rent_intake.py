"""What the lines of a biller's list become in the register, in the unit of the import."""

from app.arrears.lists import store
from app.arrears.lists.model import ListGround, StatedBalance
from app.core.errors import OfficeError
from app.core.ids import BillerId, LeaseId, RentChargeId
from app.storage.unit import Unit
from app.transfer.model import TELL_EVERY, CheckedSheet, Receipt, Told
from app.transfer.rent_model import ClaimLine, PaymentLine, RentRow


def take_in(
    unit: Unit, checked: CheckedSheet, sheet: int, ground: ListGround, told: Told | None = None
) -> Receipt:
    """Every claim, payment and balance of the rows; `sheet` is the import they came with."""
    biller = checked.profile.biller if checked.profile else None
    if biller is None:
        raise OfficeError("biller_not_chosen")
    rows = tuple(row for row in checked.rows if isinstance(row, RentRow))
    claims = sum(row.claim is not None for row in rows)
    payments = sum(row.payment is not None for row in rows)
    balances = sum(row.balance is not None for row in rows)
    made = store.insert_list(unit, biller, sheet, claims, payments, balances)
    intake = _Intake(unit, biller, made, ground)
    # claims before payments, so that a payment finds its claim wherever in the list it stands
    for done, row in enumerate((*rows, *rows)):
        if told is not None and done % TELL_EVERY == 0:
            told(done, 2 * len(rows))
        if done < len(rows):
            intake.claim(row)
        else:
            intake.rest(row)
    unit.subject = None  # it is about no single row of those it made
    return Receipt(unit.event_id, claims=claims, payments=payments, balances=balances)


class _Intake:
    """Writes row by row, and knows which claim each number of a bill is."""

    def __init__(self, unit: Unit, biller: BillerId, made: int, ground: ListGround) -> None:
        self._unit = unit
        self._biller = biller
        self._list = made
        self._of_line: dict[int, RentChargeId] = {}
        self._by_reference: dict[tuple[LeaseId, str], list[RentChargeId]] = {}
        for lease, account in ground.accounts.items():
            for each in account.charges:
                if each.stands:
                    self._know(lease, each.reference, each.id)

    def claim(self, row: RentRow) -> None:
        """The claim of a row, if it tells one."""
        told = row.claim
        if told is not None:
            made = self._insert(row.lease, told)
            self._of_line[row.line] = made
            self._know(row.lease, told.reference, made)

    def rest(self, row: RentRow) -> None:
        """Payment and balance of a row, if it tells them."""
        if row.payment is not None:
            self._pay(row, row.payment)
        if row.balance is not None:
            told = row.balance
            stated = StatedBalance(row.lease, self._biller, told.stated_on, told.amount)
            store.insert_stated(self._unit, stated, self._list)

    def _know(self, lease: LeaseId, reference: str, charge: RentChargeId) -> None:
        if reference:
            self._by_reference.setdefault((lease, reference), []).append(charge)

    def _insert(self, lease: LeaseId, told: ClaimLine) -> RentChargeId:
        facts = (told.kind, told.due_on, told.amount, told.month, told.reference)
        return store.insert_charge(self._unit, lease, self._biller, *facts)

    def _pay(self, row: RentRow, told: PaymentLine) -> None:
        covers = self._of_line.get(row.line) or told.covers
        if covers is None:
            mine = self._by_reference.get((row.lease, told.reference), [])
            covers = mine[0] if len(mine) == 1 else None
        facts = (told.paid_on, told.amount, told.paid_by, told.reference)
        store.insert_payment(self._unit, row.lease, self._biller, *facts, covers)
