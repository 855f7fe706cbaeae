"""Who stands in the list, in what order, and what comes next. Pure."""

from collections.abc import Iterable
from datetime import date

from app.overview.at_risk.model import AtRiskRow, Risk, RiskReason, RiskSet, RiskStep

_ORDER = {why: at for at, why in enumerate(RiskReason)}
_IN_CASE = frozenset(
    {
        RiskReason.DATE_SET,
        RiskReason.COMMENT_PERIOD,
        RiskReason.PETITION_FILED,
        RiskReason.FORCED_SALE,
    }
)
_STEPS = {
    RiskReason.DATE_SET: RiskStep.OPEN_CASE,
    RiskReason.COMMENT_PERIOD: RiskStep.OPEN_CASE,
    RiskReason.PETITION_FILED: RiskStep.OPEN_CASE,
    RiskReason.FORCED_SALE: RiskStep.OPEN_CASE,
    RiskReason.EVICTION_NOTICE: RiskStep.HOLD_MEETING,
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
