"""How an indicator is said: its value with its unit, its target, and how it went."""

from datetime import date

from app.core.charts import TrendChart, TrendPoint
from app.core.report_periods import ReportPeriod, ReportSpan
from app.core.text import grouped
from app.overview.indicators.model import Indicator, IndicatorCard, IndicatorVerdict, Reading
from ui.kit.chips import Chip, ChipKind
from ui.labels import day, title_word

NOTHING = "–"
DAYS = (Indicator.DAYS_TO_DECISION, Indicator.DAYS_VACANT)


def period_words(period: ReportPeriod) -> str:
    """«4. kvartal 2026», «2. halvår 2026», «2026»."""
    year = str(period.first.year)
    if period.span is ReportSpan.YEAR:
        return year
    return f"{period.number}. {title_word(period.span).lower()} {year}"


def span_of_words(period: ReportPeriod) -> str:
    """«4. kvartal», «2. halvår», «2026»: within what is known of the year."""
    if period.span is ReportSpan.YEAR:
        return str(period.first.year)
    return f"{period.number}. {title_word(period.span).lower()}"


def short_period(first: date, span: ReportSpan) -> str:
    """«4. kv. 26» under a chart and over a column."""
    period = ReportPeriod(span, first)
    year = f"{first.year % 100:02}"
    return {
        ReportSpan.QUARTER: f"{period.number}.\u00a0kv.\u00a0{year}",
        ReportSpan.HALF_YEAR: f"{period.number}.\u00a0halvår\u00a0{year}",
        ReportSpan.YEAR: str(first.year),
    }[span]


def plain_value(indicator: Indicator, value: float | None) -> str:
    """A value alone, with its sign of per cent."""
    if value is None:
        return NOTHING
    number = grouped(round(value))
    return f"{number}\u00a0%" if indicator.percent else number


def value_words(reading: Reading) -> str:
    """The large number of a card; of few cases the cases themselves."""
    if reading.indicator is Indicator.EVICTIONS_AVERTED and reading.whole is not None:
        if reading.value is None:
            return NOTHING
        return f"{grouped(reading.counted)} av {grouped(reading.whole.count)}"
    return plain_value(reading.indicator, reading.value)


def target_words(card: IndicatorCard) -> str:
    """«mål 30 eller færre», «mål 90 %», «ikke noe mål»."""
    if card.target is None:
        return "ikke noe mål"
    number = plain_value(card.indicator, card.target)
    if card.indicator is Indicator.WAITING:
        return f"mål {number} eller færre"
    return f"mål {number}"


def verdict_chip(card: IndicatorCard) -> Chip:
    """Shape and word: how it stands to its target."""
    side = "over" if card.indicator.at_most else "under"
    return {
        IndicatorVerdict.REACHED: Chip(ChipKind.OK, "I mål"),
        IndicatorVerdict.NEAR: Chip(ChipKind.SOON, f"Litt {side}"),
        IndicatorVerdict.MISSED: Chip(ChipKind.URGENT, f"{side.capitalize()} målet"),
        IndicatorVerdict.NO_TARGET: Chip(ChipKind.NOT_STARTED, "Uten mål"),
        IndicatorVerdict.NOT_KNOWN: Chip(ChipKind.NOT_STARTED, "Ikke noe tall"),
    }[card.verdict]


def behind_words(reading: Reading) -> str:
    """What the value is a part of, or why there is none."""
    counted, whole = grouped(reading.counted), reading.whole
    if reading.value is None:
        return _why_not(reading)
    if reading.indicator is Indicator.LEVEL_MOVES and reading.against is not None:
        return f"{grouped(reading.against.count)} flyttet seg utover"
    if reading.indicator is Indicator.TEMPORARY_NIGHTS:
        return f"fordelt på {counted} opphold"
    if reading.indicator is Indicator.DAYS_TO_DECISION:
        return f"midt i rekken av {counted} søknader"
    if reading.indicator is Indicator.DAYS_VACANT:
        return f"midt i rekken av {counted} boliger"
    if reading.indicator is Indicator.EVICTIONS_AVERTED:
        return f"{plain_value(reading.indicator, reading.value)} av sakene som er avsluttet"
    if whole is None:
        return "husstander med vedtak"
    noun = "boliger" if reading.indicator is Indicator.TURNOVER else "personer"
    return f"{counted} av {grouped(whole.count)} {noun}"


def _why_not(reading: Reading) -> str:
    if reading.before_register:
        return "registeret går ikke langt nok tilbake"
    return {
        Indicator.DAYS_TO_DECISION: "ingen vedtak i perioden",
        Indicator.DAYS_VACANT: "ingen ledig bolig ble leid ut",
        Indicator.EVICTIONS_AVERTED: "ingen saker er avsluttet",
        Indicator.WITH_PLAN: "ingen er på nivå 2–4",
        Indicator.TEMPORARY_NIGHTS: "ingen opphold er ført inn",
    }.get(reading.indicator, "ikke noe å telle")


def finding(card: IndicatorCard, period: ReportPeriod) -> str:
    """The title of the trend: what it shows, in a sentence."""
    name, change = title_word(card.indicator), card.change
    if card.now.value is None:
        return f"{name}: {_why_not(card.now)}"
    if change is None:
        return f"{name}: {value_words(card.now)} i {period_words(period)}"
    if change == 0:
        return f"{name}: som i {span_of_words(period.before)}"
    way = "mer" if change > 0 else "mindre"
    unit = " prosentpoeng" if card.indicator.percent else ""
    return f"{name}: {grouped(abs(change))}{unit} {way} enn i {span_of_words(period.before)}"


def trend_of(card: IndicatorCard, periods: tuple[ReportPeriod, ...]) -> TrendChart:
    """The eight periods of a card; the words give the first and the last that is known."""
    points = tuple(
        TrendPoint(period.first, None if each.value is None else float(each.value))
        for period, each in zip(periods, card.trend, strict=True)
    )
    known = [
        (period, each)
        for period, each in zip(periods, card.trend, strict=True)
        if each.value is not None
    ]
    said = f"{title_word(card.indicator)}: {NOTHING}"
    if known:
        told = dict.fromkeys((known[0], known[-1]))
        words = ", ".join(f"{value_words(each)} i {period_words(when)}" for when, each in told)
        said = f"{title_word(card.indicator)}: {words}, {target_words(card)}"
    target = None if card.target is None else float(card.target)
    return TrendChart(said, points, target)


def until_words(period: ReportPeriod, until: date) -> str:
    """«4. kvartal 2026, til og med 23.11.2026» while it runs."""
    words = period_words(period)
    return f"{words}, til og med {day(until)}" if until < period.last else words
