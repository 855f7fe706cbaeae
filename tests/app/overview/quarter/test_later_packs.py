"""No later pack gives away what an earlier one held back: tried by every value that could stand.

Each test makes every small register there is, looks at all that the packs tell of it, and asks
whether somebody who has all of them could tell one held back number for certain (B16).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from app.applications.model import TargetGroup
from app.core.ids import Ref
from app.core.report_periods import ReportPeriod, ReportSpan, row_of
from app.overview.figures.model import Figure
from app.overview.indicators.model import (
    Indicator,
    IndicatorCard,
    IndicatorSheet,
    IndicatorVerdict,
    Reading,
)
from app.overview.quarter import editions
from app.overview.quarter.model import CasesEnded, GroupNeed, Pack, PackPart, PeriodTables
from app.overview.small_numbers.model import CountTable

Q1 = ReportPeriod(ReportSpan.QUARTER, date(2026, 4, 1))
Q2 = Q1.after
HALF = ReportPeriod(ReportSpan.HALF_YEAR, date(2026, 7, 1))
GROUPS = list(TargetGroup)[:3]
NAMES = ("0", "1", "2", "3", "4", "none")


World = tuple[tuple[int, ...], tuple[int | None, ...]]
"""Every number there is, and the same as all the packs tell them."""


def assert_safe(worlds: Iterable[World], least: int, *, zeroes: bool = False) -> None:
    """Whoever sees all the packs finds two values or more for every small number.

    A number that is held back is known not to be zero, but where `zeroes` are held back too.
    """
    every = list(worlds)
    by_mask: dict[tuple[bool, ...], set[tuple[int | None, ...]]] = defaultdict(set)
    for _, told in every:
        by_mask[tuple(count is None for count in told)].add(told)
    for mask, seen in by_mask.items():
        hidden = [at for at, back in enumerate(mask) if back]
        found: dict[tuple[int | None, ...], list[set[int]]] = {
            told: [set() for _ in hidden] for told in seen
        }
        for true, _ in every:
            if not zeroes and any(true[at] == 0 for at in hidden):
                continue
            fits = tuple(None if back else count for back, count in zip(mask, true, strict=True))
            if fits in seen:
                for known, at in zip(found[fits], hidden, strict=True):
                    known.add(true[at])
        for told in seen:
            alone = [each for each in found[told] if len(each) == 1 and 0 < min(each) < least]
            assert not alone, told


def refs(count: int) -> tuple[Ref, ...]:
    """So many cases."""
    return tuple(Ref("application", number + 1) for number in range(count))


def waits(count: int) -> Reading:
    """So many wait."""
    return Reading(Indicator.WAITING, count, Figure("waiting", refs(count)))


def a_card(indicator: Indicator, values: tuple[Reading, ...]) -> IndicatorCard:
    """The eight, the last one now."""
    return IndicatorCard(values[-1], IndicatorVerdict.NO_TARGET, values)


def a_pack(
    period: ReportPeriod, card: IndicatorCard, tables: tuple[PeriodTables, ...], **parts: object
) -> Pack:
    """One card and what the test is about."""
    sheet = IndicatorSheet(period, period.last, (card,), row_of(period, 8))
    none = CasesEnded(Figure("o", ()), Figure("k", ()), Figure("l", ()))
    made = Pack(sheet, "", None, (), none, tables=tables)
    return replace(made, **parts)  # type: ignore[arg-type]  # named parts of a pack


def waiting_pack(period: ReportPeriod, now: tuple[int, ...], before: tuple[int, ...]) -> Pack:
    """Who waits by group at the end of it and of the one before."""
    trend = (*(waits(0) for _ in range(6)), waits(sum(before)), waits(sum(now)))
    tables = (PeriodTables(period.before, before), PeriodTables(period, now))
    need = tuple(GroupNeed(group, 9, count, 0) for group, count in zip(GROUPS, now, strict=False))
    return a_pack(period, a_card(Indicator.WAITING, trend), tables, need=need)


def numbers_of(pack: Pack, least: int) -> tuple[int | None, ...]:
    """All that an edition tells; with 0 every number there is."""
    (card,) = pack.sheet.cards
    shown = editions.told(pack, least)
    lines = (*shown.waiting, shown.waiting_total, *shown.allocated, shown.allocated_total)
    cases = (shown.kept, shown.lost, shown.ended)
    return (*lines, *cases, *editions.values_told(card, pack, least))


def a_world(packs: Iterable[Pack], least: int) -> World:
    """Of these packs together."""
    known = list(packs)
    true = tuple(count or 0 for each in known for count in numbers_of(each, 0))
    return true, tuple(count for each in known for count in numbers_of(each, least))


@pytest.mark.parametrize("least", [3, 5])
def test_the_trend_does_not_tell_the_sum_that_an_earlier_table_held_back(least: int) -> None:
    """Three groups of ones and their sum: the next pack's trend would give all of them away."""

    def worlds() -> Iterable[World]:
        for groups in product(range(least + 2), repeat=3):
            first = waiting_pack(Q1, groups, (0, 0, 0))
            later = waiting_pack(Q2, (9, 9, 9), groups)
            yield a_world((first, later), least)

    assert_safe(worlds(), least)


