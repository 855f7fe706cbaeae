"""The officer's verbs on vedtak."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.allocation.service import Allocation
from app.applications.model import Application, ApplicationState
from app.applications.service import Applications
from app.core.dated import Starts
from app.core.deadlines import Deadline
from app.core.errors import Conflict, NotFound, OfficeError, Problem, demand
from app.core.ids import ApplicationId, DocumentId, DwellingId, PersonId, Ref, VedtakId
from app.decisions import list_store, rules, store
from app.decisions.appeals import rules as appeal_rules
from app.decisions.appeals import store as appeal_store
from app.decisions.content.rules import Around, belonging
from app.decisions.copies import issue_copies
from app.decisions.foundations import Foundations
from app.decisions.grounds import Grounds, Spokesmen
from app.decisions.model import (
    LetterFrom,
    Vedtak,
    VedtakDraft,
    VedtakLetter,
    VedtakResult,
    VedtakRow,
    VedtakState,
)
from app.decisions.papers import Papers
from app.decisions.prefill import prefilled
from app.decisions.reasons.rules import by_letter
from app.decisions.reversals import store as reversal_store
from app.decisions.reversals.effect import replace_old
from app.documents.model import Document
from app.dwellings.service import Dwellings
from app.letters.model import DocumentKind, DocumentState, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, HeldAddress, Person
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

_BECOMES = {
    VedtakResult.GRANTED: ApplicationState.GRANTED_WAITING,
    VedtakResult.PARTLY_GRANTED: ApplicationState.GRANTED_WAITING,
    VedtakResult.REFUSED: ApplicationState.REFUSED,
    VedtakResult.DISMISSED: ApplicationState.DISMISSED,
}


class Decisions:
    """Draft, check, preview, issue; and the right to appeal."""

    def __init__(
        self,
        db: Database,
        applications: Applications,
        dwellings: Dwellings,
        people: People,
        letters: Letters,
        settings: Settings,
        allocation: Allocation,
    ) -> None:
        self._db = db
        self._applications = applications
        self._dwellings = dwellings
        self._people = people
        self._letters = letters
        self._settings = settings
        self._allocation = allocation
        self._papers = Papers(applications, people, settings, db.clock, self._replaced)
        self._foundations = Foundations(applications, settings, db.clock)
        self._spokesmen: Spokesmen | None = None

    def know_grounds(self, grounds: Grounds) -> None:
        """Ask there how the criteria stand."""
        self._foundations.know_grounds(grounds)

    def know_spokesmen(self, spokesmen: Spokesmen) -> None:
        """Ask there who else gets the letters."""
        self._spokesmen = spokesmen
        self._papers.know_spokesmen(spokesmen)

    def rows(self, application: ApplicationId | None = None) -> tuple[VedtakRow, ...]:
        """Every vedtak, or those of one application, the newest first."""
        return list_store.rows(self._db, application)

    def get(self, vedtak: VedtakId) -> Vedtak:
        """One vedtak with its stored state; NotFound when there is none."""
        found = store.get(self._db, vedtak)
        if found is None:
            raise NotFound("vedtak_not_found")
        return found

    def draft(self, application: ApplicationId) -> VedtakId:
        """The draft for an application: the one there is, or a new one with what is known.

        One granted in a list taken over has no vedtak here, and may get one. Conflict
        application_decided when it has been answered.
        """
        known = self._applications.get(application)
        rows = self.rows(application)
        for row in rows:
            if row.state is VedtakState.DRAFT:
                return row.id
        taken_over = known.state is ApplicationState.GRANTED_WAITING and not rows
        if not known.state.undecided and not taken_over:
            raise Conflict("application_decided", state=known.state.value)
        with self._db.unit("vedtak.drafted") as unit:
            number = store.next_number(self._db, unit.today.year)
            vedtak = store.insert(unit, number, application, self._prefilled(known))
            unit.about(Ref("vedtak", vedtak))
        return vedtak

    def _prefilled(self, application: Application) -> VedtakDraft:
        basis = self._foundations.legal_basis(application)
        years = self._settings.parameters.whole("hl.min_term_years", self._today)
        return prefilled(application, basis, self._settings.profile.name, 12 * years)

    def suggested_reasons(self, vedtak: VedtakId) -> dict[str, str]:
        """The blocks of the reasons as the evaluation has them, by field, in the letter's language.

        Of help and stays only the rules are known; the rest is for the officer to write.
        """
        known = self.get(vedtak)
        return self._foundations.suggested(known, self._applicant(known).language)

    def save_draft(self, vedtak: VedtakId, draft: VedtakDraft) -> None:
        """What the form holds now, right or not; OfficeError vedtak_issued once it is issued."""
        known = self._drafted(vedtak)
        if draft == known.draft:
            return
        with self._db.unit("vedtak.draft_saved", Ref("vedtak", vedtak)) as unit:
            store.update(unit, vedtak, draft)

    def discard(self, vedtak: VedtakId) -> None:
        """Throw a draft away."""
        self._drafted(vedtak)
        with self._db.unit("vedtak.draft_discarded", Ref("vedtak", vedtak)) as unit:
            reversal_store.forget(unit, vedtak)
            store.delete(unit, vedtak)

    def check(self, vedtak: VedtakId, draft: VedtakDraft | None = None) -> tuple[Problem, ...]:
        """What must be put right before it can be issued; of a draft not saved, if given."""
        known = self.get(vedtak)
        draft = draft or known.draft
        around = self._around(known, draft)
        return rules.check(draft, self._settings.parameters, self._today, around)

    def _around(self, known: Vedtak, draft: VedtakDraft) -> Around:
        dwelling = draft.dwelling
        around = self._foundations.around(known, self._applicant(known).protection)
        return replace(
            around,
            status=None if dwelling is None else self._dwellings.get(dwelling).status,
            granted=around.granted and reversal_store.of(self._db, known.id) is None,
        )

    def preview(self, vedtak: VedtakId) -> Document:
        """The letter as the draft would have it, marked as one; it may still lack parts."""
        return self._papers.letter(self._drafted(vedtak), draft=True)

    def issue(self, vedtak: VedtakId) -> DocumentId | OnPaper:
        """Decide: letter, state of the application and dwelling in one unit that is never undone.

        Invalid with what is missing. For strengt fortrolig the letter is given as `OnPaper`, to
        be printed now, and is not kept (ADR-02).
        """
        known = self._drafted(vedtak)
        demand(self.check(vedtak))
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        applicant = self._applicant(known)
        if applicant.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(applicant.id, known.number)
        with self._db.unit("vedtak.issued", Ref("vedtak", vedtak), final=True) as unit:
            return self._issue(unit, known, applicant)

    def _issue(self, unit: Unit, known: Vedtak, applicant: Person) -> DocumentId | OnPaper:
        settled = replace(known, draft=belonging(known.draft))
        if settled.draft != known.draft:
            store.update(unit, known.id, settled.draft)
        known = settled
        store.set_issued(unit, known.id, self._foundations.versions(known, unit.today))
        self._foundations.keep(unit, known)
        becomes = _BECOMES[known.draft.result]
        if known.draft.result.grants and not known.draft.kind.dwells:
            becomes = ApplicationState.GRANTED
        reversal = reversal_store.of(self._db, known.id)
        self._applications.set_state(
            unit,
            known.application,
            becomes,
            unit.today,
            known.number,
            by_reversal=reversal is not None,
        )
        if known.draft.dwelling is not None:
            self._allocation.allocate(
                unit, known.id, known.draft.dwelling, unit.today, known.number
            )
        strict = applicant.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        made = issue(
            unit,
            self._papers.letter(known, draft=False),
            kind=DocumentKind.VEDTAK,
            number=known.number,
            case=Ref("vedtak", known.id),
            person=applicant.id,
            to_send=True,
        )
        if reversal is not None:
            letter = made.id if isinstance(made, OnPaper) else made
            replace_old(unit, self._db, self._letters, reversal, known.number, letter)
        if self._spokesmen is not None and not strict:
            at = self._papers, self._letters
            issue_copies(unit, known, applicant.id, self._spokesmen, at)
        return made

    def answered(self, applications: Iterable[ApplicationId]) -> dict[ApplicationId, date]:
        """The first day a vedtak on each was issued (FV-02)."""
        return list_store.issued(self._db, applications)

    def appeal_deadline(self, vedtak: VedtakId) -> Deadline | None:
        """The weeks of its legal basis from the day the letter arrived (FV-11).

        None while none is on its way, and while reasons that were asked for are not sent (FV-12).
        """
        document = self._document(vedtak)
        if document is None:
            return None
        parameters = self._settings.parameters
        counting = self._letters.counted_from(document, Starts.ARRIVED, parameters)
        if counting.day is None or counting.returned:
            return None
        post_days = parameters.whole("local.post_days", counting.day)
        demands = by_letter(
            appeal_store.demands(self._db, vedtak),
            lambda letter: self._letters.counted_from(letter, Starts.ARRIVED, parameters),
        )
        start = appeal_rules.restarted(counting.day, demands, post_days)
        if start is None:
            return None
        return appeal_rules.appeal_deadline(parameters, start, self.get(vedtak).draft.appeal_weeks)

    def state(self, vedtak: VedtakId) -> VedtakState:
        """How far it has come today, by its letter and the appeal deadline."""
        known = self.get(vedtak)
        sent = self._letters.sent_on(Ref("vedtak", vedtak), DocumentKind.VEDTAK)
        deadline = self.appeal_deadline(vedtak) if sent else None
        return rules.state_on(known.state, sent, deadline.moved if deadline else None, self._today)

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Vedtak that name the dwelling a person got (ADR-05)."""
        found = store.naming_dwelling(self._db, people)
        return tuple(HeldAddress(ref, person) for ref, person in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Take the dwelling out of them; the vedtak itself stands."""
        for held in self.holding(people):
            unit.update("vedtak", held.ref.id, dwelling=None, stay_where="")
        return ()

    def _replaced(self, vedtak: VedtakId) -> Vedtak | None:
        reversal = reversal_store.of(self._db, vedtak)
        return None if reversal is None else self.get(reversal.reverses)

    def _document(self, vedtak: VedtakId) -> DocumentId | None:
        standing = (
            row.id
            for row in self._letters.of(Ref("vedtak", vedtak))
            if row.kind is DocumentKind.VEDTAK and row.state is not DocumentState.ANNULLED
        )
        return next(standing, None)

    def _drafted(self, vedtak: VedtakId) -> Vedtak:
        known = self.get(vedtak)
        if known.state is not VedtakState.DRAFT:
            raise OfficeError("vedtak_issued", number=known.number)
        return known

    def _applicant(self, vedtak: Vedtak) -> Person:
        return self._people.get(self._applications.get(vedtak.application).applicant)

    def told(self, vedtak: Vedtak, *, draft: bool) -> VedtakLetter:
        """What a letter about the vedtak says today, its right to appeal counted anew."""
        return self._papers.told(vedtak, draft=draft)

    def sender(self, to: Person, recipient: tuple[str, ...], draft: bool) -> LetterFrom:
        """Who writes to that person now, in that person's language."""
        return self._papers.sender(to, recipient, draft)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
