"""Answers, doubles, lines that are no rows, and the preview."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.dwellings.model import DwellingType
from app.transfer.check import check_sheet
from app.transfer.columns import KOBO_PROFILE, WAITING_PROFILE
from app.transfer.model import (
    Answer,
    ApplicantRow,
    CheckedSheet,
    DwellingRow,
    FindingKind,
    KoboColumn,
    Profile,
)
from app.transfer.sheet import Cell, CellKind, Row, Sheet
from tests.app.transfer import sheets
from tests.app.transfer.outcome import dwelling, one

ERROR, TO_CHECK, FIXED = FindingKind.ERROR, FindingKind.TO_CHECK, FindingKind.FIXED


def test_an_answer_takes_its_row_in(kobo: Sheet) -> None:
    reading = one(check_sheet(kobo, KOBO_PROFILE), "money_ambiguous").readings[0]

    checked = check_sheet(kobo, KOBO_PROFILE, [Answer(36, "manedsleie", reading)])

    assert dwelling(checked, 36).draft.rent == 825_000
    assert (checked.counts.taken, checked.counts.waiting) == (56, 5)
    assert checked.counts.fixed == 19
    assert one(checked, "answered").before == "8.250"


def test_all_six_can_be_answered(kobo: Sheet) -> None:
    checked = check_sheet(
        kobo,
        KOBO_PROFILE,
        [
            Answer(33, "statusdato", "28.02.2026"),
            Answer(34, "bruksenhetsnummer", "H0101"),
            Answer(36, "manedsleie", "8,25"),
            Answer(39, "boligeiersorganisasjonsnummer", "974760673"),
            Answer(63, "leieforholdsluttdato", "30.04.2029"),
            Answer(64, "hovedsoker", ""),
        ],
    )

    assert (checked.counts.taken, checked.counts.waiting) == (61, 0)
    assert dwelling(checked, 36).draft.rent == 825
    assert dwelling(checked, 64).lease is None


def test_an_answer_that_is_wrong_leaves_the_row_waiting(kobo: Sheet) -> None:
    checked = check_sheet(kobo, KOBO_PROFILE, [Answer(33, "statusdato", "30.02.2026")])

    assert one(checked, "no_such_date").line == 33
    assert checked.counts.waiting == 6


_RENTS = sheets.sheet(
    ("Gate", "Husnr.", "Leie", "Boligtype"),
    ("Lia", "1", "8.250", "HYBEL"),
    ("Lia", "2", "9.500", "HYBEL"),
    ("Lia", "3", "1.000", "LOFT"),
)


def rents(checked: CheckedSheet) -> dict[int, int | None]:
    """Line to rent."""
    return {row.line: row.draft.rent for row in checked.rows if isinstance(row, DwellingRow)}


def test_the_same_for_the_rest_chooses_the_same_reading() -> None:
    thousands = check_sheet(_RENTS, KOBO_PROFILE, [Answer(2, "Leie", "8\u00a0250", rest=True)])
    decimals = check_sheet(_RENTS, KOBO_PROFILE, [Answer(2, "Leie", "8,25", rest=True)])
    alone = check_sheet(_RENTS, KOBO_PROFILE, [Answer(2, "Leie", "8\u00a0250")])

    assert rents(thousands) == {2: 825_000, 3: 950_000, 4: 100_000}
    assert rents(decimals) == {2: 825, 3: 950, 4: 100}
    assert rents(alone) == {2: 825_000}


def test_the_same_for_the_rest_gives_a_code_one_meaning_where_it_stands_again() -> None:
    answer = Answer(2, "Boligtype", "ordinær bolig", rest=True)
    rent = Answer(2, "Leie", "8\u00a0250", rest=True)

    checked = check_sheet(_RENTS, KOBO_PROFILE, [answer, rent])

    assert dwelling(checked, 3).draft.dwelling_type is DwellingType.ORDINARY
    assert dwelling(checked, 4).draft.type_text == "LOFT"


def test_the_rest_can_be_overruled_for_one_cell() -> None:
    answers = [Answer(2, "Leie", "8\u00a0250", rest=True), Answer(3, "Leie", "9,50")]

    assert rents(check_sheet(_RENTS, KOBO_PROFILE, answers))[3] == 950


@pytest.mark.parametrize("profile", [KOBO_PROFILE, WAITING_PROFILE])
def test_the_same_file_twice_brings_nothing_new(
    profile: Profile, kobo: Sheet, waiting: Sheet
) -> None:
    sheet = kobo if profile is KOBO_PROFILE else waiting
    first = check_sheet(sheet, profile)
    keys = [row.key for row in first.rows if isinstance(row, DwellingRow | ApplicantRow)]
    known = frozenset(key for key in keys if key is not None)

    again = check_sheet(sheet, profile, known=known)

    assert again.rows == ()
    assert again.counts.doubles == first.counts.taken + first.counts.doubles
    assert again.counts.waiting == first.counts.waiting


def test_another_dwelling_at_the_same_place_is_asked_not_lost() -> None:
    sheet = sheets.sheet(
        ("Gate", "Husnr.", "Bruksenhet", "Soverom"),
        ("Lia", "1", "H0101", "1"),
        ("lia", "1", "H0101", "2"),
    )

    asked = check_sheet(sheet, KOBO_PROFILE)
    answered = check_sheet(sheet, KOBO_PROFILE, [Answer(3, "Bruksenhet", "H0102")])

    found = one(asked, "same_place")
    assert (found.kind, found.column, found.after) == (ERROR, "Bruksenhet", "2")
    assert len(answered.rows) == 2


def test_a_row_that_waits_takes_no_key_from_a_good_one() -> None:
    sheet = sheets.sheet(("Gate", "Husnr.", "Leie"), ("Lia", "1", "8.250"), ("Lia", "1", "8250"))

    checked = check_sheet(sheet, KOBO_PROFILE)

    assert [row.line for row in checked.rows] == [3]


def test_lines_that_are_no_rows() -> None:
    sheet = sheets.sheet(
        ("Navn", "Fødselsnr", "Gruppe"),
        ("Eksempelsen, Ane", sheets.PERSON, "rus"),
        None,
        ("Navn", "Fødselsnr", "Gruppe"),
        ("Totalt:", "1", ""),
        ("Ajour pr. 21.11.2026",),
    )

    checked = check_sheet(sheet, WAITING_PROFILE)

    assert [(f.line, f.code) for f in checked.findings] == [
        (4, "headings_again"),
        (5, "sum_line"),
        (6, "note_line"),
    ]
    assert (checked.counts.taken, checked.counts.skipped) == (1, 3)


def test_a_cell_that_could_not_be_reckoned_out_waits() -> None:
    heading, row = sheets.sheet(("Gate", "Husnr.", "Leie"), ("Lia", "1", "#REF!")).rows
    broken = replace(row, cells=(*row.cells[:2], sheets.cell("#REF!", CellKind.ERROR)))

    checked = check_sheet(Sheet("", (), (heading, broken)), KOBO_PROFILE)

    assert one(checked, "cell_error").column == "Leie"
    assert checked.counts.waiting == 1


def test_a_sheet_without_what_is_needed_is_told_and_the_headings_can_be_chosen() -> None:
    sheet = sheets.sheet(("Hvem", "Gruppe", "Tlf", "Barn"), ("Navn", "Gruppe"), ("A, B", "rus"))

    with pytest.raises(OfficeError) as caught:
        check_sheet(sheet, WAITING_PROFILE)
    chosen = check_sheet(sheet, WAITING_PROFILE, heading=2)

    assert caught.value.code == "columns_missing"
    assert caught.value.facts == {"fields": ("family_name", "name")}
    assert [row.line for row in chosen.rows] == [3]


def test_the_preview_shows_what_was_put_right_and_what_becomes_of_each_line(kobo: Sheet) -> None:
    checked = check_sheet(kobo, KOBO_PROFILE)

    lines = {line.line: line for line in checked.lines}
    assert len(lines) == 62
    assert (lines[27].texts[4], lines[27].outcome) == ("H0203", FIXED)
    assert (lines[36].texts[18], lines[36].outcome) == ("8.250", ERROR)
    assert lines[3].outcome is None
    assert "12837117982" not in repr(lines[4])


_WAITING_HEADINGS = (
    "Navn",
    "Fødselsnr",
    "Tlf",
    "Søkt dato",
    "Gruppe",
    "Ant. barn",
    "Bor nå",
    "Adr.sperre",
    "Merknad",
)
_ANY_CELL = st.builds(
    Cell,
    st.sampled_from([kind for kind in CellKind if kind is not CellKind.EMPTY]),
    st.text(max_size=12) | st.from_regex(r"[0-9./, -]{1,12}", fullmatch=True),
)


@given(
    st.sampled_from((KOBO_PROFILE, WAITING_PROFILE)),
    st.lists(st.lists(_ANY_CELL, min_size=2, max_size=35), max_size=4),
)
def test_no_sheet_makes_the_check_fall(profile: Profile, table: list[list[Cell]]) -> None:
    words = tuple(KoboColumn) if profile is KOBO_PROFILE else _WAITING_HEADINGS
    heading = sheets.sheet(tuple(str(word) for word in words)).rows[0]
    rows = tuple(Row(line, tuple(cells)) for line, cells in enumerate(table, start=2))

    checked = check_sheet(Sheet("", (), (heading, *rows)), profile)

    counts = checked.counts
    assert counts.rows == sum(1 for row in rows if row.filled)
    assert counts.taken + counts.waiting + counts.doubles + counts.skipped == counts.rows
