"""The calendar: week and month by the keyboard, paper and file without names unless asked."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.alerts.agenda.model import AgendaSpan
from app.applications.model import ApplicationDraft
from app.office import Office
from tests.app.documents import reading
from tests.factories import registered_person
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.today.calendar import page as calendar_page
from ui.today.calendar.page import CalendarPage

DUE = date(2026, 11, 30)


@pytest.fixture
def went() -> list[Place]:
    """Where the page asked to go."""
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, went: list[Place]) -> CalendarPage:
    """The page with one application to answer, due the Monday after."""
    person = registered_person(office, given_name="Even", family_name="Prøvland")
    office.applications.register(
        ApplicationDraft(applicant=person, received_on=date(2026, 10, 30), bedrooms=1)
    )
    navigator = Navigator(Jobs())
    navigator.wanted.connect(went.append)
    made = CalendarPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def titles(page: CalendarPage) -> list[str]:
    """The days that are shown."""
    return [group.title.text() for group in page.groups.groups]


def test_a_week_shows_its_days_and_the_next_leaf_what_is_due(
    page: CalendarPage, went: list[Place]
) -> None:
    page.show_place(Place(PageId.CALENDAR, task="week"))
    assert page.header.subtitle.startswith("Uke 48, 23. november 2026")
    page.turn(1)
    assert "Mandag 30. november 2026" in titles(page)
    key = next(key for key, each in page._alerts.items() if each.due == DUE)
    page.groups.activated_key.emit(key)
    assert went[-1].page is PageId.APPLICATION


def test_the_arrows_walk_the_month_and_enter_goes_to_the_rows(page: CalendarPage) -> None:
    page.show_place(Place(PageId.CALENDAR, task="month"))
    assert not page.month.isHidden()
    QTest.keyClick(page.month, Qt.Key.Key_Down)
    assert page.day == DUE
    assert page.month.spoken == "mandag 30. november 2026: 1\u00a0frist"
    QTest.keyClick(page.month, Qt.Key.Key_Return)
    assert page.groups.groups[0].list.current is not None
    QTest.keyClick(page.month, Qt.Key.Key_Right)
    assert page.day == date(2026, 12, 1)
    assert page.header.subtitle.startswith("Desember 2026")


def test_the_day_is_i_dag(page: CalendarPage, went: list[Place]) -> None:
    page.choice.chosen.emit(AgendaSpan.DAY)
    assert went == [Place(PageId.TODAY)]
    assert page.choice.value is AgendaSpan.WEEK


def test_paper_names_nobody_unless_asked(page: CalendarPage, office: Office) -> None:
    page.turn(1)
    for named in (False, True):
        made = office.agenda.paper(page.span, page.day, page.lines(page.span, named), named=named)
        told = reading.text(office.letters.preview(made))
        assert ("Prøvland" in told) is named
        assert "30. november 2026" in told
        assert "AL-07" in told
    dialog = page.show_paper(named=False)
    dialog.release()
    dialog.reject()


def test_the_file_names_nobody_unless_asked(
    page: CalendarPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.turn(1)
    path = tmp_path / "husrom.ics"
    monkeypatch.setattr(calendar_page, "ask_where", lambda *_: path)
    for named in (False, True):
        dialog = page.ask_file()
        dialog.form.set_values({"named": named})
        assert dialog.attempt()
        told = path.read_text("utf-8")
        assert ("Prøvland" in told) is named
        assert "DTSTART;VALUE=DATE:20261130" in told


def test_everything_has_a_name(page: CalendarPage) -> None:
    assert unnamed_focusables(page) == []
