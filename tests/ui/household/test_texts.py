"""The texts of a person's own access: what is hidden is decided with the keyboard alone."""

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core import words
from app.office import Office
from app.overview.data_access.model import MentionKind, TextReview
from app.people.model import AddressProtection, PersonDraft
from tests.app.documents import reading
from tests.app.overview.household.desk import HouseholdDesk
from tests.ui.walker import focusables, rich_labels, spoken_name, spoken_tree
from ui.household import access
from ui.household.access import JOBS, LOOK, AccessDialog
from ui.household.page import HouseholdPage
from ui.household.texts import ALL, OTHERS, TextsDialog
from ui.kit.list import Row

ABOUT_CHILD = "Elif har fått astma."
ABOUT_NEIGHBOUR = "Naboen Mona Ødegård drikker tungt."
OWN = "Husleien er betalt."


@pytest.fixture
def desk(office: Office) -> HouseholdDesk:
    made = HouseholdDesk(office)
    office.people.register(PersonDraft("Mona", "Ødegård"))
    made.note(f"{OWN} {ABOUT_CHILD} Ny time 12. mars.\n{ABOUT_NEIGHBOUR}")
    made.note(f"{ABOUT_CHILD} Alt er i orden.")
    return made


@pytest.fixture
def dialog(page: HouseholdPage, desk: HouseholdDesk, office: Office, qtbot: QtBot) -> AccessDialog:
    """Open, with the texts read."""
    made = AccessDialog(office, page.navigator, office.people.get(desk.person), page)
    with qtbot.waitSignal(page.navigator.jobs.beside(JOBS).ended, timeout=20_000):
        made.open()
    return made


@pytest.fixture
def texts(dialog: AccessDialog) -> TextsDialog:
    dialog.on_button.click()
    assert dialog.texts is not None
    assert dialog.texts.isVisible()
    return dialog.texts


def state(texts: TextsDialog) -> dict[str, str]:
    return {row.title: row.chip.text for row in texts.list.rows if row.chip}


def stood_on(texts: TextsDialog) -> str:
    row: Row | None = texts.list.current
    return row.title if row else ""


