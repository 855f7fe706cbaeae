"""The slices whose own rules find gjøremål about homes and people, told to the alerts."""

from app.alerts.aftermath_due import AftermathDue
from app.alerts.arrears_due import ArrearsDue
from app.alerts.clauses_due import ClausesDue
from app.alerts.consents_due import ConsentsDue
from app.alerts.debt_due import DebtDue
from app.alerts.discharges_due import DischargesDue
from app.alerts.evictions_due import EvictionsDue
from app.alerts.followup_due import FollowupDue
from app.alerts.landlords_due import LandlordsDue
from app.alerts.notices_due import NoticesDue
from app.alerts.rent_due import RentDue
from app.alerts.reports_due import ReportsDue
from app.alerts.service import Alerts
from app.alerts.start_packages_due import StartPackagesDue
from app.alerts.stays_due import StaysDue
from app.alerts.terms_due import TermsDue
from app.applications.discharges.service import Discharges
from app.arrears.wiring import ArrearsServices
from app.core.records import dataclass
from app.debt.wiring import DebtServices
from app.dwellings.clauses.service import Clauses
from app.dwellings.landlords.service import Landlords
from app.evictions.wiring import EvictionServices
from app.followup.wiring import FollowupServices
from app.leases.service import Leases
from app.leases.wiring import LeaseServices
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Ground:
    """Those who know something of a home and of who lives in it."""

    db: Database
    settings: Settings
    units: ServiceUnits
    people: People
    landlords: Landlords
    leases: Leases
    tenancies: LeaseServices
    followup: FollowupServices
    arrears: ArrearsServices
    evictions: EvictionServices
    debt: DebtServices


def tell(alerts: Alerts, on: Ground) -> None:
    """What each of them waits for."""
    of_homes(alerts, on)
    of_leases(alerts, on)
    of_people(alerts, on)
    of_unpaid_rent(alerts, on)
    of_advice(alerts, on)


def of_homes(alerts: Alerts, on: Ground) -> None:
    """What binds a dwelling, and who leaves an institution without one."""
    alerts.know(ClausesDue(Clauses(on.db)))
    alerts.know(DischargesDue(Discharges(on.db)))


def of_leases(alerts: Alerts, on: Ground) -> None:
    """From signing to hand-back."""
    known = on.tenancies
    alerts.know(LandlordsDue(known.orders, on.landlords))
    alerts.know(NoticesDue(known.notices))
    alerts.know(AftermathDue(known.aftermath, on.leases))
    alerts.know(ConsentsDue(known.residents))
    alerts.know(ReportsDue(known.reports))
    alerts.know(StaysDue(known.stays))
    alerts.know(RentDue(known.rent_round))
    alerts.know(TermsDue(known.term_reviews))
    alerts.know(StartPackagesDue(known.start_packages))


def of_people(alerts: Alerts, on: Ground) -> None:
    """What is done for those who are followed up."""
    alerts.know(FollowupDue(on.db, on.people, on.followup))


def of_unpaid_rent(alerts: Alerts, on: Ground) -> None:
    """What is owed, and homes that may be lost."""
    known = on.arrears
    alerts.know(
        ArrearsDue(
            known.arrears,
            known.arrears_steps,
            known.instalments,
            known.pauses,
            known.early_signals,
            known.arrears_rounds,
            on.evictions.home_track,
            on.evictions.eviction_cases,
        )
    )
    lost = on.evictions
    alerts.know(EvictionsDue(lost.eviction_cases, on.people, lost.unit_notes, lost.aftercare))


def of_advice(alerts: Alerts, on: Ground) -> None:
    """Who waits for economic advice, and the days in the work."""
    known = on.debt
    alerts.know(
        DebtDue(
            known.debt_cases,
            known.debt_queue,
            known.debt_decisions,
            known.debt_appeals,
            known.debt_papers,
            known.debt_measures,
            known.payment_plans,
        )
    )
