"""Homes from the first day to the last, and homes in danger."""

from app.evictions.childhood.model import ChildStepKind
from app.evictions.model import (
    DayChange,
    EvictionOutcome,
    EvictionStage,
    ForcedSaleStage,
    MessageSender,
)
from app.leases.endings.model import EndCause
from app.leases.handover.reports.model import HandoverKind
from app.leases.notices.model import GivenBy
from app.leases.reports.model import ReportKind
from app.overview.household.model import Happened
from app.overview.household.story_parts import EVICTION, HOME, LEASE, MADE, told

TENANCY = (
    told(
        Happened.LEASE_BEGAN,
        f"{LEASE} AND l.start_on IS NOT NULL AND {MADE}",
        "l.start_on, l.id",
        "lease:l.id",
        words=HOME.format("l.dwelling"),
        amount="l.rent",
    ),
    told(
        Happened.LEASE_ENDED,
        f"{LEASE} CROSS JOIN lease_ending e ON e.id = (SELECT max(x.id) FROM lease_ending x"
        " WHERE x.lease = l.id) AND e.last_day IS NOT NULL",
        "e.last_day, e.id",
        "lease:l.id",
        state="e.cause",
        words="e.reason",
        states=(EndCause,),
    ),
    told(
        Happened.NOTICE_GIVEN,
        f"{LEASE} CROSS JOIN termination_notice n ON n.lease = l.id AND n.withdrawn_on IS NULL",
        "coalesce(n.given_on, n.recorded_on), n.id",
        "lease:l.id",
        state="n.given_by",
        words="n.reason",
        states=(GivenBy,),
    ),
    told(
        Happened.REPORTED,
        f"{LEASE} CROSS JOIN lease_report r ON r.lease = l.id CROSS JOIN lease_report_told t"
        " ON t.id = (SELECT max(x.id) FROM lease_report_told x WHERE x.report = r.id)",
        "t.reported_on, r.id",
        "lease:l.id",
        state="t.kind",
        words="t.what",
        states=(ReportKind,),
    ),
    told(
        Happened.WARNED,
        f"{LEASE} CROSS JOIN lease_warning n ON n.lease = l.id",
        "n.issued_on, n.id",
        "lease:l.id",
        words="n.facts",
    ),
    told(
        Happened.RENT_SET,
        f"{LEASE} CROSS JOIN lease_rent r ON r.lease = l.id AND {MADE}"
        " AND EXISTS (SELECT 1 FROM lease_rent x WHERE x.lease = l.id AND x.since < r.since)",
        "r.since, r.id",
        "lease:l.id",
        amount="r.rent",
    ),
    told(
        Happened.STAY_BEGAN,
        "CROSS JOIN stay s ON s.person = w.id LEFT JOIN stay_place o ON o.id = s.place",
        "s.began_on, s.id",
        "stay:s.id",
        words="coalesce(o.name, " + HOME.format("s.dwelling") + ")",
    ),
    told(
        Happened.STAY_ENDED,
        "CROSS JOIN stay s ON s.person = w.id CROSS JOIN stay_term t ON t.id = (SELECT max(x.id)"
        " FROM stay_term x WHERE x.stay = s.id) AND t.left_on IS NOT NULL",
        "t.left_on, t.id",
        "stay:s.id",
        words="t.reason",
    ),
    told(
        Happened.HANDED_OVER,
        f"{LEASE} CROSS JOIN handover_report r ON r.lease = l.id AND r.issued_on IS NOT NULL",
        "coalesce(r.held_on, r.issued_on), r.id",
        "lease:l.id",
        state="r.kind",
        states=(HandoverKind,),
    ),
    told(
        Happened.KEYS_BACK,
        f"{LEASE} CROSS JOIN lease_handback b ON b.lease = l.id",
        "b.keys_on, b.id",
        "lease:l.id",
        words="b.condition",
    ),
    told(
        Happened.EVICTION_MOVED,
        f"{EVICTION} CROSS JOIN eviction_stage s ON s.eviction_case = c.id AND s.stage <> 'closed'",
        "s.since, s.id",
        "eviction_case:c.id",
        state="coalesce(nullif(s.sale_stage, ''), s.stage)",
        words="s.reason",
        states=(EvictionStage, ForcedSaleStage),
    ),
    told(
        Happened.EVICTION_DAY,
        f"{EVICTION} CROSS JOIN eviction_day d ON d.eviction_case = c.id",
        "d.since, d.id",
        "eviction_case:c.id",
        state="d.change",
        words="coalesce(d.eviction_on, d.reason)",
        states=(DayChange,),
    ),
    told(
        Happened.EVICTION_TOLD,
        f"{EVICTION} CROSS JOIN eviction_message m ON m.eviction_case = c.id",
        "m.received_on, m.id",
        "eviction_case:c.id",
        state="m.sender",
        words="m.words",
        amount="nullif(m.rent + m.costs + m.interest, 0)",
        states=(MessageSender,),
    ),
    told(
        Happened.EVICTION_ENDED,
        f"{EVICTION} CROSS JOIN eviction_outcome o ON o.eviction_case = c.id AND o.outcome <> ''",
        "o.since, o.id",
        "eviction_case:c.id",
        state="o.outcome",
        words="o.words",
        states=(EvictionOutcome,),
    ),
    told(
        Happened.CHILD_STEP,
        f"{EVICTION} CROSS JOIN child_step s ON s.eviction_case = c.id",
        "s.since, s.id",
        "eviction_case:c.id",
        state="s.kind",
        words="s.words",
        states=(ChildStepKind,),
    ),
)
