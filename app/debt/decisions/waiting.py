"""The letter to one who waits: the day, why, and whom to ring (FV-02)."""

from datetime import date

from app.core.errors import Problem, demand
from app.core.ids import DebtCaseId, Ref
from app.debt.decisions import rules, waiting_store
from app.debt.decisions.model import WaitingDraft, WaitingLetter, WaitingPaper
from app.debt.decisions.papers import VedtakPapers
from app.debt.decisions.service import DebtDecisions
from app.debt.decisions.waiting_prints import waiting_letter
from app.debt.service import DebtCases
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.storage.database import Database


class DebtWaitingLetters:
    """Preview, issue; what was told before. It answers nobody until it is sent."""

    def __init__(
        self, db: Database, cases: DebtCases, decisions: DebtDecisions, papers: VedtakPapers
    ) -> None:
        self._db = db
        self._cases = cases
        self._decisions = decisions
        self._papers = papers

    def of(self, case: DebtCaseId) -> tuple[WaitingLetter, ...]:
        """Those of a case, the newest first."""
        return waiting_store.of(self._db, case)

    def drafted(self, case: DebtCaseId) -> WaitingDraft:
        """With the day that is known: of the start that is set, else when the vedtak comes.

        Where nothing is decided the letter tells of the answer; the start is told in the vedtak.
        """
        known = self._cases.get(case)
        if known.decided is not None:
            return WaitingDraft(known.starts_on or self._decisions.expected(case))
        return WaitingDraft(self._decisions.answer_by(known))

    def check(self, case: DebtCaseId, draft: WaitingDraft) -> tuple[Problem, ...]:
        """What stands between the letter and its print."""
        return rules.check_waiting(draft, self._cases.get(case), self._today)

    def preview(self, case: DebtCaseId, draft: WaitingDraft) -> Document:
        """The letter as a draft; Invalid with what is missing."""
        demand(self.check(case, draft))
        return self._document(case, draft, as_draft=True)

    def issue(self, case: DebtCaseId, draft: WaitingDraft) -> Made:
        """Finish it, under «Skal sendes»; final. On paper alone for strengt fortrolig (ADR-02)."""
        demand(self.check(case, draft))
        letters, known = self._papers.letters, self._cases.get(case)
        letters.demand_officer()
        document = self._document(case, draft, as_draft=False)
        letters.show_address(known.person, document.reference)
        about, kind = Ref("debt_case", case), DocumentKind.DEBT_WAITING_LETTER
        with self._db.unit("debt_waiting_letter.issued", about, final=True) as unit:
            made = letters.issue_on_case(unit, case, known.person, document, kind)
            if not letters.strict(known.person):
                copy = DocumentKind.DEBT_WAITING_LETTER_COPY
                self._papers.copies.issue(unit, document, copy, about, known.person)
            answer_by = draft.answer_by or unit.today
            waiting_store.add(unit, case, answer_by, draft.delay, draft.reason, document_of(made))
            return made

    def _document(self, case: DebtCaseId, draft: WaitingDraft, *, as_draft: bool) -> Document:
        known, letters = self._cases.get(case), self._papers.letters
        sender = letters.to_person(known.person, as_draft=as_draft)
        paper = WaitingPaper(
            draft=draft,
            answer_by=draft.answer_by or self._today,
            sender=sender,
            number=letters.number(sender),
            received_on=known.received_on,
            granted=known.decided is not None and known.decided.granted,
            copies=self._papers.copies.names(known.person),
        )
        return waiting_letter(paper, letters.text("debt_waiting_letter", sender))

    @property
    def _today(self) -> date:
        return self._db.clock.today()