def press(texts: TextsDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(texts.list, key)


def test_the_way_on_waits_until_the_texts_are_read(
    page: HouseholdPage, desk: HouseholdDesk, office: Office, qtbot: QtBot
) -> None:
    made = AccessDialog(office, page.navigator, office.people.get(desk.person), page)
    with qtbot.waitSignal(page.navigator.jobs.beside(JOBS).ended, timeout=20_000):
        made.open()
        assert not made.on_button.isEnabled()
        assert "Tekstene leses …" in spoken_tree(made)
    assert made.on_button.isEnabled()
    assert made.on_button.text() == LOOK


def test_leaving_while_the_texts_are_read_leaves_nothing_behind(
    page: HouseholdPage, desk: HouseholdDesk, office: Office, qtbot: QtBot
) -> None:
    made = AccessDialog(office, page.navigator, office.people.get(desk.person), page)
    with qtbot.waitSignal(page.navigator.jobs.beside(JOBS).ended, timeout=20_000):
        made.open()
        made.reject()
    assert made.texts is None
    assert not made.look_through()


def test_those_that_mention_others_are_suggested_hidden_with_the_reason(texts: TextsDialog) -> None:
    assert state(texts) == {
        OWN: "Tas med",
        ABOUT_CHILD: "Skjules",
        "Ny time 12. mars.": "Tas med",
        ABOUT_NEIGHBOUR: "Skjules",
        "Alt er i orden.": "Tas med",
    }
    why = {row.title: row.why for row in texts.list.rows}
    assert why[ABOUT_CHILD] == "«Elif» er navnet til en som bor eller har bodd i husstanden."
    assert why[ABOUT_NEIGHBOUR] == "«Mona Ødegård» er navnet til en annen i registeret."
    assert why[OWN] == ""
    assert texts.told.text().startswith("2\u00a0setninger er foreslått skjult. Nå skjules 2 av")


def test_all_is_decided_by_keyboard(texts: TextsDialog) -> None:
    """Arrows walk, space decides wherever the sentence stands, a key finds the next suggestion."""
    assert texts.list.hasFocus()
    assert stood_on(texts) == OWN
    press(texts, Qt.Key.Key_F7)
    assert stood_on(texts) == ABOUT_CHILD
    press(texts, Qt.Key.Key_Space)
    assert [row.action for row in texts.list.rows if row.title == ABOUT_CHILD] == ["Skjul", "Skjul"]
    press(texts, Qt.Key.Key_F7)
    assert stood_on(texts) == ABOUT_NEIGHBOUR
    press(texts, Qt.Key.Key_F7, Qt.Key.Key_F7)
    assert stood_on(texts) == ABOUT_CHILD
    press(texts, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert stood_on(texts) == OWN
    assert state(texts)[OWN] == "Skjules"
    assert texts.hidden == {"husleien er betalt", "naboen mona ødegård drikker tungt"}


def test_every_text_can_be_read_and_what_is_decided_stays(texts: TextsDialog) -> None:
    press(texts, Qt.Key.Key_Space)
    fewer = len(texts.list.rows)
    _choose(texts, ALL)
    assert len(texts.list.rows) > fewer
    assert stood_on(texts) == OWN
    assert state(texts)[OWN] == "Skjules"
    _choose(texts, OTHERS)
    assert len(texts.list.rows) == fewer


def _choose(texts: TextsDialog, which: str) -> None:
    texts.choice._group.buttons()[(OTHERS, ALL).index(which)].click()


def test_a_screen_reader_hears_the_sentence_what_is_done_with_it_and_why(
    texts: TextsDialog,
) -> None:
    assert all(spoken_name(each) for each in focusables(texts))
    assert rich_labels(texts) == []
    spoken = next(row.spoken for row in texts.list.rows if row.title == ABOUT_CHILD)
    assert spoken.startswith("Skjules. Elif har fått astma. «Elif» er navnet")
    assert spoken.endswith("Enter: Ta med")
    assert "Nå skjules 2 av" in texts.list.accessibleDescription()


def test_going_back_makes_nothing_and_keeps_what_was_decided(
    dialog: AccessDialog, texts: TextsDialog, office: Office
) -> None:
    before = office.history.latest(1)[0].id
    press(texts, Qt.Key.Key_Space)
    QTest.keyClick(texts, Qt.Key.Key_Escape)
    assert not texts.isVisible()
    assert dialog.isVisible()
    dialog.on_button.click()
    assert dialog.texts is texts
    assert state(texts)[OWN] == "Skjules"
    assert office.history.latest(1)[0].id == before


def test_it_is_shown_as_it_will_be_before_it_is_made(
    dialog: AccessDialog, texts: TextsDialog, office: Office, page: HouseholdPage, qtbot: QtBot
) -> None:
    before = office.history.latest(1)[0].id
    with qtbot.waitSignal(page.navigator.jobs.beside(JOBS).ended, timeout=20_000):
        texts.preview_button.click()
    assert dialog.shown is not None
    read = " ".join(dialog.shown.view.as_text.toPlainText().split())
    assert f"{OWN} [utelatt: gjelder en annen person] Ny time 12. mars." in read
    assert "astma" not in read
    assert all(spoken_name(each) for each in focusables(dialog.shown))
    dialog.shown.reject()
    assert texts.isVisible()
    assert office.history.latest(1)[0].id == before


def test_the_file_is_saved_without_what_was_hidden(
    dialog: AccessDialog,
    texts: TextsDialog,
    office: Office,
    page: HouseholdPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = tmp_path / "innsyn.zip"
    monkeypatch.setattr(access, "ask_where", lambda *_: there)
    with qtbot.waitSignal(page.navigator.jobs.ended, timeout=20_000):
        texts.save_button.click()
    assert not texts.isVisible()
    assert not dialog.isVisible()
    with zipfile.ZipFile(there) as made:
        machine = made.read("innsyn.json").decode()
        for said in (machine, reading.text(made.read("innsyn.pdf"))):
            assert "astma" not in said
            assert "Ødegård drikker" not in said
            assert "Alt er i orden" in " ".join(said.split())
    assert json.loads(machine)["left_out"]["sentences"] == 2
    newest = office.history.latest(1)[0]
    assert newest.verb == "data_access.given"
    assert newest.reason.startswith("2 setninger er utelatt")


def test_no_place_chosen_keeps_the_texts_open(
    texts: TextsDialog, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.history.latest(1)[0].id
    monkeypatch.setattr(access, "ask_where", lambda *_: None)
    texts.save_button.click()
    assert texts.isVisible()
    assert office.history.latest(1)[0].id == before


def test_where_nothing_mentions_others_it_is_said(page: HouseholdPage, office: Office) -> None:
    desk = HouseholdDesk(office)
    review = office.data_access.review(desk.person)
    made = TextsDialog(review, lambda _: None, lambda _: True, page)
    made.open()
    assert made.none.isVisible()
    assert "Ingen av tekstene ser ut til å nevne andre" in spoken_tree(made)
    assert not made.next_suggestion()
    _choose(made, ALL)
    assert made.list.isVisible()
    assert made.told.text().startswith("Ingen er foreslått skjult. Nå skjules ingen av")


def test_where_nothing_is_written_there_is_nothing_to_go_through(page: HouseholdPage) -> None:
    made = TextsDialog(TextReview(()), lambda _: None, lambda _: True, page)
    made.open()
    assert "Det er ingen tekster å gå gjennom" in spoken_tree(made)
    assert not made.told.isVisible()


def test_where_an_address_is_protected_the_file_is_saved_at_once(
    page: HouseholdPage, desk: HouseholdDesk, office: Office
) -> None:
    """ADR-03: no free text goes along, so there is none to decide on."""
    office.people.protect(desk.child, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    made = AccessDialog(office, page.navigator, office.people.get(desk.person), page)
    made.open()
    assert made.on_button.text() == "Lagre filen …"
    assert made.on_button.isEnabled()


def test_every_reason_has_words() -> None:
    assert all(words.has_word(kind) for kind in MentionKind)
