"""What is read over everyone, put together for the office."""

from app.alerts.wiring import Ground
from app.overview.at_risk.service import AtRisk
from app.overview.at_risk.service import Sources as RiskSources
from app.overview.effect.service import Effects
from app.overview.eviction_report.service import EvictionReports
from app.overview.followups.service import Followups
from app.overview.followups.service import Sources as FollowupSources


class OverviewServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
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
