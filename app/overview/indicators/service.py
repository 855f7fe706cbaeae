"""Reads the eight indicators of any period, and keeps what is aimed at."""

from collections.abc import Callable
from datetime import date, timedelta

from app.core.errors import Problem, demand
from app.core.ids import Ref
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.core.report_periods import ReportPeriod, ReportSpan, period_of, row_of
from app.followup.levels.service import Levels
from app.followup.plans.service import Plans
from app.leases.stays import rules as stay_rules
from app.leases.stays import store as stay_store
from app.leases.stays.model import DayRange
from app.overview.figures.model import Figure
from app.overview.indicators import rules, store
from app.overview.indicators.model import (
    TREND,
    Indicator,
    IndicatorCard,
    IndicatorSheet,
    IndicatorTarget,
    Reading,
)
from app.overview.waiting_times.service import WaitingCounts
from app.storage.database import Database
from app.storage.remembered import Remembered

_DAY = timedelta(days=1)
_YEAR = Period(-12, Unit.MONTHS)
_PLANNED_FROM = 2
"""The level from which there shall be a plan."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the numbers come from that other slices count."""

    waiting: WaitingCounts
    levels: Levels
    plans: Plans


class Indicators:
    """Eight values of a period, each with its target, its trend and the cases behind (E11)."""

    def __init__(self, db: Database, sources: Sources) -> None:
        self._db = db
        self._waiting, self._levels, self._plans = sources.waiting, sources.levels, sources.plans
        self._read: dict[Indicator, Callable[[date, date], Reading]] = {
            Indicator.WAITING: self._who_waits,
            Indicator.DAYS_TO_DECISION: self._days_to_decision,
            Indicator.DAYS_VACANT: self._days_vacant,
            Indicator.TURNOVER: self._turnover,
            Indicator.WITH_PLAN: self._with_plan,
            Indicator.EVICTIONS_AVERTED: self._averted,
            Indicator.TEMPORARY_NIGHTS: self._nights,
            Indicator.LEVEL_MOVES: self._moves,
        }
        self._known: dict[Indicator, Remembered[Reading]] = {
            each: Remembered(db) for each in Indicator
        }
        self._began: Remembered[date | None] = Remembered(db)
        self._statuses: Remembered[tuple[rules.StatusRow, ...]] = Remembered(db)
        self._aims: Remembered[tuple[IndicatorTarget, ...]] = Remembered(db)

    # reading

    def period(self, span: ReportSpan, day: date | None = None) -> ReportPeriod:
        """The quarter, half-year or year a day belongs to; that of today without one."""
        return period_of(span, day or self._today)

    def of(
        self, period: ReportPeriod, told: Callable[[int, int], None] | None = None
    ) -> IndicatorSheet:
        """The eight of a period, as far as it has come. Invalid `day_in_future`.

        `told` hears how many of the readings are made, and may raise to stop.
        """
        demand(tuple(rules.day_problems(period.first, self._today)))
        periods = row_of(period, TREND)
        cards: list[IndicatorCard] = []
        for indicator in Indicator:
            trend: list[Reading] = []
            for each in periods:
                if told is not None:
                    told(len(cards) * TREND + len(trend), TREND * len(Indicator))
                trend.append(self.reading(indicator, each))
            cards.append(self._card(period, tuple(trend)))
        return IndicatorSheet(
            period, period.until(self._today), tuple(cards), periods, self.began()
        )

    def reading(self, indicator: Indicator, period: ReportPeriod) -> Reading:
        """One indicator of one period, as far as it has come; not before the register began."""
        until = period.until(self._today)
        return self._known[indicator].get(
            (period.first, until), lambda: self._reading(indicator, period.first, until)
        )

    def _reading(self, indicator: Indicator, first: date, last: date) -> Reading:
        began = self._counts_from(indicator)
        if began is None or began > last:
            return rules.unknown(indicator, before_register=began is not None)
        return self._read[indicator](first, last)

    def began(self) -> date | None:
        """The first day any of them can be counted; None in an empty register."""
        days = (self._counts_from(each) for each in Indicator)
        return min((each for each in days if each is not None), default=None)

    def _counts_from(self, indicator: Indicator) -> date | None:
        def find() -> date | None:
            if indicator is Indicator.WAITING:
                return self._waiting.began
            return store.began(self._db, indicator)

        return self._began.get(indicator, find)

    def _card(self, period: ReportPeriod, trend: tuple[Reading, ...]) -> IndicatorCard:
        now = trend[-1]
        target = rules.target_of(self.targets(), now.indicator, period)
        aim = rules.aim_of(now.indicator, period, target, self._today)
        return IndicatorCard(now, rules.verdict(now.indicator, now.value, aim), trend, target, aim)

    # the eight

    def _who_waits(self, first: date, last: date) -> Reading:
        """REP-12: new households with a vedtak and no dwelling yet, on the last day."""
        return rules.counted(Indicator.WAITING, self._waiting.at(last).total.behind)

    def _days_to_decision(self, first: date, last: date) -> Reading:
        days = store.days_to_decision(self._db, first, last)
        return rules.middle(Indicator.DAYS_TO_DECISION, days)

    def _days_vacant(self, first: date, last: date) -> Reading:
        found = rules.empty_stretches(self._stock(), first, last)
        days: dict[Ref, int] = {}
        for dwelling, began, let in found:
            ref = Ref("dwelling", dwelling)
            days[ref] = days.get(ref, 0) + (let - began).days
        return rules.middle(Indicator.DAYS_VACANT, days)

    def _turnover(self, first: date, last: date) -> Reading:
        """Over twelve months, so that a quarter can be held against a year."""
        year = add(_YEAR, last) + _DAY
        began = self._counts_from(Indicator.TURNOVER)
        if began is None or began > year:
            return rules.unknown(Indicator.TURNOVER, before_register=True)
        there = tuple(Ref("dwelling", each) for each in rules.disposed(self._stock(), last))
        had = frozenset(there)
        moved = (each for each in store.moved_into(self._db, year, last) if each in had)
        return rules.share(Indicator.TURNOVER, moved, there)

    def _stock(self) -> tuple[rules.StatusRow, ...]:
        return self._statuses.get("statuses", lambda: store.statuses(self._db))

    def _with_plan(self, first: date, last: date) -> Reading:
        levels = self._levels.all(last)
        need = [person for person, known in levels.items() if known.level >= _PLANNED_FROM]
        planned = {row.person for row in self._plans.rows(last)}
        return rules.share(
            Indicator.WITH_PLAN,
            (Ref("person", person) for person in need if person in planned),
            (Ref("person", person) for person in need),
        )

    def _averted(self, first: date, last: date) -> Reading:
        ended = store.ended_cases(self._db, first, last)
        kept = (case for case, home_kept in ended if home_kept)
        return rules.share(Indicator.EVICTIONS_AVERTED, kept, (case for case, _ in ended))

    def _nights(self, first: date, last: date) -> Reading:
        """The night of a day is counted when it is over, by what is known today."""
        as_of = min(last + _DAY, self._today)
        within, total, behind = DayRange(first, last), 0, []
        for stay in stay_store.all_on(self._db, as_of, self._today):
            nights = stay_rules.nights(stay, as_of, within)
            if nights:
                total += nights
                behind.append(Ref("stay", stay.id))
        return rules.counted(Indicator.TEMPORARY_NIGHTS, behind, total)

    def _moves(self, first: date, last: date) -> Reading:
        """From the evening before the period to its last day; the new have not moved (E2)."""
        began = self._counts_from(Indicator.LEVEL_MOVES)
        if began is None or began >= first:
            return rules.unknown(Indicator.LEVEL_MOVES, before_register=True)
        then, now = self._levels.all(first - _DAY), self._levels.all(last)
        moved = {
            person: now[person].level - known.level
            for person, known in then.items()
            if person in now
        }
        inwards = tuple(Ref("person", person) for person, step in moved.items() if step < 0)
        outwards = tuple(Ref("person", person) for person, step in moved.items() if step > 0)
        return Reading(
            Indicator.LEVEL_MOVES,
            len(inwards),
            Figure(Indicator.LEVEL_MOVES.value, inwards),
            against=Figure("level_moves_outwards", outwards),
        )

    # targets

    def targets(self) -> tuple[IndicatorTarget, ...]:
        """Every target there has been, oldest first."""
        return self._aims.get("targets", lambda: store.targets(self._db))

    def check_target(self, indicator: Indicator, target: int | None) -> tuple[Problem, ...]:
        """What stops a target, beside its field."""
        return rules.check_target(indicator, target)

    def aim(self, row: IndicatorTarget) -> None:
        """From a day this is aimed at; what was aimed at before still stands. Invalid."""
        demand(rules.check_target(row.indicator, row.target))
        with self._db.unit("indicator_target.set") as unit:
            unit.about(Ref("indicator_target", store.insert_target(unit, row)))

    @property
    def _today(self) -> date:
        return self._db.clock.today()
