"""The office: one open register and every service on it. The only place that wires."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.alerts.aftermath_due import AftermathDue
from app.alerts.answers_due import AnswersDue
from app.alerts.appeals_due import AppealsDue
from app.alerts.consents_due import ConsentsDue
from app.alerts.landlords_due import LandlordsDue
from app.alerts.notices_due import NoticesDue
from app.alerts.offers_due import OffersDue
from app.alerts.rent_due import RentDue
from app.alerts.reports_due import ReportsDue
from app.alerts.running_out import LeasesRunningOut
from app.alerts.service import Alerts
from app.alerts.stays_due import StaysDue
from app.alerts.terms_due import TermsDue
from app.allocation.eligibility.service import Eligibility
from app.allocation.offers.papers import OfferPapers
from app.allocation.offers.reservations import Reservations
from app.allocation.offers.service import Offers
from app.allocation.rulesets.service import RuleSets
from app.allocation.service import Allocation
from app.allocation.settlement.service import Settlements
from app.allocation.suitability.service import Suitabilities
from app.applications.answers.batch import Sweep
from app.applications.answers.service import Answering
from app.applications.forwardings import Forwardings
from app.applications.intake.registration.service import Registrations
from app.applications.intake.service import Intakes
from app.applications.replies import Replies
from app.applications.service import Applications
from app.core import paths
from app.core.events import Event
from app.core.ids import Ref
from app.decisions.appeals.copies import Representatives
from app.decisions.appeals.evaluations import KeptEvaluations
from app.decisions.appeals.papers import AppealPapers
from app.decisions.appeals.service import Appeals
from app.decisions.notices.service import AdvanceNotices
from app.decisions.reasons.service import Reasons
from app.decisions.reversals.service import Reversals
from app.decisions.service import Decisions
from app.dwellings.keys.service import DoorKeys
from app.dwellings.landlords.service import Landlords
from app.dwellings.service import Dwellings
from app.followup.service import Followup
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
from app.overview.holes.handover import HandoverHoles
from app.overview.holes.service import Holes
from app.overview.meetings.service import Meetings
from app.overview.meetings.triggers import Triggers
from app.overview.search import Search
from app.overview.vacancies.service import Vacancies
from app.overview.vacancy_costs.service import VacancyCostings
from app.people.service import People
from app.settings.service import Settings
from app.storage.check import CheckResult
from app.storage.database import Database
from app.storage.drafts import Drafts
from app.storage.files import RegisterFiles
from app.storage.heads import Heads
from app.storage.history import History
from app.storage.safekeeping import Safekeeping
from app.storage.unit import Unit
from app.transfer.service import Transfer


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this machine keeps what belongs to registers but not inside them."""

    heads: Path
    backups: Path

    @classmethod
    def default(cls) -> "Folders":
        """In this user's own data folder."""
        return cls(paths.data_dir() / "heads", paths.data_dir() / "backups")


@dataclass(frozen=True, slots=True)
class Opening:
    """How the register was found: `compared` is «same», «longer», «unknown» or «older»."""

    compared: str
    clean_end: bool


