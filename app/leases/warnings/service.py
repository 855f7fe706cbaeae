"""The officer's verbs on warnings: offered when it is time, never made by itself."""

from datetime import date

from app.core.errors import OfficeError, Problem, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import LeaseLetters, document_of
from app.leases.model import Lease
from app.leases.reports.model import Report
from app.leases.reports.service import Reports
from app.leases.service import Leases
from app.leases.warnings import rules, store
from app.leases.warnings.model import LeaseWarning, WarningDraft, WarningLetter
from app.leases.warnings.prints import warning_letter
from app.letters.model import DocumentKind
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class Warnings:
    """The written warning that must come before heving for breach (HL-68 b to d)."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        reports: Reports,
        letters: LeaseLetters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._leases = leases
        self._reports = reports
        self._letters = letters
        self._settings = settings

    def of(self, lease: LeaseId, as_of: date | None = None) -> tuple[LeaseWarning, ...]:
        """Every warning on a lease that is not annulled, oldest first, sent or not."""
        return store.of(self._db, lease, as_of or self._today)

    def leading(self, lease: LeaseId) -> tuple[Report, ...]:
        """The reports that together lead to a warning; empty while there are too few."""
        reports, given = self._reports.of(lease), self.of(lease)
        return rules.leading(reports, given, self._settings.parameters, self._today)

    def drafted(self, lease: LeaseId, reports: tuple[int, ...] | None = None) -> WarningDraft:
        """A warning ready to be read, from some reports, else from those that lead to one."""
        chosen = self.leading(lease) if reports is None else self._chosen(lease, reports)
        return rules.drafted(chosen, self._settings.parameters, self._today)

    def check(self, lease: LeaseId, draft: WarningDraft) -> tuple[Problem, ...]:
        """What is wrong with it; whoever reported is never told in it."""
        return rules.check(draft, self._reports.of(lease), self._today)

    def preview(self, lease: LeaseId, draft: WarningDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._document(self._signed(lease), draft, as_draft=True)

    def issue(self, lease: LeaseId, draft: WarningDraft) -> Made:
        """Finish the letter and put it under «Skal sendes»; final. `OnPaper` as for a vedtak."""
        known = self._signed(lease)
        demand(self.check(lease, draft))
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        self._letters.show_address(known)
        document = self._document(known, draft, as_draft=False)
        kind, copy = DocumentKind.WARNING, DocumentKind.WARNING_COPY
        with self._db.unit("warning.issued", Ref("lease", lease), final=True) as unit:
            made = self._letters.issue(unit, known, document, kind, copy=copy)
            store.insert(unit, lease, document_of(made), draft)
            return made

    def _document(self, lease: Lease, draft: WarningDraft, *, as_draft: bool) -> Document:
        head = self._letters.head(lease, as_draft=as_draft)
        letter = WarningLetter(
            draft=draft,
            sender=head.sender,
            number=head.number,
            lease_number=lease.number,
            address=head.home,
            copies=head.copies,
        )
        return warning_letter(letter, self._letters.text("warning", head.sender))

    def _chosen(self, lease: LeaseId, reports: tuple[int, ...]) -> tuple[Report, ...]:
        found = [report for report in self._reports.of(lease) if report.id in reports]
        return tuple(sorted(found, key=lambda report: (report.day, report.id)))

    def _signed(self, lease: LeaseId) -> Lease:
        known = self._leases.get(lease)
        if known.signed_on is None or not known.state.holds:
            raise OfficeError("lease_not_running", number=known.number)
        return known

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """The warnings on these people's leases (ADR-05)."""
        of = self._leases.tenants(people)
        found = store.held(self._db, sorted(of))
        return tuple(HeldAddress(ref, of[lease]) for ref, lease in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them, before the reports and the leases are."""
        for lease in self._leases.tenants(people):
            store.remove(unit, lease)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()
