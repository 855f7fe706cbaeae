"""What each line of KOSTRA 13 comes to, from what the register holds. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from app.applications.model import TargetGroup
from app.core.ids import DwellingId, Ref
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.dwellings.model import Holding
from app.leases.stays.model import DayRange, PlaceKind, StayRow
from app.leases.stays.rules import long_on, nights
from app.overview.figures.model import Figure
from app.overview.kostra.model import (
    Asked,
    Begun,
    Home,
    KostraLine,
    KostraQuery,
    LineCount,
    LineFault,
    Request,
)

Q = KostraQuery
MIN_TERM = "hl.min_term_years"

LEASED_IN = frozenset(each for each in Holding if each.value.startswith("leased_in"))
RIGHTS = frozenset({Holding.ASSIGNMENT_RIGHT, Holding.REFERRAL_RIGHT})
PLACED = LEASED_IN | RIGHTS | {Holding.OWNED}
HOLDINGS: Mapping[KostraQuery, Callable[[Home], bool]] = {
    Q.DWELLINGS: lambda _home: True,
    Q.OWNED: lambda home: home.holding is Holding.OWNED,
    Q.LEASED_IN: lambda home: home.holding in LEASED_IN,
    Q.DISPOSAL_RIGHT: lambda home: home.holding in RIGHTS,
    Q.RIGHT_UNKNOWN: lambda home: home.holding not in PLACED,
    Q.ACCESSIBLE: lambda home: home.accessible,
}
"""Which dwellings a stock line takes in (REP-07, REP-09); the parts add up to all of them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the register holds for the days of a return.

    `homes_from` and `any_from` are the first days of any dwelling and of anything at all.
    `nights_by` is the morning after the last night, where that has been.
    """

    first: date
    last: date
    homes: tuple[Home, ...]
    later: tuple[DwellingId, ...]
    requests: Mapping[KostraQuery, tuple[Request, ...]]
    leases: tuple[Begun, ...]
    stays: tuple[StayRow, ...]
    homes_from: date | None = None
    any_from: date | None = None
    nights_by: date | None = None

    @property
    def slept_by(self) -> date:
        """The day nights are counted by: that of the last day is over the morning after."""
        return self.nights_by or self.last


def counted(
    lines: Iterable[KostraLine], known: Known, parameters: Parameters
) -> tuple[LineCount, ...]:
    """Every line with its number, or why it has none."""
    within = DayRange(known.first, known.last)
    stays = stay_figures(known.stays, within, parameters, known.slept_by)
    leases = lease_figures(known.leases, parameters, known.last)
    return tuple(_line(each, known, {**stays, **leases}) for each in lines)


def shared(known: Known, parameters: Parameters) -> dict[KostraQuery, Figure]:
    """What shares are told of, whether the form asks for it or not; empty before the register."""
    if known.homes_from is None or known.last < known.homes_from:
        return {}
    within = DayRange(known.first, known.last)
    stays = stay_figures(known.stays, within, parameters, known.slept_by)
    homes = {
        query: stock(query.value, filter(HOLDINGS[query], known.homes))
        for query in (Q.DWELLINGS, Q.OWNED, Q.ACCESSIBLE)
    }
    return {**homes, **stays}


def _line(line: KostraLine, known: Known, made: Mapping[KostraQuery, Figure]) -> LineCount:
    if not line.query:
        return LineCount(line, None, None, LineFault.NO_QUERY)
    asked = Asked.read(line.query)
    if asked is None:
        return LineCount(line, None, None, LineFault.UNKNOWN_QUERY)
    stock = asked.query in HOLDINGS
    began = known.homes_from if stock else known.any_from
    if began is None or known.last < began:
        return LineCount(line, asked, None, LineFault.BEFORE_REGISTER, began)
    figure = _figure(line.line, asked, known, made)
    if not stock and asked.query is not Q.WAITING and known.first < began:
        return LineCount(line, asked, figure, LineFault.COUNTED_FROM, began)
    return LineCount(line, asked, figure)


def _figure(key: str, asked: Asked, known: Known, made: Mapping[KostraQuery, Figure]) -> Figure:
    if asked.query in HOLDINGS:
        return stock(key, (each for each in known.homes if HOLDINGS[asked.query](each)))
    if asked.query in made:
        figure = made[asked.query]
        return Figure(key, figure.behind, figure.value)
    return households(key, known.requests[asked.query], asked.groups)


def stock(key: str, homes: Iterable[Home]) -> Figure:
    """Dwellings; a house that is shared counts once for each resident with a lease (REP-08)."""
    counted = tuple(homes)
    units = sum(each.units for each in counted)
    behind = tuple(Ref("dwelling", each.id) for each in counted)
    return Figure(key, behind, None if units == len(behind) else units)


def households(
    key: str, requests: Iterable[Request], groups: frozenset[TargetGroup | None] | None = None
) -> Figure:
    """Households of some groups, or of all; one that has asked twice counts once (REP-11)."""
    first: dict[int, Ref] = {}
    for each in requests:
        if groups is None or each.group in groups:
            first.setdefault(each.household, Ref("application", each.id))
    return Figure(key, tuple(first.values()))


def lease_figures(
    leases: Sequence[Begun], parameters: Parameters, day: date
) -> dict[KostraQuery, Figure]:
    """Leases that began, those shorter than the least term (HL-43), and their security."""
    least = Period(parameters.whole(MIN_TERM, day), Unit.YEARS)
    chosen: dict[KostraQuery, Callable[[Begun], bool]] = {
        Q.LEASES_BEGUN: lambda _each: True,
        Q.LEASES_SHORT: lambda each: (
            each.end is not None
            and (each.end - each.start).days + 1 < (add(least, each.start) - each.start).days
        ),
        Q.GUARANTEES: lambda each: each.guarantee,
        Q.DEPOSITS: lambda each: each.deposit,
    }
    return {
        query: Figure(query.value, tuple(Ref("lease", each.id) for each in leases if holds(each)))
        for query, holds in chosen.items()
    }


def stay_figures(
    rows: Iterable[StayRow], within: DayRange, parameters: Parameters, slept_by: date
) -> dict[KostraQuery, Figure]:
    """Households without a lease for their nights, each once; shelters by themselves (REP-13).

    How long is the longest unbroken stay with a night in the period, by all its nights up to the
    last day (REP-14). Behind a household stands the first of it that stayed.
    """
    shelters: dict[tuple[str, int], None] = {}
    first: dict[tuple[str, int], int] = {}
    spans: dict[tuple[tuple[str, int], date], date] = {}
    children: dict[tuple[str, int], bool] = defaultdict(bool)
    total = 0
    for row, since in _joined(rows):
        slept = nights(row.stay, slept_by, within)
        if not slept:
            continue
        first.setdefault(row.whose, row.stay.person)
        if row.kind is PlaceKind.NIGHT_SHELTER:
            shelters[row.whose] = None
            continue
        total += slept
        ended = min(row.stay.left_on or within.last, within.last)
        key = (row.whose, since)
        spans[key] = max(spans.get(key, ended), ended)
        children[row.whose] |= row.has_child
    chosen = _by_length(spans, children, parameters, within.last)
    chosen[Q.STAY_SHELTER] = tuple(shelters)
    figures = {
        query: Figure(query.value, tuple(Ref("person", first[each]) for each in whose))
        for query, whose in chosen.items()
    }
    behind = figures[Q.STAY_HOUSEHOLDS].behind
    figures[Q.STAY_NIGHTS] = Figure(Q.STAY_NIGHTS.value, behind, total)
    return figures


def _joined(rows: Iterable[StayRow]) -> Iterable[tuple[StayRow, date]]:
    """Each stay with the first day of its household's nights without a break."""
    of: dict[object, list[StayRow]] = defaultdict(list)
    for row in rows:
        of[row.whose, row.kind is PlaceKind.NIGHT_SHELTER].append(row)
    for own in of.values():
        began, until = date.min, date.min
        for row in sorted(own, key=lambda each: (each.stay.began_on, each.stay.id)):
            if row.stay.began_on > until:
                began = row.stay.began_on
            until = max(until, row.stay.left_on or date.max)
            yield row, began


def _by_length(
    spans: Mapping[tuple[tuple[str, int], date], date],
    children: Mapping[tuple[str, int], bool],
    parameters: Parameters,
    day: date,
) -> dict[KostraQuery, tuple[tuple[str, int], ...]]:
    """Households by the longest of their unbroken stays."""
    longer: dict[tuple[str, int], tuple[bool, bool]] = {}
    for (whose, since), ended in spans.items():
        two_weeks, three_months = long_on(since, parameters, day)
        before = longer.get(whose, (False, False))
        longer[whose] = (before[0] or ended > two_weeks, before[1] or ended > three_months)
    return {
        Q.STAY_HOUSEHOLDS: tuple(longer),
        Q.STAY_SHORT: tuple(each for each, (weeks, _) in longer.items() if not weeks),
        Q.STAY_CHILDREN: tuple(each for each in longer if children[each]),
        Q.STAY_CHILDREN_LONG: tuple(
            each for each, (_, months) in longer.items() if months and children[each]
        ),
    }
