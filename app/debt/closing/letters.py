"""Gathers what the closing letter says, and issues it."""

from app.core.errors import OfficeError, Problem, demand
from app.core.ids import DebtCaseId, Ref
from app.debt.case_letters import DebtLetters
from app.debt.closing import rules
from app.debt.closing.model import FarewellDraft, FarewellPaper
from app.debt.closing.prints import closing_letter
from app.debt.closing.service import DebtClosings
from app.debt.measures.model import NOTHING, DebtMeasureState
from app.debt.measures.service import DebtMeasures
from app.debt.model import DebtCase
from app.debt.plans.service import PaymentPlans
from app.debt.service import DebtCases
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.letters.model import DocumentKind, DocumentRow, DocumentState
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database


class ClosingLetters:
    """To the person, when the work has ended (GJ-10)."""

    def __init__(
        self,
        db: Database,
        cases: DebtCases,
        closings: DebtClosings,
        measures: DebtMeasures,
        plans: PaymentPlans,
        letters: DebtLetters,
        kept: Letters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._cases = cases
        self._closings = closings
        self._measures = measures
        self._plans = plans
        self._letters = letters
        self._kept = kept
        self._settings = settings

    def possible(self, case: DebtCase) -> bool:
        """Whether there is somebody to write to about an end."""
        return case.closed_on is not None and case.outcome not in rules.NO_LETTER

    def made(self, case: DebtCaseId) -> DocumentRow | None:
        """The newest that stands; None while nobody has written one."""
        rows = (
            each
            for each in self._kept.of(Ref("debt_case", case))
            if each.kind is DocumentKind.DEBT_CLOSING and each.state is not DocumentState.ANNULLED
        )
        return max(rows, key=lambda each: each.id, default=None)

    def drafted(self, case: DebtCaseId) -> FarewellDraft:
        """What is known of what we came to: nothing that the officer has not written."""
        words = [each.words for each in self._cases.endings(case) if each.outcome is not None]
        return FarewellDraft(agreed=words[-1] if words else "")

    def check(self, case: DebtCaseId, draft: FarewellDraft) -> tuple[Problem, ...]:
        """What stands between the letter and its print. OfficeError where there is none to write:
        debt_not_closed, debt_farewell_nobody.
        """
        self._closed(case)
        return rules.check_farewell(draft, self._settings.profile.phone)

    def preview(self, case: DebtCaseId, draft: FarewellDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._document(self._closed(case), draft, as_draft=True)

    def issue(self, case: DebtCaseId, draft: FarewellDraft) -> Made:
        """Finish it, under «Skal sendes»; final. On paper alone for strengt fortrolig (ADR-02).

        OfficeError debt_not_closed, debt_farewell_nobody; Invalid beside the field.
        """
        known = self._closed(case)
        demand(self.check(case, draft))
        self._letters.demand_officer()
        document = self._document(known, draft, as_draft=False)
        self._letters.show_address(known.person, document.reference)
        with self._db.unit(
            "debt_closing.letter_issued", Ref("debt_case", case), final=True
        ) as unit:
            kind = DocumentKind.DEBT_CLOSING
            return self._letters.issue_on_case(unit, case, known.person, document, kind)

    def _closed(self, case: DebtCaseId) -> DebtCase:
        known = self._cases.get(case)
        if known.closed_on is None:
            raise OfficeError("debt_not_closed")
        if known.outcome in rules.NO_LETTER:
            raise OfficeError("debt_farewell_nobody")
        return known

    def _document(self, case: DebtCase, draft: FarewellDraft, *, as_draft: bool) -> Document:
        if case.closed_on is None or case.outcome is None:
            raise OfficeError("debt_not_closed")
        sender = self._letters.to_person(case.person, as_draft=as_draft)
        settlement = self._measures.settlement(case.id)
        days = None if settlement is None else self._measures.days_of(settlement)
        running = settlement is not None and settlement.state is DebtMeasureState.AGREED
        plan = self._plans.current(case.id)
        paper = FarewellPaper(
            draft=draft,
            sender=sender,
            number=self._letters.number(sender),
            case=case.id,
            case_number=case.number,
            started_on=case.started_on,
            closed_on=case.closed_on,
            outcome=case.outcome,
            effect=self._closings.effect(case.id),
            measures=self._measures.of(case.id),
            settlement_until=days.ends_on if days is not None and running else None,
            plan_left=NOTHING if plan is None else self._plans.keeping(plan).left,
        )
        return closing_letter(paper, self._letters.text("debt_closing", sender))
