"""Words that every part of a pack shares. Pure."""

from app.applications.model import TargetGroup
from app.core.report_periods import ReportPeriod
from app.core.text import grouped
from app.documents.texts import Text
from app.overview.indicators.model import Indicator

NOT_TOLD = "–"


def period_words(period: ReportPeriod, text: Text) -> str:
    """«3. kvartal 2026»."""
    year = str(period.first.year)
    return text.passage(f"period_{period.span.value}", number=str(period.number), year=year)


def short_period(period: ReportPeriod, text: Text) -> str:
    """«3. kv. 26» over a narrow column."""
    year = f"{period.first.year % 100:02}"
    if period.quarters > 2:
        return str(period.first.year)
    return text.passage(f"short_{period.span.value}", number=str(period.number), year=year)


def name_of(indicator: Indicator, text: Text) -> str:
    """What an indicator is called."""
    return text.passage(f"name_{indicator.value}")


def group_words(group: TargetGroup | None, text: Text) -> str:
    """A main group, or none in particular."""
    return text.passage("group_none") if group is None else text.passage(group.value)


def count_words(count: int | None) -> str:
    """A count, or that it is held back or not known."""
    return NOT_TOLD if count is None else grouped(count)
