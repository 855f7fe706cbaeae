"""Columns find their fields, can be changed, and are remembered."""

import pytest

from app.core.errors import OfficeError
from app.transfer.columns import (
    KOBO_PROFILE,
    WAITING_PROFILE,
    field_of,
    guess_profile,
    heading_line,
    map_columns,
    profile_from_json,
    profile_to_json,
)
from app.transfer.model import (
    ImportKind,
    KoboColumn,
    Profile,
    WaitingColumn,
    fields_of,
    heading_key,
)
from app.transfer.reader import read_sheet
from tests.app.transfer import sheets

_TITLED = sheets.sheet(
    ("VENTELISTE – eksempel",), None, ("Navn", "Fødselsnr", "Gruppe"), ("A, B", "", "rus")
)


def test_there_are_thirty_five_columns_in_the_national_order() -> None:
    heading = read_sheet(sheets.KOBO_SAMPLE).row(1)

    columns = map_columns(heading, KOBO_PROFILE)

    assert columns.fields == tuple(KoboColumn)
    assert len(columns.fields) == 35
    assert columns.unknown == ()


@pytest.mark.parametrize("heading", ["Gnr/bnr", "GNR BNR", "gnrbnr", "gnr./bnr."])
def test_a_heading_is_its_letters(heading: str) -> None:
    assert heading_key(heading) == "gnrbnr"


def test_titles_and_blank_lines_stand_above_the_headings() -> None:
    assert heading_line(_TITLED, WAITING_PROFILE) == 3
    assert guess_profile(_TITLED) == WAITING_PROFILE
    assert guess_profile(read_sheet(sheets.KOBO_SAMPLE)) == KOBO_PROFILE


def test_headings_nobody_knows_are_the_fullest_line() -> None:
    strange = sheets.sheet(("Liste",), ("Kol 1", "Kol 2", "Kol 3"), ("a", "b"))

    assert heading_line(strange, WAITING_PROFILE) == 2


def test_what_is_unknown_is_listed_and_what_is_needed_is_named() -> None:
    columns = map_columns(sheets.sheet(("Gruppe", "Skostørrelse")).rows[0], WAITING_PROFILE)

    assert columns.unknown == ("Skostørrelse",)
    assert columns.missing == (frozenset((WaitingColumn.NAME, WaitingColumn.FAMILY_NAME)),)
    assert columns.heading(WaitingColumn.GROUP) == "Gruppe"
    assert columns.heading(WaitingColumn.NAME) == "name"


def test_two_columns_of_one_name_are_told_apart_and_the_left_one_counts() -> None:
    columns = map_columns(sheets.sheet(("Navn", "Navn", "Navn")).rows[0], WAITING_PROFILE)

    assert columns.headings == ("Navn", "Navn (2)", "Navn (3)")
    assert columns.fields == (WaitingColumn.NAME, "", "")


def test_a_column_can_be_given_another_field_or_left_out() -> None:
    profile = WAITING_PROFILE.with_column("Hvem", WaitingColumn.NAME).with_column("Gruppe", "")
    columns = map_columns(sheets.sheet(("Hvem", "Gruppe")).rows[0], profile)

    assert columns.fields == (WaitingColumn.NAME, "")
    with pytest.raises(OfficeError) as caught:
        profile.with_column("Hvem", "skostørrelse")
    assert caught.value.code == "profile_field"


def test_a_profile_is_remembered_letter_for_letter() -> None:
    profile = Profile("Lia, utdrag", ImportKind.DWELLINGS, (), "windows-1252", "\t").with_column(
        "Leie pr. måned", KoboColumn.RENT
    )

    assert profile_from_json(profile_to_json(profile)) == profile


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind": "cats"}', '{"kind": "dwellings"}'])
def test_a_damaged_profile_is_told(text: str) -> None:
    with pytest.raises(OfficeError) as caught:
        profile_from_json(text)
    assert caught.value.code == "profile_damaged"


def test_the_profile_that_knows_most_is_chosen() -> None:
    own = WAITING_PROFILE.with_column("Hvem", WaitingColumn.NAME)
    sheet = sheets.sheet(("Hvem", "Gruppe", "Tlf"))

    assert guess_profile(sheet, (own,)) == own


@pytest.mark.parametrize("kind", list(ImportKind))
def test_every_field_is_found_by_some_heading_or_by_choice(kind: ImportKind) -> None:
    profile = Profile("x", kind)
    for field in fields_of(kind):
        assert field_of(profile.with_column("Egen", field), "EGEN") == field
