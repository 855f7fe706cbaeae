"""Both samples give exactly the listed outcome, in whatever form the file comes."""

from collections import Counter
from pathlib import Path

import pytest

from app.applications.model import TargetGroup
from app.transfer.check import check_sheet
from app.transfer.columns import KOBO_PROFILE, WAITING_PROFILE, guess_profile
from app.transfer.export import to_xlsx
from app.transfer.model import (
    Answer,
    ApplicantRow,
    CheckedSheet,
    Counts,
    DwellingRow,
    FindingKind,
    ImportRow,
    RowKey,
)
from app.transfer.reader import read_sheet
from app.transfer.sheet import Sheet
from tests.app.transfer import sheets
from tests.app.transfer.outcome import told

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
    37: (TO_CHECK, "koboboligtype", "foreign_code"),
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


def test_the_dwellings_give_exactly_the_listed_outcome(kobo: Sheet) -> None:
    checked = check_sheet(kobo, guess_profile(kobo))

    assert told(checked) == _KOBO_OUTCOME
    assert checked.counts == Counts(
        rows=62, taken=55, waiting=6, to_check=3, fixed=19, doubles=1, skipped=0, leases=31
    )


def keys(checked: CheckedSheet) -> list[RowKey | None]:
    """What tells the dwellings of a sheet apart."""
    return [row.key for row in checked.rows if isinstance(row, DwellingRow)]


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
    assert keys(checked) == keys(check_sheet(kobo, KOBO_PROFILE))


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
