"""«Innflytting»: four cards by keyboard, and a report where only what is wrong is typed."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.decisions.content.model import StartPart
from app.dwellings.keys.model import DoorKeyKind, KeyHolder
from app.leases.endings.model import EndCause
from app.leases.handover.information.model import InformationState
from app.leases.handover.reports.model import (
    HandoverKind,
    ItemCondition,
    ItemKind,
    Place,
    RoomKind,
    SmokeAlarm,
)
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from tests.app.letters.documents import PDF
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.choice_fields import ChoiceField
from ui.leases.handover.part import HANDOVER, HandoverPart
from ui.leases.handover.report_desk import ReportDesk
from ui.leases.handover.reports_card import MOVE_IN_REPORT
from ui.leases.lease import LeasePage
from ui.leases.standing import Standing
from ui.navigation import PageId
from ui.navigation import Place as Where

IN = HandoverKind.MOVE_IN


@pytest.fixture
def signed(page: LeasePage, desk: LeaseDesk, lease: LeaseId, office: Office) -> LeaseId:
    """The lease, signed today without a scan, its moving in shown."""
    office.leases.issue(lease)
    office.leases.signed(lease, office.clock.today())
    show(page, lease)
    return lease


def show(page: LeasePage, lease: LeaseId, task: str = HANDOVER) -> None:
    page.show_place(Where(PageId.LEASE, Ref("lease", lease), task))


def part(page: LeasePage) -> HandoverPart:
    assert isinstance(page.view, Standing)
    assert isinstance(page.view.part, HandoverPart)
    return page.view.part


def test_what_is_missing_stands_first_and_is_told_in_words(
    page: LeasePage, signed: LeaseId
) -> None:
    shown = part(page)
    missing = [card.missing for card in shown.cards]
    assert missing == sorted(missing, reverse=True)
    assert "Den underskrevne avtalen er ikke lagt inn." in spoken_tree(shown)


def test_keys_are_registered_and_handed_out_in_two_dialogs(
    page: LeasePage, signed: LeaseId, office: Office, desk: LeaseDesk
) -> None:
    dialog = part(page).dialogs.register_keys(desk.dwelling)
    dialog.form.set_values({"marks": "A1–A2"})
    assert dialog.attempt()
    keys = [(key.id, key.mark) for key in office.door_keys.of_dwelling(desk.dwelling)]
    out = part(page).dialogs.hand_out(office.leases.get(signed), keys)
    out.form.set_values({f"key_{keys[1][0]}": False})
    assert out.attempt()
    assert [loan.mark for loan in office.door_keys.of_lease(signed)] == ["A1"]
    card = next(card for card in part(page).cards if card.title_words == "Nøkler")
    assert card.list is not None
    assert [row.title for row in card.list.rows] == ["A1, Inngangsdør"]


def test_no_key_ticked_is_told_at_the_foot(
    page: LeasePage, signed: LeaseId, office: Office, desk: LeaseDesk
) -> None:
    (key,) = office.door_keys.register(desk.dwelling, DoorKeyKind.DOOR, "A1")
    out = part(page).dialogs.hand_out(office.leases.get(signed), [(key, "A1")])
    out.form.set_values({f"key_{key}": False})
    assert not out.attempt()
    assert "Kryss av for minst én nøkkel." in spoken_tree(out)
    assert office.door_keys.moves(key)[-1].holder is KeyHolder.OFFICE
    out.reject()


def test_hl_73_keys_out_after_the_end_are_told_first(
    page: LeasePage, signed: LeaseId, office: Office, desk: LeaseDesk, clock: FixedClock
) -> None:
    keys = office.door_keys.register(desk.dwelling, DoorKeyKind.DOOR, "A1")
    office.door_keys.hand_out(keys, signed)
    with office.unit("lease.ended", Ref("lease", signed)) as unit:
        office.endings.end(unit, signed, clock.today() + timedelta(days=30), EndCause.AGREED)
    clock.at += timedelta(days=60)
    show(page, signed)
    words = "Leieforholdet er slutt, men nøkler er fortsatt ute."
    assert words in spoken_tree(part(page))


def test_enter_ticks_a_part_of_the_start_package(
    page: LeasePage, signed: LeaseId, office: Office
) -> None:
    card = next(card for card in part(page).cards if card.title_words == "Startpakke")
    assert card.list is not None
    card.list.select(StartPart.KEYS)
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    done = [task.part for task in office.start_packages.of(signed).tasks if task.done_on]
    assert done == [StartPart.KEYS]
    assert "1 av 10 gjort" in spoken_tree(part(page))


def test_who_and_when_is_changed(page: LeasePage, signed: LeaseId, office: Office) -> None:
    lease = office.leases.get(signed)
    dialog = part(page).dialogs.start_part(lease, StartPart.BOSTOTTE)
    dialog.form.set_values({"due_on": office.clock.today()})
    assert dialog.attempt()
    task = next(t for t in office.start_packages.of(signed).tasks if t.part is StartPart.BOSTOTTE)
    assert task.due_on == office.clock.today()


def test_the_signed_copy_is_taken_in_after_the_signing(
    page: LeasePage, signed: LeaseId, office: Office, tmp_path: Path
) -> None:
    scan = tmp_path / "skann.pdf"
    scan.write_bytes(PDF)
    dialog = part(page).dialogs.signed_copy(office.leases.get(signed))
    assert not dialog.attempt()
    assert dialog.form.field("file").verdict_words.startswith("Velg filen")
    dialog.form.set_values({"file": scan})
    assert dialog.attempt()
    assert office.signed_copies.missing() == ()


def test_hl_51_the_information_is_ticked_as_given(
    page: LeasePage, signed: LeaseId, office: Office
) -> None:
    dialog = part(page).dialogs.information_given(office.leases.get(signed))
    assert dialog.attempt()
    assert office.tenancy_information.of(signed).state is InformationState.IN_TIME


def test_a_paper_is_shown_before_it_is_made(
    page: LeasePage, signed: LeaseId, office: Office
) -> None:
    starts = office.start_packages
    dialog = part(page).dialogs.paper(
        ("Startpakke", "Lag listen", "start_package.issued"),
        lambda: starts.preview(signed),
        lambda: starts.issue(signed),
    )
    assert dialog is not None
    dialog.accept()
    kinds = {row.kind for row in office.letters.of(Ref("lease", signed))}
    assert DocumentKind.START_PACKAGE in kinds


def desk_of(page: LeasePage, lease: LeaseId) -> ReportDesk:
    show(page, lease, MOVE_IN_REPORT)
    assert isinstance(page.view, ReportDesk)
    return page.view


def test_doc_22_only_what_is_wrong_is_typed(
    page: LeasePage, signed: LeaseId, office: Office
) -> None:
    view = desk_of(page, signed)
    assert view.desk.lacking.startswith("Prøv røykvarsleren")
    view.form.set_values({"smoke_alarm": SmokeAlarm.WORKS})
    row = view.remarks.add()
    row.form.set_values({"room": (RoomKind.KITCHEN, 0), "item": ItemKind.SINK, "words": "Drypper."})
    assert view.show_letter()
    view.issue()
    report = office.handover_reports.get(signed, IN)
    assert report is not None
    assert report.issued_on == office.clock.today()
    (remark,) = report.draft.remarks
    assert remark.place == Place(RoomKind.KITCHEN, ItemKind.SINK)
    assert remark.condition is ItemCondition.DAMAGED
    assert isinstance(page.view, Standing)


def test_a_remark_without_words_is_told_in_its_row(page: LeasePage, signed: LeaseId) -> None:
    view = desk_of(page, signed)
    row = view.remarks.add()
    row.form.set_values({"room": (RoomKind.BATH, 0), "item": ItemKind.SHOWER})
    assert not view.show_letter()
    assert row.form.field("words").verdict_words.startswith("Skriv hva som er galt")


def test_what_is_half_written_is_there_again(
    page: LeasePage, signed: LeaseId, office: Office
) -> None:
    view = desk_of(page, signed)
    view.form.set_values({"power_reading": "14 210"})
    view.leave()
    assert office.handover_reports.begun(signed, IN).power_reading == "14 210"


def test_more_bedrooms_give_more_rooms_to_remark_on(page: LeasePage, signed: LeaseId) -> None:
    view = desk_of(page, signed)
    view.form.set_values({"bedrooms": 4})
    view.show_letter()
    rooms = view.remarks.add().form.field("room")
    assert isinstance(rooms, ChoiceField)
    assert "Soverom 4" in [rooms.combo.itemText(at) for at in range(rooms.combo.count())]


def test_everything_has_a_name_and_the_keyboard_begins_in_the_first_card(
    page: LeasePage, signed: LeaseId
) -> None:
    assert unnamed_focusables(page) == []
    part(page).begin()
    page.resize(900, 540)
    assert page.minimumSizeHint().width() <= 900
    desk_of(page, signed)
    assert unnamed_focusables(page) == []
