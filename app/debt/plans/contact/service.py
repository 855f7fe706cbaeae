"""The officer's verbs on the first letters to creditors, and on what they answer."""

from datetime import date

from app.core.errors import NotFound, Problem, demand
from app.core.ids import CreditorId, DebtCaseId, Ref
from app.debt.claims.model import Creditor
from app.debt.model import AdviceStage
from app.debt.plans.book import GoOn, PlanBook, one_by_one, permitted
from app.debt.plans.contact import rules as letter_rules
from app.debt.plans.contact import store as letter_store
from app.debt.plans.contact.model import (
    CreditorLetter,
    CreditorLetterKind,
    LettersMade,
    OpeningAnswer,
    OpeningDraft,
    Receiver,
)
from app.debt.plans.paper_model import ClaimLine, OpeningPaper
from app.debt.plans.prints import creditor_opening
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import document_of
from app.letters.model import DocumentKind


def always(_done: int, _of: int) -> bool:
    """Go on to the last."""
    return True


def address_of(creditor: Creditor) -> tuple[str, ...]:
    """The address lines of a creditor."""
    draft = creditor.draft
    place = f"{draft.postal_code} {draft.postal_place}".strip()
    return tuple(line for line in (*draft.address.splitlines(), place) if line.strip())


class CreditorLetters:
    """Pause and an itemised claim are asked for, one letter to each who is paid (GJ-06)."""

    def __init__(self, book: PlanBook) -> None:
        self._book, self._from = book, book.sources
        self._db = self._from.db

    def of(self, case: DebtCaseId, on: date | None = None) -> tuple[CreditorLetter, ...]:
        """Every letter of a case to creditors, oldest first."""
        return self._book.letters(case, on)

    def receivers(self, case: DebtCaseId, on: date | None = None) -> tuple[Receiver, ...]:
        """Whom open claims are paid to, what comes first first (GJ-05)."""
        return self._book.receivers(case, on)

    def get(self, letter: int) -> CreditorLetter:
        """One letter; NotFound creditor_letter_not_found."""
        for each in self._book.all_letters():
            if each.id == letter:
                return each
        raise NotFound("creditor_letter_not_found")

    def permits(self, case: DebtCaseId) -> tuple[Problem, ...]:
        """What stands between the office and any letter to a creditor (PV-02)."""
        return self._book.permits(case)

    def drafted(self, case: DebtCaseId) -> OpeningDraft:
        """To everyone who has not got one, with the days the municipality has set."""
        parameters = self._from.settings.parameters
        return letter_rules.usual_opening(self.receivers(case), parameters, self._book.today)

    def check(self, case: DebtCaseId, draft: OpeningDraft) -> tuple[Problem, ...]:
        """What stands between the draft and the letters; no address is only told."""
        found = letter_rules.check_opening(draft, self.receivers(case), self._book.today)
        return (*self.permits(case), *found)

    def preview(self, case: DebtCaseId, draft: OpeningDraft) -> Document:
        """The letter to the first of them, as a draft. Invalid with what it lacks."""
        demand(letter_rules.check_opening(draft, self.receivers(case), self._book.today))
        permitted(self.permits(case))
        first = next(each for each in self.receivers(case) if each.id in draft.receivers)
        return self._document(case, first, draft, as_draft=True)

    def write(self, case: DebtCaseId, draft: OpeningDraft, go_on: GoOn = always) -> LettersMade:
        """A letter to each, one by one, under «Skal sendes»; final. Stops at a whole letter.

        Invalid beside the field; OfficeError while nobody has agreed to it.
        """
        demand(letter_rules.check_opening(draft, self.receivers(case), self._book.today))
        permitted(self.permits(case))
        self._from.letters.demand_officer()
        return one_by_one(draft.receivers, go_on, lambda who: self._write(case, who, draft))

    def _write(self, case: DebtCaseId, creditor: CreditorId, draft: OpeningDraft) -> Made:
        known, person = self._receiver(case, creditor), self._book.case(case).person
        document = self._document(case, known, draft, as_draft=False)
        kind = DocumentKind.CREDITOR_OPENING
        with self._db.unit(
            "creditor_letter.opening_issued", Ref("debt_case", case), final=True
        ) as unit:
            made = self._from.letters.issue_on_case(unit, case, person, document, kind)
            letter_store.insert(
                unit,
                case,
                creditor,
                CreditorLetterKind.OPENING,
                draft.answer_by or unit.today,
                document_of(made),
            )
            self._from.cases.reached(unit, case, AdviceStage.CONTACTING, unit.today)
            return made

    def _receiver(self, case: DebtCaseId, creditor: CreditorId) -> Receiver:
        for each in self.receivers(case):
            if each.id == creditor:
                return each
        raise NotFound("creditor_not_found")

    def _document(
        self, case: DebtCaseId, to: Receiver, draft: OpeningDraft, *, as_draft: bool
    ) -> Document:
        letters, known = self._from.letters, self._book.case(case)
        whose, consent = letters.whose(known.person), self._book.consent(case)
        sender = letters.to_body(
            known.person, to.creditor.name, address_of(to.creditor), as_draft=as_draft
        )
        today = self._book.today
        paper = OpeningPaper(
            sender=sender,
            number=letters.number(sender),
            name=known.name,
            born=whose.birth_date,
            agreed_on=consent.since if consent else today,
            lines=tuple(
                ClaimLine(each.creditor_name, each.draft.reference.strip(), each.owed)
                for each in to.claims
            ),
            answer_by=draft.answer_by or today,
            pause_until=draft.pause_until or today,
            words=draft.words,
        )
        return creditor_opening(paper, letters.text("creditor_opening", sender))

    # answers

    def check_answer(self, letter: int, answer: OpeningAnswer) -> tuple[Problem, ...]:
        """What is wrong with an answer, beside the field."""
        return letter_rules.check_opening_answer(self.get(letter), answer, self._book.today)

    def answered(self, letter: int, answer: OpeningAnswer) -> None:
        """A creditor has answered, in a letter or aloud. Invalid beside the field."""
        known = self.get(letter)
        demand(self.check_answer(letter, answer))
        with self._db.unit("creditor_letter.answered", Ref("debt_case", known.case)) as unit:
            letter_store.add_answer(unit, letter, answer)
