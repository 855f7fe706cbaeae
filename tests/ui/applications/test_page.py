"""«Søknader»: counts, filters, and those who must have an answer first."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from app.applications.model import ApplicationState, TargetGroup
from app.core.cases import CaseKind
from app.core.ids import Ref
from app.office import Office
from app.people.model import AddressProtection
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.applications.application_page import ApplicationPage
from ui.applications.columns import remains
from ui.applications.page import ApplicationsPage, waiting_for_answer
from ui.kit import palette
from ui.kit.buttons import Button
from ui.kit.palette import Scheme
from ui.navigation import Navigator, PageId, Place


@pytest.fixture
def lists(office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot) -> ApplicationsPage:
    """Three who wait: one late, one new, one with a dwelling granted."""
    for serial, (received, state) in enumerate(
        (
            (date(2026, 11, 20), ApplicationState.RECEIVED),
            (date(2026, 10, 20), ApplicationState.RECEIVED),
            (date(2026, 9, 1), ApplicationState.GRANTED_WAITING),
        )
    ):
        person = a_person(
            given_name=("Jon", "Roar", "Siv")[serial],
            family_name="Testdal",
            national_id=a_number(date(1980, 1, 2), serial),
        )
        group = (None, TargetGroup.YOUNG, TargetGroup.SUBSTANCE_USE)[serial]
        office.applications.register(
            a_new_application(applicant=person, received_on=received, state=state, group=group)
        )
    made = ApplicationsPage(office, navigator)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1240, 700)
    made.show()
    made.refresh()
    return made


def _names(page: ApplicationsPage) -> list[str]:
    return [row[0] for row in page._table.seen().texts]


def test_those_who_are_late_stand_first_with_how_late(lists: ApplicationsPage) -> None:
    rows = lists._table.seen()
    assert _names(lists) == ["Roar Testdal", "Jon Testdal", "Siv Testdal"]
    left = [dict(zip(rows.titles, row, strict=True))["Frist"] for row in rows.texts]
    assert [words.replace("\u00a0", " ") for words in left] == ["20 dager over", "Om 11 dager", "–"]


def test_the_subtitle_sizes_the_page(lists: ApplicationsPage, office: Office) -> None:
    assert "1 må ha svar nå · 2 venter på svar · 1 venter på bolig" in seen(lists)
    assert waiting_for_answer(office) == 2


def test_filters_by_state_and_group(lists: ApplicationsPage) -> None:
    lists._group.set_value(TargetGroup.YOUNG)
    assert _names(lists) == ["Roar Testdal"]
    lists._group.set_value(None)
    lists._state.set_value(ApplicationState.GRANTED_WAITING)
    assert _names(lists) == ["Siv Testdal"]
    lists.filters.clear()
    assert len(_names(lists)) == 3


def test_what_is_over_is_read_only_when_asked_for(lists: ApplicationsPage, office: Office) -> None:
    row = next(row for row in office.applications.rows() if row.name == "Jon Testdal")
    today = office.clock.today()
    office.applications.take(row.id, ApplicationState.WITHDRAWN, today, "ringte selv")
    assert _names(lists) == ["Roar Testdal", "Siv Testdal"]
    lists.show_place(Place(PageId.APPLICATIONS, task="closed"))
    assert _names(lists) == ["Jon Testdal"]


def test_enter_opens_and_ctrl_n_begins(lists: ApplicationsPage, heard: Heard, qtbot: QtBot) -> None:
    lists.activateWindow()
    lists._table.view.setFocus()
    first = lists._table.model.record(0).row.id
    lists._table.select(first)
    QTest.keyClick(lists._table.view, Qt.Key.Key_Return)
    assert heard.places[-1] == Place(PageId.APPLICATION, Ref("application", first))
    QTest.keyClick(lists._table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: heard.places[-1] == Place(PageId.APPLICATION, task="new"))


def test_an_empty_register_says_the_next_step(
    office: Office, navigator: Navigator, qtbot: QtBot
) -> None:
    page = ApplicationsPage(office, navigator)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert "Ingen søknader venter" in seen(page)
    assert "Registrer den første med Ctrl N" in seen(page)


def _fits(dressed: QApplication, page: QWidget) -> None:
    page.resize(900, 540)
    dressed.processEvents()
    hint = page.minimumSizeHint()
    assert hint.width() <= 900
    assert hint.height() <= 540
    assert walker.unnamed_focusables(page) == []
    assert walker.roleless_focusables(page) == []
    assert walker.silent_icon_buttons(page) == []
    assert walker.rich_labels(page) == []


@pytest.mark.parametrize("scheme", list(Scheme))
def test_both_pages_fit_a_small_window_and_speak(
    dressed: QApplication, lists: ApplicationsPage, page: ApplicationPage, scheme: Scheme
) -> None:
    palette.apply(dressed, scheme)
    _fits(dressed, lists)
    first = lists._table.model.record(0).row.id
    for place in (
        Place(PageId.APPLICATION, task="new"),
        Place(PageId.APPLICATION, Ref("application", first)),
        Place(PageId.APPLICATION, Ref("application", first), "reply"),
    ):
        page.show_place(place)
        if place.task == "new":
            page.new.form.members.add()
        _fits(dressed, page)


def test_what_is_seen_is_exported(
    lists: ApplicationsPage, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "søknader.xlsx"
    monkeypatch.setattr("ui.navigation.ask_where", lambda *_: path)
    lists.show_place(Place(PageId.APPLICATIONS, task="undecided"))
    button = next(b for b in lists.findChildren(Button) if b.text() == "Eksporter")
    assert button.shortcut().toString() == "Ctrl+E"
    button.click()
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Søknader").to_python()
    assert [row[0] for row in rows] == ["Søker", "Roar Testdal", "Jon Testdal"]
    assert heard.told == ["Listen er lagret"]


def test_an_export_tells_no_address(
    office: Office,
    navigator: Navigator,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = a_person(protection=AddressProtection.CONFIDENTIAL, protection_source="Fr")
    office.applications.register(a_new_application(applicant=person, present_housing=""))
    page = ApplicationsPage(office, navigator)
    qtbot.addWidget(page)
    page.refresh()
    for column in page._table.model.columns:
        page._table._layout.set_shown(column.key, shown=True)
    path = tmp_path / "alt.xlsx"
    monkeypatch.setattr("ui.navigation.ask_where", lambda *_: path)
    page._export()
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Søknader").to_python()
    assert len(rows) == 2
    assert "Testbakken" not in str(rows)


def test_help_cases_and_dwelling_cases_are_told_apart(
    lists: ApplicationsPage, office: Office
) -> None:
    asked = office.applications.register(a_new_application())
    office.applications.open_case(asked, CaseKind.HOUSING_HELP)
    lists.reload()
    assert {row[1] for row in lists._table.seen().texts} == {"Bolig", "Hjelp"}
    lists._case.set_value(CaseKind.HOUSING_HELP)
    assert [row[1] for row in lists._table.seen().texts] == ["Hjelp"]


def test_the_ready_lists_count_what_waits_and_what_is_due_by_sunday(
    lists: ApplicationsPage,
) -> None:
    counts = {each.key: each.count for each in lists.saved_filters()}
    assert counts == {"due_week": 1, "undecided": 2}
    lists.arrive(Place(PageId.APPLICATIONS, task="due_week"))
    assert _names(lists) == ["Roar Testdal"]
    assert lists.sidebar_filter() == "due_week"


@pytest.mark.parametrize(("weekday", "due"), [(-1, True), (0, True), (1, False)])
def test_due_this_week_is_to_sunday(lists: ApplicationsPage, weekday: int, due: bool) -> None:
    listed = next(each for each in lists._listed if each.clock is not None)
    assert listed.clock is not None
    sunday = date(2026, 11, 22)
    clock = replace(listed.clock, local_day=sunday + timedelta(days=weekday))
    assert remains(replace(listed, clock=clock, today=date(2026, 11, 18)), "due_week") is due
