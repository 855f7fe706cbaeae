"""Letters about unpaid rent: reckoned, read through, finished, and counted when they are sent."""

from collections.abc import Callable, Sequence
from datetime import date

from app.arrears import rules as owing
from app.arrears.model import RentAccount, RentChargeKind, Tenancy
from app.arrears.service import Arrears
from app.arrears.steps import fees, store
from app.arrears.steps.claims import rules
from app.arrears.steps.claims.model import (
    ArrearsLetter,
    ClaimDraft,
    ClaimPlan,
    NotReminded,
    RemindersMade,
)
from app.arrears.steps.claims.prints import TEXTS, arrears_letter
from app.arrears.steps.interest import late_interest
from app.arrears.steps.model import (
    AgreementStanding,
    ArrearsRow,
    ArrearsStep,
    ArrearsStepKind,
    ProposedKind,
)
from app.arrears.steps.service import STRICT, ArrearsSteps
from app.core.errors import Invalid, OfficeError, Problem, demand
from app.core.ids import DocumentId, LeaseId, Ref
from app.core.money import Ore
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import LeaseLetters, document_of
from app.leases.model import Lease
from app.leases.service import Leases
from app.letters.model import DocumentKind, Issued
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

KINDS = {
    ArrearsStepKind.FRIENDLY_REMINDER: DocumentKind.FRIENDLY_REMINDER,
    ArrearsStepKind.REMINDER: DocumentKind.RENT_REMINDER,
    ArrearsStepKind.COLLECTION_NOTICE: DocumentKind.COLLECTION_NOTICE,
    ArrearsStepKind.PAYMENT_DEMAND: DocumentKind.PAYMENT_DEMAND,
}
ANNULLED = "Brevet kravet sto i, er annullert."
GoOn = Callable[[int, int], bool]
"""Told how many are done of how many; False asks to stop."""


