"""The officer's verbs on termination for breach: the lease ends because it was broken badly."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DocumentId, LeaseId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.endings.model import EndCause
from app.leases.endings.service import Endings
from app.leases.letters import document_of
from app.leases.model import Lease, LeaseState
from app.leases.notices import breach_store
from app.leases.notices.breach_rules import check_breach, needs_court
from app.leases.notices.model import BreachDraft, BreachGround, DepositedRent, Termination, Warned
from app.leases.notices.papers import EndPapers
from app.leases.notices.rules import deposit_problems, may_end_it
from app.leases.service import Leases
from app.letters.model import DocumentKind, Issued
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class Terminations:
    """Termination for breach (HL-68, HL-69): warned first where the law says so, then written."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        endings: Endings,
        letters: Letters,
        settings: Settings,
        papers: EndPapers,
    ) -> None:
        self._db = db
        self._leases = leases
        self._endings = endings
        self._settings = settings
        self._papers = papers
        self._warned: Warned | None = None
        self._deposits: DepositedRent | None = None
        letters.know_watcher(self)

    def know_warnings(self, warned: Warned) -> None:
        """The slice that writes warnings."""
        self._warned = warned

    def know_deposits(self, deposits: DepositedRent) -> None:
        """The slice where rent that is paid in under § 3-8 is known (HL-20)."""
        self._deposits = deposits

    def of(self, lease: LeaseId) -> tuple[Termination, ...]:
        """Every termination of a lease, oldest first."""
        return breach_store.of(self._db, lease)

    def get(self, termination: int) -> Termination:
        """One termination; NotFound when there is none."""
        found = breach_store.get(self._db, termination)
        if found is None:
            raise NotFound("termination_not_found")
        return found

    def warnings(self, lease: LeaseId, ground: BreachGround | None) -> dict[DocumentId, date]:
        """The letters that warned of a ground and have gone out, and when; oldest first."""
        given = self._warned.of(lease) if self._warned else ()
        sent = [(each.document, each.sent_on) for each in given if each.about == ground]
        return {document: day for document, day in sent if day is not None}

    def to_court(self, lease: Lease, draft: BreachDraft) -> bool:
        """Whether tingretten decides if the tenant does not move (TV-07)."""
        return needs_court(draft, lease.draft.eviction_for_rent)

    def check(self, lease: LeaseId, draft: BreachDraft) -> tuple[Problem, ...]:
        """What keeps it from being made."""
        known, warned = self._leases.get(lease), self.warnings(lease, draft.ground)
        return (
            *check_breach(draft, self._today, warned, known.ended_on),
            *self._deposited(lease, draft),
        )

    def _deposited(self, lease: LeaseId, draft: BreachDraft) -> Iterator[Problem]:
        if draft.ground is BreachGround.RENT and not draft.rent_deposited and self._deposits:
            yield from deposit_problems(*self._deposits.deposited(lease, self._today))

    def preview(self, lease: LeaseId, draft: BreachDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._document(self._leases.get(lease), draft, as_draft=True)

    def issue(self, lease: LeaseId, draft: BreachDraft) -> Made:
        """Finish the letter; the lease ends when it is sent. Final."""
        known = self._leases.get(lease)
        demand(self.check(lease, draft))
        if not may_end_it(known):
            raise OfficeError("lease_not_running", number=known.number)
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        self._papers.show_address(known)
        document = self._document(known, draft, as_draft=False)
        with self._db.unit("lease.terminated_for_breach", Ref("lease", lease), final=True) as unit:
            kind = DocumentKind.TERMINATION_FOR_BREACH
            made = self._papers.issue(unit, known, document, kind)
            move_by = draft.move_by or unit.today
            breach_store.insert(unit, lease, draft, document_of(made), move_by)
        return made

    def withdraw(self, termination: int, reason: str) -> None:
        """The landlord lets it go: the lease runs on."""
        known = self.get(termination)
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        if known.withdrawn_on is not None:
            raise OfficeError("notice_not_open")
        with self._db.unit("lease.termination_withdrawn", Ref("lease", known.lease)) as unit:
            self._withdraw(unit, known, reason.strip())

    def letter_sent(self, unit: Unit, letter: Issued, day: date) -> None:
        """The lease ends with the day it demands, never before the letter went out."""
        known = breach_store.by_document(self._db, letter.id)
        if known is None or known.sent_on is not None:
            return
        last = max(known.move_by, day)
        unit.update("termination_for_breach", known.id, sent_on=day)
        self._endings.end(unit, known.lease, last, EndCause.BREACH)

    def letter_annulled(self, unit: Unit, letter: Issued, reason: str) -> None:
        """A termination whose letter does not hold is none."""
        known = breach_store.by_document(self._db, letter.id)
        if known is not None and known.withdrawn_on is None:
            self._withdraw(unit, known, reason)

    def _withdraw(self, unit: Unit, known: Termination, reason: str) -> None:
        unit.update(
            "termination_for_breach",
            known.id,
            withdrawn_on=unit.today,
            withdrawn_reason=reason,
        )
        held = self._endings.of(known.lease)
        moved = self._leases.get(known.lease).state is LeaseState.ENDED
        if held is not None and held.cause is EndCause.BREACH and not moved:
            self._endings.take_back(unit, known.lease, reason)

    def _document(self, lease: Lease, draft: BreachDraft, *, as_draft: bool) -> Document:
        warned = None
        if draft.warning is not None:
            warned = self.warnings(lease.id, draft.ground).get(draft.warning)
        move_by = draft.move_by or self._today
        return self._papers.breach(lease, draft, move_by, warned, as_draft=as_draft)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
