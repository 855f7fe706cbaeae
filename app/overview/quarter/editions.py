"""What an edition of a pack may tell, beside every other that has left the office. Pure (B16).

One pack holds the numbers of eight periods, and each of those has or may get a pack of its own.
So a cell of a trend is told only where the pack of its own period tells it, and nothing that
adds up over periods is told where one of its quarters is held back. What the register said
when an earlier edition left may have changed since: the cells it held back are held back again.
"""

from collections.abc import Iterator, Sequence

from app.core.records import dataclass
from app.core.report_periods import ReportPeriod
from app.followup.levels.model import HelpLevel
from app.overview.effect.model import PLACES, Effect
from app.overview.indicators.model import Indicator, IndicatorCard, Reading
from app.overview.quarter.model import Pack, PackPart, PeriodTables
from app.overview.small_numbers.model import CountTable
from app.overview.small_numbers.rules import hide_line

LEVELS, _SUM = "levels", "sum"
_WAYS = ("kept", "lost")
ADDED = (Indicator.EVICTIONS_AVERTED, Indicator.TEMPORARY_NIGHTS, Indicator.LEVEL_MOVES)
"""Whose quarters add up to the longer period."""
_PLANNED = (HelpLevel.SUPPORT, HelpLevel.SUPPORT_AND_SERVICES, HelpLevel.LASTING_SERVICES)
"""The levels of those a share with a plan is of."""


