"""REP-19: the form changes, so its lines are data; a hole or a strange name is told."""

from dataclasses import replace

import pytest

from app.applications.model import TargetGroup
from app.core import words
from app.overview.kostra.line_file import load_table
from app.overview.kostra.lines import check, lines_of, place
from app.overview.kostra.model import Asked, KostraLine, KostraQuery, LineFault

OURS = KostraLine("2", "Boliger", "dwellings", 2015, source="SSB")
THEIRS = replace(OURS, words="Boliger i alt", from_year=2027, local=True, source="Skjema 2027")


def test_every_shipped_line_can_be_counted_and_is_said_in_words() -> None:
    table = load_table()
    assert len({each.line for each in table.lines}) == len(table.lines)
    for line in table.lines:
        asked = Asked.read(line.query)
        assert asked is not None, line.line
        assert asked.written == line.query
        assert check(replace(line, source=table.source)) == ()
    assert [code for code, _ in table.functions] == ["265", "283", "315"]


def test_rep_16_the_groups_of_the_parts_are_all_the_groups_and_none_twice() -> None:
    parts = [Asked.read(each.query) for each in load_table().lines if each.line.startswith("5.")]
    groups = [group for part in parts if part and part.groups for group in part.groups]
    assert len(groups) == len(set(groups))
    assert set(groups) == {*TargetGroup, None}


@pytest.mark.parametrize("query", KostraQuery)
def test_every_query_says_what_it_takes_in(query: KostraQuery) -> None:
    assert words.has_word(query)
    assert words.explanation(query)


@pytest.mark.parametrize("fault", LineFault)
def test_every_fault_has_a_word(fault: LineFault) -> None:
    assert words.has_word(fault)


@pytest.mark.parametrize(
    ("year", "words_then"), [(2014, []), (2015, ["Boliger"]), (2026, ["Boliger"])]
)
def test_the_years_of_a_line_at_their_edges(year: int, words_then: list[str]) -> None:
    assert [each.words for each in lines_of(year, [OURS], [THEIRS])] == words_then


def test_our_own_line_holds_from_its_year_and_the_newest_of_two() -> None:
    assert [each.words for each in lines_of(2027, [OURS], [THEIRS])] == ["Boliger i alt"]
    newer = replace(THEIRS, words="Alle boliger", to_year=2028)
    assert [each.words for each in lines_of(2028, [OURS], [THEIRS, newer])] == ["Alle boliger"]
    assert [each.words for each in lines_of(2029, [OURS], [THEIRS, newer])] == ["Boliger i alt"]


def test_a_line_taken_out_is_not_in_the_form_from_then() -> None:
    out = replace(THEIRS, dropped=True)
    assert lines_of(2027, [OURS], [out]) == ()
    assert lines_of(2026, [OURS], [out]) == (OURS,)


def test_lines_stand_in_the_order_of_the_form() -> None:
    numbers = ["10", "2", "1.10", "1.2", "A1", "1"]
    assert sorted(numbers, key=place) == ["1", "1.2", "1.10", "2", "10", "A1"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("dwellings", Asked(KostraQuery.DWELLINGS)),
        (
            "waiting/refugee+none",
            Asked(KostraQuery.WAITING, frozenset({TargetGroup.REFUGEE, None})),
        ),
        ("", None),
        ("dwelings", None),
        ("waiting/refugees", None),
        ("waiting/", None),
        ("dwellings/refugee", None),
    ],
)
def test_what_a_query_counts_or_that_nobody_knows(text: str, asked: Asked | None) -> None:
    assert Asked.read(text) == asked


@pytest.mark.parametrize(
    ("changes", "field", "code", "blocks"),
    [
        ({"line": " "}, "line", "kostra_line_missing", True),
        ({"words": ""}, "words", "kostra_words_missing", True),
        ({"from_year": 1989}, "from_year", "kostra_year_odd", True),
        ({"to_year": 2026}, "to_year", "kostra_years_turned", True),
        ({"source": ""}, "source", "kostra_source_missing", True),
        ({"query": "dwelings"}, "query", "kostra_query_unknown", True),
        ({"query": ""}, "query", "kostra_no_query", False),
    ],
)
def test_what_is_wrong_with_a_line_of_our_own(
    changes: dict[str, object], field: str, code: str, blocks: bool
) -> None:
    draft = replace(THEIRS, **changes)  # type: ignore[arg-type]  # the line's own fields
    assert [(each.field, each.code, each.blocks) for each in check(draft)] == [
        (field, code, blocks)
    ]
