"""What is read over everyone, put together for the office."""

from app.alerts.owed_due import OwedDue
from app.alerts.service import Alerts
from app.alerts.wiring import Ground as Known
from app.allocation.offers.service import Offers
from app.allocation.service import Allocation
from app.allocation.settlement.service import Settlements
from app.applications.intake.service import Intakes
from app.applications.service import Applications
from app.core.records import dataclass
from app.decisions.service import Decisions
from app.dwellings.service import Dwellings
from app.letters.service import Letters
from app.overview.at_risk.service import AtRisk
from app.overview.at_risk.service import Sources as RiskSources
from app.overview.cohorts.service import RefugeeCohorts
from app.overview.concentration.service import Concentrations
from app.overview.counted_returns import CountedReturns
from app.overview.data_access.service import DataAccess
from app.overview.effect.service import Effects
from app.overview.eviction_report.service import EvictionReports
from app.overview.followups.service import Followups
from app.overview.followups.service import Sources as FollowupSources
from app.overview.handover.open_cases import Sources as HandoverSources
from app.overview.handover.service import Handovers
from app.overview.holes.handover import HandoverHoles
from app.overview.holes.service import Holes
from app.overview.homeless.service import HomelessCounts
from app.overview.household.service import HouseholdViews
from app.overview.household.service import Sources as HouseholdSources
from app.overview.indicators.service import Indicators
from app.overview.indicators.service import Sources as IndicatorSources
from app.overview.kostra.service import Kostra
from app.overview.loose_words.service import LooseWords
from app.overview.meetings.service import Meetings
from app.overview.meetings.triggers import Triggers
from app.overview.nights.service import NightCounts
from app.overview.quarter.service import Packs
from app.overview.quarter.service import Sources as PackSources
from app.overview.search.service import Search
from app.overview.snapshots.owed import KeptReturns
from app.overview.snapshots.service import Snapshots
from app.overview.sources.service import SourceRegister
from app.overview.stock.service import StockCounts
from app.overview.vacancies.service import Vacancies
from app.overview.vacancy_costs.service import VacancyCostings
from app.overview.waiting_times.service import WaitingCounts
from app.people.consents.service import Consents
from app.storage.history import History


@dataclass(frozen=True, slots=True)
class Ground:
    """All that stands below: `known` are the slices about homes and those who live in them."""

    known: Known
    alerts: Alerts
    history: History
    dwellings: Dwellings
    letters: Letters
    consents: Consents
    applications: Applications
    intake: Intakes
    allocation: Allocation
    offers: Offers
    settlements: Settlements
    decisions: Decisions


class OverviewServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
        self.search = Search(on.known.db)
        self._wire_homes(on)
        self._wire_people(on.known)
        self._wire_handovers(on)
        self._wire_households(on)
        self._wire_returns(on)
        self._wire_homeless(on.known)
        self._wire_counted(on)
        self._wire_stock(on)
        self._wire_indicators(on.known)

    def _wire_homes(self, on: Ground) -> None:
        """What stands vacant, what does not hang together, and what the meeting must see."""
        known = on.known
        self.vacancies = Vacancies(
            on.dwellings,
            known.leases,
            on.letters,
            on.allocation,
            on.settlements,
            known.db.clock,
        )
        self.vacancy_costs = VacancyCostings(known.db, known.settings)
        self.holes = Holes(known.db, known.leases)
        made = known.tenancies
        self.holes.know(HandoverHoles(known.leases, made.key_receipts, made.start_packages))
        triggers = Triggers(on.applications, on.dwellings, on.allocation, on.alerts)
        self.meetings = Meetings(known.db, triggers, on.letters, known.settings)

    def _wire_handovers(self, on: Ground) -> None:
        """What a stand-in must know."""
        known = on.known
        self.handovers = Handovers(
            known.db,
            known.settings,
            HandoverSources(
                on.alerts,
                known.people,
                on.applications,
                known.leases,
                known.tenancies.stays,
                known.evictions.eviction_advice,
                known.debt.debt_cases,
                known.followup.plans,
                known.followup.owners,
                known.units,
                on.dwellings,
                on.letters,
            ),
        )

    def _wire_people(self, on: Known) -> None:
        """Who is followed up with what effect, and who may lose a home."""
        known = on.followup
        self.effects = Effects(on.db, known.levels, on.settings)
        self.followups = Followups(
            on.db,
            FollowupSources(
                on.people,
                on.units,
                known.levels,
                known.owners,
                known.plans,
                known.followup,
                known.contact_notes,
                known.assessments,
            ),
        )
        lost = on.evictions
        self.eviction_reports = EvictionReports(
            on.db, lost.eviction_cases, on.people, lost.early, on.settings
        )
        self.at_risk = AtRisk(
            on.db,
            on.settings,
            RiskSources(
                on.people,
                on.leases,
                on.tenancies.notices,
                on.arrears.arrears_steps,
                on.arrears.early_signals,
                on.evictions.eviction_cases,
                known.plans,
                known.owners,
            ),
        )

    def _wire_households(self, on: Ground) -> None:
        """All about one of them."""
        known = on.known
        self.household_view = HouseholdViews(
            known.db,
            known.settings,
            HouseholdSources(
                known.people,
                on.consents,
                on.letters,
                on.decisions,
                known.leases,
                known.tenancies.expiry,
                known.arrears.arrears,
                known.evictions.eviction_cases,
                known.debt.debt_waiting,
                known.followup.levels,
                known.followup.owners,
                known.followup.plans,
            ),
        )
        self.data_access = DataAccess(known.db, known.people, on.letters, known.settings)

    def _wire_stock(self, on: Ground) -> None:
        """What the municipality has, who waits for it, and how long that takes."""
        self.waiting_counts = WaitingCounts(on.known.db, on.known.settings)
        self.stock = StockCounts(on.known.db, on.known.settings, self.waiting_counts)
        plans = on.known.followup.plans
        self.concentrations = Concentrations(on.known.db, on.dwellings, on.known.leases, plans)
        self.nights = NightCounts(on.known.db, on.known.tenancies.stays)
        self.cohorts = RefugeeCohorts(on.known.db, on.known.leases)

    def _wire_returns(self, on: Ground) -> None:
        """What the municipality owes an answer to, and what it answered."""
        self.snapshots = Snapshots(on.known.db)
        self.kostra = Kostra(on.known.db, on.known.tenancies.stays, on.known.settings)
        on.alerts.know(OwedDue(KeptReturns(on.known.db, self.snapshots)))

    def _wire_indicators(self, on: Known) -> None:
        """What the strategic forum is shown; reads what stands above."""
        known = on.followup
        self.indicators = Indicators(
            on.db, IndicatorSources(self.waiting_counts, known.levels, known.plans)
        )
        self.packs = Packs(
            on.db,
            on.settings,
            PackSources(
                self.indicators, self.effects, self.stock, self.waiting_counts, self.snapshots
            ),
        )
        self.sources = SourceRegister(on.db, on.settings, self.indicators, self.snapshots)

    def _wire_counted(self, on: Ground) -> None:
        """The returns told in tables."""
        known = on.known
        self.counted_returns = CountedReturns(
            known.db,
            known.settings,
            known.people,
            on.applications,
            known.evictions.eviction_cases,
            (known.debt.debt_cases, known.debt.debt_waiting),
        )

    def _wire_homeless(self, on: Known) -> None:
        """Who is without a home."""
        self.homeless = HomelessCounts(on.db, on.people, on.leases)
        on.people.know_holder(self.homeless)
        on.people.know_holder(LooseWords(on.db), first=True)
