"""A biller's list held against the accounts: what is there already, and what does not match."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date

from app.arrears.lists.model import ListGround
from app.arrears.lists.rules import balances_on
from app.arrears.model import RentAccount, RentCharge, RentChargeKind, RentPayment
from app.core.days import short_day
from app.core.ids import BillerId, LeaseId, RentChargeId
from app.core.money import Ore, format_kroner
from app.core.records import dataclass
from app.transfer.model import ColumnMap, Finding, FindingKind
from app.transfer.rent_model import (
    BalanceLine,
    ClaimLine,
    PaymentLine,
    RentColumn,
    RentRow,
    WrongBiller,
)
from app.transfer.row_draft import RowDraft

Paid = tuple[date, Ore]


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A claim that is there: of the register when it has an id, else of an earlier line."""

    kind: RentChargeKind
    due_on: date
    amount: Ore
    reference: str
    id: RentChargeId | None = None
    line: int = 0
    withdrawn: bool = False


@dataclass(slots=True)
class _Page:
    """What one tenancy has: of the register, and of the lines so far."""

    claims: list[_Claimed] = field(default_factory=list)
    paid_before: dict[Paid, set[str]] = field(default_factory=dict)
    paid_here: dict[tuple[Paid, str], int] = field(default_factory=dict)
    balances: dict[date, tuple[Ore, int]] = field(default_factory=dict)


class RentBook:
    """Turns over the lines in their order; a part that is there already is left out, and told."""

    def __init__(self, ground: ListGround, biller: BillerId) -> None:
        self._ground = ground
        self._biller = biller
        self._pages: dict[LeaseId, _Page] = {}
        self._seen: list[LeaseId] = []

    def enter(self, draft: RowDraft, row: RentRow) -> RentRow | None:
        """The line with what is new in it; None when that is nothing, or it has to wait."""
        page = self._page(row.lease)
        self._seen.append(row.lease)
        self._whose_bill(draft, row.lease)
        claim, same = self._claim(draft, page, row.claim)
        payment = self._payment(draft, page, row.payment)
        if payment is not None and same is not None:
            payment = replace(payment, covers=same.id)
        new = replace(row, claim=claim, payment=payment, balance=self._balance(draft, page, row))
        if draft.waits:
            return None
        if new.empty:
            self._nothing_new(draft)
            return None
        self._keep(page, new)
        return new

    # one line

    def _whose_bill(self, draft: RowDraft, lease: LeaseId) -> None:
        usual = self._ground.billed_by.get(lease)
        if usual is not None and usual != self._biller:
            name = self._ground.billers[usual].name
            draft.note(FindingKind.TO_CHECK, RentColumn.KID, "billed_by_other", name)

    def _claim(
        self, draft: RowDraft, page: _Page, claim: ClaimLine | None
    ) -> tuple[ClaimLine | None, _Claimed | None]:
        """What is new of a claim, and the one that is there already."""
        if claim is None:
            return None, None
        there = next((each for each in page.claims if _same(each, claim)), None)
        if there is None:
            self._like_it(draft, page, claim)
            return claim, None
        if there.amount != claim.amount:
            sum_there = format_kroner(there.amount, False)
            draft.note(FindingKind.ERROR, RentColumn.CLAIM, "claim_other_sum", sum_there)
            return claim, None
        code = "claim_withdrawn" if there.withdrawn else "claim_there"
        _double(draft, RentColumn.CLAIM, code, there.line)
        return None, there

    def _like_it(self, draft: RowDraft, page: _Page, claim: ClaimLine) -> None:
        """Another sum for the same day, or the same number on another day: told, and taken in."""
        for each in page.claims:
            if each.withdrawn or each.kind is not claim.kind:
                continue
            numbered = bool(each.reference and claim.reference)
            if each.due_on == claim.due_on and not numbered:
                text = format_kroner(each.amount, False)
                return draft.note(FindingKind.TO_CHECK, RentColumn.CLAIM, "claim_same_day", text)
            alike = (each.reference, each.amount) == (claim.reference, claim.amount)
            if numbered and alike:
                text = short_day(each.due_on)
                return draft.note(FindingKind.TO_CHECK, RentColumn.DUE_ON, "claim_other_day", text)
        return None

    def _payment(
        self, draft: RowDraft, page: _Page, payment: PaymentLine | None
    ) -> PaymentLine | None:
        if payment is None:
            return None
        key = (payment.paid_on, payment.amount)
        before = page.paid_before.get(key, set())
        if before and (not payment.reference or before & {"", payment.reference}):
            _double(draft, RentColumn.PAID, "payment_there")
            return None
        line = page.paid_here.get((key, payment.reference))
        if line is None:
            return payment
        if payment.reference:
            _double(draft, RentColumn.PAID, "payment_there", line)
            return None
        draft.note(FindingKind.ERROR, RentColumn.INVOICE, "payment_twice", str(line))
        return payment

    def _balance(self, draft: RowDraft, page: _Page, row: RentRow) -> BalanceLine | None:
        told = row.balance
        if told is None:
            return None
        amount, line = page.balances.get(told.stated_on, (None, 0))
        if amount == told.amount:
            if not line or (row.claim is None and row.payment is None):
                _double(draft, RentColumn.BALANCE, "balance_there", line)
            return None
        if amount is not None:
            text = format_kroner(amount, False)
            kind = FindingKind.ERROR if line else FindingKind.TO_CHECK
            code = "balance_two" if line else "balance_changed"
            draft.note(kind, RentColumn.BALANCE, code, text)
        return told

    def _nothing_new(self, draft: RowDraft) -> None:
        """All of it is there: left out whole, with the reason that says most."""
        told = [each for each in draft.findings if each.kind is FindingKind.DOUBLE]
        if not told:
            return
        draft.findings.clear()
        withdrawn = any(each.code == "claim_withdrawn" for each in told)
        line = next((each.after for each in told if each.after), "")
        code = "same_as_line" if line else "claim_withdrawn" if withdrawn else "already_in_register"
        draft.note(FindingKind.DOUBLE, "", code, line)

    def _keep(self, page: _Page, row: RentRow) -> None:
        if row.claim is not None:
            each = row.claim
            facts = (each.kind, each.due_on, each.amount, each.reference)
            page.claims.append(_Claimed(*facts, line=row.line))
        if row.payment is not None:
            paid = (row.payment.paid_on, row.payment.amount)
            page.paid_here[paid, row.payment.reference] = row.line
        if row.balance is not None:
            page.balances[row.balance.stated_on] = (row.balance.amount, row.line)

    def _page(self, lease: LeaseId) -> _Page:
        if lease not in self._pages:
            self._pages[lease] = self._opened(lease)
        return self._pages[lease]

    def _opened(self, lease: LeaseId) -> _Page:
        account = self._ground.account(lease)
        page = _Page()
        page.claims = [
            _Claimed(
                each.kind,
                each.due_on,
                each.amount,
                each.reference,
                each.id,
                withdrawn=not each.stands,
            )
            for each in account.charges
        ]
        for each in account.payments:
            key = (each.paid_on, each.amount)
            page.paid_before.setdefault(key, set()).add(each.reference)
        for told in self._ground.stated.get(lease, ()):
            if told.biller == self._biller:
                page.balances[told.stated_on] = (told.amount, 0)
        return page

    # the whole list

    def balances_that_differ(
        self, rows: Iterable[RentRow], columns: ColumnMap
    ) -> Iterator[Finding]:
        """Balances that would not match the register with all of these rows taken in."""
        taken: dict[LeaseId, list[RentRow]] = {}
        for row in rows:
            taken.setdefault(row.lease, []).append(row)
        for lease, mine in taken.items():
            account = _with(self._ground.account(lease), mine, self._biller)
            for row in mine:
                if row.balance is None:
                    continue
                ours = balances_on(account, self._biller, row.balance.stated_on)
                if row.balance.amount not in ours:
                    yield _differs(row, columns, ours[0])

    def wrong_biller(self) -> WrongBiller | None:
        """Whose list it rather is: more than half of the rows are another biller's tenancies."""
        billed = self._ground.billed_by
        known = [billed[lease] for lease in self._seen if lease in billed]
        if not known:
            return None
        other, many = Counter(known).most_common(1)[0]
        if other == self._biller or 2 * many <= len(known):
            return None
        return WrongBiller(other, self._ground.billers[other].name, many, len(known))


