"""A debt overview: each line becomes a claim in the case; what could be two things is asked."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.errors import OfficeError
from app.core.ids import DebtCaseId
from app.core.money import Ore, kroner
from app.debt.claims.model import ClaimSums, DebtClaim, DebtClaimKind, DebtClaimStage
from app.office import Office
from app.transfer.model import (
    Answer,
    CheckedSheet,
    FindingKind,
    ImportKind,
    Sheet,
)
from app.transfer.reader import read_sheet
from tests.app.debt.claims.desk import a_claim, a_creditor
from tests.app.debt.desk import begun
from tests.app.transfer import sheets

CSV = sheets.SAMPLES / "gjeldsoversikt.csv"
XLSX = sheets.SAMPLES / "gjeldsoversikt.xlsx"
HEADINGS = ("Kreditor", "Gjelder", "Hovedstol", "Renter", "Omkostninger", "Sum", "Referanse")


@pytest.fixture(scope="module")
def overview() -> Sheet:
    """The sample in text."""
    return read_sheet(CSV)


@pytest.fixture
def case(office: Office) -> DebtCaseId:
    """Work that began some days ago."""
    return begun(office, days=30)


def check(office: Office, case: DebtCaseId, sheet: Sheet, *answers: Answer) -> CheckedSheet:
    profile = office.transfer.guess(sheet, ImportKind.DEBT_OVERVIEW, case=case)
    return office.transfer.check(sheet, profile, answers)


def lines(*rows: tuple[str, ...]) -> Sheet:
    return sheets.sheet(HEADINGS, *rows)


def asked(checked: CheckedSheet) -> list[tuple[int, str, str]]:
    wanted = (FindingKind.ERROR, FindingKind.TO_CHECK)
    return [(each.line, each.column, each.code) for each in checked.findings if each.kind in wanted]


def of(office: Office, case: DebtCaseId, name: str) -> DebtClaim:
    return next(each for each in office.debt_claims.of(case) if each.creditor_name == name)


def test_the_sample_is_read_and_what_is_unsure_is_asked(
    office: Office, case: DebtCaseId, overview: Sheet
) -> None:
    checked = check(office, case, overview)
    assert checked.columns.unknown == ()
    assert asked(checked) == [
        (7, "Valuta", "sum_other_currency"),
        (7, "Hovedstol", "sum_other_currency"),
        (9, "Referanse", "debt_reference_missing"),
        (10, "Type gjeld", "debt_kind_unknown"),
        (10, "Sum", "debt_total_differs"),
        (11, "Hovedstol", "money_negative"),
    ]
    counts = checked.counts
    assert (counts.taken, counts.waiting, counts.doubles, counts.skipped) == (4, 4, 1, 1)


def test_the_sample_goes_in_at_one_stroke_and_out_again(
    office: Office, case: DebtCaseId, overview: Sheet
) -> None:
    receipt = office.transfer.take_in(check(office, case, overview), CSV.read_bytes())
    assert receipt.debts == 4
    card = of(office, case, "Byliv Kort")
    assert card.sums == ClaimSums(Ore(825_050), kroner(310), kroner(900))
    assert (card.kind, card.collector_name) == (DebtClaimKind.CREDIT_CARD, "Fjellinkasso AS")
    assert (card.draft.rate, card.draft.reference) == (Decimal("24.4"), "88-1")
    assert card.draft.as_of == date(2026, 11, 1)
    tax = of(office, case, "Skatteetaten")
    assert (tax.kind, tax.draft.stage) == (DebtClaimKind.TAX, DebtClaimStage.ATTACHED)
    event = office.history.event(receipt.event)
    assert event is not None
    office.history.reverse(event)
    assert (office.debt_claims.of(case), office.creditors.all()) == ((), ())


def test_the_same_file_once_more_brings_nothing(
    office: Office, case: DebtCaseId, overview: Sheet
) -> None:
    office.transfer.take_in(check(office, case, overview))
    again = check(office, case, overview)
    assert (again.counts.taken, again.counts.doubles) == (0, 5)
    with pytest.raises(OfficeError) as stopped:
        office.transfer.take_in(again)
    assert stopped.value.code == "nothing_to_take_in"


def test_a_workbook_with_other_headings_is_read(office: Office, case: DebtCaseId) -> None:
    checked = check(office, case, read_sheet(XLSX))
    assert asked(checked) == []
    assert office.transfer.take_in(checked, XLSX.read_bytes()).debts == 3
    bank = of(office, case, "Nordlys Bank AS")
    assert (bank.owed, bank.draft.incurred_on) == (Ore(4_200_050), date(2023, 3, 1))
    assert office.creditors.get(bank.creditor).draft.org_number == "974760673"
    assert of(office, case, "Lånekassen").kind is DebtClaimKind.STUDENT_LOAN


def test_answers_let_the_lines_in(office: Office, case: DebtCaseId, overview: Sheet) -> None:
    answers = (
        Answer(7, "Valuta", "NOK"),
        Answer(7, "Hovedstol", "14 100"),
        Answer(9, "Referanse", "kort 2"),
        Answer(10, "Type gjeld", "annet"),
        Answer(10, "Sum", "50 000"),
        Answer(11, "Hovedstol", "500"),
    )
    checked = check(office, case, overview, *answers)
    assert (asked(checked), checked.counts.taken) == ([], 8)


def test_one_debt_in_two_currencies_is_asked_about_at_the_foreign_part(
    office: Office, case: DebtCaseId
) -> None:
    checked = check(
        office, case, lines(("Byliv Kort", "kredittkort", "2 000", "20 euro", "", "", "1"))
    )
    assert asked(checked) == [(2, "Renter", "sum_other_currency")]


def test_a_total_that_is_not_the_sum_of_its_parts_is_asked_about(
    office: Office, case: DebtCaseId
) -> None:
    row = ("Byliv Kort", "kredittkort", "2000", "100", "", "2500", "1")
    (found,) = check(office, case, lines(row)).findings
    assert (found.code, found.column) == ("debt_total_differs", "Sum")
    (reading,) = found.readings
    taken = check(office, case, lines(row), Answer(2, "Sum", reading))
    assert (asked(taken), taken.counts.taken) == ([], 1)


def test_a_total_alone_is_the_sum(office: Office, case: DebtCaseId) -> None:
    checked = check(office, case, lines(("Byliv Kort", "kredittkort", "", "", "", "2500", "1")))
    office.transfer.take_in(checked)
    assert of(office, case, "Byliv Kort").sums == ClaimSums(kroner(2_500))


def test_a_name_nearly_as_a_known_one_is_asked_about(office: Office, case: DebtCaseId) -> None:
    known = a_creditor(office, "Nordlys Bank AS")
    row = ("Nordlys Banc", "forbrukslån", "2500", "", "", "", "1")
    (found,) = check(office, case, lines(row)).findings
    assert found.code == "creditor_alike"
    same, other = found.readings
    office.transfer.take_in(check(office, case, lines(row), Answer(2, "Kreditor", same)))
    assert [each.creditor for each in office.debt_claims.of(case)] == [known]
    office.history.undo()
    office.transfer.take_in(check(office, case, lines(row), Answer(2, "Kreditor", other)))
    assert [each.creditor_name for each in office.debt_claims.of(case)] == ["Nordlys Banc"]


def test_a_creditor_that_stands_in_the_case_needs_another_reference(
    office: Office, case: DebtCaseId
) -> None:
    draft = a_claim(a_creditor(office, "Byliv Kort"), 900, reference="1")
    office.debt_claims.add(case, draft)
    rows = (
        ("Byliv Kort", "kredittkort", "900", "", "", "", "1"),
        ("Byliv Kort", "kredittkort", "2500", "", "", "", "1"),
        ("Byliv Kort", "kredittkort", "2500", "", "", "", "2"),
    )
    checked = check(office, case, lines(*rows))
    assert asked(checked) == [(3, "Referanse", "debt_reference_missing")]
    assert (checked.counts.doubles, checked.counts.taken) == (1, 1)


def test_without_creditor_kind_or_sum_a_line_waits(office: Office, case: DebtCaseId) -> None:
    checked = check(
        office,
        case,
        lines(("", "kredittkort", "900", "", "", "", "1"), ("Byliv Kort", "", "", "", "", "", "2")),
    )
    assert asked(checked) == [
        (2, "Kreditor", "creditor_name_missing"),
        (3, "Gjelder", "debt_claim_kind_missing"),
        (3, "Hovedstol", "row_claim_missing"),
    ]


def test_a_sum_of_nothing_is_no_claim(office: Office, case: DebtCaseId) -> None:
    checked = check(office, case, lines(("Byliv Kort", "kredittkort", "0", "", "", "0", "1")))
    assert [each.code for each in checked.findings] == ["sums_of_nothing"]


def test_whose_debts_they_are_must_be_said(office: Office, overview: Sheet) -> None:
    profile = office.transfer.guess(overview, ImportKind.DEBT_OVERVIEW)
    with pytest.raises(OfficeError) as stopped:
        office.transfer.check(overview, profile)
    assert stopped.value.code == "debt_case_not_chosen"


def test_how_it_was_read_is_remembered_but_not_whose_it_was(
    office: Office, case: DebtCaseId, overview: Sheet
) -> None:
    office.transfer.take_in(check(office, case, overview))
    (kept,) = office.transfer.profiles(ImportKind.DEBT_OVERVIEW)
    assert (kept.case, kept.fits(check(office, case, overview).columns.headings)) == (None, True)


def test_an_overview_is_never_guessed(office: Office, overview: Sheet) -> None:
    assert office.transfer.guess(overview).kind is not ImportKind.DEBT_OVERVIEW


def test_no_name_of_a_creditor_stands_in_what_is_logged(
    office: Office, case: DebtCaseId, overview: Sheet
) -> None:
    checked = check(office, case, overview)
    assert "Nordlys" not in repr(checked.rows) + repr(checked.findings)
