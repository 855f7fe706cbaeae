"""What leaves the office cannot be worked out from the sums (B16)."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

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
from app.overview.quarter import editions, rules
from app.overview.quarter.model import MOST_WORDS, CasesEnded, GroupNeed, Pack, PeriodTables
from app.overview.small_numbers.model import CountTable

PERIOD = ReportPeriod(ReportSpan.QUARTER, date(2026, 7, 1))
LEAST = 5


def refs(count: int, kind: str = "person") -> tuple[Ref, ...]:
    """So many cases."""
    return tuple(Ref(kind, number + 1) for number in range(count))


def a_card(indicator: Indicator, values: tuple[Reading, ...]) -> IndicatorCard:
    """With eight readings, the last one now."""
    return IndicatorCard(values[-1], IndicatorVerdict.NO_TARGET, values)


def a_share(part: int, whole: int) -> Reading:
    """So many of so many have a plan."""
    value = round(100 * part / whole) if whole else None
    of = Figure("with_plan_of", refs(whole))
    return Reading(Indicator.WITH_PLAN, value, Figure("with_plan", refs(part)), of)


def a_pack(waiting: list[int], kept: int = 0, lost: int = 0) -> Pack:
    """Only what the tables need."""
    need = tuple(
        GroupNeed(group, 10, count, 0) for group, count in zip(TargetGroup, waiting, strict=False)
    )
    cases = CasesEnded(Figure("o"), Figure("k", refs(kept)), Figure("l", refs(lost)))
    total = sum(waiting)
    now = Reading(Indicator.WAITING, total, Figure("waiting", refs(total, "application")))
    card = a_card(Indicator.WAITING, (now,) * 8)
    sheet = IndicatorSheet(PERIOD, PERIOD.last, (card,), row_of(PERIOD, 8))
    return Pack(sheet, "", None, need, cases)


@given(part=st.integers(0, 30), more=st.integers(0, 30))
def test_a_share_is_told_only_when_both_sides_are_large_or_none(part: int, more: int) -> None:
    whole = part + more
    told = editions.is_told(a_share(part, whole), LEAST)
    assert editions.is_told(a_share(part, whole), 0)
    if whole:
        assert told == (part not in range(1, LEAST) and more not in range(1, LEAST))


@given(waiting=st.lists(st.integers(0, 20), min_size=1, max_size=8))
def test_no_small_group_can_be_worked_out_from_the_sum_or_the_card(waiting: list[int]) -> None:
    """Two or more hidden cells, or a hidden sum; and then the card does not tell the sum."""
    pack = a_pack(waiting)
    shown = editions.told(pack, LEAST)
    card = pack.sheet.card(Indicator.WAITING)
    hidden = [count for count, told in zip(waiting, shown.waiting, strict=True) if told is None]
    assert all(told not in range(1, LEAST) for told in shown.waiting if told is not None)
    sum_known = shown.waiting_total is not None or editions.now_told(card, pack, LEAST)
    if hidden and sum_known:
        assert len(hidden) > 1


@given(kept=st.integers(0, 12), lost=st.integers(0, 12))
def test_how_cases_ended_tells_no_small_number(kept: int, lost: int) -> None:
    shown = editions.told(a_pack([10], kept, lost), LEAST)
    told = (shown.kept, shown.lost, shown.ended)
    assert all(each not in range(1, LEAST) for each in told if each is not None)
    if kept in range(1, LEAST):
        assert shown.kept is None
        assert shown.lost is None or shown.ended is None


def test_the_share_with_a_plan_does_not_tell_a_sum_of_the_levels() -> None:
    """Thirty on level 3 and two on level 4: the card would say that they are 32 together."""
    whole = a_card(Indicator.WITH_PLAN, (a_share(20, 32),) * 8)
    table = levels_of({2: (20, 0, 0), 3: (0, 30, 0), 4: (0, 0, 2)})
    pack = replace(a_pack([10]), tables=(PeriodTables(PERIOD, (), table),))
    assert editions.now_told(whole, pack, 2)
    assert not editions.now_told(whole, pack, LEAST)


def levels_of(moved: dict[int, tuple[int, int, int]]) -> CountTable:
    """From level 2, 3 or 4 to 2, 3 or 4."""
    names = ("0", "1", "2", "3", "4", "none")
    rows = [(0, 0, *moved.get(at, (0, 0, 0)), 0) for at in range(6)]
    return CountTable(names, names, tuple(rows))


def test_everything_is_told_inside_the_office() -> None:
    shown = editions.told(a_pack([1, 2, 0], 1, 1), 0)
    assert shown.waiting == (1, 2, 0)
    assert (shown.kept, shown.lost, shown.ended, shown.waiting_total) == (1, 1, 2, 3)


def test_less_is_better_of_some_and_worse_of_others() -> None:
    few, many = a_share(1, 10), a_share(9, 10)
    assert rules.better(a_card(Indicator.WITH_PLAN, (few,) * 7 + (many,))) is True
    assert rules.better(a_card(Indicator.WITH_PLAN, (many,) * 7 + (few,))) is False
    assert rules.better(a_card(Indicator.WITH_PLAN, (many,) * 8)) is None


def test_the_officers_text_has_an_end() -> None:
    assert rules.check_words("a" * MOST_WORDS) == ()
    assert rules.check_words("a" * (MOST_WORDS + 1))[0].code == "pack_text_too_long"