class ArrearsLetters:
    """The four letters of the money track (DOC-13)."""

    def __init__(
        self,
        db: Database,
        arrears: Arrears,
        steps: ArrearsSteps,
        leases: Leases,
        lease_letters: LeaseLetters,
        letters: Letters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._arrears = arrears
        self._steps = steps
        self._leases = leases
        self._papers = lease_letters
        self._settings = settings
        letters.know_watcher(self)

    # before it is made

    def plan(self, lease: LeaseId, kind: ArrearsStepKind, draft: ClaimDraft) -> ClaimPlan:
        """The sums of a letter, reckoned for the day it is to go out."""
        account, steps = self._arrears.account(lease), self._steps.of(lease)
        return rules.plan(kind, account, steps, draft, self._today, self._settings.parameters)

    def check(
        self, lease: LeaseId, kind: ArrearsStepKind, draft: ClaimDraft
    ) -> tuple[Problem, ...]:
        """What keeps it from being made, beside its field."""
        standing = self._steps.standing(lease)
        found = rules.check(self.plan(lease, kind, draft), draft, standing, self._today)
        if kind.formal and standing.agreement is AgreementStanding.KEPT:
            return (Problem("send_on", "arrears_is_agreed"), *found)
        return found

    def preview(self, lease: LeaseId, kind: ArrearsStepKind, draft: ClaimDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        tenancy = self._open_to(lease)
        return self._document(tenancy, self.plan(lease, kind, draft), draft, as_draft=True)

    # made and sent

    def issue(
        self, lease: LeaseId, kind: ArrearsStepKind, draft: ClaimDraft, *, month: str = ""
    ) -> Made:
        """Finish it and put it under «Skal sendes»; final. It counts from the day it is sent.

        `month` names the round it is made in, «2026-11».
        """
        tenancy = self._open_to(lease)
        demand(self.check(lease, kind, draft))
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        known = self._lease(tenancy)
        self._papers.show_address(known)
        found = self.plan(lease, kind, draft)
        document = self._document(tenancy, found, draft, as_draft=False)
        copy = DocumentKind.ARREARS_LETTER_COPY
        subject = Ref("lease", tenancy.lease)
        with self._db.unit("arrears.letter_issued", subject, final=True) as unit:
            made = self._papers.issue(unit, known, document, KINDS[kind], copy=copy)
            store.insert(unit, self._step(tenancy, found, document_of(made), month))
            return made

    def friendly(self) -> tuple[ArrearsRow, ...]:
        """Everyone a friendly reminder can be written to today, in the order of the list."""
        kind = ProposedKind.FRIENDLY_CONTACT
        return tuple(row for row in self._steps.proposals() if row.next.kind is kind and row.ready)

    def remind_all(self, chosen: Sequence[LeaseId], go_on: GoOn) -> RemindersMade:
        """A friendly reminder to each, one whole letter after the other; stops between two."""
        kind, draft = ArrearsStepKind.FRIENDLY_REMINDER, ClaimDraft(self._today)
        made, not_made, month = list[DocumentId](), list[NotReminded](), f"{self._today:%Y-%m}"
        for place, lease in enumerate(chosen):
            if not go_on(place, len(chosen)):
                return RemindersMade(tuple(made), tuple(not_made), len(chosen) - place)
            number = self._arrears.tenancy(lease).number
            try:
                made.append(document_of(self.issue(lease, kind, draft, month=month)))
            except Invalid as error:
                not_made.append(NotReminded(lease, number, error.problems[0].code))
            except OfficeError as error:
                not_made.append(NotReminded(lease, number, error.code))
        return RemindersMade(tuple(made), tuple(not_made))

    def letter_sent(self, unit: Unit, letter: Issued, day: date) -> None:
        """The deadline runs and what it claims is owed from the day it is sent (INK-02, INK-03)."""
        step = store.by_document(self._db, letter.id)
        if step is None or not step.kind.formal:
            return
        parameters = self._settings.parameters
        until = fees.pay_by(step.kind, day, parameters)
        pay_by = max(until.moved, step.pay_by or until.moved)
        known: dict[str, object] = {"nominal": until.nominal, "pay_by": pay_by}
        if not store.sent_before(self._db, step.id):
            known |= self._claimed(unit, step, letter, day, pay_by)
        unit.update("arrears_step", step.id, **known)

    def letter_annulled(self, unit: Unit, letter: Issued, reason: str) -> None:
        """A letter that does not hold is no step, and what it claimed is taken back."""
        step = store.by_document(self._db, letter.id)
        if step is None:
            return
        gone = {"withdrawn_on": unit.today, "withdrawn_reason": reason or ANNULLED}
        for charge in store.charges_of(self._db, step.id):
            unit.update("rent_charge", charge, **gone)
        unit.update("arrears_step", step.id, **gone)

    def _claimed(
        self, unit: Unit, step: ArrearsStep, letter: Issued, day: date, pay_by: date
    ) -> dict[str, object]:
        """Fee and interest as claims: never more than the letter says, nor than the law lets."""
        account = self._arrears.account(step.lease)
        written_fee, written_interest = store.sums_of(self._db, step.id)
        demanded = step.kind is ArrearsStepKind.PAYMENT_DEMAND
        kind = RentChargeKind.DEMAND_FEE if demanded else RentChargeKind.REMINDER_FEE
        sums = {
            "fee_charge": (kind, min(written_fee, self._fee_now(step, account, day))),
            "interest_charge": (
                RentChargeKind.LATE_INTEREST,
                min(
                    written_interest,
                    late_interest(account, day, self._settings.parameters).unclaimed,
                ),
            ),
        }
        biller = next(each.biller for each in account.charges if each.id in step.claims)
        return {
            column: self._arrears.charge(
                unit, step.lease, what, pay_by, amount, biller=biller, reference=letter.number
            )
            for column, (what, amount) in sums.items()
            if amount
        }

    def _fee_now(self, step: ArrearsStep, account: RentAccount, day: date) -> Ore:
        late = owing.owed(account, day)
        about = [each for each in late.charges if each.charge.id in step.claims]
        others = [each for each in self._steps.of(step.lease) if each.id != step.id]
        return fees.fee(
            step.kind,
            day,
            about,
            others,
            self._settings.parameters,
            objection=bool(late.disputed),
        ).amount

    # what it is made of

    def _step(
        self, tenancy: Tenancy, found: ClaimPlan, document: DocumentId, month: str
    ) -> ArrearsStep:
        return ArrearsStep(
            id=0,
            lease=tenancy.lease,
            kind=found.kind,
            taken_on=self._today,
            document=document,
            nominal=found.until.nominal if found.until else None,
            pay_by=found.until.moved if found.until else None,
            principal=found.principal,
            fee=found.fee.amount,
            interest=found.new_interest,
            no_fee=found.fee.why,
            round=month,
            claims=frozenset(each.charge.id for each in found.claims),
        )

    def _document(
        self, tenancy: Tenancy, found: ClaimPlan, draft: ClaimDraft, *, as_draft: bool
    ) -> Document:
        lease = self._lease(tenancy)
        head = self._papers.head(lease, as_draft=as_draft)
        office = head.sender.office
        biller = next(
            (
                each
                for each in self._arrears.billers()
                if found.claims and each.id == found.claims[0].charge.biller
            ),
            None,
        )
        owned = biller is not None and biller.owner is not None
        letter = ArrearsLetter(
            plan=found,
            sender=head.sender,
            number=head.number,
            lease_number=lease.number,
            address=head.home,
            creditor=biller.name if biller is not None and owned else office.municipality,
            account=lease.draft.account
            or (biller.account if biller else "")
            or office.rent_account,
            kid=lease.draft.kid,
            words=draft.words,
            copies=head.copies,
        )
        return arrears_letter(letter, self._papers.text(TEXTS[found.kind], head.sender))

    def _lease(self, tenancy: Tenancy) -> Lease:
        return self._leases.get(tenancy.lease)

    def _open_to(self, lease: LeaseId) -> Tenancy:
        """A tenancy that may be written to; never one strengt fortrolig (ADR-02)."""
        tenancy = self._arrears.tenancy(lease)
        if tenancy.protection is STRICT:
            raise OfficeError("arrears_on_paper")
        return tenancy

    @property
    def _today(self) -> date:
        return self._db.clock.today()
