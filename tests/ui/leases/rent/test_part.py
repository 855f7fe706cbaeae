"""«Husleie»: what is paid, when it may change, and the two letters."""

from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.core.money import Ore, kroner
from app.leases.rents.series import read_values
from app.letters.model import Channel, DocumentKind
from tests.app.leases.desk import LeaseDesk
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.leases.lease import LeasePage
from ui.leases.parts import RENT
from ui.leases.rent.letters import IndexDesk, PrevailingDesk
from ui.leases.rent.part import INDEX, PREVAILING, RentPart
from ui.leases.standing import Standing
from ui.navigation import PageId, Place

JANUARY = date(2028, 1, 1)


@pytest.fixture
def running(desk: LeaseDesk, page: LeasePage, lease: LeaseId, clock: FixedClock) -> LeaseId:
    """Signed a year ago, with the index known."""
    desk.leases.issue(lease)
    desk.leases.signed(lease, clock.today())
    clock.at += timedelta(days=365)
    desk.office.rents.add_index(read_values("2026M11 144,6\n2027M10 149,2", "2015"), "SSB")
    return lease


def open_at(page: LeasePage, lease: LeaseId, task: str = RENT) -> None:
    page.show_place(Place(PageId.LEASE, Ref("lease", lease), task))


def part(page: LeasePage) -> RentPart:
    """The part as it is shown."""
    assert isinstance(page.view, Standing)
    assert isinstance(page.view.part, RentPart)
    return page.view.part


def test_it_says_what_is_paid_and_the_earliest_day_of_each_kind(
    page: LeasePage, running: LeaseId
) -> None:
    open_at(page, running)
    shown = part(page)
    assert "8\u00a0200\u00a0kr" in spoken_tree(shown)
    rows = {row.key: row for row in shown.next.rows}
    assert rows[INDEX].when == "01.01.2028"
    chips = {key: row.chip.text for key, row in rows.items() if row.chip}
    assert chips == {INDEX: "Mulig nå", PREVAILING: "Leietiden er ute da"}
    assert "01.06.2029" in rows[PREVAILING].why
    assert unnamed_focusables(shown) == []


def test_the_letter_is_ready_made_and_told_of_what_is_wrong(
    page: LeasePage, running: LeaseId, desk: LeaseDesk
) -> None:
    open_at(page, running)
    open_at(page, running, INDEX)
    view = page.view
    assert isinstance(view, IndexDesk)
    assert view.draft().new_rent == kroner(8460)
    assert view.show_letter()
    view.form.field("new_rent").set_value(Ore(845050))
    assert not view.show_letter()
    assert [each.code for each in view.form.problems] == ["rent_has_ore"]
    view.form.field("new_rent").set_value(kroner(8460))
    view.form.field("effective_on").set_value(date(2027, 12, 1))
    assert not view.show_letter()
    view.form.field("effective_on").set_value(JANUARY)
    assert view.show_letter()
    view.issue()
    (letter, *_) = desk.office.letters.of(Ref("lease", running))
    assert letter.kind is DocumentKind.RENT_INDEX
    assert "Varselet må sendes senest 01.12.2027." in spoken_tree(part(page))
    desk.office.letters.sent(letter.id, desk.office.clock.today(), Channel.LETTER, "Post")
    page.reload()
    assert "Leien blir 8\u00a0460\u00a0kr fra 01.01.2028." in spoken_tree(part(page))
    dialog = part(page).dialogs.withdraw(running)
    dialog.form.set_values({"reason": "Feil"})
    assert dialog.attempt()
    page.reload()
    assert [row.chip.text for row in part(page).past.rows if row.chip] == ["Trukket"]


def test_the_sum_follows_the_months_until_it_is_written(page: LeasePage, running: LeaseId) -> None:
    open_at(page, running, INDEX)
    view = page.view
    assert isinstance(view, IndexDesk)
    view.form.field("base_month").set_value(date(2027, 10, 1))
    view.form.changed.emit("base_month")
    assert view.draft().new_rent == kroner(8200)
    view.form.field("new_rent").set_value(kroner(8300))
    view.form.field("base_month").set_value(date(2026, 11, 1))
    view.form.changed.emit("base_month")
    assert view.draft().new_rent == kroner(8300)


def test_a_demand_that_is_too_early_cannot_be_made(page: LeasePage, running: LeaseId) -> None:
    open_at(page, running, PREVAILING)
    view = page.view
    assert isinstance(view, PrevailingDesk)
    view.form.field("new_rent").set_value(kroner(9000))
    view.form.field("reference").set_value("Ti leier i Lia")
    assert not view.show_letter()
    assert not view.issue_button.isEnabled() or view.issue_button.toolTip()


def test_the_index_is_pasted_and_what_cannot_be_read_is_told(
    page: LeasePage, running: LeaseId, desk: LeaseDesk
) -> None:
    open_at(page, running)
    dialog = part(page).dialogs.index()
    assert dialog.form.values()["base"] == "2015"
    dialog.form.set_values({"base": "2015", "values": "2027M11", "source": "SSB"})
    assert not dialog.attempt()
    assert [each.code for each in dialog.form.problems] == ["index_line_unreadable"]
    dialog.form.set_values(
        {"base": "2015", "values": "2027M10 149,3\n2027M11 149,9", "source": "SSB"}
    )
    assert dialog.attempt()
    newest = desk.office.rents.series().newest
    assert newest is not None
    assert newest.tenths == 1499


def test_hl_28_a_rent_that_was_too_high_is_put_right(
    page: LeasePage, running: LeaseId, desk: LeaseDesk, told: list[str]
) -> None:
    open_at(page, running)
    dialog = part(page).dialogs.correct(running)
    values = {"rent": kroner(8000), "since": date(2027, 10, 1), "reason": "Feil i avtalen"}
    dialog.form.set_values(values)
    assert dialog.attempt()
    assert desk.leases.get(running).rent == kroner(8000)
    assert "400" in told[-1]


def test_a_lease_that_waits_for_signatures_has_a_rent_that_does_not_change(
    page: LeasePage, lease: LeaseId, desk: LeaseDesk
) -> None:
    desk.leases.issue(lease)
    open_at(page, lease)
    assert part(page).next.isHidden()
    assert "Leien endres bare mens leieforholdet løper." in spoken_tree(part(page))


def test_it_leads_to_what_is_claimed_and_paid(page: LeasePage, running: LeaseId) -> None:
    open_at(page, running)
    went: list[Place] = []
    page.navigator.wanted.connect(went.append)
    way = next(each for each in part(page).buttons if each.text() == "Krav og innbetalinger")
    way.click()
    assert went == [Place(PageId.TENANCY_ARREARS, Ref("lease", running), "account")]
