"""Both samples give exactly the listed outcome; answers, doubles and rows that are none."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.applications.model import TargetGroup
from app.core.errors import OfficeError
from app.dwellings.model import DwellingStatus, DwellingType, Holding, OwnerKind
from app.people.model import AddressProtection
from app.transfer.check import check_sheet
from app.transfer.columns import KOBO_PROFILE, WAITING_PROFILE, guess_profile
from app.transfer.export import to_xlsx
from app.transfer.model import (
    Answer,
    ApplicantRow,
    CheckedSheet,
    Counts,
    DwellingRow,
    Finding,
    FindingKind,
    ImportRow,
    Profile,
)
from app.transfer.reader import read_sheet
from app.transfer.sheet import CellKind, Sheet
from tests.app.transfer import sheets

ERROR, TO_CHECK, FIXED = FindingKind.ERROR, FindingKind.TO_CHECK, FindingKind.FIXED
_ZERO_LINES = (2, 10, 11, 12, 15, 16, 22, 26, 50, 52, 57, 60)
_KOBO_OUTCOME = {
    **dict.fromkeys(_ZERO_LINES, (FIXED, "hovedsoker", "leading_zero")),
    27: (FIXED, "bruksenhetsnummer", "capital"),
    28: (FIXED, "husnummer", "house_letter_split"),
    29: (FIXED, "gnrbnr", "farm_and_title_form"),
    30: (FIXED, "gnrbnr", "farm_and_title_form"),
    31: (FIXED, "statusdato", "date_iso"),
    32: (FIXED, "statusdato", "date_number"),
    33: (ERROR, "statusdato", "no_such_date"),
    34: (ERROR, "bruksenhetsnummer", "unit_number_form"),
    35: (FIXED, "manedsleie", "money_form"),
    36: (ERROR, "manedsleie", "money_ambiguous"),
    37: (TO_CHECK, "koboboligtype", "unknown_code"),
    38: (TO_CHECK, "boligeiersnavn", "owner_missing"),
    39: (ERROR, "boligeiersorganisasjonsnummer", "organisation_check_digit"),
    62: (TO_CHECK, "leieforholdertidsubegrenset", "lease_open_ended"),
    63: (ERROR, "leieforholdsluttdato", "ends_before_start"),
    64: (ERROR, "hovedsoker", "id_check_digit"),
    65: (FindingKind.DOUBLE, "", "same_as_line"),
}
_WAITING_OUTCOME = {
    8: (FIXED, "Fødselsnr", "leading_zero"),
    20: (TO_CHECK, "Adr.sperre", "protection_level"),
    21: (FIXED, "Fødselsnr", "leading_zero"),
    43: (FIXED, "Fødselsnr", "leading_zero"),
    45: (FindingKind.DOUBLE, "", "same_as_line"),
    46: (ERROR, "Fødselsnr", "id_check_digit"),
    47: (FindingKind.SKIPPED, "", "sum_line"),
}


@pytest.fixture(scope="module")
def kobo() -> Sheet:
    """The sample of dwellings."""
    return read_sheet(sheets.KOBO_SAMPLE)


@pytest.fixture(scope="module")
def waiting() -> Sheet:
    """The sample of applicants."""
    return read_sheet(sheets.WAITING_SAMPLE)


def told(checked: CheckedSheet) -> dict[int, tuple[FindingKind, str, str]]:
    """Line to what was said of it; each line once."""
    assert len({finding.line for finding in checked.findings}) == len(checked.findings)
    return {found.line: (found.kind, found.column, found.code) for found in checked.findings}


def dwelling(checked: CheckedSheet, line: int) -> DwellingRow:
    """The dwelling read from a line."""
    return next(row for row in checked.rows if isinstance(row, DwellingRow) and row.line == line)


def applicant(checked: CheckedSheet, line: int) -> ApplicantRow:
    """The applicant read from a line."""
    return next(row for row in checked.rows if isinstance(row, ApplicantRow) and row.line == line)


def one(checked: CheckedSheet, code: str) -> Finding:
    """The only finding with this code."""
    (found,) = (finding for finding in checked.findings if finding.code == code)
    return found


def test_the_dwellings_give_exactly_the_listed_outcome(kobo: Sheet) -> None:
    checked = check_sheet(kobo, guess_profile(kobo))

    assert told(checked) == _KOBO_OUTCOME
    assert checked.counts == Counts(
        rows=62, taken=55, waiting=6, to_check=3, fixed=19, doubles=1, skipped=0, leases=31
    )


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "windows-1252", "utf-16", "xlsx"])
def test_the_outcome_is_the_same_from_every_form_of_the_file(
    tmp_path: Path, kobo: Sheet, form: str
) -> None:
    path = tmp_path / "boliger"
    if form == "xlsx":
        lines = [[cell.text for cell in kobo.row(line).cells] for line in range(2, 66)]
        headings = [cell.text for cell in kobo.row(1).cells]
        path.write_bytes(to_xlsx("Boliger", headings, lines))
    else:
        text = sheets.KOBO_SAMPLE.read_bytes().decode("iso-8859-1")
        path.write_bytes(text.encode(form))

    checked = check_sheet(read_sheet(path), KOBO_PROFILE)

    assert told(checked) == _KOBO_OUTCOME
    assert [row.key for row in checked.rows] == [
        row.key for row in check_sheet(kobo, KOBO_PROFILE).rows
    ]


def test_the_applicants_give_exactly_the_listed_outcome(waiting: Sheet) -> None:
    checked = check_sheet(waiting, guess_profile(waiting))

    assert told(checked) == _WAITING_OUTCOME
    assert (checked.counts.taken, checked.columns.line) == (38, 4)
    assert Counter(row.group for row in checked.rows if isinstance(row, ApplicantRow)) == {
        TargetGroup.MENTAL_HEALTH: 11,
        TargetGroup.SUBSTANCE_USE: 11,
        TargetGroup.FAMILY_WITH_CHILDREN: 7,
        TargetGroup.DISADVANTAGED_OTHER: 9,
    }


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
    assert unknown.to_check == "unknown_code"
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


def test_a_person_is_read_as_written(waiting: Sheet) -> None:
    checked = check_sheet(waiting, WAITING_PROFILE)

    row = applicant(checked, 26)
    assert (row.person.family_name, row.person.given_name) == ("Čuvttiš", "Vidar")
    assert row.remark == "<b>Ring etter kl. 12</b>"
    assert applicant(checked, 8).applied_on == date(2026, 6, 20)
    assert applicant(checked, 5).children == 1
    assert applicant(checked, 5).group_text == "BARNEFAMILIE"


def test_a_mark_for_a_protected_address_is_the_strictest_until_said(waiting: Sheet) -> None:
    asked = check_sheet(waiting, WAITING_PROFILE)
    said = check_sheet(waiting, WAITING_PROFILE, [Answer(20, "Adr.sperre", "fortrolig")])

    assert one(asked, "protection_level").readings == ("fortrolig", "strengt fortrolig")
    strictest = AddressProtection.STRICTLY_CONFIDENTIAL
    assert applicant(asked, 20).person.protection is strictest
    assert applicant(said, 20).person.protection is AddressProtection.CONFIDENTIAL
    assert said.counts.to_check == 0


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
    known = frozenset(row.key for row in first.rows if row.key is not None)

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


def test_names_in_any_of_the_usual_columns() -> None:
    people = sheets.sheet(
        ("Etternavn", "Fornavn", "Gruppe"),
        ("<b>Ola", "=1+1", "rus"),
        ("", "", "rus", "2"),
    )
    loose = sheets.sheet(("Navn", "Gruppe"), ("Ane Marie Eksempelsen", "rus"))

    named = check_sheet(people, WAITING_PROFILE)
    guessed = check_sheet(loose, WAITING_PROFILE)

    assert (
        applicant(named, 2).person.family_name,
        applicant(named, 2).person.given_name,
    ) == ("<b>Ola", "=1+1")
    assert one(named, "name_missing").line == 3
    assert applicant(guessed, 2).person.family_name == "Eksempelsen"
    assert one(guessed, "name_order").after == "Eksempelsen, Ane Marie"


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


def test_a_cell_that_could_not_be_reckoned_out_waits() -> None:
    heading, row = sheets.sheet(("Gate", "Husnr.", "Leie"), ("Lia", "1", "#REF!")).rows
    broken = replace(row, cells=(*row.cells[:2], sheets.cell("#REF!", CellKind.ERROR)))

    checked = check_sheet(Sheet("", (), (heading, broken)), KOBO_PROFILE)

    assert one(checked, "cell_error").column == "Leie"
    assert checked.counts.waiting == 1


def test_a_dwelling_without_any_place_waits() -> None:
    sheet = sheets.sheet(("Gate", "gnrbnr", "Soverom", "Leie"), ("", "", "2", "8000"))

    assert one(check_sheet(sheet, KOBO_PROFILE), "address_missing").kind is ERROR


def test_two_house_letters_are_asked() -> None:
    sheet = sheets.sheet(("Gate", "Husnr.", "Bokstav"), ("Lia", "9B", "C"), ("Lia", "9B", "b"))

    checked = check_sheet(sheet, KOBO_PROFILE)

    assert one(checked, "house_letter_twice").line == 2
    assert [row.line for row in checked.rows] == [3]


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


def test_no_number_and_no_name_stands_in_any_repr(kobo: Sheet, waiting: Sheet) -> None:
    number = sheets.PERSON
    answer = Answer(64, "hovedsoker", number)
    outcome = (
        check_sheet(kobo, KOBO_PROFILE, [answer]),
        check_sheet(waiting, WAITING_PROFILE),
        answer,
    )
    shown = repr(outcome)

    people: list[ImportRow] = [*outcome[0].rows, *outcome[1].rows]
    secrets = {row.person.national_id for row in people if isinstance(row, ApplicantRow)}
    tenants = {r.lease.tenant.digits for r in people if isinstance(r, DwellingRow) and r.lease}
    assert len(secrets) + len(tenants) > 60
    assert not [secret for secret in secrets | tenants | {number} if secret in shown]
    assert "Eksempelsen" not in shown
    assert all(found.secret for found in outcome[0].findings if found.column == "hovedsoker")
