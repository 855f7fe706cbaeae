"""«Månedens runde»: rung by keyboard, met about, decided, and closed with minutes."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.arrears.model import Tenancy
from app.arrears.rounds.model import CallResult, Decided, MeetingDraft
from app.core.ids import Ref
from app.followup.contact_notes.model import ContactOutcome
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.arrears.signals.tenants import housed, owes, with_child
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.arrears.round.page import CALLS, MEETING, ArrearsRoundPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place

TODAY = date(2026, 11, 23)
DRAFT = MeetingDraft(TODAY, "Rådhuset", "Siri Testmo og Nav")


@pytest.fixture
def went() -> list[Place]:
    return []


@pytest.fixture
def homes(office: Office) -> tuple[Tenancy, Tenancy]:
    """Two who owe, one with a child."""
    first, second = (housed(office, given_name=name, national_id="") for name in ("Anne", "Berit"))
    with_child(office, first.tenant)
    for home in (first, second):
        owes(office, home.lease, date(2026, 11, 2))
    return first, second


@pytest.fixture
def page(qtbot: QtBot, office: Office, went: list[Place]) -> Iterator[ArrearsRoundPage]:
    navigator = Navigator(Jobs())
    made = ArrearsRoundPage(office, navigator)
    navigator.setParent(made)
    navigator.wanted.connect(went.append)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


def keys(page: ArrearsRoundPage) -> list[object]:
    return [row.key for row in page.calls.list.rows]


def test_with_nobody_to_ring_it_says_so(page: ArrearsRoundPage) -> None:
    assert "Ingen å ringe nå" in spoken_tree(page)
    assert unnamed_focusables(page) == []
    page.turn(MEETING)
    assert "Ingen møter ennå" in spoken_tree(page)
    assert unnamed_focusables(page) == []


def test_a_call_is_typed_by_keys_and_the_next_is_stood_on(
    office: Office, homes: tuple[Tenancy, Tenancy], page: ArrearsRoundPage
) -> None:
    page.refresh()
    first, second = homes
    assert keys(page) == [first.lease, second.lease]
    assert "1\u00a0barn, 5 år" in page.calls.list.rows[0].why
    panel = page.calls.panel
    QTest.keyClicks(panel.words.control, "Betaler fredag.")
    QTest.keyClick(panel.words.control, Qt.Key.Key_Return)
    (note,) = office.contact_notes.of(first.tenant)
    assert note.now.outcome is ContactOutcome.REACHED
    assert keys(page) == [second.lease]
    assert panel.call is not None
    assert panel.call.lease == second.lease
    assert panel.words.value() is None


def test_a_digit_says_that_nobody_answered(
    office: Office, homes: tuple[Tenancy, Tenancy], page: ArrearsRoundPage
) -> None:
    page.refresh()
    panel = page.calls.panel
    page.calls.list.activate()
    QTest.keyClick(panel.result.segments.findChildren(type(panel.save_button))[0], Qt.Key.Key_4)
    assert panel.result.value() is CallResult.NOT_REACHED
    panel.save()
    (note,) = office.contact_notes.of(homes[0].tenant)
    assert note.now.outcome is ContactOutcome.NOT_REACHED
    assert homes[0].lease in keys(page)


def test_what_is_missing_stands_beside_its_field(
    office: Office, homes: tuple[Tenancy, Tenancy], page: ArrearsRoundPage
) -> None:
    page.refresh()
    page.calls.panel.save()
    assert page.calls.panel.form.problem_count
    assert office.contact_notes.of(homes[0].tenant) == ()


def test_the_call_list_is_printed(homes: tuple[Tenancy, Tenancy], page: ArrearsRoundPage) -> None:
    page.refresh()
    dialog = page.print_sheet()
    assert dialog is not None
    dialog.close()


def test_a_meeting_is_called_decided_and_closed(
    office: Office, homes: tuple[Tenancy, Tenancy], page: ArrearsRoundPage, went: list[Place]
) -> None:
    page.refresh()
    dialog = page.call_meeting()
    assert dialog.attempt() is True
    dialog.accept()
    meeting = page.meeting.meeting
    assert meeting is not None
    assert [case.lease for case in meeting.cases] == [home.lease for home in homes]
    panel = page.meeting.panel
    panel.form.set_values(
        {"decision": "Ring Nav", "responsible": "Siri", "due_on": date(2026, 12, 1)}
    )
    panel.save()
    agreed = office.arrears_rounds.agreed(homes[0].lease)
    assert agreed is not None
    assert agreed.decided == Decided("Ring Nav", "Siri", date(2026, 12, 1))
    assert page.close_meeting() is None  # nobody has said who was there
    office.arrears_meetings.correct(meeting.id, DRAFT)
    final = page.close_meeting()
    assert final is not None
    final.accept()
    assert office.arrears_meetings.open() is None
    assert went[-1].page is PageId.LETTERS
    page.meeting.groups.activated_key.emit(f"meeting/{meeting.id}")
    (minutes,) = office.letters.of(Ref("arrears_meeting", meeting.id))
    assert minutes.kind is DocumentKind.ARREARS_MEETING_MINUTES
    assert went[-1].ref == Ref("document", minutes.id)


def test_one_is_taken_off_and_put_on_again(
    office: Office, homes: tuple[Tenancy, Tenancy], page: ArrearsRoundPage
) -> None:
    meeting = office.arrears_meetings.call(DRAFT)
    page.refresh()
    page.show_place(Place(PageId.ARREARS_ROUND, task=MEETING))
    page.meeting.panel.remove()
    known = office.arrears_meetings.get(meeting)
    assert [case.lease for case in known.cases] == [homes[1].lease]
    dialog = page.add_case()
    assert dialog is not None
    dialog.form.set_values({"lease": str(homes[0].lease)})
    assert dialog.attempt() is True
    assert len(office.arrears_meetings.get(meeting).cases) == 2
    assert unnamed_focusables(page) == []


def test_both_sheets_are_shown_and_the_meeting_can_be_called_off(
    office: Office, homes: tuple[Tenancy, Tenancy], page: ArrearsRoundPage
) -> None:
    office.arrears_meetings.call(DRAFT)
    page.refresh()
    page.turn(MEETING)
    sheets = page.print_sheet()
    assert sheets is not None
    sheets.close()
    asked = page.change()
    assert asked is not None
    asked.reject()
    page.show_place(Place(PageId.ARREARS_ROUND, Ref("lease", homes[1].lease), CALLS))
    assert page.calls.panel.call is not None
    assert page.calls.panel.call.lease == homes[1].lease
