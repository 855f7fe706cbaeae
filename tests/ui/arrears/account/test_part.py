"""«Krav og innbetalinger»: entered by keyboard, withdrawn, disagreed on, closed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.arrears.accounts.model import ChargeDraft, ClosingDraft, PaymentDraft
from app.arrears.model import ArrearsOutcome, DisputeOutcome, RentChargeKind
from app.core.ids import LeaseId, Ref, RentChargeId
from app.core.money import kroner
from app.office import Office
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.arrears.account.part import AccountPart
from ui.arrears.tasks import ACCOUNT
from ui.arrears.tenancy import TenancyArrearsPage
from ui.kit.ask import AskDialog
from ui.navigation import PageId, Place
from ui.parted_page import PartedView

OCTOBER = ChargeDraft(due_on=date(2026, 10, 1), amount=kroner(8000), month="2026-10")


def part(page: TenancyArrearsPage, lease: LeaseId) -> AccountPart:
    """The account as it is shown now."""
    page.show_place(Place(PageId.TENANCY_ARREARS, Ref("lease", lease), ACCOUNT))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, AccountPart)
    return page.view.part


def type_in(dialog: AskDialog, field: str, words: str) -> None:
    """By keyboard, in the field; Tab leaves it."""
    control: QWidget = dialog.form.field(field).control
    control.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(control, key, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(control, words)
    dialog.form.field(field).leave()


@pytest.fixture
def october(office: Office, lease: LeaseId) -> RentChargeId:
    return office.arrears.add_charge(lease, OCTOBER)


def test_an_empty_account_says_how_to_begin(page: TenancyArrearsPage, lease: LeaseId) -> None:
    shown = part(page, lease)
    said = spoken_tree(shown)
    assert "Ingenting er ført inn ennå" in said
    assert "Ingenting som er forfalt" in said
    assert unnamed_focusables(shown) == []


def test_a_claim_is_entered_by_keyboard_and_owed(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, told: list[str]
) -> None:
    dialog = part(page, lease).dialogs.charge()
    assert unnamed_focusables(dialog) == []
    type_in(dialog, "due_on", "021126")
    assert dialog.form.values()["month"] == "2026-11"
    QTest.keyClick(dialog.verb_button, Qt.Key.Key_Space)
    (charge,) = office.arrears.account(lease).charges
    assert (charge.amount, charge.due_on) == (kroner(8000), date(2026, 11, 2))
    assert told == ["Krav ført inn"]
    assert "8\u00a0000\u00a0kr, siden 03.11.2026" in spoken_tree(part(page, lease))


def test_hl_11_the_moved_day_is_told_while_one_types(
    page: TenancyArrearsPage, lease: LeaseId
) -> None:
    dialog = part(page, lease).dialogs.charge()
    type_in(dialog, "due_on", "020426")
    assert "07.04.2026" in dialog.form.field("due_on").verdict_words
    assert dialog.attempt()


def test_a_payment_twice_is_asked_about(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    paid = PaymentDraft(date(2026, 11, 20), kroner(2000))
    office.arrears.add_payment(lease, paid)
    dialog = part(page, lease).dialogs.payment()
    again = dialog.form.field("again")
    assert again.isHidden()
    type_in(dialog, "amount", "2000")
    type_in(dialog, "paid_on", "201126")
    assert not dialog.attempt()
    assert not again.isHidden()
    assert "fra før" in again.verdict_words
    dialog.form.set_values({"again": True})
    assert dialog.attempt()
    assert office.arrears.balance(lease) == kroner(4000)


def test_a_payment_in_the_future_is_told_beside_its_day(
    page: TenancyArrearsPage, lease: LeaseId
) -> None:
    dialog = part(page, lease).dialogs.payment()
    type_in(dialog, "amount", "2000")
    type_in(dialog, "paid_on", "241226")
    assert not dialog.attempt()
    assert "ikke vært" in dialog.form.field("paid_on").verdict_words
    type_in(dialog, "amount", "0")
    assert not dialog.attempt()
    assert "over null" in dialog.form.field("amount").verdict_words
    dialog.close()


def test_fees_are_not_entered_by_hand(page: TenancyArrearsPage, lease: LeaseId) -> None:
    """INK-07: they come with the letters that may cost something."""
    dialog = part(page, lease).dialogs.charge()
    field = dialog.form.field("kind")
    for kind in (RentChargeKind.REMINDER_FEE, RentChargeKind.LATE_INTEREST):
        field.set_value(kind)
        assert field.value() is None
    dialog.close()


def test_enter_on_a_line_withdraws_it_with_a_reason(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    office.arrears.add_payment(lease, PaymentDraft(date(2026, 11, 20), kroner(2000)))
    shown = part(page, lease)
    newest, oldest = shown.ledger.model.records  # type: ignore[attr-defined]  # a RecordModel
    assert (newest.balance, oldest.balance) == (kroner(6000), kroner(8000))
    shown.open_claims.setFocus()
    QTest.keyClick(shown.open_claims, Qt.Key.Key_Return)
    dialog = shown.findChild(AskDialog) or page.window().findChild(AskDialog)
    assert isinstance(dialog, AskDialog)
    assert not dialog.attempt()
    type_in(dialog, "reason", "Ført på feil leieforhold")
    assert dialog.attempt()
    assert office.arrears.balance(lease) == -kroner(2000)
    said = spoken_tree(part(page, lease))
    assert "Betalt for mye" in said
    other = part(page, lease).dialogs.withdraw_payment(office.arrears.account(lease).payments[0].id)
    type_in(other, "reason", "Hører til naboen")
    assert other.attempt()
    assert office.arrears.balance(lease) == 0


def test_hl_20_an_objection_is_raised_deposited_and_settled(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    dialog = part(page, lease).dialogs.dispute()
    type_in(dialog, "words", "Ovnen virket ikke")
    dialog.form.set_values({"charge": october})
    assert dialog.attempt()
    (made,) = office.rent_disputes.of(lease)
    shown = part(page, lease)
    assert ["Ovnen virket ikke" in row.spoken for row in shown.disputes.rows] == [True]
    shown.dialogs.deposit(made.id).attempt()
    assert "sperret konto" in spoken_tree(part(page, lease))
    (made,) = office.rent_disputes.of(lease)
    settle = part(page, lease).dialogs.settle(made)
    right = settle.form.field("amount")
    assert right.isHidden()
    settle.form.field("outcome").set_value(DisputeOutcome.CHANGED)
    settle.form.changed.emit("outcome")
    assert not right.isHidden()
    settle.form.set_values({"amount": kroner(5000)})
    type_in(settle, "words", "Vi ble enige")
    assert settle.attempt()
    assert office.arrears.balance(lease) == kroner(5000)
    assert ["Avklart" in row.spoken for row in part(page, lease).disputes.rows] == [True]


def test_it_is_closed_with_a_reason_and_taken_up_again(
    page: TenancyArrearsPage, office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    dialog = part(page, lease).dialogs.close()
    dialog.form.set_values({"outcome": ArrearsOutcome.PAID})
    type_in(dialog, "reason", "Gjort opp")
    assert not dialog.attempt()
    assert "8\u00a0000\u00a0kr" in dialog.form.field("outcome").verdict_words
    dialog.close()
    office.arrears.add_payment(lease, PaymentDraft(date(2026, 11, 20), kroner(8000)))
    office.arrears.close(lease, ClosingDraft(ArrearsOutcome.PAID, "Gjort opp i banken"))
    shown = part(page, lease)
    assert "Gjort opp i banken" in spoken_tree(shown)
    shown.reopen_button.click()
    assert office.arrears.closed(lease) is None