def test_five_ones_are_held_back_in_the_pack_and_in_every_later_trend() -> None:
    groups = (1, 1, 1, 1, 1)
    first = PeriodTables(Q1, groups)
    reading = waits(5)
    assert editions.is_told(reading, 5)  # by itself it is large enough
    assert not editions.reading_told(reading, first, frozenset(), 5)


def moved(cells: tuple[int, ...]) -> CountTable:
    """From and to between two levels and none: nobody goes from none to none."""
    stay, down, out, up, keep, gone, new, newer = cells
    rows = [(0,) * 6 for _ in range(6)]
    rows[2] = (0, 0, stay, down, 0, out)
    rows[3] = (0, 0, up, keep, 0, gone)
    rows[5] = (0, 0, new, newer, 0, 0)
    return CountTable(NAMES, NAMES, tuple(rows))


def test_no_move_between_levels_can_be_told_from_packs_before_and_after() -> None:
    """Both ends of every level are told by as many packs as there are: all are taken as known."""
    least, most = 2, 3

    def worlds() -> Iterable[World]:
        rows = [row for row in product(range(most + 1), repeat=3) if sum(row) <= most]
        for one, two, new in product(rows, rows, rows):
            cells = (*one, *two, *new[:2])
            if new[2] or one[0] + two[0] + new[0] > most or one[1] + two[1] + new[1] > most:
                continue  # no cell of those below could be larger than it is tried
            table = moved(cells)
            shown = cells if editions.whole(table, least) else (None,) * 8
            ends, true = editions.levels(table, least), editions.levels(table, 0)
            inwards, outwards = cells[3], cells[1]
            now = Reading(
                Indicator.LEVEL_MOVES,
                inwards,
                Figure("m", refs(inwards)),
                against=Figure("a", refs(outwards)),
            )
            tables = PeriodTables(Q1, (), table)
            told = inwards if editions.reading_told(now, tables, frozenset(), least) else None
            known = (*(each or 0 for each in (*true.started, *true.ended)), inwards)
            yield (*cells, *known), (*shown, *ends.started, *ends.ended, told)

    assert_safe(worlds(), least, zeroes=True)


def part(kept: int, lost: int, given: tuple[int, ...]) -> PackPart:
    """A quarter of the half-year."""
    pairs = tuple(zip(GROUPS, given, strict=False))
    return PackPart(pairs, 0, kept, lost, ())


def ended_pack(
    period: ReportPeriod, kept: int, lost: int, given: tuple[int, ...], parts: tuple[PackPart, ...]
) -> Pack:
    """How cases ended and who got a dwelling."""
    cases = CasesEnded(Figure("o", ()), Figure("k", refs(kept)), Figure("l", refs(lost)))
    need = tuple(GroupNeed(group, 9, 9, count) for group, count in zip(GROUPS, given, strict=False))
    tables = (PeriodTables(period, (), None, parts),)
    card = a_card(Indicator.WAITING, tuple(waits(0) for _ in range(8)))
    return a_pack(period, card, tables, cases=cases, need=need)


def test_the_half_year_does_not_tell_what_its_quarters_held_back() -> None:
    """C12, A9: what adds up over quarters is told of the half-year only where each tells it."""
    least = 3

    def worlds() -> Iterable[World]:
        for a, b, c, d in product(range(5), repeat=4):
            quarters = part(a, b, (a, b)), part(c, d, (c, d))
            first = ended_pack(Q1.after, a, b, (a, b), ())
            second = ended_pack(Q1.after.after, c, d, (c, d), ())
            whole = ended_pack(HALF, a + c, b + d, (a + c, b + d), quarters)
            yield a_world((first, second, whole), least)

    assert_safe(worlds(), least)


def test_what_left_is_held_back_again_whatever_the_register_says_now() -> None:
    """Late entries make the number large: the pack that left still held it back."""
    few, many = (1, 1, 1, 1, 1), (6, 7, 8)
    first = waiting_pack(Q1, few[:3], (0, 0, 0))
    held = editions.held_back(first, 5)
    assert editions.key("waiting", Q1) in held
    later = waiting_pack(Q2, (9, 9, 9), many)
    (card,) = later.sheet.cards
    assert editions.values_told(card, later, 5)[-2:] == (21, 27)
    remembered = replace(later, held=held)
    assert editions.values_told(card, remembered, 5)[-2:] == (None, 27)
    assert not editions.before_told(card, remembered, 5)
    assert editions.values_told(card, remembered, 0)[-2:] == (21, 27)
    again = replace(waiting_pack(Q1, many, (0, 0, 0)), held=held)
    assert editions.told(again, 5).waiting_total is None
    assert editions.told(again, 0).waiting_total == 21


def test_a_matrix_is_told_whole_or_not_at_all() -> None:
    large = moved((9, 9, 9, 9, 9, 9, 9, 9))
    assert editions.whole(large, 5)
    assert not editions.whole(moved((9, 9, 9, 9, 1, 9, 9, 9)), 5)
    ends = editions.levels(moved((1, 1, 1, 9, 9, 9, 0, 0)), 5)
    assert ends.started == (0, 0, None, 27, 0)
    assert ends.ended == (0, 0, 10, 10, 0)
