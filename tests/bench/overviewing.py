"""What it costs to look over ten years: the day, the returns, the pack, a stand-in's paper."""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from app.core.report_periods import ReportSpan
from app.office import Office
from tests.bench.spent import Figure, milliseconds


def work(office: Office) -> Iterator[Figure]:
    """Each read for the first time; then the day once more after a commit, and as it stands."""
    today = office.clock.today()
    yield "I dag, the first", milliseconds(office.alerts.today)
    _touch(office)
    yield "I dag, after a name", milliseconds(office.alerts.today)
    _touch(office, "note")
    yield "I dag, after words about a person", milliseconds(office.alerts.today)
    yield "I dag, as it stands", milliseconds(office.alerts.today)
    for words, read in _returns(office, today):
        yield words, milliseconds(read)
    for span in (ReportSpan.QUARTER, ReportSpan.HALF_YEAR):
        before = office.indicators.period(span).before
        yield (
            f"pack of a {span.value}, four files",
            milliseconds(partial(office.packs.make, before)),
        )
    last = today + timedelta(days=14)
    yield "what a stand-in is told", milliseconds(partial(office.handovers.of, last))


def _returns(office: Office, today: date) -> Iterator[tuple[str, Callable[[], object]]]:
    """Of the year that was, which is the heaviest: nothing of it is at hand."""
    first, last = date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    yield "KOSTRA 13", partial(office.kostra.of, first, last)
    yield "the homeless", partial(office.homeless.at, last)
    counted = office.counted_returns
    yield "Husbanken", partial(counted.husbanken.of, first, last)
    yield "evictions", partial(counted.evictions.of, first, last)
    yield "debt advice", partial(counted.advice.of, first, last)
    yield "needs", partial(counted.needs.of, first, last)
    yield "eviction report, every year", office.eviction_reports.report
    yield "stock and need", partial(office.stock.balance, last)
    yield "concentration", partial(office.concentrations.at, today)
    yield "nights", partial(office.nights.of, first, last)
    yield "refugees by year", partial(office.cohorts.at, today)
    yield "who waited that day", partial(office.waiting_counts.at, last)
    yield (
        "waits of ten years",
        partial(office.waiting_counts.times, today - timedelta(days=3652), today),
    )


def _touch(office: Office, column: str = "given_name") -> None:
    with office.unit("bench.touched") as unit:
        unit.update("person", 1, **{column: f"Kari {time.perf_counter_ns()}"})
