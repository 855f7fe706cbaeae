"""The officer's verbs on a term that runs out: see where it stands, and write in time."""

from datetime import date, timedelta

from app.allocation.rulesets.service import RuleSets
from app.core.deadlines import Deadline
from app.core.errors import Invalid, OfficeError, Problem, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.core.periods import Period, Unit, add
from app.core.working_days import adjust, last_safe_day
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.expiry import rules, store
from app.leases.expiry.model import (
    Ladder,
    ReviewKind,
    Term,
    TermLetterDraft,
)
from app.leases.expiry.papers import TermPapers
from app.leases.expiry.renewals import Renewals
from app.leases.expiry.reviews import TermReviews
from app.leases.model import Lease, LeaseKind
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit as StorageUnit

NOTE, REQUEST = DocumentKind.EXPIRY_NOTE, DocumentKind.MOVE_OUT_REQUEST
UNTIMELY = frozenset({"move_out_request_too_early", "move_out_request_too_late"})
NOTE_DAYS = 14
"""How long the tenant has to answer, where the municipality's own day has passed."""


class Expiry:
    """The ladder of each term, and the letter that is ready at each step."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        renewals: Renewals,
        reviews: TermReviews,
        papers: TermPapers,
        settings: Settings,
        rule_sets: RuleSets,
    ) -> None:
        self._db = db
        self._leases = leases
        self._renewals = renewals
        self._reviews = reviews
        self._papers = papers
        self._settings = settings
        self._rule_sets = rule_sets

    def ladder(self, lease: LeaseId) -> Ladder:
        """Every step of its term, done or not, as it stands today (AL-03, AL-04, HL-42)."""
        months = self._rule_sets.in_force().rules.renewal_remind_months
        remind = Period(-months, Unit.MONTHS)
        term = self.term(self._leases.get(lease))
        return rules.ladder(term, self._settings.parameters, self._today, remind)

    def term(self, lease: Lease) -> Term:
        """What the register knows of it today."""
        asked, followed = store.asked_and_followed(self._db, lease.id, self._today)
        renewal = self._renewals.of(lease.id)
        reviews = self._reviews.of(lease.id)
        last = {review.kind: review.held_on for review in reviews}
        return Term(
            start=lease.draft.start,
            end=lease.draft.end,
            refugee=lease.draft.kind is LeaseKind.REFUGEE,
            renewal_begun=renewal is not None,
            renewal_decided=followed is not None or (renewal is not None and renewal.decided),
            granted=renewal is not None and renewal.granted,
            followed_on=followed,
            asked_on=asked,
            ended_on=lease.ended_on,
            told_on=store.told(self._db, lease.id, NOTE),
            reviewed_on=last.get(ReviewKind.HALF_WAY),
            exit_planned_on=last.get(ReviewKind.EXIT_PLAN),
        )

    def suggest(self, lease: LeaseId, kind: DocumentKind) -> TermLetterDraft:
        """The letter with the day it would name."""
        end = self._end(self._leases.get(lease))
        if kind is REQUEST:
            days = self._settings.parameters.period(rules.MOVE_OUT_DAYS, self._today)
            return TermLetterDraft(adjust(add(days, self._today)))
        return TermLetterDraft(self._answer_day(end))

    def _answer_day(self, end: date) -> date | None:
        """The municipality's last day to ask to stay, else two weeks, never after the term."""
        months = self._rule_sets.in_force().rules.renewal_apply_months
        own = last_safe_day(add(Period(-months, Unit.MONTHS), end))
        if own > self._today:
            return own
        soon = min(adjust(self._today + timedelta(days=NOTE_DAYS)), last_safe_day(end))
        return soon if soon > self._today else None

    def check(
        self, lease: LeaseId, kind: DocumentKind, draft: TermLetterDraft
    ) -> tuple[Problem, ...]:
        """What is wrong with a letter made today; what does not block is a warning."""
        known = self._leases.get(lease)
        end = self._end(known)
        if kind is REQUEST:
            window = rules.request_window(end, self._settings.parameters)
            return rules.check_request(draft.day, window, self._today)
        return rules.check_note(draft.day, end, self._today)

    def preview(self, lease: LeaseId, kind: DocumentKind, draft: TermLetterDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03).

        Invalid for a request to move outside its days: it is not to be printed then (HL-42).
        """
        known = self._leases.get(lease)
        untimely = [each for each in self.check(lease, kind, draft) if each.code in UNTIMELY]
        if untimely:
            raise Invalid(untimely)
        return self._papers.letter(known, kind, draft, self._refusal(known), as_draft=True)

    def issue(self, lease: LeaseId, kind: DocumentKind, draft: TermLetterDraft) -> Made:
        """Finish the letter and put it under «Skal sendes»; final.

        Invalid with what is wrong: a request to move outside its days is refused (HL-42).
        OfficeError lease_not_running; officer_needed.
        """
        known = self._leases.get(lease)
        if not known.state.lived_in:
            raise OfficeError("lease_not_running", number=known.number)
        demand(self.check(lease, kind, draft))
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        self._papers.open_address(known)
        document = self._papers.letter(known, kind, draft, self._refusal(known), as_draft=False)
        verb = "lease.move_out_asked" if kind is REQUEST else "lease.expiry_told"
        with self._db.unit(verb, Ref("lease", lease), final=True) as unit:
            return self._papers.issue(unit, known, kind, document)

    def sheet(self, lease: LeaseId, kind: ReviewKind) -> Document:
        """The sheet to take along to the talk; printed and kept nowhere."""
        return self._papers.sheet(self._leases.get(lease), kind)

    def window(self, lease: LeaseId) -> Deadline | None:
        """How long a request to move is in time; None for a lease without a last day."""
        end = self._leases.get(lease).draft.end
        return None if end is None else rules.request_window(end, self._settings.parameters)

    def last_safe_day(self, end: date | None) -> date | None:
        """The last working day to ask to move after a last day; None without one (O11)."""
        if end is None:
            return None
        return rules.request_window(end, self._settings.parameters).last_safe_day

    def waiting(self, lease: LeaseId) -> bool:
        """Whether a request to move is made and not sent: until it is, nobody has been asked."""
        made = store.told(self._db, lease, REQUEST)
        asked, _ = store.asked_and_followed(self._db, lease, self._today)
        return bool(made) and asked is None

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Nothing of its own: the leases themselves are told by their own slice."""
        del people
        return ()

    def forget(self, unit: StorageUnit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove what hangs on their leases, before these go (ADR-02)."""
        store.forget(unit, store.of_people(self._db, people))
        return ()

    def _refusal(self, known: Lease) -> str:
        renewal = self._renewals.of(known.id)
        refused = renewal is not None and renewal.decided and not renewal.granted
        return renewal.vedtak_number if renewal is not None and refused else ""

    def _end(self, known: Lease) -> date:
        if known.draft.end is None:
            raise OfficeError("lease_without_end", number=known.number)
        return known.draft.end

    @property
    def _today(self) -> date:
        return self._db.clock.today()
