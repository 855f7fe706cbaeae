"""Quarter, half-year and year with fixed boundaries, so that a report can be made again (A9)."""

from datetime import date, timedelta
from enum import StrEnum

from app.core.periods import Period, Unit, add
from app.core.records import dataclass

QUARTER_MONTHS = 3


class ReportSpan(StrEnum):
    """How long a period is that is reported on."""

    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Its length in months."""
        return {ReportSpan.QUARTER: 3, ReportSpan.HALF_YEAR: 6, ReportSpan.YEAR: 12}[self]


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A quarter, half-year or year of the calendar; both days belong to it."""

    span: ReportSpan
    first: date

    @property
    def last(self) -> date:
        """Its last day, whether it has been or not."""
        return add(Period(self.span.months, Unit.MONTHS), self.first) - timedelta(days=1)

    @property
    def number(self) -> int:
        """Which one of its year, from 1."""
        return (self.first.month - 1) // self.span.months + 1

    @property
    def quarters(self) -> int:
        """How many quarters it holds."""
        return self.span.months // QUARTER_MONTHS

    @property
    def before(self) -> "ReportPeriod":
        """The one just before it, of the same length."""
        return ReportPeriod(self.span, add(Period(-self.span.months, Unit.MONTHS), self.first))

    @property
    def after(self) -> "ReportPeriod":
        """The one just after it, of the same length."""
        return ReportPeriod(self.span, add(Period(self.span.months, Unit.MONTHS), self.first))

    def until(self, today: date) -> date:
        """The last day that can be counted."""
        return min(self.last, today)

    def runs(self, today: date) -> bool:
        """Whether days of it are still to come."""
        return self.last > today


def period_of(span: ReportSpan, day: date) -> ReportPeriod:
    """The period a day belongs to."""
    month = span.months * ((day.month - 1) // span.months) + 1
    return ReportPeriod(span, date(day.year, month, 1))


def row_of(period: ReportPeriod, count: int) -> tuple[ReportPeriod, ...]:
    """So many periods that end with this one, the oldest first."""
    found = [period]
    while len(found) < count:
        found.append(found[-1].before)
    return tuple(reversed(found))


def quarters_of(period: ReportPeriod, today: date) -> tuple[ReportPeriod, ...]:
    """The quarters a longer period is made of, as far as it has come; none of a quarter."""
    if period.span is ReportSpan.QUARTER:
        return ()
    last = period_of(ReportSpan.QUARTER, period.until(today))
    found = row_of(last, period.quarters)
    return tuple(each for each in found if each.first >= period.first)
