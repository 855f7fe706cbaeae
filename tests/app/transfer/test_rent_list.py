"""A biller's list: every line is read, and what is not certain is asked or told."""

from datetime import date

import pytest

from app.arrears.model import PaidBy, RentChargeKind
from app.core.money import Ore, kroner
from app.core.numbers import make_kid
from app.office import Office
from app.transfer.model import Answer, CheckedSheet, Finding, FindingKind
from app.transfer.rent_model import BalanceLine, ClaimLine, PaymentLine, RentRow
from tests.app.transfer import sheets
from tests.app.transfer.tenants import a_list, check, line, tenants

E, C, F, D, S = FindingKind


def found(checked: CheckedSheet) -> list[tuple[int, FindingKind, str, str]]:
    """Line, kind, column and code of all that is told."""
    return [(each.line, each.kind, each.column, each.code) for each in checked.findings]


def the_only(checked: CheckedSheet) -> Finding:
    (only,) = checked.findings
    return only


def rent_row(checked: CheckedSheet) -> RentRow:
    (row,) = checked.rows
    assert isinstance(row, RentRow)
    return row


def test_a_line_may_tell_claim_payment_and_balance_at_once(office: Office) -> None:
    (ada,) = tenants(office, 1)
    told = line(
        ada,
        name="Testesen0001, Ada",
        due="20.10.2026",
        claim="8200",
        month="oktober 2026",
        invoice="F-1",
        what="Husleie",
        paid_on="02.11.2026",
        paid="5000",
        paid_by="NAV",
        balance="3200",
        balance_on="20.11.2026",
    )
    checked = check(office, a_list(told))

    assert checked.findings == ()
    assert rent_row(checked) == RentRow(
        2,
        ada.lease,
        ClaimLine(RentChargeKind.RENT, date(2026, 10, 20), kroner(8200), "2026-10", "F-1"),
        PaymentLine(date(2026, 11, 2), kroner(5000), PaidBy.NAV, "F-1"),
        BalanceLine(date(2026, 11, 20), kroner(3200)),
    )


