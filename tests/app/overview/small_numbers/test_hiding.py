"""What is held back cannot be worked out: tried by hand and by every value that could stand."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.overview.small_numbers.model import CountTable, HiddenTable
from app.overview.small_numbers.rules import hide, hide_line, hide_together

LEAST = 5


def table(*counts: tuple[int, ...]) -> CountTable:
    rows = tuple(f"r{number}" for number in range(len(counts)))
    columns = tuple(f"c{number}" for number in range(len(counts[0])))
    return CountTable(rows, columns, counts)


def fits(counts: list[list[int]], shown: HiddenTable) -> bool:
    """Whether the counts give every number that is shown; a hidden one is never zero."""
    sums = (
        *zip(shown.row_totals, map(sum, counts), strict=True),
        *zip(shown.column_totals, map(sum, zip(*counts, strict=True)), strict=True),
        (shown.total, sum(map(sum, counts))),
    )
    return all(told == count or (told is None and count > 0) for told, count in sums)


def worlds(shown: HiddenTable, most: int) -> list[list[list[int]]]:
    """Every table with hidden counts of 1 to `most` that fits what is shown."""
    ranges = [
        range(1, most + 1) if told is None else (told,) for row in shown.counts for told in row
    ]
    wide = len(shown.columns)
    made = (
        [list(values[at : at + wide]) for at in range(0, len(values), wide)]
        for values in product(*ranges)
    )
    return [counts for counts in made if fits(counts, shown)]


def with_sums(counts: list[list[int]]) -> list[int]:
    flat = [count for row in counts for count in row]
    columns = [sum(column) for column in zip(*counts, strict=True)]
    return [*flat, *map(sum, counts), *columns, sum(flat)]


def told(shown: HiddenTable) -> list[int | None]:
    flat = [count for row in shown.counts for count in row]
    return [*flat, *shown.row_totals, *shown.column_totals, shown.total]


def assert_safe(shown: HiddenTable, most: int) -> None:
    """Each hidden number has two values or more that fit."""
    seen = [with_sums(counts) for counts in worlds(shown, most)]
    for at, value in enumerate(told(shown)):
        assert value is not None or len({world[at] for world in seen}) > 1


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(*[st.integers(0, 7)] * 2), min_size=2, max_size=2), st.integers(2, 5))
def test_no_hidden_number_of_a_table_can_be_worked_out(
    counts: list[tuple[int, ...]], least: int
) -> None:
    assert_safe(hide(table(*counts), least), most=9)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=2, max_size=2), st.integers(2, 4))
def test_nor_of_a_wider_one(counts: list[tuple[int, ...]], least: int) -> None:
    assert_safe(hide(table(*counts), least), most=6)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=4), st.integers(2, 5))
def test_nor_of_a_line(counts: list[int], least: int) -> None:
    assert_safe(hide(table(*((count,) for count in counts)), least), most=10)


@settings(deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 40), min_size=4, max_size=4), min_size=1, max_size=5),
    st.integers(1, 6),
)
def test_small_ones_are_never_shown_and_the_others_are_true(
    counts: list[list[int]], least: int
) -> None:
    shown = told(hide(table(*map(tuple, counts)), least))
    for told_number, number in zip(shown, with_sums(counts), strict=True):
        assert told_number in {None, number}
        assert not 0 < number < least or told_number is None
        assert number or told_number == 0


def test_one_small_number_takes_the_next_smallest_with_it() -> None:
    assert hide_line((20, 2, 6, 0), LEAST) == ((20, None, None, 0), 28)


def test_what_has_no_small_number_is_shown_whole() -> None:
    shown = hide(table((12, 5), (0, 9)), LEAST)
    assert shown.hidden == 0
    assert (shown.counts, shown.row_totals) == (((12, 5), (0, 9)), (17, 9))
    assert (shown.column_totals, shown.total) == ((12, 14), 26)


def test_a_table_hides_a_square_and_keeps_its_sums() -> None:
    shown = hide(table((2, 30, 30), (30, 30, 8), (30, 8, 30)), LEAST)
    assert shown.counts[0][0] is None
    assert shown.total == 198
    assert None not in (*shown.row_totals, *shown.column_totals)
    assert shown.hidden == 4


def test_ones_that_fill_their_sum_take_it_with_them() -> None:
    """Five ones with the sum 5 would all be known to be one."""
    assert hide_line((1, 1, 1, 1, 1), LEAST) == ((None,) * 5, None)


def test_where_one_table_hides_the_sum_of_all_the_others_do_too() -> None:
    ones = table((1,), (1,), (1,), (1,), (1,))
    shown = hide_together((table((5,), (0,)), ones), LEAST)
    assert [each.total for each in shown] == [None, None]
    assert shown[0].counts == ((None,), (0,))


def test_tables_that_can_show_their_sum_stand_by_themselves() -> None:
    one, two = table((9,), (3,)), table((12,), (0,))
    assert hide_together((one, two), LEAST) == (hide(one, LEAST), hide(two, LEAST))


@pytest.mark.parametrize("least", [0, 1])
def test_a_threshold_of_one_hides_nothing(least: int) -> None:
    assert hide(table((1, 2), (3, 4)), least).hidden == 0
