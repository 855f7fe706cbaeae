"""Indicators: what is measured, what is aimed at, and how it went (E11, A5). Nobody is named."""

from datetime import date
from enum import StrEnum

from app.core.records import dataclass
from app.core.report_periods import ReportPeriod
from app.overview.figures.model import Figure

TREND = 8
"""How many periods a trend shows."""
MOST_TARGET = 100_000
MOST_PERCENT = 100


class Indicator(StrEnum):
    """The eight, in the order of the cards."""

    WAITING = "waiting"
    DAYS_TO_DECISION = "days_to_decision"
    DAYS_VACANT = "days_vacant"
    TURNOVER = "turnover"
    WITH_PLAN = "with_plan"
    EVICTIONS_AVERTED = "evictions_averted"
    TEMPORARY_NIGHTS = "temporary_nights"
    LEVEL_MOVES = "level_moves"

    @property
    def at_most(self) -> bool:
        """Whether less is better."""
        return self in _AT_MOST

    @property
    def summed(self) -> bool:
        """Whether it grows with the length of the period; its target is that of a quarter."""
        return self in (Indicator.TEMPORARY_NIGHTS, Indicator.LEVEL_MOVES)

    @property
    def percent(self) -> bool:
        """Whether it is a share of a whole."""
        return self in _PERCENT


_AT_MOST = frozenset(
    {
        Indicator.WAITING,
        Indicator.DAYS_TO_DECISION,
        Indicator.DAYS_VACANT,
        Indicator.TEMPORARY_NIGHTS,
    }
)
_PERCENT = frozenset({Indicator.TURNOVER, Indicator.WITH_PLAN, Indicator.EVICTIONS_AVERTED})


class IndicatorVerdict(StrEnum):
    """How a value stands to its target."""

    REACHED = "reached"
    NEAR = "near"
    MISSED = "missed"
    NO_TARGET = "no_target"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator of one period.

    `value` is None where it cannot be told: nothing to measure, or before the register began.
    `figure` opens the cases that are counted and `whole` all they are a part of; `against` is
    how many moved outwards. `counted` tells of how many cases a median is.
    """

    indicator: Indicator
    value: int | None
    figure: Figure
    whole: Figure | None = None
    against: Figure | None = None
    before_register: bool = False

    @property
    def counted(self) -> int:
        """How many cases stand behind it."""
        return len(self.figure.behind)


@dataclass(frozen=True, slots=True)
class IndicatorTarget:
    """What is aimed at from a day; None where there is no target from then."""

    indicator: Indicator
    since: date
    target: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorCard:
    """One indicator with its target in the period and the eight periods that end with it.

    `target` is that of the whole period, `aim` what should be reached so far in one that runs.
    """

    now: Reading
    verdict: IndicatorVerdict
    trend: tuple[Reading, ...]
    target: int | None = None
    aim: int | None = None

    @property
    def indicator(self) -> Indicator:
        """Which one."""
        return self.now.indicator

    @property
    def before(self) -> Reading:
        """The period before."""
        return self.trend[-2]

    @property
    def change(self) -> int | None:
        """How much more than in the period before."""
        if self.now.value is None or self.before.value is None:
            return None
        return self.now.value - self.before.value


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """The eight of one period, counted until `until`; `periods` are those of every trend.

    `began` is the first day the register knows anything of.
    """

    period: ReportPeriod
    until: date
    cards: tuple[IndicatorCard, ...]
    periods: tuple[ReportPeriod, ...]
    began: date | None = None

    def card(self, indicator: Indicator) -> IndicatorCard:
        """One of the eight."""
        return next(each for each in self.cards if each.indicator is indicator)

    @property
    def reached(self) -> int:
        """How many targets are reached."""
        return sum(each.verdict is IndicatorVerdict.REACHED for each in self.cards)

    @property
    def aimed(self) -> int:
        """How many have a target and a value."""
        judged = (IndicatorVerdict.REACHED, IndicatorVerdict.NEAR, IndicatorVerdict.MISSED)
        return sum(each.verdict in judged for each in self.cards)

    @property
    def runs(self) -> bool:
        """Whether the period is still going on."""
        return self.until < self.period.last
