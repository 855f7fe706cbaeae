"""«Tidlige tegn»: seen in a list, written down by keyboard in under twenty seconds, closed."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.arrears.signals.model import (
    EarlySignalKind,
    SignalDraft,
    SignalLevel,
    SignalOutcome,
    SignalSource,
)
from app.core.ids import PersonId, Ref
from app.office import Office
from tests.app.arrears.signals.tenants import housed, owes
from tests.factories import registered_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.arrears.signals.page import SignalsPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place

TODAY = date(2026, 11, 23)
NOISE = SignalDraft(
    EarlySignalKind.NEIGHBOUR_CONTACT, TODAY - timedelta(days=3), SignalSource.NEIGHBOUR, "Bråk."
)
KEY, DECISION = 0.28, 1.35  # seconds by the keystroke model


@pytest.fixture
def went() -> list[Place]:
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, went: list[Place]) -> Iterator[SignalsPage]:
    navigator = Navigator(Jobs())
    made = SignalsPage(office, navigator)
    navigator.setParent(made)
    navigator.wanted.connect(went.append)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


def shown(page: SignalsPage) -> list[object]:
    return [cells[0] for cells in page.table.seen().values]


def test_an_empty_list_says_what_is_found_and_how_to_begin(page: SignalsPage) -> None:
    said = spoken_tree(page)
    assert "Ingen åpne tegn" in said
    assert "To tegn på 60 dager" in said
    assert unnamed_focusables(page) == []


def test_4c_each_stands_with_word_and_reason(office: Office, page: SignalsPage) -> None:
    home = housed(office)
    owes(office, home.lease, date(2026, 10, 1))
    owes(office, home.lease, date(2026, 11, 2))
    page.refresh()
    (cells,) = page.table.seen().values
    assert "Gult" in str(cells[1])
    assert "2 tegn med" in str(cells[2])
    assert "sen husleie 02.10.2026 og sen husleie 03.11.2026" in str(cells[2])
    assert "Husrom fant det i: krav og innbetalinger" in page.card.list.rows[0].why
    assert unnamed_focusables(page) == []


def test_a_sign_is_written_down_by_keyboard_in_under_twenty_seconds(
    qtbot: QtBot, office: Office, page: SignalsPage, kari: PersonId
) -> None:
    """Ctrl N is one chord; name and Enter, two lists by a letter, the verb by Ctrl Enter."""
    page.activateWindow()
    dialog = page.begin_new()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClicks(dialog.who.field.line, "kana")
    QTest.keyClick(dialog.who.field.line, Qt.Key.Key_Return)
    assert dialog.who.person == kari
    pressed = 2 + 4 + 1
    kind, source = dialog.form.field("kind").control, dialog.form.field("source").control
    for field, letters in ((kind, "st"), (source, "na")):
        QTest.keyClicks(field, letters)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        pressed += len(letters) + 1
    words = "Varsel fra nabo om strøm"
    QTest.keyClicks(dialog.form.field("words").control, words)
    assert dialog.form.values()["kind"] is EarlySignalKind.POWER_CUT
    assert dialog.form.values()["source"] is SignalSource.NEIGHBOUR
    dialog.verb_button.click()  # what Ctrl Enter presses
    pressed += len(words) + 2
    (signal,) = office.early_signals.of(kari)
    assert (signal.kind, signal.source) == (EarlySignalKind.POWER_CUT, SignalSource.NEIGHBOUR)
    assert pressed * KEY + 4 * DECISION < 20


def test_what_is_missing_stands_beside_its_field(
    office: Office, page: SignalsPage, kari: PersonId
) -> None:
    dialog = page.begin_new(kari)
    assert dialog.attempt() is False
    assert dialog.form.problem_count
    assert office.early_signals.of(kari) == ()
    dialog.reject()


def test_a_sign_is_closed_and_opened_again(
    office: Office, page: SignalsPage, kari: PersonId
) -> None:
    office.early_signals.add(kari, NOISE)
    page.refresh()
    (row,) = page.card.list.rows
    dialog = page.card.dialogs.close(office.early_signals.of(kari)[0])
    dialog.form.set_values({"outcome": SignalOutcome.SOLVED})
    assert dialog.attempt() is True
    assert row.action == "Lukk …"
    assert shown(page) == []
    again = page.card.dialogs.reopen(office.early_signals.of(kari)[0])
    assert again.attempt() is True
    assert len(shown(page)) == 1


def test_one_is_put_right_but_not_what_the_register_found(
    office: Office, page: SignalsPage, kari: PersonId
) -> None:
    office.early_signals.add(kari, NOISE)
    page.refresh()
    assert page.card.correct_button.isEnabled()
    dialog = page.card.dialogs.correct(office.early_signals.of(kari)[0])
    dialog.form.set_values({"words": "Naboen har klaget to ganger."})
    assert dialog.attempt() is True
    assert "to ganger" in page.card.list.rows[0].why
    home = housed(office, given_name="Odd", national_id="")
    owes(office, home.lease, date(2026, 11, 2))
    page.show_place(Place(PageId.SIGNALS, Ref("person", home.tenant)))
    assert not page.card.correct_button.isEnabled()


def test_the_list_is_filtered_on_how_it_stands_and_on_what_was_seen(
    office: Office, page: SignalsPage, kari: PersonId
) -> None:
    office.early_signals.add(kari, NOISE)
    page.refresh()
    page.show_place(Place(PageId.SIGNALS, task=str(SignalLevel.YELLOW)))
    assert shown(page) == []
    page.show_place(Place(PageId.SIGNALS, task="all"))
    page.kind.set_value(EarlySignalKind.NEIGHBOUR_CONTACT)
    assert len(shown(page)) == 1


def test_it_leads_to_the_person(
    office: Office, page: SignalsPage, kari: PersonId, went: list[Place]
) -> None:
    office.early_signals.add(kari, NOISE)
    page.refresh()
    page.open_person()
    assert went[-1].ref == Ref("person", kari)
