"""Who stands in the list, in what order, and what comes next. Pure."""

from collections.abc import Container, Iterable
from datetime import date

from app.arrears.signals.model import SignalLevel, SignalRow
from app.arrears.steps.model import ArrearsRow, ProposedReason
from app.core.ids import LeaseId, Ref
from app.evictions.model import EvictionCase, EvictionStage, LossKind
from app.leases.model import LeaseRow, LeaseState
from app.leases.notices.model import NoticeDue, NoticeStanding
from app.overview.at_risk.model import AtRiskRow, Risk, RiskReason, RiskSet, RiskStep

_ORDER = {why: at for at, why in enumerate(RiskReason)}
_IN_CASE = frozenset(
    {
        RiskReason.DATE_SET,
        RiskReason.COMMENT_PERIOD,
        RiskReason.PETITION_FILED,
        RiskReason.FORCED_SALE,
        RiskReason.CASE_OPEN,
    }
)
_STEPS = {
    RiskReason.DATE_SET: RiskStep.OPEN_CASE,
    RiskReason.COMMENT_PERIOD: RiskStep.OPEN_CASE,
    RiskReason.PETITION_FILED: RiskStep.OPEN_CASE,
    RiskReason.FORCED_SALE: RiskStep.OPEN_CASE,
    RiskReason.EVICTION_NOTICE: RiskStep.HOLD_MEETING,
    RiskReason.CASE_OPEN: RiskStep.OPEN_CASE,
    RiskReason.TERM_OVER: RiskStep.DECIDE_RENEWAL,
    RiskReason.LANDLORD_NOTICE: RiskStep.FIND_HOME,
    RiskReason.SIGNALS_RED: RiskStep.LOOK_AT_SIGNALS,
    RiskReason.AGREEMENT_BROKEN: RiskStep.RENEW_AGREEMENT,
    RiskReason.LONG_ARREARS: RiskStep.CALL,
    RiskReason.SIGNALS_YELLOW: RiskStep.LOOK_AT_SIGNALS,
}


def in_order(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The most pressing first; of the same kind the one with the earliest day, then the oldest."""
    return tuple(
        sorted(risks, key=lambda each: (_ORDER[each.why], each.day or date.max, each.since))
    )


def of_case(case: EvictionCase) -> Risk | None:
    """Why a home is at stake in a case; None once it is lost, kept or left."""
    if not case.threatened:
        return None
    why = RiskReason.FORCED_SALE if case.kind is LossKind.FORCED_SALE else _STAGES[case.stage]
    day = case.eviction_on or case.comment_until
    about = Ref("eviction_case", case.id)
    return Risk(why, case.received_on or case.opened_on, about, day, case.sums.total)


_STAGES = {
    EvictionStage.AT_RISK: RiskReason.CASE_OPEN,
    EvictionStage.NOTICE_SENT: RiskReason.EVICTION_NOTICE,
    EvictionStage.PETITION_FILED: RiskReason.PETITION_FILED,
    EvictionStage.COMMENT_PERIOD: RiskReason.COMMENT_PERIOD,
    EvictionStage.DATE_SET: RiskReason.DATE_SET,
}


def of_arrears(row: ArrearsRow, months: int, days: int) -> Risk | None:
    """Unpaid rent of so many months, or for so long; none while an agreement on it is kept."""
    about, owed = Ref("lease", row.tenancy.lease), row.owed
    if row.tenancy.state not in _LIVED_IN or owed.since is None:
        return None
    if row.next.reason is ProposedReason.AGREEMENT_BROKEN:
        return Risk(RiskReason.AGREEMENT_BROKEN, owed.since, about, amount=owed.total)
    if row.next.reason is ProposedReason.AGREED:
        return None
    much = row.tenancy.rent is not None and owed.rent >= months * row.tenancy.rent
    if not much and owed.days < days:
        return None
    return Risk(RiskReason.LONG_ARREARS, owed.since, about, amount=owed.total)


_LIVED_IN = frozenset(state for state in LeaseState if state.lived_in)


def of_lease(row: LeaseRow, lost: Container[LeaseId] = ()) -> Risk | None:
    """Someone still lives in a home whose term is over; one who has lost it does not."""
    if (
        row.id in lost
        or row.state not in {LeaseState.PAST_TERM, LeaseState.OVERSTAY}
        or row.last_day is None
    ):
        return None
    return Risk(RiskReason.TERM_OVER, row.last_day, Ref("lease", row.id))


def of_notice(due: NoticeDue) -> Risk | None:
    """The landlord has ended the lease, and it is not withdrawn, lapsed or set aside."""
    notice = due.notice
    if due.standing not in _HOLDING or notice.given_on is None:
        return None
    return Risk(
        RiskReason.LANDLORD_NOTICE, notice.given_on, Ref("lease", notice.lease), notice.end_on
    )


_HOLDING = frozenset({NoticeStanding.HOLDS, NoticeStanding.PROTESTED, NoticeStanding.SUED})


def of_signals(row: SignalRow) -> Risk | None:
    """Several early signals; unpaid rent alone has its own limits."""
    why = _SIGNALS.get(row.standing.level)
    if why is None or row.standing.of_rent_alone:
        return None
    return Risk(why, row.standing.since or row.newest_on, Ref("person", row.person))


_SIGNALS = {
    SignalLevel.YELLOW: RiskReason.SIGNALS_YELLOW,
    SignalLevel.RED: RiskReason.SIGNALS_RED,
}


def step_after(risks: tuple[Risk, ...]) -> RiskStep:
    """What the most pressing reason asks for."""
    return _STEPS[risks[0].why]


def ranked(rows: Iterable[AtRiskRow]) -> tuple[AtRiskRow, ...]:
    """The most pressing first, those with children before others of the same kind."""
    return tuple(sorted(rows, key=_pressing))


def _pressing(row: AtRiskRow) -> tuple[int, date, bool, date, int]:
    day = row.day if row.first.why in _IN_CASE else None
    return _ORDER[row.first.why], day or date.max, not row.ages, row.first.since, row.person


def belongs(row: AtRiskRow, which: RiskSet) -> bool:
    """Whether a person stands in a part of the list."""
    match which:
        case RiskSet.DATED:
            return row.first.why is RiskReason.DATE_SET
        case RiskSet.WITH_CHILDREN:
            return bool(row.ages)
        case RiskSet.WITHOUT_CASE:
            return not any(each.why in _IN_CASE for each in row.risks)
        case RiskSet.WITHOUT_PLAN:
            return not row.planned
