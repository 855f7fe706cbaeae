"""«Tildelingsmøte»: called, gone through by keyboard, decided case by case, closed with minutes."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationDraft
from app.core.ids import Ref
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.meetings.model import MeetingDraft
from tests.factories import registered_dwelling, registered_person
from tests.ui import walker
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.overview.meeting_page import MeetingPage


@pytest.fixture
def went() -> list[Place]:
    """Where the page asked to go."""
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, went: list[Place]) -> MeetingPage:
    """The page in a wide window, with one vacant dwelling and one who waits for an answer."""
    registered_dwelling(office)
    received = office.clock.today() - timedelta(days=4)
    draft = ApplicationDraft(applicant=registered_person(office), received_on=received)
    office.applications.register(draft)
    navigator = Navigator(Jobs())
    made = MeetingPage(office, navigator)
    navigator.setParent(made)
    navigator.wanted.connect(went.append)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def meeting(page: MeetingPage, office: Office) -> MeetingPage:
    """The same with a meeting called for today."""
    office.meetings.call(MeetingDraft(office.clock.today(), "Rådhuset", "Siri og Per"))
    page.refresh()
    return page


def titles(page: MeetingPage) -> list[str]:
    return [row.title for group in page.groups.groups for row in group.list.rows]


def test_with_no_meeting_it_says_what_one_is_and_calls_one(
    page: MeetingPage, office: Office
) -> None:
    dialog = page.call()
    dialog.verb_button.click()
    page.refresh()
    assert office.meetings.rows()[0].held_on == office.clock.today()
    assert len(titles(page)) == 2


def test_what_is_typed_on_a_case_is_kept_when_the_field_is_left(
    meeting: MeetingPage, office: Office
) -> None:
    meeting.show_place(Place(PageId.MEETING))
    first = meeting.groups.groups[0].list
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(meeting.groups.groups[1].list, Qt.Key.Key_Return)
    control = meeting.panel.form.field("decision").control
    assert isinstance(control, QPlainTextEdit)
    QTest.keyClicks(control, "Kalles inn til samtale.")
    meeting.panel.form.field("decision").leave()
    item = office.meetings.get(office.meetings.rows()[0].id).items[1]
    assert item.outcome.decision == "Kalles inn til samtale."
    meeting.refresh()
    assert "1 ikke tatt opp" in meeting.header.subtitle


def test_a_deadline_before_the_meeting_is_told_beside_its_field(
    meeting: MeetingPage, office: Office
) -> None:
    early = office.clock.today() - timedelta(days=3)
    meeting.panel.form.set_values({"decision": "Nav ringer.", "due_on": early})
    meeting.panel.save()
    assert [each.field for each in meeting.panel.form.problems] == ["due_on"]


def test_the_minutes_are_shown_then_made_and_found_again(
    meeting: MeetingPage, office: Office, went: list[Place]
) -> None:
    final = meeting.close_meeting()
    assert final is not None
    final.verb_button.click()
    assert went[-1].page is PageId.LETTERS
    kinds = [row.document.kind for row in office.letters.rows()]
    assert kinds == [DocumentKind.MEETING_MINUTES]
    meeting.refresh()
    assert titles(meeting) == ["Tildelingsmøte mandag 23. november 2026"]
    meeting.groups.groups[0].list.activated_key.emit(office.meetings.rows()[0].id)
    assert went[-1].ref is not None
    assert went[-1].ref.kind == "document"


def test_what_was_decided_before_is_found_under_the_agenda(
    meeting: MeetingPage, office: Office, went: list[Place]
) -> None:
    held = office.meetings.rows()[0].id
    office.meetings.close(held)
    office.meetings.call(MeetingDraft(office.clock.today() + timedelta(days=7)))
    meeting.refresh()
    assert titles(meeting)[-1] == "Tildelingsmøte mandag 23. november 2026"
    meeting.show_place(Place(PageId.MEETING, Ref("meeting", held)))
    current = meeting.groups.groups[-1].list.current
    assert current is not None
    assert current.key == held
    meeting.groups.groups[-1].list.activate()
    assert went[-1].ref is not None
    assert went[-1].ref.kind == "document"


def test_minutes_ask_first_who_was_there(page: MeetingPage, office: Office) -> None:
    office.meetings.call(MeetingDraft(office.clock.today()))
    page.refresh()
    assert page.close_meeting() is None
    assert office.meetings.rows()[0].closed_on is None


def test_a_case_is_opened_from_the_agenda(meeting: MeetingPage, went: list[Place]) -> None:
    meeting.panel.open_button.click()
    assert went[-1].ref is not None
    assert went[-1].ref == Ref("dwelling", went[-1].ref.id)


def test_the_agenda_is_printed_with_names_or_without(meeting: MeetingPage) -> None:
    dialog = meeting.show_agenda()
    assert dialog is not None
    assert len(dialog.views) == 2


def test_everything_has_a_name(meeting: MeetingPage) -> None:
    assert walker.unnamed_focusables(meeting) == []
    assert walker.roleless_focusables(meeting) == []
    assert walker.rich_labels(meeting) == []
    assert walker.silent_icon_buttons(meeting) == []
