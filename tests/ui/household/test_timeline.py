"""The whole card: the timeline with its filters, papers, consents, the ladder and both prints."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.leases.expiry.model import Fate, Ladder, Step, StepKind
from app.office import Office
from app.overview.household.model import Happened, Theme
from app.people.model import AddressProtection
from tests.app.overview.household.desk import NOTE, HouseholdDesk
from tests.factories import registered_person
from tests.ui.walker import focusables, rich_labels, spoken_name, spoken_tree
from ui.household import access
from ui.household.access import AccessDialog
from ui.household.lease_line import lease_line
from ui.household.page import HouseholdPage
from ui.household.story import CHANGES, FIRST
from ui.kit.document_dialog import DocumentDialog
from ui.kit.jobs import Jobs
from ui.kit.step_line import LineStep, Mark, StepLine
from ui.navigation import Navigator, PageId, Place


@pytest.fixture
def desk(office: Office) -> HouseholdDesk:
    made = HouseholdDesk(office)
    made.everything()
    return made


@pytest.fixture
def went() -> list[Place]:
    return []


@pytest.fixture
def page(office: Office, qtbot: QtBot, desk: HouseholdDesk, went: list[Place]) -> HouseholdPage:
    navigator = Navigator(Jobs())
    navigator.wanted.connect(went.append)
    made = HouseholdPage(office, navigator)
    qtbot.addWidget(made)
    made.resize(1040, 760)
    made.show()
    made.show_place(Place(PageId.HOUSEHOLD, Ref("person", desk.person)))
    return made


def titles(page: HouseholdPage) -> list[str]:
    return [row.title for row in page.card.story.list.rows]


def test_the_newest_stands_first_and_the_rest_is_one_key_away(page: HouseholdPage) -> None:
    story = page.card.story
    every = page.card.view.of(None) if page.card.view else ()
    assert len(story.list.rows) == min(FIRST, len(every))
    if len(every) > FIRST:
        story.older.click()
    assert len(story.list.rows) == len(every)
    assert [row.key for row in story.list.rows] == [each.key for each in every]


def test_a_filter_shows_one_theme_and_says_so(page: HouseholdPage) -> None:
    page.card.story.choose(Theme.TALKS)
    assert titles(page) == ["Telefon: fikk kontakt"]
    assert NOTE in page.card.story.list.rows[0].why
    assert page.card.story.filter.text() == "Samtaler"
    page.card.story.choose(None)
    assert "Telefon: fikk kontakt" in titles(page)


def test_the_filter_counts_each_theme_and_leaves_out_the_empty(page: HouseholdPage) -> None:
    words = [action.text() for action in page.card.story.filter.made().actions()]
    assert words[0].startswith("Alt (")
    assert "Samtaler (1)" in words
    assert not any(each.startswith("Brev") for each in words)
    assert words[-1] == "Endringer i registeret"


def test_what_was_changed_is_read_when_it_is_asked_for(page: HouseholdPage) -> None:
    assert not page.card.timeline.isVisible()
    page.card.story.choose(CHANGES)
    assert "Husstand opprettet" in [row.title for row in page.card.timeline.list.rows]
    assert titles(page) == []


def test_enter_goes_to_where_the_whole_of_it_stands(
    page: HouseholdPage, desk: HouseholdDesk, went: list[Place]
) -> None:
    person = Ref("person", desk.person)
    places = {
        Happened.CONTACT: Place(PageId.PERSON_FOLLOWUP, person),
        Happened.LEASE_BEGAN: Place(PageId.LEASE, Ref("lease", desk.lease)),
        Happened.RENT_MISSED: Place(PageId.TENANCY_ARREARS, Ref("lease", desk.lease)),
        Happened.LEVEL: Place(PageId.PERSON_FOLLOWUP, person),
    }
    page.card.story.older.click()
    for what, place in places.items():
        key = next(row.key for row in page.card.story.list.rows if _kind(row.key) is what)
        page.card.story.list.select(key)
        page.card.story.list.activate()
        assert went[-1] == place, what


def _kind(key: object) -> Happened:
    assert isinstance(key, tuple)
    return Happened(key[0])


def test_what_is_at_stake_stands_in_the_header_and_first(page: HouseholdPage) -> None:
    said = spoken_tree(page.card)
    assert "Kan miste boligen" in said
    assert "Snakke med helsetjenesten" in said
    assert "Ubetalt husleie" in said


def test_the_card_is_whole_for_keyboard_and_screen_reader(page: HouseholdPage) -> None:
    assert all(spoken_name(each) for each in focusables(page.card))
    assert rich_labels(page.card) == []


def test_nothing_on_it_tells_where_when_it_may_not(
    page: HouseholdPage, desk: HouseholdDesk, office: Office
) -> None:
    """ADR-03, ADR-05, ADR-07."""
    office.people.protect(desk.child, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    page.reload()
    page.card.story.older.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said = spoken_tree(page.card) + " ".join(
        f"{row.title} {row.why}" for row in page.card.story.list.rows
    )
    for place in ("Testbakken", "Ødegårdsvegen", "Prøvegata"):
        assert place not in said, place


def test_the_account_opens_to_be_read_and_printed(page: HouseholdPage) -> None:
    assert page.card.person is not None
    dialog = page.show_account(page.card.person)
    assert isinstance(dialog, DocumentDialog)
    assert dialog.views[0] is not None
    dialog.reject()


def test_access_is_saved_where_the_officer_chooses_and_noted(
    page: HouseholdPage,
    desk: HouseholdDesk,
    office: Office,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = tmp_path / "innsyn.zip"
    monkeypatch.setattr(access, "ask_where", lambda *_: there)
    dialog = AccessDialog(office, page.navigator, office.people.get(desk.person), page)
    with qtbot.waitSignal(page.navigator.jobs.ended, timeout=20_000):
        assert dialog.save()
    with zipfile.ZipFile(there) as made:
        assert {"innsyn.pdf", "innsyn.json"} <= set(made.namelist())
    assert office.history.latest(1)[0].verb == "data_access.given"


def test_leaving_the_file_dialog_gives_nothing(
    page: HouseholdPage, desk: HouseholdDesk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "ask_where", lambda *_: None)
    before = office.history.latest(1)[0].id
    dialog = AccessDialog(office, page.navigator, office.people.get(desk.person), page)
    assert not dialog.save()
    assert office.history.latest(1)[0].id == before


def test_one_with_nothing_has_an_empty_timeline_that_says_so(
    page: HouseholdPage, office: Office
) -> None:
    person = registered_person(office, national_id=None, given_name="Ola")
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", person)))
    assert page.card.story.none.text() == "Ingenting er ført inn ennå."
    assert "Ingen brev eller papirer ennå." in spoken_tree(page.card)


END = date(2027, 8, 31)
STEPS = (
    Step(StepKind.BEGINS, date(2024, 9, 1), done=True),
    Step(StepKind.DECIDE, date(2026, 8, 31), done=True),
    Step(StepKind.DECIDE, date(2027, 2, 28)),
    Step(StepKind.TELL, date(2027, 5, 31)),
    Step(StepKind.TELL, date(2027, 7, 31)),
    Step(StepKind.LAST_DAY, END),
    Step(StepKind.LAST_SAFE_DAY, date(2027, 11, 30)),
)


@pytest.mark.parametrize(
    ("today", "marked"),
    [
        (date(2027, 1, 27), (Mark.NEXT, "−6 md.")),
        (date(2027, 1, 28), (Mark.CURRENT, "−6 md.")),
        (date(2027, 2, 27), (Mark.CURRENT, "−6 md.")),
        (date(2027, 2, 28), (Mark.CURRENT, "−6 md.")),
        (date(2027, 3, 1), (Mark.NEXT, "−3 md.")),
        (date(2027, 8, 31), (Mark.CURRENT, "Utløp")),
        (date(2027, 9, 1), (Mark.URGENT, "Trygg dag")),
        (date(2027, 11, 30), (Mark.URGENT, "Trygg dag")),
    ],
)
def test_the_ladder_stands_on_the_next_step(
    qtbot: QtBot, today: date, marked: tuple[Mark, str]
) -> None:
    """AL-03, AL-04: far, near, on the day and after it; red only where the law counts."""
    line = lease_line(Ladder(STEPS, None, Fate.WILL_TURN), END, today)
    qtbot.addWidget(line)
    line.resize(900, 58)
    assert [(each.mark, each.name) for each in line.seen if each.mark.ahead] == [marked]
    assert "Siste trygge dag for å be om flytting 30.11.2027" in line.accessibleDescription()


def test_the_last_days_are_seen_however_narrow(qtbot: QtBot) -> None:
    line = lease_line(Ladder(STEPS, None, Fate.WILL_TURN), END, date(2026, 11, 23))
    qtbot.addWidget(line)
    line.resize(340, 58)
    assert [each.name for each in line.seen] == ["−6 md.", "−3 md.", "Utløp", "Trygg dag"]
    line.show()
    assert not line.grab().isNull()


def test_a_line_without_a_next_step_is_drawn(qtbot: QtBot) -> None:
    done = LineStep("Start", "01.09.2024", Mark.DONE, "Start 01.09.2024")
    line = StepLine("Leietiden", [done, LineStep("Utløp", "31.08.2025", Mark.PASSED, "Utløp")])
    qtbot.addWidget(line)
    line.show()
    assert not line.grab().isNull()
    assert line.seen[0] == done
