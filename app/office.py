"""The office: one open register and every service on it. The only place that wires."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.alerts.agenda.service import Agenda
from app.alerts.answers_due import AnswersDue
from app.alerts.appeals_due import AppealsDue
from app.alerts.offers_due import OffersDue
from app.alerts.running_out import LeasesRunningOut
from app.alerts.service import Alerts
from app.alerts.wiring import Ground as AlertGround
from app.alerts.wiring import tell as tell_alerts
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
from app.applications.discharges.service import Discharges
from app.applications.forwardings import Forwardings
from app.applications.intake.registration.service import Registrations
from app.applications.intake.service import Intakes
from app.applications.replies import Replies
from app.applications.service import Applications
from app.arrears.wiring import ArrearsServices
from app.arrears.wiring import Ground as ArrearsGround
from app.core import paths
from app.core.events import Event
from app.core.ids import Ref
from app.core.records import dataclass
from app.debt.wiring import DebtServices
from app.debt.wiring import Ground as DebtGround
from app.decisions.appeals.copies import Representatives
from app.decisions.appeals.evaluations import KeptEvaluations
from app.decisions.appeals.papers import AppealPapers
from app.decisions.appeals.service import Appeals
from app.decisions.notices.service import AdvanceNotices
from app.decisions.reasons.service import Reasons
from app.decisions.reversals.service import Reversals
from app.decisions.service import Decisions
from app.dwellings.clauses.service import Clauses
from app.dwellings.keys.service import DoorKeys
from app.dwellings.landlords.service import Landlords
from app.dwellings.service import Dwellings
from app.evictions.wiring import EvictionServices
from app.evictions.wiring import Ground as EvictionGround
from app.followup.addresses import FollowupAddresses
from app.followup.wiring import FollowupServices
from app.followup.wiring import Ground as FollowupGround
from app.leases.service import Leases
from app.leases.wiring import Ground as LeaseGround
from app.leases.wiring import LeaseServices
from app.letters.service import Letters
from app.overview.wiring import Ground as OverviewGround
from app.overview.wiring import OverviewServices
from app.people.consents.service import Consents
from app.people.service import People
from app.settings.saved_lists.service import SavedLists
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
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
        self.service_units = ServiceUnits(db)
        self.safekeeping = Safekeeping(
            db, Heads(folders.heads), folders.backups, self.settings.register_id
        )
        self.drafts = Drafts(db)
        self.people = People(db, self.history)
        self.saved_lists = SavedLists(db, self.people.named_by)
        self.people.know_holder(FollowupAddresses(db))  # first: it asks leases and stays where
        self.consents = Consents(db, self.people)
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
        self.intake = intake = Intakes(db, applications, people, settings, self.consents)
        self.registrations = Registrations(db, applications, intake, people, self.consents)
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
        self._wire_followup(db)
        self._wire_arrears(db)
        for holder in (self.arrears, leases, allocation, decisions, letters, applications, intake):
            people.know_holder(holder)
        people.know_paper_keeper(leases)

    def _wire_leases(self, db: Database) -> None:
        """What happens to a lease from its signing to its end."""
        made = self._lease_services = LeaseServices(
            LeaseGround(
                db,
                self.settings,
                self.people,
                self.dwellings,
                self.door_keys,
                self.landlords,
                self.letters,
                self.applications,
                self.intake,
                self.rule_sets,
                self.allocation,
                self.decisions,
                self.leases,
            )
        )
        self.lease_round, self.endings = made.lease_round, made.endings
        self.conditions, self.orders = made.conditions, made.orders
        self.term_reviews, self.renewals, self.expiry = (
            made.term_reviews,
            made.renewals,
            made.expiry,
        )
        self.residents, self.tenant_changes = made.residents, made.tenant_changes
        self.reports, self.warnings, self.stays = made.reports, made.warnings, made.stays
        self.notices, self.protests, self.terminations = (
            made.notices,
            made.protests,
            made.terminations,
        )
        self.rents, self.rent_round = made.rents, made.rent_round
        self.key_receipts, self.signed_copies = made.key_receipts, made.signed_copies
        self.handover_reports = made.handover_reports
        self.start_packages = made.start_packages
        self.tenancy_information = made.tenancy_information
        self.aftermath = made.aftermath

    def _wire_followup(self, db: Database) -> None:
        """What is done for a person; before letters, whose papers its editions point at."""
        made = self._followup_services = FollowupServices(
            FollowupGround(
                db,
                self.settings,
                self.service_units,
                self.people,
                self.consents,
                self.letters,
                self.decisions,
                self.leases,
            )
        )
        self.followup, self.owners, self.levels = made.followup, made.owners, made.levels
        self.plans, self.goal_making = made.plans, made.goal_making
        self.plan_templates, self.template_use = made.plan_templates, made.template_use
        self.services_given, self.individual_plans = made.services_given, made.individual_plans
        self.contact_notes, self.assessments = made.contact_notes, made.assessments
        self.agreements, self.consent_forms = made.agreements, made.consent_forms
        self.plan_papers = made.plan_papers
        self.individual_plan_papers = made.individual_plan_papers
        self.contact_logs, self.assessment_papers = made.contact_logs, made.assessment_papers
        self.handover_notes, self.agreement_papers = made.handover_notes, made.agreement_papers

    def _wire_arrears(self, db: Database) -> None:
        """What is owed in rent, what is done about it, and homes that may be lost."""
        ground = ArrearsGround(
            db,
            self.settings,
            self.service_units,
            self.people,
            self.consents,
            self.dwellings,
            self.landlords,
            self.letters,
            self.decisions,
            self.leases,
            self._lease_services.letters,
        )
        owed = self._arrears_services = ArrearsServices(ground)
        self.billers, self.rent_disputes = owed.billers, owed.rent_disputes
        self.month_rents, self.arrears_list = owed.month_rents, owed.arrears_list
        self.instalments, self.instalment_papers = owed.instalments, owed.instalment_papers
        self.pauses = owed.pauses
        self.arrears, self.arrears_check = owed.arrears, owed.arrears_check
        self.early_signals = owed.early_signals
        self.arrears_rounds, self.arrears_meetings = owed.arrears_rounds, owed.arrears_meetings
        self.arrears_steps, self.arrears_letters = owed.arrears_steps, owed.arrears_letters
        self._wire_debt(ground)
        lost = self._eviction_services = EvictionServices(
            EvictionGround(
                ground,
                self._lease_services,
                owed,
                self._followup_services,
                self._debt_services,
            )
        )
        self.eviction_cases, self.eviction_advice = lost.eviction_cases, lost.eviction_advice
        self.home_track, self.home_letters = lost.home_track, lost.home_letters
        self.unit_notes, self.childhood = lost.unit_notes, lost.childhood
        self.eviction_words = lost.eviction_words
        self.aftercare, self.aftercare_letters = lost.aftercare, lost.aftercare_letters

    def _wire_debt(self, ground: ArrearsGround) -> None:
        """Economic advice: the queue, the economy of a household, and what is agreed."""
        made = self._debt_services = DebtServices(
            DebtGround(
                ground,
                self._lease_services,
                self._arrears_services,
                self._followup_services,
                self.intake,
            )
        )
        self.debt_cases, self.debt_waiting = made.debt_cases, made.debt_waiting
        self.debt_words = made.debt_words
        self.debt_decisions, self.debt_appeals = made.debt_decisions, made.debt_appeals
        self.debt_replies = made.debt_replies
        self.debt_queue, self.debt_capacity = made.debt_queue, made.debt_capacity
        self.debt_economy, self.debt_budgets = made.debt_economy, made.debt_budgets
        self.budget_papers = made.budget_papers
        self.creditors, self.debt_claims = made.creditors, made.debt_claims
        self.creditor_letters, self.payment_plans = made.creditor_letters, made.payment_plans
        self.payment_proposals = made.payment_proposals
        self.noted_vedtak = made.noted_vedtak
        self.debt_papers, self.debt_paper_letters = made.debt_papers, made.debt_paper_letters
        self.debt_measures, self.debt_closings = made.debt_measures, made.debt_closings
        self.closing_letters = made.closing_letters
        self.namsfogd_overviews = made.namsfogd_overviews

    def _wire_offers(self, db: Database) -> None:
        """How a vacant dwelling finds its household."""
        applications, dwellings, people = self.applications, self.dwellings, self.people
        settings, allocation = self.settings, self.allocation
        self.suitability = Suitabilities(db, dwellings)
        self.clauses, self.discharges = Clauses(db), Discharges(db)
        self.agenda = Agenda(db, settings)
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
        self.transfer = Transfer(
            db,
            self.people,
            self.dwellings,
            self.applications,
            self.leases,
            self.arrears_check,
            self.debt_claims,
        )
        self.alerts = Alerts(
            db, self.settings, self.letters, self.safekeeping, self.applications, ending
        )
        self.alerts.know(OffersDue(self.offers, self.reservations, self.allocation, self.dwellings))
        self.alerts.know(AppealsDue(self.appeals, self.advance_notices, self.decisions))
        self.alerts.know(AnswersDue(self.answers))
        self._wire_overviews(db)

    def _wire_overviews(self, db: Database) -> None:
        """What waits, and what is read over everyone."""
        ground = AlertGround(
            db,
            self.settings,
            self.service_units,
            self.people,
            self.landlords,
            self.leases,
            self._lease_services,
            self._followup_services,
            self._arrears_services,
            self._eviction_services,
            self._debt_services,
        )
        tell_alerts(self.alerts, ground)
        made = OverviewServices(
            OverviewGround(
                ground,
                self.alerts,
                self.history,
                self.dwellings,
                self.letters,
                self.consents,
                self.applications,
                self.intake,
                self.allocation,
                self.offers,
                self.settlements,
                self.decisions,
            )
        )
        self.search, self.holes, self.meetings = made.search, made.holes, made.meetings
        self.handovers, self.packs, self.sources = made.handovers, made.packs, made.sources
        self.vacancies, self.vacancy_costs = made.vacancies, made.vacancy_costs
        self.waiting_counts, self.stock = made.waiting_counts, made.stock
        self.concentrations, self.nights = made.concentrations, made.nights
        self.cohorts = made.cohorts
        self.effects, self.followups = made.effects, made.followups
        self.household_view, self.data_access = made.household_view, made.data_access
        self.at_risk, self.eviction_reports = made.at_risk, made.eviction_reports
        self.snapshots, self.homeless, self.kostra = made.snapshots, made.homeless, made.kostra
        self.indicators, self.counted_returns = made.indicators, made.counted_returns

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
    def for_job(self, stopped: Callable[[], bool] | None = None) -> Iterator["Office"]:
        """The same register on a connection of its own, for the thread this is called in.

        What it commits is told to our listeners by `publish`; `stopped` breaks its reading off.
        """
        db = self._db.another(stopped)
        try:
            yield Office(db, self._folders)
        finally:
            db.close()

    def publish(self, event: Event) -> None:
        """Tell the listeners of what a job has committed."""
        self._db.publish(event)

    def back_up(self, stopped: Callable[[], bool] | None = None) -> Path:
        """Make a backup now, on a connection of its own; callable from a job's thread.

        `stopped` breaks it off, and it is made at the next start.
        """
        with closing(self._db.another(stopped)) as db:
            return self.safekeeping.make(db)

    def check(self, stopped: Callable[[], bool] | None = None) -> CheckResult:
        """The full check, as `back_up`; one that was broken off is due as before."""
        with closing(self._db.another(stopped)) as db:
            return self.safekeeping.check(db)

    def accept_older(self) -> None:
        """Go on although this is an older copy than this machine has seen; recorded."""
        self.safekeeping.accept_older()

    def close(self) -> None:
        """Note the head of the history and close the last connection."""
        try:
            self.safekeeping.end()
        finally:
            self._db.close()