class Office:
    """One open register. Made by `Register.create` and `Register.open_…`, closed by `close`."""

    def __init__(self, db: Database, folders: Folders) -> None:
        self._db = db
        self._folders = folders
        self.clock = db.clock
        self.opening = Opening("same", clean_end=True)
        self.history = History(db)
        self.settings = Settings(db)
        self.safekeeping = Safekeeping(
            db, Heads(folders.heads), folders.backups, self.settings.register_id
        )
        self.drafts = Drafts(db)
        self.search = Search(db)
        self.people = People(db, self.history)
        self.dwellings = Dwellings(db)
        self.door_keys = DoorKeys(db)
        self.landlords = Landlords(db)
        self.letters = Letters(db)
        self._wire_cases(db)
        self._wire_views(db)

    def _wire_cases(self, db: Database) -> None:
        """From application to lease; each knows only those made before it."""
        people, dwellings = self.people, self.dwellings
        letters, settings = self.letters, self.settings
        self.applications = applications = Applications(db, people, settings)
        self.intake = intake = Intakes(db, applications, people, settings)
        self.registrations = Registrations(db, applications, intake, people)
        self.forwardings = Forwardings(db, applications)
        self.replies = Replies(db, applications, people, letters, settings, intake)
        self.answers = Answering(db, applications, people, letters, settings, intake)
        self.need_sweep = Sweep(self.answers)
        self.rule_sets = RuleSets(db, settings)
        self.allocation = allocation = Allocation(db, applications, dwellings, self.rule_sets)
        self.eligibility = Eligibility(db, applications, allocation, self.rule_sets, settings)
        self._wire_offers(db)
        self.decisions = decisions = Decisions(
            db, applications, dwellings, people, letters, settings, allocation
        )
        decisions.know_grounds(self.eligibility)
        decisions.know_spokesmen(intake)
        applications.know_answers(decisions)
        self._wire_appeals(db)
        self.leases = leases = Leases(
            db,
            decisions,
            allocation,
            applications,
            dwellings,
            people,
            letters,
            settings,
            self.landlords,
        )
        self._wire_leases(db)
        for holder in (leases, allocation, decisions, letters, applications, intake):
            people.know_holder(holder)
        people.know_paper_keeper(leases)

    def _wire_leases(self, db: Database) -> None:
        """What happens to a lease from its signing to its end."""
        self.lease_round = LeaseRound(self.leases)
        self.endings = Endings(db, self.leases)
        self._wire_landlords(db)
        self._wire_terms(db)
        self._wire_residents(db)
        self._wire_reports(db)
        self._wire_notices(db)
        self._wire_rents(db)
        self._wire_handover(db)
        self._wire_aftermath(db)

    def _wire_residents(self, db: Database) -> None:
        """Who lives in a rented home, and who takes over."""
        leases, people, letters = self.leases, self.people, self.letters
        decisions, dwellings, settings = self.decisions, self.dwellings, self.settings
        copies = Representatives(self.intake, letters)
        papers = ConsentPapers(decisions, dwellings, people, letters, settings, copies)
        self.residents = Residents(db, leases, people, settings, papers)
        self.tenant_changes = TenantChanges(
            db,
            leases,
            self.endings,
            people,
            letters,
            settings,
            EntryPapers(decisions, dwellings, people, letters, settings),
        )
        people.know_holder(self.residents)  # before leases and letters, as they hang on them
        people.know_holder(self.tenant_changes)

    def _wire_reports(self, db: Database) -> None:
        """What is reported about a tenancy, the warning it may lead to, and nights without one."""
        leases, people, letters = self.leases, self.people, self.letters
        self.reports = Reports(db, leases, self.settings)
        self.warnings = Warnings(
            db,
            leases,
            self.reports,
            self.decisions,
            self.dwellings,
            people,
            letters,
            self.settings,
            Representatives(self.intake, letters),
        )
        self.stays = Stays(db, leases, self.decisions, self.dwellings, people, self.settings)
        people.know_holder(self.stays)
        for holder in (self.warnings, self.reports):  # before leases and letters, as they hang
            people.know_holder(holder)

    def _wire_notices(self, db: Database) -> None:
        """How a lease is ended by notice, or for breach."""
        leases, endings, letters, settings = (
            self.leases,
            self.endings,
            self.letters,
            self.settings,
        )
        copies = Representatives(self.intake, letters)
        papers = EndPapers(self.decisions, self.dwellings, self.people, letters, settings, copies)
        self.notices = Notices(db, leases, endings, letters, settings, papers)
        self.protests = Protests(db, self.notices, endings, settings)
        self.terminations = Terminations(db, leases, endings, letters, settings, papers)
        self.terminations.know_warnings(self.warnings)
        self.notices.know_subtenants(self.residents)
        self.people.know_holder(self.notices)  # before leases, as they hang on them

    def _wire_rents(self, db: Database) -> None:
        """How a rent follows the index, or the level of the area."""
        leases, people, letters, settings = self.leases, self.people, self.letters, self.settings
        copies = Representatives(self.intake, letters)
        papers = RentPapers(self.decisions, self.dwellings, people, letters, settings, copies)
        self.rents = Rents(db, leases, letters, settings, papers)
        self.rent_round = Rounds(db, leases, self.rents, settings)
        people.know_holder(self.rents)  # before leases and letters: it points at both

    def _wire_handover(self, db: Database) -> None:
        """Moving in and moving out: keys, condition, start package, information, signed copy."""
        leases, letters, keys = self.leases, self.letters, self.door_keys
        papers = HandoverPapers(
            leases, self.decisions, self.dwellings, self.people, letters, self.settings, self.clock
        )
        self.key_receipts = KeyReceipts(db, keys, leases, papers)
        self.handover_reports = HandoverReports(db, leases, self.dwellings, keys, letters, papers)
        self.start_packages = StartPackages(db, leases, self.decisions, self.settings, papers)
        self.tenancy_information = TenancyInformation(db, leases, papers)
        self.signed_copies = SignedCopies(db, leases, letters)
        self.people.know_holder(HandoverHolder(db, leases, keys))  # before leases and letters

    def _wire_aftermath(self, db: Database) -> None:
        """What comes after a lease has ended."""
        leases, dwellings, letters = self.leases, self.dwellings, self.letters
        copies = Representatives(self.intake, letters)
        papers = AftermathPapers(
            db, leases, self.decisions, dwellings, self.people, letters, self.settings, copies
        )
        vacating = Vacating(db, leases, dwellings, self.allocation, self.applications)
        self.aftermath = Aftermath(
            db, leases, self.endings, vacating, letters, self.settings, papers
        )
        self.people.know_holder(self.aftermath)  # before leases, as it hangs on them

    def _wire_terms(self, db: Database) -> None:
        """How a term is followed to its last day."""
        leases, people, settings = self.leases, self.people, self.settings
        self.term_reviews = TermReviews(db, leases, settings)
        self.renewals = Renewals(db, leases, self.applications, self.intake, self.decisions, people)
        copies = Representatives(self.intake, self.letters)
        papers = TermPapers(self.decisions, self.dwellings, people, self.letters, settings, copies)
        self.expiry = Expiry(
            db, leases, self.renewals, self.term_reviews, papers, settings, self.rule_sets
        )
        people.know_holder(self.expiry)

    def _wire_landlords(self, db: Database) -> None:
        """What an owner is asked for, and what a condition becomes in the plan."""
        leases, settings = self.leases, self.settings
        self.conditions = Conditions(db, leases)
        self.orders = Orders(db, leases, self.landlords, self.letters, settings)
        self.followup = Followup(db, settings)
        leases.know_plan(self.followup)
        self.people.know_holder(self.conditions)
        self.people.know_holder(self.orders)

    def _wire_offers(self, db: Database) -> None:
        """How a vacant dwelling finds its household."""
        applications, dwellings, people = self.applications, self.dwellings, self.people
        settings, allocation = self.settings, self.allocation
        self.suitability = Suitabilities(db, dwellings)
        papers = OfferPapers(
            applications, dwellings, people, self.letters, settings, self.intake, self.clock
        )
        self.offers = Offers(
            db, allocation, applications, dwellings, people, settings, papers, self.rule_sets
        )
        self.reservations = Reservations(db, allocation, applications, dwellings)
        self.settlements = Settlements(db, applications)
        people.know_holder(self.offers)

    def _wire_appeals(self, db: Database) -> None:
        """What may come after a vedtak: appeal, prior notice, reversal."""
        applications, people, letters = self.applications, self.people, self.letters
        decisions, settings = self.decisions, self.settings
        copies = Representatives(self.intake, letters)
        self.reversals = Reversals(db, decisions, applications, letters, settings)
        kept = KeptEvaluations(self.eligibility)
        papers = AppealPapers(db, decisions, applications, people, letters, settings, copies, kept)
        self.appeals = Appeals(db, decisions, self.reversals, letters, settings, papers)
        self.reasons = Reasons(db, decisions, applications, people, letters, settings, copies, kept)
        self.advance_notices = AdvanceNotices(
            db, decisions, applications, people, letters, settings, copies
        )

    def _wire_views(self, db: Database) -> None:
        """What is read across the slices, and taken in from outside."""
        ending = LeasesRunningOut(self.leases, self.renewals)
        self.vacancies = Vacancies(
            self.dwellings,
            self.leases,
            self.letters,
            self.allocation,
            self.settlements,
            self.clock,
        )
        self.vacancy_costs = VacancyCostings(db, self.settings)
        self.transfer = Transfer(db, self.people, self.dwellings, self.applications, self.leases)
        self.alerts = Alerts(
            db, self.settings, self.letters, self.safekeeping, self.applications, ending
        )
        self.alerts.know(OffersDue(self.offers, self.reservations, self.allocation, self.dwellings))
        self.alerts.know(LandlordsDue(self.orders, self.landlords))
        self.alerts.know(AppealsDue(self.appeals, self.advance_notices, self.decisions))
        self.alerts.know(AnswersDue(self.answers))
        self.alerts.know(NoticesDue(self.notices))
        self.alerts.know(AftermathDue(self.aftermath, self.leases))
        self.alerts.know(ConsentsDue(self.residents))
        self.alerts.know(ReportsDue(self.reports))
        self.alerts.know(StaysDue(self.stays))
        self.alerts.know(RentDue(self.rent_round))
        self.alerts.know(TermsDue(self.term_reviews))
        triggers = Triggers(self.applications, self.dwellings, self.allocation, self.alerts)
        self.holes = Holes(db, self.leases)
        self.holes.know(HandoverHoles(self.leases, self.key_receipts, self.start_packages))
        self.meetings = Meetings(db, triggers, self.letters, self.settings)

    @property
    def files(self) -> RegisterFiles:
        """The register's files."""
        return self._db.files

    @contextmanager
    def unit(self, verb: str, subject: Ref | None = None) -> Iterator[Unit]:
        """One transaction over several services, one event."""
        with self._db.unit(verb, subject) as unit:
            yield unit

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Call `listener` after every commit."""
        self._db.listen(listener)

    @contextmanager
    def for_job(self) -> Iterator["Office"]:
        """The same register on a connection of its own, for the thread this is called in.

        What a job commits is told to this office's listeners by `publish` on the main thread.
        """
        db = self._db.another()
        try:
            yield Office(db, self._folders)
        finally:
            db.close()

    def publish(self, event: Event) -> None:
        """Tell the listeners of what a job has committed."""
        self._db.publish(event)

    def back_up(self) -> Path:
        """Make a backup now, on a connection of its own; callable from a job's thread."""
        with self._connection() as db:
            return self.safekeeping.make(db)

    def check(self) -> CheckResult:
        """The full check, on a connection of its own; callable from a job's thread."""
        with self._connection() as db:
            return self.safekeeping.check(db)

    @contextmanager
    def _connection(self) -> Iterator[Database]:
        db = self._db.another()
        try:
            yield db
        finally:
            db.close()

    def accept_older(self) -> None:
        """Go on although this is an older copy than this machine has seen; recorded."""
        self.safekeeping.accept_older()

    def close(self) -> None:
        """Note the head of the history and close the last connection."""
        try:
            self.safekeeping.end()
        finally:
            self._db.close()
