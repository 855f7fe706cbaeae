"""Gathers what the letter about missing papers says, and issues it."""

from app.core.errors import Problem, demand
from app.core.ids import DebtCaseId, Ref
from app.debt.book import DebtBook
from app.debt.case_letters import DebtLetters
from app.debt.papers import rules
from app.debt.papers.model import PaperLetter, PaperLetterDraft
from app.debt.papers.prints import papers_letter
from app.debt.papers.service import DebtPapers
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database


class DebtPaperLetters:
    """«Papirer vi mangler», to the person."""

    def __init__(
        self,
        db: Database,
        book: DebtBook,
        papers: DebtPapers,
        letters: DebtLetters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._book = book
        self._papers = papers
        self._letters = letters
        self._settings = settings

    def drafted(self, case: DebtCaseId) -> PaperLetterDraft:
        """All that are still to come, by the day the office usually gives."""
        kinds = rules.asked_first(self._papers.of(case))
        return PaperLetterDraft(kinds, self._papers.answer_by())

    def check(self, draft: PaperLetterDraft) -> tuple[Problem, ...]:
        """What stands between the letter and its print."""
        found = rules.check_letter(draft, self._db.clock.today())
        if not self._settings.profile.phone.strip():
            found += (Problem("phone", "debt_papers_no_phone", "FV-03"),)
        return found

    def preview(self, case: DebtCaseId, draft: PaperLetterDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._document(case, draft, as_draft=True)

    def issue(self, case: DebtCaseId, draft: PaperLetterDraft) -> Made:
        """Finish it, under «Skal sendes»; final. The papers stand as asked for with their day.

        On paper alone for strengt fortrolig (ADR-02). Invalid beside the field.
        """
        demand(self.check(draft))
        self._letters.demand_officer()
        person = self._book.get(case).person
        document = self._document(case, draft, as_draft=False)
        self._letters.show_address(person, document.reference)
        with self._db.unit("debt_papers.letter_issued", Ref("debt_case", case), final=True) as unit:
            kind = DocumentKind.DEBT_PAPERS
            made = self._letters.issue_on_case(unit, case, person, document, kind)
            kinds = rules.in_order(draft.kinds)
            self._papers.asked_in(unit, case, kinds, draft.answer_by, document.reference)
            return made

    def _document(self, case: DebtCaseId, draft: PaperLetterDraft, *, as_draft: bool) -> Document:
        sender = self._letters.to_person(self._book.get(case).person, as_draft=as_draft)
        letter = PaperLetter(
            rules.in_order(draft.kinds),
            draft.answer_by,
            draft.words,
            sender,
            self._letters.number(sender),
        )
        return papers_letter(letter, self._letters.text("debt_papers", sender))
