"""A biller's list: a line becomes a claim, a payment, a balance, or several, of one tenancy."""

from datetime import date

from app.arrears.lists.model import ListGround
from app.arrears.model import PaidBy, RentChargeKind
from app.core.days import short_day
from app.core.ids import LeaseId
from app.core.money import Ore
from app.core.working_days import adjust
from app.transfer import rent_values, values
from app.transfer.model import FindingKind
from app.transfer.rent_model import BalanceLine, ClaimLine, PaymentLine, RentRow
from app.transfer.rent_model import RentColumn as Column
from app.transfer.row_draft import RowDraft

_MOST_NAMESAKES = 4


class RentReader:
    """Reads lines one by one; what the register has already is another's matter."""

    def __init__(self, ground: ListGround) -> None:
        self._ground = ground
        self._kid = rent_values.kid(ground)
        self._number = rent_values.lease_number(ground)

    def read(self, row: RowDraft) -> RentRow | None:
        """The line as it stands; None when it is not said whose it is. See `row.waits`."""
        lease = self._whose(row)
        name = "" if lease is None else self._ground.tenancies[lease].tenant_name
        row.find(Column.NAME, rent_values.name_of(name))
        reference = row.read(Column.INVOICE, values.text, "")
        claim = self._claim(row, reference)
        payment = self._payment(row, name, reference)
        balance = self._balance(row)
        if claim is not None and claim.amount < 0:
            payment = self._credited(row, claim, payment)
            claim = None
        if claim is None and payment is None and balance is None and not row.waits:
            self._nothing(row)
        if lease is None:
            return None
        return RentRow(row.line, lease, claim, payment, balance)

    def _nothing(self, row: RowDraft) -> None:
        """Sums of nothing are no row; no sums at all are asked for."""
        if any(row.written(each) for each in (Column.CLAIM, Column.PAID)):
            row.findings.clear()
            row.note(FindingKind.SKIPPED, "", "sums_of_nothing")
        else:
            row.note(FindingKind.ERROR, Column.CLAIM, "nothing_told")

    # whose

    def _whose(self, row: RowDraft) -> LeaseId | None:
        by_kid = row.find(Column.KID, self._kid)
        by_number = row.find(Column.LEASE_NUMBER, self._number)
        if by_kid is not None and by_number is not None and by_kid != by_number:
            row.note(FindingKind.ERROR, Column.LEASE_NUMBER, "kid_and_lease_differ")
            return None
        if by_kid is None and by_number is None and not row.waits:
            row.note(FindingKind.ERROR, Column.KID, "whose_missing", "", self._namesakes(row))
        return by_number if by_kid is None else by_kid

    def _namesakes(self, row: RowDraft) -> tuple[str, ...]:
        """Lease numbers of tenants with the name: the officer chooses, we never do."""
        written = row.written(Column.NAME)
        found = [
            each.number
            for each in self._ground.tenancies.values()
            if written and each.tenant_name and rent_values.same_name(written, each.tenant_name)
        ]
        return tuple(found) if len(found) <= _MOST_NAMESAKES else ()

    # what

    def _claim(self, row: RowDraft, reference: str) -> ClaimLine | None:
        amount = row.find(Column.CLAIM, rent_values.claim)
        due_on = row.find(Column.DUE_ON, values.day)
        month = row.read(Column.MONTH, rent_values.month, "")
        kind = self._what(row, amount)
        if not amount:
            if row.written(Column.DUE_ON) and not row.written(Column.CLAIM):
                self._sum_missing(row)
            return None
        if due_on is None:
            if not row.written(Column.DUE_ON):
                row.note(FindingKind.ERROR, Column.DUE_ON, "row_due_day_missing")
            return None
        moved = adjust(due_on)
        if moved != due_on:
            row.note(FindingKind.TO_CHECK, Column.DUE_ON, "due_on_closed_day", short_day(moved))
        return ClaimLine(kind, due_on, amount, month, reference)

    def _sum_missing(self, row: RowDraft) -> None:
        """A due day may stand on a line that tells a payment or a balance alone."""
        if not row.written(Column.PAID) and not row.written(Column.BALANCE):
            row.note(FindingKind.ERROR, Column.CLAIM, "row_claim_missing")

    def _what(self, row: RowDraft, amount: Ore | None) -> RentChargeKind:
        if amount and row.has(Column.WHAT) and not row.written(Column.WHAT):
            row.note(FindingKind.TO_CHECK, Column.WHAT, "what_missing")
        return row.read(Column.WHAT, rent_values.what, RentChargeKind.RENT)

    def _payment(self, row: RowDraft, name: str, reference: str) -> PaymentLine | None:
        amount = row.find(Column.PAID, rent_values.payment)
        paid_on = row.find(Column.PAID_ON, values.day)
        by = row.read(Column.PAID_BY, rent_values.paid_by(name), PaidBy.TENANT)
        if not amount:
            if row.written(Column.PAID_ON) and not row.written(Column.PAID):
                row.note(FindingKind.ERROR, Column.PAID, "row_paid_missing")
            return None
        if paid_on is None:
            if not row.written(Column.PAID_ON):
                row.note(FindingKind.ERROR, Column.PAID_ON, "row_paid_day_missing")
            return None
        if paid_on > self._ground.today:
            row.note(FindingKind.ERROR, Column.PAID_ON, "row_paid_in_future")
        return PaymentLine(paid_on, amount, by, reference)

    def _balance(self, row: RowDraft) -> BalanceLine | None:
        amount = row.find(Column.BALANCE, rent_values.balance)
        day = row.find(Column.BALANCE_ON, values.day)
        if amount is None:
            return None
        if day is None:
            if not row.written(Column.BALANCE_ON):
                today = short_day(self._ground.today)
                row.note(FindingKind.ERROR, Column.BALANCE_ON, "balance_day_missing", "", (today,))
            return None
        if day > self._ground.today:
            row.note(FindingKind.ERROR, Column.BALANCE_ON, "balance_in_future")
        return BalanceLine(day, amount)

    def _credited(
        self, row: RowDraft, claim: ClaimLine, payment: PaymentLine | None
    ) -> PaymentLine | None:
        """A credit note takes off as money received does, on the day it stands with."""
        if payment is not None:
            row.note(FindingKind.ERROR, Column.CLAIM, "credit_note_and_payment")
            return payment
        day: date = min(claim.due_on, self._ground.today)
        return PaymentLine(day, Ore(-claim.amount), PaidBy.OTHER, claim.reference)