@dataclass(frozen=True, slots=True)
class LevelsTold:
    """How many stood on each level before the period and on its last day; None is held back."""

    started: tuple[int | None, ...]
    ended: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The numbers of a pack as an edition tells them; None is held back.

    `matrix` is told whole or not at all; `levels` are the sums of it that more than one pack tells.
    """

    matrix: CountTable | None
    levels: LevelsTold | None
    waiting: tuple[int | None, ...]
    waiting_total: int | None
    allocated: tuple[int | None, ...]
    allocated_total: int | None
    kept: int | None
    lost: int | None
    ended: int | None
    opened: int | None


def told(pack: Pack, least: int) -> Told:
    """Every table of the pack with what must be held back; all of it where `least` is 0."""
    groups = [each.group for each in pack.need]
    names = group_names(pack)
    parts = next((each.parts for each in pack.tables if each.period == pack.period), ())
    own = _Held(pack.held, pack.period) if least else _Held(frozenset(), pack.period)
    waiting, waiting_total = hide_line(
        [each.waiting for each in pack.need], least, own.line("waiting", names)
    )
    hidden = {at for part in parts for at in _hidden_of(part, groups, least)}
    allocated, allocated_total = hide_line(
        [each.allocated for each in pack.need],
        least,
        hidden | own.line("allocated", names),
    )
    kept, lost = pack.cases.kept.count, pack.cases.lost.count
    ways = {at for part in parts for at in _unseen(*hide_line([part.kept, part.lost], least))}
    (shown_kept, shown_lost), ended = hide_line(
        [kept, lost], least, ways | own.line("cases", _WAYS)
    )
    opened = pack.cases.opened.count
    large = all(_large(each, least) for each in (opened, *(part.opened for part in parts)))
    table = None if pack.effect is None else matrix(pack.effect)
    return Told(
        matrix=table if table is not None and whole(table, least) and not own(LEVELS) else None,
        levels=None if table is None else levels(table, least),
        waiting=waiting,
        waiting_total=waiting_total,
        allocated=allocated,
        allocated_total=allocated_total,
        kept=shown_kept,
        lost=shown_lost,
        ended=ended,
        opened=opened if large and not own("opened") else None,
    )


def matrix(effect: Effect) -> CountTable:
    """From and to, as a table with names for its rows and columns."""
    names = tuple("none" if each is None else str(each.value) for each in PLACES)
    return CountTable(names, names, tuple(row.counts for row in effect.matrix))


def whole(table: CountTable, least: int) -> bool:
    """Whether every count and sum of it may be told.

    A table told in part could be undone by the next pack: its rows begin where these columns end.
    """
    rows = [(*row, sum(row)) for row in table.counts]
    cells = [*(count for row in rows for count in row), *map(sum, zip(*rows, strict=True))]
    return all(_large(count, least) for count in cells)


def levels(table: CountTable, least: int) -> LevelsTold:
    """The sums at both ends. Nothing that is told adds them up: each is held back by itself."""
    count = len(HelpLevel)
    started = [sum(row) for row in table.counts][:count]
    ended = [sum(column) for column in zip(*table.counts, strict=True)][:count]
    return LevelsTold(_line(started, least), _line(ended, least))


def _line(counts: list[int], least: int) -> tuple[int | None, ...]:
    return tuple(count if _large(count, least) else None for count in counts)


def _large(count: int, least: int) -> bool:
    return count == 0 or count >= least


def is_told(reading: Reading, least: int) -> bool:
    """Whether a value may be told; a share tells both its part and the rest."""
    if reading.value is None or not least:
        return True
    parts = [reading.counted]
    if reading.whole is not None:
        parts.append(reading.whole.count - reading.counted)
    if reading.against is not None:
        parts.append(reading.against.count)
    return all(_large(part, least) for part in parts)


def reading_told(reading: Reading, of: PeriodTables, held: frozenset[str], least: int) -> bool:
    """As `is_told`, and no table of its own period may be undone by it."""
    if reading.value is None or not least:
        return True
    indicator = reading.indicator
    if key(indicator.value, of.period) in held or not is_told(reading, least):
        return False
    if indicator in ADDED:
        quarters = (each for part in of.parts for each in part.readings)
        if not all(is_told(each, least) for each in quarters if each.indicator is indicator):
            return False
    if indicator is Indicator.WAITING and of.waiting:
        return hide_line(of.waiting, least)[1] is not None
    if indicator is Indicator.LEVEL_MOVES and of.matrix is not None:
        return whole(of.matrix, least)
    if indicator is Indicator.WITH_PLAN and of.matrix is not None:
        # those with a plan are a part of those on level 2 to 4 on the last day
        ended = levels(of.matrix, least).ended
        return all(ended[list(HelpLevel).index(each)] is not None for each in _PLANNED)
    return True


def values_told(card: IndicatorCard, pack: Pack, least: int) -> tuple[int | None, ...]:
    """The eight of a trend; None where nothing is known or told."""
    return tuple(
        reading.value if reading_told(reading, of, pack.held, least) else None
        for reading, of in zip(card.trend, _tables(pack), strict=True)
    )


def now_told(card: IndicatorCard, pack: Pack, least: int) -> bool:
    """Whether the value of the period itself may be told."""
    return reading_told(card.now, _tables(pack)[-1], pack.held, least)


def before_told(card: IndicatorCard, pack: Pack, least: int) -> bool:
    """The same of the period before."""
    return reading_told(card.before, _tables(pack)[-2], pack.held, least)


def _tables(pack: Pack) -> tuple[PeriodTables, ...]:
    known = {each.period: each for each in pack.tables}
    return tuple(known.get(each, PeriodTables(each)) for each in pack.sheet.periods)


def group_names(pack: Pack) -> tuple[str, ...]:
    """The rows of its table of need."""
    return tuple("none" if each.group is None else each.group.value for each in pack.need)


def key(name: str, period: ReportPeriod) -> str:
    """What a cell is called from one edition to the next."""
    return f"{name}@{period.span.value}.{period.first.isoformat()}"


def held_back(pack: Pack, least: int) -> frozenset[str]:
    """The cells that the outside edition of a pack knows and does not tell."""
    return frozenset(_held_back(pack, told(pack, least), least))


def _held_back(pack: Pack, shown: Told, least: int) -> Iterator[str]:
    for card in pack.sheet.cards:
        told_values = values_told(card, pack, least)
        for reading, value, period in zip(card.trend, told_values, pack.sheet.periods, strict=True):
            if reading.value is not None and value is None:
                yield key(card.indicator.value, period)
    groups = group_names(pack)
    lines = (
        ("waiting", groups, (*shown.waiting, shown.waiting_total)),
        ("allocated", groups, (*shown.allocated, shown.allocated_total)),
        ("cases", _WAYS, (shown.kept, shown.lost, shown.ended)),
    )
    for name, cells, line in lines:
        for cell, count in zip((*cells, _SUM), line, strict=True):
            if count is None:
                yield key(f"{name}/{cell}", pack.period)
    if shown.opened is None:
        yield key("opened", pack.period)
    if pack.effect is not None and shown.matrix is None:
        yield key(LEVELS, pack.period)


class _Held:
    """What an edition of the same period held back that has left the office."""

    def __init__(self, held: frozenset[str], period: ReportPeriod) -> None:
        self._held = held
        self._period = period

    def __call__(self, name: str) -> bool:
        return key(name, self._period) in self._held

    def line(self, name: str, cells: Sequence[str]) -> set[int]:
        """Which of a line, the sum last."""
        return {at for at, cell in enumerate((*cells, _SUM)) if self(f"{name}/{cell}")}


def _hidden_of(part: PackPart, groups: Sequence[object], least: int) -> Iterator[int]:
    """Which of the longer period's line its quarter holds back, the sum last."""
    names = [group for group, _ in part.allocated]
    shown, total = hide_line([count for _, count in part.allocated], least)
    for group, count in zip(names, shown, strict=True):
        if count is None and group in groups:
            yield groups.index(group)
    if total is None:
        yield len(groups)


def _unseen(shown: tuple[int | None, ...], total: int | None) -> Iterator[int]:
    yield from (at for at, count in enumerate((*shown, total)) if count is None)
