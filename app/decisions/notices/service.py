"""The officer's verbs on prior notice."""

from datetime import date

from app.applications.service import Applications
from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import Ref, VedtakId
from app.decisions.appeals.papers import PREFIX, Copies, Made
from app.decisions.model import Vedtak, VedtakState
from app.decisions.notices import rules, store
from app.decisions.notices.model import NoticeDraft, NoticeDue, NoticeLetter, PriorNotice
from app.decisions.notices.prints import notice_letter
from app.decisions.service import Decisions
from app.documents.model import Document
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database

DAYS = "local.advance_notice_days"


class AdvanceNotices:
    """Tell before something is taken away, and weigh what is answered (FV-04)."""

    def __init__(
        self,
        db: Database,
        decisions: Decisions,
        applications: Applications,
        people: People,
        letters: Letters,
        settings: Settings,
        copies: Copies,
    ) -> None:
        self._db = db
        self._decisions = decisions
        self._applications = applications
        self._people = people
        self._letters = letters
        self._settings = settings
        self._copies = copies

    def of(self, vedtak: VedtakId) -> tuple[PriorNotice, ...]:
        """Every notice on a vedtak, oldest first."""
        return store.of(self._db, vedtak)

    def get(self, notice: int) -> PriorNotice:
        """One notice; NotFound when there is none."""
        found = store.get(self._db, notice)
        if found is None:
            raise NotFound("notice_not_found")
        return found

    def due(self, on: date | None = None) -> tuple[NoticeDue, ...]:
        """Those answered, or past their last day, that nobody has weighed (AL-08)."""
        return store.due(self._db, on or self._today)

    def usual_day(self) -> date:
        """The last day to answer that the municipality's own days give, from today."""
        return rules.answer_day(self._today, self._days)

    def check(self, draft: NoticeDraft) -> tuple[Problem, ...]:
        """What is wrong with a notice."""
        return rules.check(draft, self._today, self._days)

    def preview(self, vedtak: VedtakId, draft: NoticeDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._document(self._issued(vedtak), draft, as_draft=True)

    def issue(self, vedtak: VedtakId, draft: NoticeDraft) -> Made:
        """Finish the letter and put it under «Skal sendes»; final. `OnPaper` as for a vedtak."""
        known = self._issued(vedtak)
        demand(self.check(draft))
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        person = self._person(known)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, known.number)
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        document = self._document(known, draft, as_draft=False)
        with self._db.unit("prior_notice.issued", Ref("vedtak", vedtak), final=True) as unit:
            case = Ref("prior_notice", store.insert(unit, vedtak, draft))
            made = issue(
                unit,
                document,
                kind=DocumentKind.PRIOR_NOTICE,
                number=document.reference,
                case=case,
                person=person.id,
                to_send=True,
            )
            if not strict:
                self._copies.issue(unit, document, DocumentKind.PRIOR_NOTICE, case, person.id)
            return made

    def answered(self, notice: int, day: date, answer: str) -> None:
        """What the person said, and when; Invalid without words."""
        known = self.get(notice)
        problems = rules.check_answer(day, known.issued_on, self._today)
        if not answer.strip():
            problems += (Problem("answer", "reason_missing"),)
        demand(problems)
        with self._db.unit("prior_notice.answered", Ref("vedtak", known.vedtak)) as unit:
            unit.update("prior_notice", notice, answered_on=day, answer=answer.strip())

    def weigh(self, notice: int) -> None:
        """The office has read the answer, or seen that none came in time, and goes on.

        Invalid while the person may still answer.
        """
        known = self.get(notice)
        if known.answered_on is None and self._today <= known.answer_by:
            facts: dict[str, object] = {"last": known.answer_by}
            raise Invalid([Problem("weighed_on", "reversal_notice_runs", "FV-04", facts=facts)])
        with self._db.unit("prior_notice.weighed", Ref("vedtak", known.vedtak)) as unit:
            unit.update("prior_notice", notice, weighed_on=unit.today)

    def _document(self, vedtak: Vedtak, draft: NoticeDraft, *, as_draft: bool) -> Document:
        person = self._person(vedtak)
        hidden = as_draft and person.protection is not AddressProtection.NONE
        sender = self._decisions.sender(person, () if hidden else window(person), as_draft)
        letter = NoticeLetter(
            vedtak=vedtak,
            draft=draft,
            sender=sender,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            copies=self._copies.names(person.id),
        )
        text = self._settings.text("prior_notice", sender.language, self._today)
        return notice_letter(letter, text)

    def _issued(self, vedtak: VedtakId) -> Vedtak:
        known = self._decisions.get(vedtak)
        if known.state is VedtakState.DRAFT:
            raise OfficeError("notice_without_vedtak")
        return known

    def _person(self, vedtak: Vedtak) -> Person:
        return self._people.get(self._applications.get(vedtak.application).applicant)

    @property
    def _days(self) -> int:
        return self._settings.parameters.whole(DAYS, self._today)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
