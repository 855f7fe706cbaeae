"""Whose list, what does not match and where to mend it, and the way back."""

from app.arrears.lists.model import ArrearsCheckKind
from app.core.ids import BillerId, Ref
from app.office import Office
from tests.app.transfer.tenants import OURS, a_list, line, take_in, tenants
from tests.ui.arrears.biller_list.conftest import ListDesk
from tests.ui.walker import rich_labels, silent_icon_buttons, unnamed_focusables
from ui.arrears.biller_list.columns import why
from ui.arrears.tasks import ACCOUNT
from ui.navigation import PageId, Place

RENT = {"due": "20.10.2026", "claim": "8200", "what": "leie"}
WRONG = {"balance": "9000", "balance_on": "20.11.2026"}


def test_the_only_biller_is_chosen_and_the_list_begins_as_theirs(desk: ListDesk) -> None:
    desk.page.show_place(Place(PageId.BILLER_LIST, task="new"))
    desk.page.take_in.take_in.click()

    assert desk.places == [Place(PageId.SHEET_IMPORT, Ref("biller", OURS), "rent_list")]


def test_with_several_billers_one_must_be_said_first(desk: ListDesk, office: Office) -> None:
    office.billers.add("Lia boligstiftelse")
    desk.page.take_in.choose(None)
    desk.page.take_in.take_in.click()

    assert desk.places == []
    assert desk.page.take_in.biller is None


def test_what_does_not_match_leads_to_where_it_is_mended(desk: ListDesk, office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, **RENT, **WRONG)))
    (row,) = [desk.page.table.model.record(at) for at in range(desk.page.table.model.rowCount())]
    assert row.kind is ArrearsCheckKind.BALANCE_DIFFERS
    desk.page.table.opened.emit(row)

    assert desk.places == [Place(PageId.TENANCY_ARREARS, Ref("lease", ada.lease), ACCOUNT)]
    assert "1\u00a0ting å se over" in desk.page.header.subtitle


def test_a_lease_without_kid_is_mended_on_the_lease(desk: ListDesk, office: Office) -> None:
    (ada,) = tenants(office, 1, kid=False)
    take_in(office, a_list(line(number=ada.number, **RENT)))
    (row,) = office.arrears_check.findings()
    desk.page.table.opened.emit(row)

    assert row.kind is ArrearsCheckKind.NO_KID
    assert [each.ref for each in desk.places] == [Ref("lease", ada.lease)]
    assert desk.places[0].page is not PageId.TENANCY_ARREARS


def test_a_whole_list_is_taken_out_again_here(desk: ListDesk, office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, **RENT)))
    (button,) = desk.page.earlier.buttons
    button.click()

    assert office.arrears.account(ada.lease).charges == ()
    assert desk.page.earlier.buttons == ()
    assert desk.failures == []


def test_what_was_touched_since_stops_it_in_words(desk: ListDesk, office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, **RENT)))
    (charge,) = office.arrears.account(ada.lease).charges
    office.arrears.withdraw_charge(ada.lease, charge.id, "ført to ganger")
    (button,) = desk.page.earlier.buttons
    button.click()

    assert len(desk.failures) == 1


def test_a_new_biller_is_chosen_at_once_and_can_be_closed(desk: ListDesk, office: Office) -> None:
    dialog = desk.page.ask_new()
    dialog.form.set_values({"name": "Lia boligstiftelse"})
    dialog.verb_button.click()
    made = desk.page.take_in.biller

    assert made is not None
    assert office.billers.get(made).name == "Lia boligstiftelse"
    desk.page.take_in.close_button.click()
    assert [each.id for each in office.billers.open()] == [BillerId(1)]


def test_a_finding_names_who_says_otherwise(desk: ListDesk, office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, **RENT, **WRONG)))
    (found,) = office.arrears_check.findings()

    assert why(found) == "Kommunen sier noe annet enn vi har."


def test_it_can_be_used_by_ear(desk: ListDesk, office: Office) -> None:
    (ada,) = tenants(office, 1)
    take_in(office, a_list(line(ada, **RENT, **WRONG)))

    assert unnamed_focusables(desk.page) == []
    assert silent_icon_buttons(desk.page) == []
    assert rich_labels(desk.page) == []
