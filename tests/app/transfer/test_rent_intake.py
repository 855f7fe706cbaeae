"""A biller's list goes in whole and once, comes out whole, and never as another's."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.arrears.lists.model import ArrearsCheckKind
from app.arrears.model import PaidBy, RentChargeKind
from app.core.errors import Conflict, OfficeError
from app.core.money import Ore, format_kroner, kroner
from app.core.numbers import make_kid
from app.office import Office
from app.transfer.model import Answer, FindingKind, ImportKind
from app.transfer.rent_model import BalanceLine, ClaimLine, RentRow
from tests.app.transfer import sheets
from tests.app.transfer.tenants import (
    HEADINGS,
    OURS,
    Tenant,
    a_list,
    check,
    line,
    take_in,
    tenants,
)

RENT = {"due": "20.10.2026", "claim": "8200", "what": "leie"}
LATE = {"due": "20.11.2026", "claim": "8200", "what": "leie", "invoice": "F-2"}
PAID = {"paid_on": "01.11.2026", "paid": "3000"}
TABLES = ("sheet_import", "biller_list", "rent_charge", "rent_payment", "stated_balance")


def held(office: Office) -> dict[str, int]:
    """How many rows each table has that a list may write to."""
    return {
        table: office.arrears._db.value(int, f"SELECT count(*) FROM {table}")  # noqa: S608  our own names
        for table in TABLES
    }


def codes(office: Office, *lines: tuple[str, ...]) -> list[tuple[int, FindingKind, str]]:
    return [(f.line, f.kind, f.code) for f in check(office, a_list(*lines)).findings]


def test_claims_payments_and_balances_go_in_and_out_as_one(office: Office) -> None:
    ada, bo = tenants(office, 2)
    before = held(office)
    balance = {"balance": "5200", "balance_on": "20.11.2026"}
    receipt = take_in(office, a_list(line(ada, **RENT, **PAID, **balance), line(bo, **RENT)))

    assert (receipt.claims, receipt.payments, receipt.balances) == (2, 1, 1)
    account = office.arrears.account(ada.lease)
    (paid,) = account.payments
    assert (paid.amount, paid.paid_by, paid.covers) == (
        kroner(3000),
        PaidBy.TENANT,
        account.charges[0].id,
    )
    assert office.arrears.owed(ada.lease).total == kroner(5200)
    assert office.arrears.owed(bo.lease).total == kroner(8200)
    event = office.history.undo()
    assert event.verb == "sheet.taken_in"
    assert held(office) == before


def test_a_list_that_was_built_on_since_tells_what_was_touched(office: Office) -> None:
    (ada,) = tenants(office, 1)
    receipt = take_in(office, a_list(line(ada, **RENT)))
    (charge,) = office.arrears.account(ada.lease).charges
    office.arrears.withdraw_charge(ada.lease, charge.id, "ført to ganger")
    event = office.history.event(receipt.event)
    assert event is not None

    assert office.history.touched_since(receipt.event)
    with pytest.raises(Conflict):
        office.history.reverse(event)


def test_a_payment_finds_its_claim_by_the_number_wherever_it_stands(office: Office) -> None:
    (ada,) = tenants(office, 1)
    paid = {"paid_on": "21.11.2026", "paid": "8200", "invoice": "F-2"}
    take_in(office, a_list(line(ada, **paid), line(ada, **RENT), line(ada, **LATE)))

    account = office.arrears.account(ada.lease)
    (payment,) = account.payments
    covered = next(each for each in account.charges if each.id == payment.covers)
    assert covered.reference == "F-2"


def test_the_same_list_twice_adds_nothing(office: Office) -> None:
    (ada,) = tenants(office, 1)
    balance = {"balance": "13400", "balance_on": "20.11.2026"}
    rows = a_list(line(ada, **RENT, **PAID), line(ada, **LATE), line(ada, **balance))
    take_in(office, rows)
    again = check(office, rows)

    assert again.rows == ()
    assert again.counts.doubles == 3
    with pytest.raises(OfficeError, match="nothing_to_take_in"):
        office.transfer.take_in(again)


def test_a_new_payment_on_a_known_claim_is_taken_in_alone_and_covers_it(office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, **RENT)))
    checked = check(office, a_list(line(ada, **RENT, **PAID)))

    assert [(f.kind, f.column, f.code) for f in checked.findings] == [
        (FindingKind.DOUBLE, "Krav", "claim_there")
    ]
    assert (checked.counts.taken, checked.counts.doubles) == (1, 0)
    office.transfer.take_in(checked)
    account = office.arrears.account(ada.lease)
    assert [each.covers for each in account.payments] == [account.charges[0].id]
    assert office.arrears.balance(ada.lease) == kroner(5200)


def test_a_payment_twice_in_the_file_is_left_out_or_asked(office: Office) -> None:
    (ada,) = tenants(office, 1)
    numbered = line(ada, **PAID, invoice="F-1")
    assert codes(office, numbered, numbered) == [(3, FindingKind.DOUBLE, "same_as_line")]

    bare = line(ada, **PAID)
    assert codes(office, bare, bare) == [(3, FindingKind.ERROR, "payment_twice")]
    told = check(office, a_list(bare, bare), Answer(3, "Fakturanr.", "nr. 2"))
    assert [row.line for row in told.rows] == [2, 3]


def test_a_claim_that_was_withdrawn_does_not_come_back(office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, **RENT)))
    (charge,) = office.arrears.account(ada.lease).charges
    office.arrears.withdraw_charge(ada.lease, charge.id, "feil leietaker")

    assert codes(office, line(ada, **RENT)) == [(2, FindingKind.DOUBLE, "claim_withdrawn")]


def test_a_bill_with_another_sum_is_asked_and_one_with_another_day_told(office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, **LATE)))

    assert codes(office, line(ada, **(LATE | {"claim": "8300"}))) == [
        (2, FindingKind.ERROR, "claim_other_sum")
    ]
    assert codes(office, line(ada, **(LATE | {"due": "27.11.2026"}))) == [
        (2, FindingKind.TO_CHECK, "claim_other_day")
    ]
    assert codes(office, line(ada, **(RENT | {"due": "20.11.2026", "claim": "300"}))) == [
        (2, FindingKind.TO_CHECK, "claim_same_day")
    ]


def test_a_balance_that_will_not_match_is_told_with_ours(office: Office) -> None:
    (ada,) = tenants(office, 1)
    rows = a_list(line(ada, **RENT, **PAID, balance="8200", balance_on="20.11.2026"))
    (told,) = check(office, rows).findings

    assert (told.kind, told.code) == (FindingKind.TO_CHECK, "balance_differs")
    assert told.after == format_kroner(kroner(5200), False)
    take_in(office, rows)
    kinds = {each.kind for each in office.arrears_check.findings()}
    assert ArrearsCheckKind.BALANCE_DIFFERS in kinds


def test_two_balances_of_one_day_are_asked(office: Office) -> None:
    (ada,) = tenants(office, 1)
    one = line(ada, balance="100", balance_on="20.11.2026")
    other = line(ada, balance="200", balance_on="20.11.2026")

    assert (3, FindingKind.ERROR, "balance_two") in codes(office, one, other)


def test_a_balance_told_anew_holds_from_then_on(office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, balance="100", balance_on="20.11.2026")))
    take_in(office, a_list(line(ada, balance="0", balance_on="20.11.2026")))

    assert office.arrears_check.findings() == ()


def test_a_workbook_with_real_days_and_numbers_is_read_as_well(
    office: Office, tmp_path: Path
) -> None:
    (ada,) = tenants(office, 1)
    cells = {
        "A1": "KID",
        "B1": "Forfall",
        "C1": "Krav",
        "D1": "Periode",
        "E1": "Saldo",
        "F1": "Saldo per",
        "A2": int(ada.kid),
        "B2": date(2026, 10, 20),
        "C2": 8200.5,
        "D2": date(2026, 10, 1),
        "E2": -200,
        "F2": date(2026, 11, 20),
    }
    sheet = office.transfer.read(sheets.workbook(tmp_path / "liste.xlsx", cells))
    (row,) = check(office, sheet).rows
    assert isinstance(row, RentRow)
    assert row.claim == ClaimLine(
        RentChargeKind.RENT, date(2026, 10, 20), Ore(820050), month="2026-10"
    )
    assert row.balance == BalanceLine(date(2026, 11, 20), kroner(-200))


# whose list it is


def test_a_list_of_another_billers_tenancies_is_told_before_anything_goes_in(
    office: Office,
) -> None:
    three = tenants(office, 3)
    other = office.billers.add("Lia boligstiftelse")
    take_in(office, a_list(*(line(each, **RENT) for each in three)), biller=other)
    before = held(office)
    rows = a_list(*(line(each, **LATE) for each in three))
    checked = check(office, rows)

    assert checked.wrong is not None
    assert (checked.wrong.other, checked.wrong.rows, checked.wrong.known) == (other, 3, 3)
    assert Counter(each.code for each in checked.findings) == {"billed_by_other": 3}
    with pytest.raises(OfficeError, match="wrong_biller"):
        office.transfer.take_in(checked)
    assert held(office) == before
    assert office.transfer.take_in(checked, right_biller=True).claims == 3


def test_headings_of_another_billers_list_are_told(office: Office) -> None:
    ada, bo = tenants(office, 2)
    other = office.billers.add("Lia boligstiftelse")
    theirs = ("KID", "Forf.", "Sum")
    profile = office.transfer.guess(sheets.sheet(theirs), ImportKind.RENT_LIST, other)
    profile = profile.with_column("Forf.", "due_on").with_column("Sum", "claim_sum")
    rows = sheets.sheet(theirs, (ada.kid, "20.10.2026", "8200"))
    office.transfer.take_in(office.transfer.check(rows, profile))
    known = office.transfer.guess(rows, ImportKind.RENT_LIST, other)
    assert (known.biller, known.encoding, known.separator) == (other, "utf-8", ";")
    assert office.transfer.columns(rows, known).unknown == ()

    mine = office.transfer.guess(rows, ImportKind.RENT_LIST, OURS)
    mine = mine.with_column("Forf.", "due_on").with_column("Sum", "claim_sum")
    wrong = office.transfer.check(sheets.sheet(theirs, (bo.kid, "20.11.2026", "1")), mine).wrong
    assert wrong is not None
    assert (wrong.other, wrong.rows) == (other, 0)


def test_whose_list_it_is_must_be_said(office: Office) -> None:
    tenants(office, 1)
    rows = sheets.sheet(HEADINGS)
    profile = office.transfer.guess(rows, ImportKind.RENT_LIST)
    with pytest.raises(OfficeError, match="biller_not_chosen"):
        office.transfer.check(rows, profile)


def test_a_biller_list_is_never_guessed(office: Office) -> None:
    rows = sheets.sheet(HEADINGS)
    assert office.transfer.guess(rows).kind is not ImportKind.RENT_LIST


def test_a_row_of_nobody_waits_while_the_rest_goes_in(office: Office) -> None:
    (ada,) = tenants(office, 1)
    nobody = line(kid=make_kid("987654321"), **RENT)
    rows = a_list(line(ada, **RENT), nobody)
    receipt = take_in(office, rows)
    again = check(office, rows)

    assert receipt.claims == 1
    assert again.counts.waiting == 1
    assert [each.code for each in again.findings] == ["already_in_register", "kid_of_nobody"]


def test_a_cancel_halfway_leaves_nothing(office: Office) -> None:
    (ada,) = tenants(office, 1)
    before = held(office)

    def stop(_done: int, _total: int) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        office.transfer.take_in(check(office, a_list(line(ada, **RENT))), told=stop)
    assert held(office) == before


def test_the_lists_taken_in_are_told_with_what_undoes_them(office: Office) -> None:
    (ada,) = tenants(office, 1)
    receipt = take_in(office, a_list(line(ada, **RENT, **PAID)))
    (one,) = office.arrears_check.imports()

    assert (one.event, one.biller, one.claims, one.payments) == (receipt.event, OURS, 1, 1)
    office.history.undo()
    assert office.arrears_check.imports() == ()


def test_five_thousand_lines_are_checked_and_taken_in(office: Office) -> None:
    few = tenants(office, 20)
    rows = a_list(*(_many(few[at % 20], at) for at in range(5000)))
    steps: list[int] = []
    profile = office.transfer.guess(rows, ImportKind.RENT_LIST, OURS)
    checked = office.transfer.check(rows, profile, told=lambda done, _total: steps.append(done))
    assert len(steps) == 100
    steps.clear()
    office.transfer.take_in(checked, told=lambda done, _total: steps.append(done))

    assert checked.counts.taken == 5000
    assert len(steps) == 200
    assert held(office)["rent_charge"] == 5000


def _many(tenant: Tenant, at: int) -> tuple[str, ...]:
    due = date(2006, 1, 2) + timedelta(days=at)
    return line(tenant, due=f"{due:%d.%m.%Y}", claim="8200", invoice=f"F{at}", what="leie")


# for any list


_SUMS = st.integers(1, 20_000_00).map(Ore)
_DAYS = st.dates(date(2025, 1, 1), date(2026, 11, 23))
_PARTS = st.lists(
    st.tuples(st.integers(0, 2), st.booleans(), _DAYS, _SUMS), min_size=1, max_size=12
)


@settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)
@given(parts=_PARTS)
def test_balance_is_what_the_list_claims_less_what_it_says_was_paid(
    office: Office, parts: list[tuple[int, bool, date, Ore]]
) -> None:
    known = office.arrears.tenancies() or ()
    three = tenants(office, 3) if not known else _again(office)
    start = {each.lease: office.arrears.balance(each.lease) for each in three}
    rows = []
    for at, (who, claim, on, amount) in enumerate(parts):
        told = f"{on:%d.%m.%Y}"
        text = format_kroner(amount, False)
        number = f"{len(office.arrears_check.imports())}-{at}"
        sums = {"due": told, "claim": text} if claim else {"paid_on": told, "paid": text}
        rows.append(line(three[who], what="leie", invoice=number, **sums))
        start[three[who].lease] = Ore(start[three[who].lease] + (amount if claim else -amount))
    sheet = a_list(*rows)
    take_in(office, sheet)

    assert {each.lease: office.arrears.balance(each.lease) for each in three} == start
    assert check(office, sheet).rows == ()


def _again(office: Office) -> tuple[Tenant, ...]:
    ground = office.arrears_check.ground()
    return tuple(
        Tenant(lease, ground.tenancies[lease].number, kid, ground.tenancies[lease].tenant_name)
        for kid, lease in ground.by_kid.items()
    )
