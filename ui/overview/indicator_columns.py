"""The same numbers as a table: a row for each period, a column for each indicator."""

from app.core.records import dataclass
from app.core.report_periods import ReportPeriod
from app.overview.indicators.model import Indicator, IndicatorSheet, Reading
from ui.kit.columns import Align, Column
from ui.overview.indicator_words import period_words, value_words

TITLES = {
    Indicator.WAITING: "Venter",
    Indicator.DAYS_TO_DECISION: "Til vedtak",
    Indicator.DAYS_VACANT: "Ledig",
    Indicator.TURNOVER: "Gj.strøm",
    Indicator.WITH_PLAN: "Med plan",
    Indicator.EVICTIONS_AVERTED: "Avverget",
    Indicator.TEMPORARY_NIGHTS: "Døgn",
    Indicator.LEVEL_MOVES: "Innover",
}


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """The eight of one period."""

    period: ReportPeriod
    readings: tuple[Reading, ...]

    def of(self, indicator: Indicator) -> Reading:
        """One of them."""
        return next(each for each in self.readings if each.indicator is indicator)


def rows_of(sheet: IndicatorSheet) -> tuple[PeriodRow, ...]:
    """The newest period first."""
    rows = (
        PeriodRow(period, tuple(card.trend[at] for card in sheet.cards))
        for at, period in enumerate(sheet.periods)
    )
    return tuple(reversed(tuple(rows)))


def _number(indicator: Indicator) -> Column[PeriodRow]:
    def value(row: PeriodRow) -> int | None:
        return row.of(indicator).value

    return Column(
        indicator.value,
        TITLES[indicator],
        lambda row: value_words(row.of(indicator)),
        value=value,
        sort=lambda row: -1 if value(row) is None else value(row),
        align=Align.RIGHT,
        width=84,
    )


PERIODS: tuple[Column[PeriodRow], ...] = (
    Column(
        "period",
        "Periode",
        lambda row: period_words(row.period),
        sort=lambda row: row.period.first.toordinal(),
        strong=True,
        stretch=True,
        width=130,
    ),
    *(_number(indicator) for indicator in Indicator),
)