@pytest.mark.parametrize(
    ("told", "kind", "column", "code"),
    [
        ({"kid": make_kid("987654321")}, E, "KID", "kid_of_nobody"),
        ({"kid": "2026000018"}, E, "KID", "kid_check_digit"),
        ({"kid": "2026A"}, E, "KID", "kid_digits"),
        ({"kid": "2,026E+12"}, E, "KID", "kid_lost_digits"),
        ({"number": "L-0000-1"}, E, "Leieavtale", "lease_number_of_nobody"),
        ({"name": "Ola Nordtest"}, E, "Navn", "kid_name_differs"),
        ({"claim": "8.250"}, E, "Krav", "money_ambiguous"),
        ({"claim": "-500"}, E, "Krav", "credit_note"),
        ({"claim": "kr 500-"}, E, "Krav", "credit_note"),
        ({"claim": ""}, E, "Krav", "row_claim_missing"),
        ({"due": ""}, E, "Forfall", "row_due_day_missing"),
        ({"due": "31.11.2026"}, E, "Forfall", "no_such_date"),
        ({"what": "klumpesum"}, E, "Hva", "what_unknown"),
        ({"paid": "10", "paid_on": "24.11.2026"}, E, "Betalt dato", "row_paid_in_future"),
        ({"paid": "-10", "paid_on": "20.11.2026"}, E, "Betalt", "payment_negative"),
        ({"paid": "10"}, E, "Betalt dato", "row_paid_day_missing"),
        ({"paid_on": "20.11.2026"}, E, "Betalt", "row_paid_missing"),
        ({"balance": "10"}, E, "Saldo per", "balance_day_missing"),
        ({"balance": "10", "balance_on": "24.11.2026"}, E, "Saldo per", "balance_in_future"),
        ({"month": "fjerde kvartal"}, C, "Måned", "row_month_unreadable"),
        ({"what": ""}, C, "Hva", "what_missing"),
        ({"paid": "10", "paid_on": "20.11.2026", "paid_by": "Tante Test"}, C, "Betalt av",
         "paid_by_unknown"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_told_beside_its_cell(
    office: Office, told: dict[str, str], kind: FindingKind, column: str, code: str
) -> None:
    (ada,) = tenants(office, 1)
    usual = {"due": "20.10.2026", "claim": "8200", "what": "husleie"}
    checked = check(office, a_list(line(ada, **(usual | told))))

    assert (2, kind, column, code) in found(checked)
    assert len(checked.rows) == (kind is FindingKind.TO_CHECK)
    assert checked.counts.waiting == (kind is FindingKind.ERROR)


def test_a_due_day_on_a_holiday_is_taken_in_and_told_with_the_moved_day(office: Office) -> None:
    (ada,) = tenants(office, 1)
    checked = check(office, a_list(line(ada, due="25.12.2026", claim="8200", what="leie")))

    told = the_only(checked)
    assert (told.kind, told.code, told.after) == (
        FindingKind.TO_CHECK,
        "due_on_closed_day",
        "28.12.2026",
    )
    claim = rent_row(checked).claim
    assert claim is not None
    assert claim.due_on == date(2026, 12, 25)


def test_neither_kid_nor_number_waits_with_namesakes_to_choose_from(office: Office) -> None:
    ada, _ = tenants(office, 2)
    told = line(name=ada.name, due="20.10.2026", claim="8200", what="leie")
    asked = the_only(check(office, a_list(told)))

    assert (asked.kind, asked.column, asked.code) == (FindingKind.ERROR, "KID", "whose_missing")
    assert asked.readings == (ada.number,)
    chosen = check(office, a_list(told), Answer(2, "KID", ada.number))
    assert rent_row(chosen).lease == ada.lease


def test_a_kid_of_nobody_is_answered_with_a_lease_number(office: Office) -> None:
    ada, _ = tenants(office, 2)
    told = line(kid=make_kid("987654321"), due="20.10.2026", claim="8200", what="leie")
    checked = check(office, a_list(told), Answer(2, "KID", ada.number))

    assert rent_row(checked).lease == ada.lease


def test_kid_and_lease_of_two_tenants_is_asked(office: Office) -> None:
    ada, other = tenants(office, 2)
    told = line(ada, number=other.number, due="20.10.2026", claim="8200", what="leie")

    assert the_only(check(office, a_list(told))).code == "kid_and_lease_differ"


def test_a_name_that_differs_is_taken_in_when_the_officer_says_it_is_the_tenant(
    office: Office,
) -> None:
    ada, bo = tenants(office, 2)
    rows = a_list(
        line(ada, name="Ektefelle Test", due="20.10.2026", claim="8200", what="leie"),
        line(bo, name="Søster Test", due="20.10.2026", claim="8200", what="leie"),
    )
    first, _ = check(office, rows).findings
    assert first.readings == (ada.name,)
    checked = check(office, rows, Answer(2, "Navn", ada.name, rest=True))

    assert [row.line for row in checked.rows] == [2, 3]


@pytest.mark.parametrize("name", ["Testesen0001 Ada", "Ada Maria Testesen0001", "A. Testesen0001"])
def test_a_name_written_another_way_agrees(office: Office, name: str) -> None:
    (ada,) = tenants(office, 1)

    told = line(ada, name=name, due="20.10.2026", claim="8200", what="leie")
    assert check(office, a_list(told)).findings == ()


def test_a_lost_zero_in_a_kid_comes_back(office: Office) -> None:
    (ada,) = tenants(office, 1)
    with office.unit("lease.changed") as unit:
        kid = make_kid("000412345")
        unit.update("lease", int(ada.lease), kid=kid)
    told = line(kid=kid.lstrip("0"), due="20.10.2026", claim="8200", what="leie")

    assert the_only(check(office, a_list(told))).code == "leading_zero"


def test_a_credit_note_takes_off_what_is_owed_when_the_officer_says_so(office: Office) -> None:
    (ada,) = tenants(office, 1)
    rows = a_list(line(ada, due="20.10.2026", claim="-500", invoice="K1", what="leie"))
    asked = the_only(check(office, rows))
    note, claim = asked.readings
    assert (note, claim) == ("kreditnota 500", "500")

    taken = rent_row(check(office, rows, Answer(2, "Krav", note)))
    assert taken.claim is None
    assert taken.payment == PaymentLine(date(2026, 10, 20), kroner(500), PaidBy.OTHER, "K1")
    assert rent_row(check(office, rows, Answer(2, "Krav", claim))).payment is None


def test_a_line_of_sums_of_nothing_is_no_row(office: Office) -> None:
    (ada,) = tenants(office, 1)
    checked = check(office, a_list(line(ada, claim="0", paid="0,00", what="leie")))

    assert (the_only(checked).kind, checked.rows) == (FindingKind.SKIPPED, ())


def test_a_balance_below_nothing_is_a_credit(office: Office) -> None:
    (ada,) = tenants(office, 1)
    rows = a_list(line(ada, balance="-120,50", balance_on="20.11.2026"))

    assert rent_row(check(office, rows)).balance == BalanceLine(date(2026, 11, 20), Ore(-12050))


@pytest.mark.parametrize(
    "written",
    ["2026-03", "03.2026", "3/2026", "mars 2026", "Mars 2026", "01.03.2026-31.03.2026", "202603"],
)
def test_a_month_is_read_in_the_usual_ways(office: Office, written: str) -> None:
    (ada,) = tenants(office, 1)
    rows = a_list(line(ada, due="20.10.2026", claim="8200", month=written, what="leie"))
    claim = rent_row(check(office, rows)).claim

    assert claim is not None
    assert claim.month == "2026-03"


def test_a_list_without_what_it_needs_is_refused(office: Office) -> None:
    tenants(office, 1)
    with pytest.raises(Exception, match="columns_missing"):
        check(office, sheets.sheet(("Navn", "Forfall", "Krav"), ("Ada", "20.10.2026", "8200")))
