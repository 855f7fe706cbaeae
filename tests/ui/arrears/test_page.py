"""«Restanser»: who owes, filtered, opened; how to begin when nothing is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.arrears.accounts.model import ChargeDraft, ClosingDraft
from app.arrears.disputes.model import DisputeDraft
from app.arrears.listing.model import ArrearsSet
from app.arrears.model import ArrearsOutcome
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.core.money import kroner
from app.office import Office
from app.people.model import (
    AddressProtection,
    HouseholdKind,
    MemberDraft,
    PersonDraft,
    Role,
)
from tests.app.arrears.desk import tenancy
from tests.app.arrears.test_service import ended
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.arrears.columns import glance
from ui.arrears.page import ArrearsPage, ready_arrears
from ui.arrears.tasks import ACCOUNT
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button
from ui.kit.cards import Callout
from ui.kit.jobs import Jobs
from ui.navigation import SHOW_ALL, Navigator, PageId, Place
from ui.pages import COMMANDS, PAGES, spec_of

NOVEMBER = ChargeDraft(due_on=date(2026, 11, 2), amount=kroner(8000), month="2026-11")


@pytest.fixture
def page(qtbot: QtBot, office: Office, went: list[Place], told: list[str]) -> Iterator[ArrearsPage]:
    navigator = Navigator(Jobs())
    made = ArrearsPage(office, navigator)
    navigator.setParent(made)
    navigator.wanted.connect(went.append)
    navigator.told.connect(lambda words, _undo: told.append(words))
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


@pytest.fixture
def owing(office: Office, lease: LeaseId) -> LeaseId:
    """Owes for November."""
    office.arrears.add_charge(lease, NOVEMBER)
    return lease


def shown(page: ArrearsPage) -> list[tuple[str, ...]]:
    """What is in sight, from above."""
    return [tuple(cells) for cells in page.table.seen().texts]


def child_of(office: Office, lease: LeaseId) -> None:
    """A child of four lives with the tenant."""
    tenant = office.arrears.tenancy(lease).tenant
    child = office.people.register(PersonDraft("Ada", "Prøvesen", birth_date=date(2022, 3, 1)))
    office.people.found_household(
        HouseholdKind.SINGLE_PARENT,
        (MemberDraft(tenant, Role.APPLICANT), MemberDraft(child, Role.CHILD)),
    )


def test_an_empty_list_says_how_to_begin(page: ArrearsPage, went: list[Place]) -> None:
    said = spoken_tree(page)
    assert "Ingen skylder husleie" in said
    assert "Hent inn listen" in said
    assert unnamed_focusables(page) == []
    first = page.header.findChildren(Button)
    next(each for each in first if "restanseliste" in each.text()).click()
    assert went == [Place(PageId.BILLER_LIST, task="new")]


def test_who_owes_stands_there_with_the_next_step_and_why(
    page: ArrearsPage, office: Office, owing: LeaseId, went: list[Place]
) -> None:
    (row,) = shown(page)
    assert "8\u00a0000\u00a0kr" in row
    assert "03.11.2026" in row
    assert "Snakk med leietakeren" in row
    (each,) = office.arrears_list.rows()
    why = next(column for column in page.table.model.columns if column.key == "why").text(each)
    assert "03.11.2026" in why
    page.table.select(owing)
    page.table.view.setFocus()
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert went == [Place(PageId.TENANCY_ARREARS, Ref("lease", owing), "")]
    assert ready_arrears(office) == 1


def test_few_words_say_why_each_stands_where_it_stands(
    page: ArrearsPage, office: Office, owing: LeaseId
) -> None:
    """What «Siden» tells is not told again; children are told of before the rest."""
    (each,) = office.arrears_list.rows()
    assert glance(each) == "Ny og liten restanse"
    child_of(office, owing)
    (each,) = office.arrears_list.rows()
    assert glance(each) == "Barn i boligen, ny restanse"
    old = tenancy(office, 2)
    office.arrears.add_charge(old, replace(NOVEMBER, due_on=date(2026, 8, 3), month="2026-08"))
    each = office.arrears_list.rows()[-1]
    assert glance(each) == "Ingen har tatt kontakt"
    child_of(office, old)
    each = office.arrears_list.rows()[-1]
    assert glance(each) == "Barn i boligen, ingen har tatt kontakt"
    office.pauses.begin(old, PauseDraft(PauseReason.ILL, until=date(2026, 11, 27)))
    each = office.arrears_list.rows()[-1]
    assert glance(each).endswith("27.11.2026.")
    assert {each.key: each.words for each in page.saved_filters()}[ArrearsSet.PAUSE_ENDS] == (
        "Pauser som går ut"
    )


def test_children_who_nobody_has_called_about_are_told_of_first(
    page: ArrearsPage, office: Office, owing: LeaseId, went: list[Place]
) -> None:
    """Peers idea 5."""
    assert page.findChildren(Callout) == []
    child_of(office, owing)
    page.reload()
    callout = page.findChildren(Callout)[-1]  # those before it are on their way out
    assert "bor det barn" in spoken_tree(callout)
    (way,) = callout.findChildren(Button)
    way.click()
    assert went[-1].ref == Ref("lease", owing)
    assert "1\u00a0barn" in spoken_tree(page) or page.table.model.cell(0, 0).second


def test_filters_show_a_part_and_stand_in_the_sidebar(
    page: ArrearsPage, office: Office, owing: LeaseId
) -> None:
    other = tenancy(office, 2)
    office.arrears.add_charge(other, NOVEMBER)
    office.rent_disputes.dispute(other, DisputeDraft(date(2026, 11, 9), "Feil", kroner(8000)))
    page.reload()
    assert len(shown(page)) == 2
    page.show_place(Place(PageId.ARREARS, task="disputed"))
    (row,) = shown(page)
    assert any("Kari2" in cell for cell in row)
    assert page.filter_in_force() == "disputed"
    counts = {each.key: each.count for each in page.saved_filters()}
    assert counts[ArrearsSet.FORMER] == 0
    assert counts[ArrearsSet.NEW] == 2
    page.show_place(Place(PageId.ARREARS, task="all"))
    assert len(shown(page)) == 2
    page.biller.set_value(1)
    assert len(shown(page)) == 2
    assert page.filter_in_force() == ""


def test_to_enter_a_claim_hides_no_rows_and_the_new_ones_ask_nothing(page: ArrearsPage) -> None:
    """The command of the box and a ready list must not be one word."""
    task = next(row.place.task for row in COMMANDS if row.words == "Før inn krav eller innbetaling")
    page.show_place(Place(PageId.ARREARS, task=str(ArrearsSet.NEW)))
    assert page.filter_in_force() == ArrearsSet.NEW
    assert page.window().findChildren(AskDialog) == []
    page.show_place(Place(PageId.ARREARS, task=SHOW_ALL))
    page.show_place(Place(PageId.ARREARS, task=task))
    assert page.filter_in_force() == ""
    for dialog in page.window().findChildren(AskDialog):
        dialog.reject()


def test_what_is_closed_is_found_by_its_filter_and_opens_the_account(
    page: ArrearsPage,
    office: Office,
    owing: LeaseId,
    clock: FixedClock,
    went: list[Place],
) -> None:
    ended(office, owing, clock)
    page.show_place(Place(PageId.ARREARS, task="former"))
    assert len(shown(page)) == 1
    office.arrears.close(owing, ClosingDraft(ArrearsOutcome.WRITTEN_OFF, "Foreldet"))
    page.show_place(Place(PageId.ARREARS, task="all"))
    page.reload()
    assert shown(page) == []
    page.show_place(Place(PageId.ARREARS, task="closed"))
    assert len(shown(page)) == 1
    page.table.opened.emit(page.table.model.record(0))
    assert went[-1].task == ACCOUNT


def test_adr_03_where_a_protected_tenant_lives_is_not_said(
    page: ArrearsPage, office: Office, owing: LeaseId
) -> None:
    tenant = office.arrears.tenancy(owing).tenant
    office.people.protect(tenant, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    page.reload()
    (row,) = shown(page)
    assert "Skjermet adresse" in row
    assert not any("Ødegård" in cell for cell in row)
    dialog = page.begin_new()
    assert "Ødegård" not in str(dialog.form.field("lease").worded(owing))
    dialog.close()


def test_ctrl_n_leads_to_the_account_of_anyone(
    page: ArrearsPage, lease: LeaseId, went: list[Place]
) -> None:
    dialog = page.begin_new()
    assert unnamed_focusables(dialog) == []
    assert not dialog.attempt()
    dialog.form.set_values({"lease": lease})
    assert dialog.attempt()
    assert went == [Place(PageId.TENANCY_ARREARS, Ref("lease", lease), ACCOUNT)]


def test_the_rent_of_a_month_is_entered_for_all_and_told_with_who_is_left_out(
    page: ArrearsPage, office: Office, lease: LeaseId, told: list[str]
) -> None:
    tenancy(office, 2, start=date(2026, 11, 16))
    dialog = page.begin_month()
    said = spoken_tree(dialog)
    assert "1\u00a0leieforhold får ført inn husleie, til sammen 8\u00a0000\u00a0kr" in said
    assert "flytter inn eller ut i måneden" in said
    assert dialog.attempt()
    assert office.arrears.balance(lease) == kroner(8000)
    assert told == ["Månedens husleie ført inn: 1\u00a0leieforhold"]
    again = page.begin_month()
    assert not again.verb_button.isEnabled()
    assert not again.attempt()
    again.close()
    office.history.undo()
    assert office.arrears.balance(lease) == 0


def test_it_stands_after_the_leases_with_its_own_page_under_it() -> None:
    rows = [spec.page for spec in PAGES if spec.row]
    assert rows.index(PageId.ARREARS) == rows.index(PageId.LEASES) + 1
    assert spec_of(PageId.TENANCY_ARREARS).under is PageId.ARREARS


def test_an_older_claim_stands_longer(page: ArrearsPage, office: Office, owing: LeaseId) -> None:
    other = tenancy(office, 2)
    office.arrears.add_charge(other, replace(NOVEMBER, due_on=date(2026, 8, 3), month="2026-08"))
    page.reload()
    page.table.sort("since")
    days = [row for cells in shown(page) for row in cells if row.startswith("0")]
    assert days[0] == "04.08.2026"
