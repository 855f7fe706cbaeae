"""What happens to a lease from its signing to its end, put together for the office."""

from app.allocation.rulesets.service import RuleSets
from app.allocation.service import Allocation
from app.applications.intake.service import Intakes
from app.applications.service import Applications
from app.core.records import dataclass
from app.decisions.appeals.copies import Representatives
from app.decisions.service import Decisions
from app.dwellings.keys.service import DoorKeys
from app.dwellings.landlords.service import Landlords
from app.dwellings.service import Dwellings
from app.leases.aftermath.handback.vacating import Vacating
from app.leases.aftermath.papers import AftermathPapers
from app.leases.aftermath.service import Aftermath
from app.leases.conditions.service import Conditions
from app.leases.endings.service import Endings
from app.leases.expiry.papers import TermPapers
from app.leases.expiry.renewals import Renewals
from app.leases.expiry.reviews import TermReviews
from app.leases.expiry.service import Expiry
from app.leases.handover.copies import SignedCopies
from app.leases.handover.holder import HandoverHolder
from app.leases.handover.information.service import TenancyInformation
from app.leases.handover.papers import HandoverPapers
from app.leases.handover.receipts.service import KeyReceipts
from app.leases.handover.reports.service import HandoverReports
from app.leases.handover.start.service import StartPackages
from app.leases.letters import LeaseLetters
from app.leases.notices.breaches import Terminations
from app.leases.notices.papers import EndPapers
from app.leases.notices.protests import Protests
from app.leases.notices.service import Notices
from app.leases.orders.service import Orders
from app.leases.rents.papers import RentPapers
from app.leases.rents.rounds import Rounds
from app.leases.rents.service import Rents
from app.leases.reports.service import Reports
from app.leases.residents.changes.papers import EntryPapers
from app.leases.residents.changes.service import TenantChanges
from app.leases.residents.papers import ConsentPapers
from app.leases.residents.service import Residents
from app.leases.rounds.service import LeaseRound
from app.leases.service import Leases
from app.leases.stays.service import Stays
from app.leases.warnings.service import Warnings
from app.letters.service import Letters
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there before a lease is: the services these stand on."""

    db: Database
    settings: Settings
    people: People
    dwellings: Dwellings
    door_keys: DoorKeys
    landlords: Landlords
    letters: Letters
    applications: Applications
    intake: Intakes
    rule_sets: RuleSets
    allocation: Allocation
    decisions: Decisions
    leases: Leases


class LeaseServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
        copies = Representatives(on.intake, on.letters)
        letters = self.letters = LeaseLetters(
            on.decisions, on.dwellings, on.people, on.letters, on.settings, copies
        )
        self.letters = letters
        self.lease_round = LeaseRound(on.leases)
        self.endings = Endings(on.db, on.leases)
        self._wire_landlords(on)
        self._wire_terms(on, letters)
        self._wire_residents(on, letters)
        self._wire_reports(on, letters)
        self._wire_notices(on, letters)
        self._wire_rents(on, letters)
        self._wire_handover(on)
        self._wire_aftermath(on, letters)

    def _wire_landlords(self, on: Ground) -> None:
        """What an owner is asked for, and what stands as a condition."""
        self.conditions = Conditions(on.db, on.leases)
        self.orders = Orders(on.db, on.leases, on.landlords, on.letters, on.settings)
        on.people.know_holder(self.conditions)
        on.people.know_holder(self.orders)

    def _wire_terms(self, on: Ground, letters: LeaseLetters) -> None:
        """How a term is followed to its last day."""
        self.term_reviews = TermReviews(on.db, on.leases, on.settings)
        self.renewals = Renewals(
            on.db, on.leases, on.applications, on.intake, on.decisions, on.people
        )
        self.expiry = Expiry(
            on.db,
            on.leases,
            self.renewals,
            self.term_reviews,
            TermPapers(letters),
            on.settings,
            on.rule_sets,
        )
        on.people.know_holder(self.expiry)

    def _wire_residents(self, on: Ground, letters: LeaseLetters) -> None:
        """Who lives in a rented home, and who takes over."""
        papers = ConsentPapers(letters, on.settings)
        self.residents = Residents(on.db, on.leases, on.people, on.settings, papers)
        entry = EntryPapers(on.decisions, on.dwellings, on.people, on.letters, on.settings)
        self.tenant_changes = TenantChanges(
            on.db, on.leases, self.endings, on.people, on.letters, on.settings, entry
        )
        on.people.know_holder(self.residents)  # before leases and letters, as they hang on them
        on.people.know_holder(self.tenant_changes)

    def _wire_reports(self, on: Ground, letters: LeaseLetters) -> None:
        """What is reported about a tenancy, the warning it may lead to, and nights without one."""
        self.reports = Reports(on.db, on.leases, on.settings)
        self.warnings = Warnings(on.db, on.leases, self.reports, letters, on.settings)
        self.stays = Stays(on.db, on.leases, on.decisions, on.dwellings, on.people, on.settings)
        for holder in (self.stays, self.warnings, self.reports):  # warnings hang on reports
            on.people.know_holder(holder)

    def _wire_notices(self, on: Ground, letters: LeaseLetters) -> None:
        """How a lease is ended by notice, or for breach."""
        papers = EndPapers(letters, on.settings)
        endings = self.endings
        self.notices = Notices(on.db, on.leases, endings, on.letters, on.settings, papers)
        self.protests = Protests(on.db, self.notices, endings, on.settings)
        self.terminations = Terminations(on.db, on.leases, endings, on.letters, on.settings, papers)
        self.terminations.know_warnings(self.warnings)
        self.notices.know_subtenants(self.residents)
        self.notices.know_deaths(self.tenant_changes)
        on.people.know_holder(self.notices)  # before leases, as they hang on them

    def _wire_rents(self, on: Ground, letters: LeaseLetters) -> None:
        """How a rent follows the index, or the level of the area."""
        papers = RentPapers(letters, on.settings)
        self.rents = Rents(on.db, on.leases, on.letters, on.settings, papers)
        self.rent_round = Rounds(on.db, on.leases, self.rents, on.settings)
        on.people.know_holder(self.rents)  # before leases and letters: it points at both

    def _wire_handover(self, on: Ground) -> None:
        """Moving in and moving out: keys, condition, start package, information, signed copy."""
        leases, letters, keys = on.leases, on.letters, on.door_keys
        papers = HandoverPapers(
            leases, on.decisions, on.dwellings, on.people, letters, on.settings, on.db.clock
        )
        self.key_receipts = KeyReceipts(on.db, keys, leases, papers)
        self.handover_reports = HandoverReports(on.db, leases, on.dwellings, keys, letters, papers)
        self.start_packages = StartPackages(on.db, leases, on.decisions, on.settings, papers)
        self.tenancy_information = TenancyInformation(on.db, leases, papers)
        self.signed_copies = SignedCopies(on.db, leases, letters)
        on.people.know_holder(HandoverHolder(on.db, leases, keys))  # before leases and letters

    def _wire_aftermath(self, on: Ground, letters: LeaseLetters) -> None:
        """What comes after a lease has ended."""
        papers = AftermathPapers(on.db, on.leases, letters, on.settings)
        vacating = Vacating(on.db, on.leases, on.dwellings, on.allocation, on.applications)
        self.aftermath = Aftermath(
            on.db, on.leases, self.endings, vacating, on.letters, on.settings, papers
        )
        on.people.know_holder(self.aftermath)  # before leases, as it hangs on them
