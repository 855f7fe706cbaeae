"""Gathers what the letter about the first days says, and issues it."""

from datetime import date

from app.core.errors import OfficeError, Problem, demand
from app.core.ids import EvictionCaseId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.evictions.aftercare import rules, store
from app.evictions.aftercare.model import Aftercare, AfterPaper, LetterDraft
from app.evictions.aftercare.prints import aftercare_letter
from app.evictions.aftercare.service import AftercareCases
from app.evictions.case_letters import CaseLetters
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database


class AftercareLetters:
    """To the household, on the day it lost its home."""

    def __init__(
        self, db: Database, cases: AftercareCases, letters: CaseLetters, settings: Settings
    ) -> None:
        self._db = db
        self._cases = cases
        self._letters = letters
        self._settings = settings

    def drafted(self, case: EvictionCaseId) -> LetterDraft:
        """Filled with what is known: where they stay, the day to fetch by, whom to ring."""
        care = self._care(case)
        fetch, me = care.next_fetch, self._settings.me
        today = self._db.clock.today()
        if fetch is not None and fetch.until < today:  # a day that is over helps nobody
            fetch = next((each for each in care.fetch if each.until >= today), None)
        return LetterDraft(
            sleep="" if care.stay is None else care.stay.where,
            things="" if fetch is None else fetch.kept_where,
            fetch_by=None if fetch is None else fetch.until,
            nothing_left=care.settled is not None,
            call_name=me.name if me else "",
            call_phone=self._settings.profile.phone,
        )

    def check(self, case: EvictionCaseId, draft: LetterDraft) -> tuple[Problem, ...]:
        """What stands between the letter and its print."""
        return rules.check_letter(draft, self._care(case).lost_on)

    def preview(self, case: EvictionCaseId, draft: LetterDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._document(self._care(case), draft, as_draft=True)

    def issue(self, case: EvictionCaseId, draft: LetterDraft) -> Made:
        """Finish it, under «Skal sendes»; final. On paper alone for strengt fortrolig (ADR-02).

        Invalid beside the field with what it lacks (SOT-04, TV-13).
        """
        care = self._care(case)
        demand(self.check(case, draft))
        self._letters.demand_officer()
        person = care.case.person
        document = self._document(care, draft, as_draft=False)
        self._letters.show_address(person, document.reference)
        with self._db.unit(
            "aftercare.letter_issued", Ref("eviction_case", case), final=True
        ) as unit:
            kind = DocumentKind.AFTERCARE_LETTER
            made = self._letters.issue_on_case(unit, case, person, document, kind)
            store.add_letter(unit, case, document_of(made))
            return made

    def _document(self, care: Aftercare, draft: LetterDraft, *, as_draft: bool) -> Document:
        sender = self._letters.to_person(care.case.person, as_draft=as_draft)
        paper = AfterPaper(
            draft=draft,
            sender=sender,
            number=self._letters.number(sender),
            lost_on=care.lost_on,
            moved=care.moved,
            children=bool(care.children),
            second_from=_second(care, draft.fetch_by),
        )
        return aftercare_letter(paper, self._letters.text("aftercare_letter", sender))

    def _care(self, case: EvictionCaseId) -> Aftercare:
        found = self._cases.of(case)
        if found is None:
            raise OfficeError("aftercare_home_not_lost")
        return found


def _second(care: Aftercare, fetch_by: date | None) -> date | None:
    """The end of the second period, while the first one runs (TV-14)."""
    last = care.fetch[-1]
    if fetch_by is None or not last.expected or last.until <= fetch_by:
        return None
    return last.until
