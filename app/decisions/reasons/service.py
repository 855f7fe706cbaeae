"""The officer's verbs on reasons that were asked for."""

from app.applications.service import Applications
from app.core.errors import Conflict, OfficeError, Problem, demand
from app.core.ids import Ref, VedtakId
from app.decisions.appeals import store
from app.decisions.appeals.model import ReasonsDemand
from app.decisions.appeals.papers import PREFIX, Copies, Evaluations, Made
from app.decisions.model import Vedtak
from app.decisions.reasons import rules
from app.decisions.reasons.model import ReasonsDraft, ReasonsLetter
from app.decisions.reasons.prints import reasons_letter
from app.decisions.service import Decisions
from app.documents.model import Document
from app.letters.model import DocumentKind, DocumentState, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database


class Reasons:
    """Write, show and make the letter; the time to complain begins anew when it arrives."""

    def __init__(
        self,
        db: Database,
        decisions: Decisions,
        applications: Applications,
        people: People,
        letters: Letters,
        settings: Settings,
        copies: Copies,
        evaluations: Evaluations,
    ) -> None:
        self._db = db
        self._decisions = decisions
        self._applications = applications
        self._people = people
        self._letters = letters
        self._settings = settings
        self._copies = copies
        self._evaluations = evaluations

    def wanted(self, vedtak: VedtakId) -> ReasonsDemand | None:
        """The demand that nothing answers yet: no day, and no letter that still stands."""
        standing = {
            row.id
            for row in self._letters.of(Ref("vedtak", vedtak))
            if row.state is not DocumentState.ANNULLED
        }
        demands = store.demands(self._db, vedtak)
        unanswered = (
            each for each in demands if each.sent_on is None and each.document not in standing
        )
        return next(unanswered, None)

    def suggested(self, vedtak: VedtakId) -> ReasonsDraft:
        """What the vedtak says already, and the rules it was built on."""
        known = self._decisions.get(vedtak)
        found = self._decisions.suggested_reasons(vedtak)
        rules_text, facts_text, considerations_text = known.draft.reasons
        return ReasonsDraft(
            rules_text or found.get("rules_text", ""),
            facts_text or found.get("facts_text", ""),
            considerations_text,
        )

    def check(self, draft: ReasonsDraft) -> tuple[Problem, ...]:
        """What the letter lacks (FV-09)."""
        return rules.check(draft)

    def preview(self, vedtak: VedtakId, draft: ReasonsDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        known = self._decisions.get(vedtak)
        return self._document(known, self._demanded(vedtak), draft, as_draft=True)

    def issue(self, vedtak: VedtakId, draft: ReasonsDraft) -> Made:
        """Finish the letter and put it under «Skal sendes»; final. `OnPaper` as for a vedtak.

        Conflict `reasons_demand_missing` when nobody waits for reasons.
        """
        known, asked = self._decisions.get(vedtak), self._demanded(vedtak)
        demand(self.check(draft))
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        person = self._person(known)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, known.number)
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        document = self._document(known, asked, draft, as_draft=False)
        case, kind = Ref("vedtak", vedtak), DocumentKind.VEDTAK_REASONS
        with self._db.unit("reasons.issued", case, final=True) as unit:
            made = issue(
                unit,
                document,
                kind=kind,
                number=document.reference,
                case=case,
                person=person.id,
                to_send=True,
            )
            letter = made.id if isinstance(made, OnPaper) else made
            unit.update("reasons_demand", asked.id, document=letter)
            if not strict:
                self._copies.issue(unit, document, kind, case, person.id)
            return made

    def _document(
        self, known: Vedtak, asked: ReasonsDemand, draft: ReasonsDraft, *, as_draft: bool
    ) -> Document:
        told = self._decisions.told(known, draft=as_draft)
        language, issued = told.sender.language, told.sender.issued
        letter = ReasonsLetter(
            told=told,
            number=self._letters.next_number(PREFIX, issued.year),
            demanded_on=asked.demanded_on,
            draft=draft,
            evaluation=self._evaluations.words(known.application, language, you=True),
        )
        text = self._settings.text("reasons_letter", language, issued.date())
        return reasons_letter(letter, text, self._settings.text("appeal", language, issued.date()))

    def _demanded(self, vedtak: VedtakId) -> ReasonsDemand:
        asked = self.wanted(vedtak)
        if asked is None:
            raise Conflict("reasons_demand_missing")
        return asked

    def _person(self, vedtak: Vedtak) -> Person:
        return self._people.get(self._applications.get(vedtak.application).applicant)
