"""A row of the national sheet becomes a dwelling and, where let, a lease."""

from datetime import date

from app.dwellings.model import DwellingStatus, DwellingType, Holding, OwnerKind
from app.transfer.check import check_sheet
from app.transfer.columns import KOBO_PROFILE
from app.transfer.model import (
    FindingKind,
)
from app.transfer.sheet import Sheet
from tests.app.transfer import sheets
from tests.app.transfer.outcome import dwelling, one


def test_what_was_put_right_stands_in_the_rows(kobo: Sheet) -> None:
    checked = check_sheet(kobo, KOBO_PROFILE)

    split, iso, unknown = (dwelling(checked, line).draft for line in (28, 31, 37))
    assert (split.house_number, split.house_letter) == ("9", "B")
    assert dwelling(checked, 29).draft.farm_and_title == "118/507"
    assert iso.status_since == dwelling(checked, 32).draft.status_since == date(2026, 3, 1)
    assert (unknown.dwelling_type, unknown.type_text) == (
        DwellingType.UNKNOWN,
        "BOFELLESSKAPSBOLIG",
    )
    assert unknown.to_check == "foreign_code"
    assert dwelling(checked, 35).draft.rent == 785_000
    assert dwelling(checked, 40).draft.note == "Nøkkel i boks 12; kode hos vaktmester"


def test_a_let_dwelling_carries_its_lease(kobo: Sheet) -> None:
    row = dwelling(check_sheet(kobo, KOBO_PROFILE), 2)

    assert (row.draft.status, row.draft.holding) == (
        DwellingStatus.LET,
        Holding.LEASED_IN_FOUNDATION,
    )
    assert row.draft.owner_kind is OwnerKind.FOUNDATION
    assert row.lease is not None
    assert row.lease.tenant.digits == "09839317872"
    assert (row.lease.start, row.lease.end) == (date(2024, 6, 1), date(2027, 5, 31))
    assert not row.lease.open_ended


def test_rooms_at_one_address_are_dwellings_of_their_own(kobo: Sheet) -> None:
    checked = check_sheet(kobo, KOBO_PROFILE)

    rooms = [dwelling(checked, line) for line in range(41, 47)]
    assert len({room.key for room in rooms}) == 6


def test_what_a_let_dwelling_lacks_is_marked() -> None:
    sheet = sheets.sheet(
        ("Gate", "boligstatus", "hovedsoker", "koboboligtype", "kobodisposisjonsform", "eier"),
        ("Lia", "UTLEID", "", "TJENESTEBOLIG", "INNLEID_FRA_PRIVATPERSON", "Ola Eksempelsen"),
        ("Moen", "UTLEID", sheets.PERSON, "TJENESTEBOLIG", "KOMMUNALT_EID", ""),
        ("Bakken", "VEDLIKEHOLD", sheets.PERSON, "TJENESTEBOLIG", "INNLEID_FRA_STIFTELSE", "Lia"),
        ("Haugen", "", "", "", "KOMMUNALT_EID", ""),
    )

    checked = check_sheet(sheet, KOBO_PROFILE)

    codes = {line: [f.code for f in checked.about(line)] for line in range(2, 6)}
    assert codes == {
        2: ["let_without_tenant"],
        3: ["lease_end_missing", "lease_start_missing"],
        4: [
            "owner_number_missing",
            "tenant_but_not_let",
            "lease_end_missing",
            "lease_start_missing",
        ],
        5: ["code_missing", "code_missing"],
    }
    assert dwelling(checked, 5).draft.status is DwellingStatus.UNKNOWN


def test_a_dwelling_without_any_place_waits() -> None:
    sheet = sheets.sheet(("Gate", "gnrbnr", "Soverom", "Leie"), ("", "", "2", "8000"))

    assert one(check_sheet(sheet, KOBO_PROFILE), "address_missing").kind is FindingKind.ERROR


def test_two_house_letters_are_asked() -> None:
    sheet = sheets.sheet(("Gate", "Husnr.", "Bokstav"), ("Lia", "9B", "C"), ("Lia", "9B", "b"))

    checked = check_sheet(sheet, KOBO_PROFILE)

    assert one(checked, "house_letter_twice").line == 2
    assert [row.line for row in checked.rows] == [3]