def _double(draft: RowDraft, field: RentColumn, code: str, line: int = 0) -> None:
    """A part that is there: of an earlier line when it is named, else of the register."""
    draft.note(FindingKind.DOUBLE, field, code, str(line) if line else "")


def _same(there: _Claimed, claim: ClaimLine) -> bool:
    """The same claim told once more: by its number and day, or by what, day and sum."""
    if (there.kind, there.due_on) != (claim.kind, claim.due_on):
        return False
    if there.reference and claim.reference:
        return there.reference == claim.reference
    return there.amount == claim.amount


def _with(account: RentAccount, rows: Sequence[RentRow], biller: BillerId) -> RentAccount:
    """The account as it would be with these rows taken in."""
    charges, payments = list(account.charges), list(account.payments)
    for row in rows:
        if row.claim is not None:
            claim = row.claim
            nobody = RentChargeId(0)
            facts = (claim.kind, claim.due_on, claim.amount)
            charges.append(RentCharge(nobody, row.lease, biller, *facts))
        if row.payment is not None:
            paid = row.payment
            facts_paid = (paid.paid_on, paid.amount, paid.paid_by)
            payments.append(RentPayment(0, row.lease, biller, *facts_paid))
    return RentAccount(tuple(charges), tuple(payments))


def _differs(row: RentRow, columns: ColumnMap, ours: Ore) -> Finding:
    at = columns.heading(RentColumn.BALANCE)
    told = "" if row.balance is None else format_kroner(row.balance.amount, False)
    text = format_kroner(ours, False)
    return Finding(row.line, at, FindingKind.TO_CHECK, "balance_differs", told, text)
