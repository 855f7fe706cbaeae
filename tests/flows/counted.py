"""The same number on every page that shows it, and every case behind it: walks them all."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from app.applications.model import ApplicationKind
from app.core.errors import Invalid
from app.core.report_periods import ReportPeriod, ReportSpan, period_of
from app.evictions.model import EvictionOutcome
from app.leases.stays.model import PlaceKind
from app.office import Office
from app.overview.figures.model import Figure
from app.overview.indicators.model import Indicator
from app.overview.return_tables.model import ReturnTables, TableHead

Told = dict[str, int | None]
"""A number by where it is read."""


def disagreeing(office: Office, day: date | None = None) -> dict[str, Told]:
    """What is not one number everywhere, on a day that is today unless another is given."""
    found = dict(_numbers(office, day or office.clock.today()))
    return {name: told for name, told in found.items() if len(set(told.values())) > 1}


def _numbers(office: Office, day: date) -> Iterator[tuple[str, Told]]:
    year = ReportPeriod(ReportSpan.YEAR, date(day.year, 1, 1))
    yield "waiting", _waiting(office, day)
    yield "stock", _stock(office, day)
    yield "homeless", _homeless(office, day)
    yield "nights", _nights(office, day)
    with suppress(Invalid):  # it is refused before there was any case
        yield "averted", _averted(office, year, day)
        yield "averted this quarter", _averted_in_quarter(office, day)
    yield "housed", _housed(office, date(day.year, 1, 1), day)
    if day == office.clock.today():
        yield "at risk", _at_risk(office)
        yield "applications", _applications(office, day)


def _waiting(office: Office, day: date) -> Told:
    """REP-12. Those who swap stand on the list too, but are no new households (REP-11)."""
    counted = office.waiting_counts.at(day)
    balance = office.stock.balance(day)
    quarter = period_of(ReportSpan.QUARTER, day)
    listed = office.allocation.waiting_list(day)
    new = [each for each in listed if each.row.kind is not ApplicationKind.SWAP]
    found: Told = {
        "Venteliste": len(new),
        "Venteliste i sidelista": office.allocation.waiting_count(day) - counted.swaps.count,
        "Ventetid": counted.total.count,
        "Ventetid, gruppene": sum(each.figure.count for each in counted.groups),
        "Ventetid, nå": office.waiting_counts.times(day, day).total.waiting.count,
        "Boliger og behov": balance.total.waiting.count,
        "Boliger og behov, gruppene": sum(row.total.waiting.count for row in balance.rows),
        "Boliger og behov, størrelsene": sum(each.waiting.count for each in balance.sizes),
        "KOSTRA": _line(office, "waiting", day, day),
    }
    if day == office.clock.today():
        pack = office.packs.of(quarter)
        found["Oversikt"] = office.indicators.of(quarter).card(Indicator.WAITING).now.value
        found["Strategisk forum"] = pack.sheet.card(Indicator.WAITING).now.value
        found["Strategisk forum, gruppene"] = sum(each.waiting for each in pack.need)
    return found


def _stock(office: Office, day: date) -> Told:
    stock, balance = office.stock.at(day), office.stock.balance(day)
    found: Told = {
        "Boliger og behov": stock.total.count,
        "behov mot boliger": balance.total.homes.count,
        "KOSTRA": _line(office, "dwellings", day, day),
    }
    for table in stock.tables:
        found[table.by.value] = sum(line.figure.count for line in table.lines)
    if day == office.clock.today():
        used = [row for row in office.dwellings.rows() if row.status.value != "retired"]
        found["Boliger"] = len(used)
        quarter = period_of(ReportSpan.QUARTER, day)
        found["Strategisk forum"] = sum(each.homes for each in office.packs.of(quarter).need)
    return found


def _homeless(office: Office, day: date) -> Told:
    counted = office.homeless.at(day)
    tables = office.homeless.tables(day)
    answer = office.counted_returns.reports.answer(tables)
    kept = Counter[str]()
    for each in answer.figures:
        kept[each.key.partition("/")[0]] += each.count
    found: Told = {"Bostedsløse": counted.total.count, "personene": len(counted.people)}
    found |= {f"Rapporter, {each.name.value}": each.total for each in tables.tables if each.whole}
    found |= {f"kept, {name}": count for name, count in kept.items()}
    return found


def _nights(office: Office, day: date) -> Told:
    """Of the quarter so far: nights that are over (B15)."""
    quarter = period_of(ReportSpan.QUARTER, day)
    last = min(quarter.last, office.clock.today())
    reading = office.indicators.reading(Indicator.TEMPORARY_NIGHTS, quarter)
    if reading.value is None:
        return {}
    nights = office.nights.of(quarter.first, last)
    found: Told = {
        "Oversikt": reading.value,
        "Boliger og behov": nights.total.nights,
        "stedene": sum(each.nights for each in nights.places),
        "månedene": sum(each.nights for each in nights.months),
    }
    line = _line(office, "stay_nights", quarter.first, last)
    if line is not None:
        shelters = (each for each in nights.places if each.kind is PlaceKind.NIGHT_SHELTER)
        found["KOSTRA og natthjem"] = line + sum(each.nights for each in shelters)
    return found


def _averted(office: Office, year: ReportPeriod, day: date) -> Told:
    last = min(year.last, office.clock.today())
    tables = office.counted_returns.evictions.of(year.first, last)
    reported = [each for each in office.eviction_reports.report().years if each.year == day.year]
    kept = [outcome for outcome in EvictionOutcome if outcome.home_kept]
    counts = dict(reported[0].outcomes) if reported else {}
    reading = office.indicators.reading(Indicator.EVICTIONS_AVERTED, year)
    pack = office.packs.of(year)
    return {
        "Utkastelser år for år": sum(counts.get(each, 0) for each in kept),
        "Rapporter, veien": _row(tables, TableHead.EVICTION_STEPS, "averted"),
        "Rapporter, utfallene": sum(
            _row(tables, TableHead.EVICTION_OUTCOMES, each.value) for each in kept
        ),
        "Oversikt": reading.counted,
        "Strategisk forum": pack.cases.kept.count,
    }


def _averted_in_quarter(office: Office, day: date) -> Told:
    quarter = period_of(ReportSpan.QUARTER, day)
    last = min(quarter.last, office.clock.today())
    tables = office.counted_returns.evictions.of(quarter.first, last)
    pack = office.packs.of(quarter)
    return {
        "Rapporter": _row(tables, TableHead.EVICTION_STEPS, "averted"),
        "Oversikt": office.indicators.reading(Indicator.EVICTIONS_AVERTED, quarter).counted,
        "Strategisk forum": pack.cases.kept.count,
    }


def _housed(office: Office, first: date, last: date) -> Told:
    """B7: allocated in the year and having it still."""
    counted = office.waiting_counts.allocated(first, last)
    return {
        "Ventetid": counted.total.count,
        "gruppene": sum(each.figure.count for each in counted.groups),
        "KOSTRA": _line(office, "allocated_new", first, last),
    }


def _at_risk(office: Office) -> Told:
    rows = office.at_risk.rows()
    return {
        "I ferd med å miste boligen": len(rows),
        "personene": len({row.person for row in rows}),
    }


def _applications(office: Office, day: date) -> Told:
    """Everyone with a need stands once in the overview of needs (F11)."""
    tables = office.counted_returns.needs.of(date(day.year, 1, 1), day)
    (main,) = (each for each in tables.tables if each.name is TableHead.NEEDS_MAIN)
    behind = {ref for row in main.rows for figure in row.figures for ref in figure.behind}
    return {"Boligbehov": main.total, "søknadene": len(behind)}


def _row(tables: ReturnTables, head: TableHead, name: str) -> int:
    return sum(
        figure.count
        for table in tables.tables
        if table.name is head
        for row in table.rows
        if row.name.value == name
        for figure in row.figures
    )


def _line(office: Office, query: str, first: date, last: date) -> int | None:
    """The line of KOSTRA 13 that asks for it."""
    found = [
        each.figure
        for each in office.kostra.of(first, last).lines
        if each.line.query == query and each.figure is not None
    ]
    return found[0].count if found else None


def figures(office: Office, day: date) -> Iterator[Figure]:
    """Every number of the overviews that opens its cases."""
    first = date(day.year, 1, 1)
    waiting, stock = office.waiting_counts.at(day), office.stock.at(day)
    yield from (waiting.total, waiting.swaps, *(each.figure for each in waiting.groups))
    yield from (stock.total, stock.for_sale, stock.vacant)
    yield from (line.figure for table in stock.tables for line in table.lines)
    for _, _, cell in office.stock.balance(day).cells():
        yield from (cell.homes, cell.vacant, cell.waiting)
    times = office.waiting_counts.times(first, day)
    for spread in (times.total, *times.by_group, *times.by_size):
        yield from (spread.cases, spread.waiting)
    yield from (each.figure for each in office.kostra.of(first, day).lines if each.figure)
    yield office.homeless.at(day).total
    counted = office.counted_returns
    for tables in (
        office.homeless.tables(day),
        counted.husbanken.of(first, day),
        counted.evictions.of(first, day),
        counted.advice.of(first, day),
        counted.needs.of(first, day),
    ):
        yield from (each for table in tables.tables for row in table.rows for each in row.figures)
    if office.nights.began is not None and office.nights.began <= day:
        nights = office.nights.of(first, day)
        yield from (each.stays for each in (nights.total, *nights.places, *nights.months))
    for span in ReportSpan:
        pack = office.packs.of(period_of(span, day))
        yield from (pack.cases.opened, pack.cases.kept, pack.cases.lost)
        for card in pack.sheet.cards:
            yield from (
                each
                for each in (card.now.figure, card.now.whole, card.now.against)
                if each is not None
            )


def unopened(office: Office, day: date | None = None) -> set[str]:
    """Numbers with a case behind them that no page can open, by key and kind."""
    found = set()
    for figure in figures(office, day or office.clock.today()):
        named = {hit.ref for hit in office.search.named(figure.behind)}
        found |= {f"{figure.key}: {ref.kind}" for ref in figure.behind if ref not in named}
    return found
