"""A request taken in by keyboard alone, also an oral one, in well under a minute."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.applications.model import Channel
from app.debt.model import DebtTopic, RequestState, Screened
from app.office import Office
from app.people.consents.model import ConsentScope
from app.people.model import AddressProtection
from tests.app.debt.desk import asked
from tests.factories import a_person, registered_person
from tests.ui.applications.desk import seen
from tests.ui.walker import unnamed_focusables
from ui.debt.intake.dialog import RequestDialog
from ui.navigation import Navigator, PageId, Place

SECONDS_A_KEY, SECONDS_A_DECISION = 0.28, 1.35
LIMIT = 60


class Typist:
    """Presses keys in the dialog and counts them; a decision for each field that is gone to."""

    def __init__(self, dialog: RequestDialog) -> None:
        self.dialog = dialog
        self.count = 0
        self.decisions = 0

    def type(self, words: str) -> None:
        QTest.keyClicks(self._at(), words)
        self.count += len(words)
        QApplication.processEvents()

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        modifier = Qt.KeyboardModifier
        with_ctrl = modifier.ControlModifier if ctrl else modifier.NoModifier
        QTest.keyClick(self._at(), key, with_ctrl)
        self.count += 2 if ctrl else 1
        QApplication.processEvents()

    def to(self, name: str) -> None:
        """Tab on to a field, which is one decision."""
        self.decisions += 1
        wanted = self.dialog.form.field(name)
        for _ in range(30):
            if wanted.isAncestorOf(self._at()):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab")

    def write(self, name: str, words: str) -> None:
        """Go to a field and type; in a list the first letters choose, in segments a digit."""
        self.to(name)
        self.type(words)

    def tick(self, name: str, *downs: int) -> None:
        """Go to ticks, and down so many before each that is ticked."""
        self.to(name)
        for steps in downs:
            self.decisions += 1
            for _ in range(steps):
                self.press(Qt.Key.Key_Down)
            self.press(Qt.Key.Key_Space)

    @property
    def seconds(self) -> float:
        """By the keystroke-level model."""
        return self.count * SECONDS_A_KEY + self.decisions * SECONDS_A_DECISION

    def _at(self) -> QWidget:
        return self.dialog.focusWidget() or self.dialog


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, navigator: Navigator) -> Iterator[RequestDialog]:
    made = RequestDialog(office, navigator)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()


def test_an_oral_request_with_every_question_takes_less_than_a_minute(
    dialog: RequestDialog, office: Office, went: list[Place], told: list[str]
) -> None:
    """GJ-01, GJ-02."""
    person = registered_person(office)
    family = office.people.get(person).family_name
    keys = Typist(dialog)
    keys.decisions += 1  # to begin
    keys.count += 2  # Ctrl+N
    keys.type(family[:5].lower())
    keys.press(Qt.Key.Key_Return)
    assert dialog.who.person == person
    keys.write("channel", "ved")
    keys.tick("topics", 0, 4)
    keys.write("words", "Ringte. To lån, purring på strøm.")
    keys.write("home", "2")
    keys.write("power", "3")
    keys.write("food", "2")
    keys.write("power_on", "041226")
    keys.write("children", "2")
    keys.tick("consents", 0, 1)
    keys.press(Qt.Key.Key_Return, ctrl=True)
    assert told, dialog.form.summary
    (case,) = office.debt_cases.rows()
    assert (case.person, case.channel) == (person, Channel.IN_PERSON)
    assert case.topics == {DebtTopic.RENT, DebtTopic.CONSUMER_DEBT}
    assert case.received_on == office.clock.today()
    assert case.state is RequestState.SCREENED
    assert case.screen is not None
    assert (case.screen.home, case.screen.power) == (Screened.NO, Screened.YES)
    assert case.screen.power_on == date(2026, 12, 4)
    assert office.consents.holding(person, ConsentScope.SHARE_CREDITORS) is not None
    assert office.consents.holding(person, ConsentScope.FETCH_INCOME) is None
    assert went[-1].page is PageId.DEBT_CASE
    assert keys.seconds < LIMIT, f"{keys.seconds:.0f} s, {keys.count} keys"


def test_somebody_unknown_is_registered_with_the_request(
    dialog: RequestDialog, office: Office
) -> None:
    keys = Typist(dialog)
    keys.type("nils ukjentsen")  # as one searches
    keys.press(Qt.Key.Key_Return)
    assert dialog.form.field("given_name").value() == "Nils"
    keys.write("channel", "tel")
    keys.tick("topics", 2)
    keys.write("speaker_name", "Eli Hjelpersen")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    (case,) = office.debt_cases.rows()
    assert (case.name, case.state) == ("Nils Ukjentsen", RequestState.RECEIVED)
    (speaker,) = office.intake.representatives(case.person)
    assert speaker.name == "Eli Hjelpersen"


def test_what_is_missing_is_told_beside_its_field(dialog: RequestDialog) -> None:
    assert dialog.attempt() is False
    wrong = {name for name in dialog.form.names if dialog.form.field(name).verdict is not None}
    assert {"person", "channel", "topics"} <= wrong


def test_an_open_case_is_told_and_a_second_one_asked_about(
    dialog: RequestDialog, office: Office
) -> None:
    person = registered_person(office)
    asked(office, person)
    dialog.who.choose(person)
    assert "Åpen rådgivningssak G-2026-1" in dialog.known.text()
    topics = frozenset({DebtTopic.POWER})
    dialog.form.set_values({"channel": Channel.PHONE, "topics": topics})
    assert dialog.attempt() is False
    assert not dialog.form.field("again").isHidden()
    dialog.form.set_values({"again": True})
    assert dialog.attempt() is True
    assert len(office.debt_cases.open_of_person(person)) == 2


def test_the_day_is_asked_for_only_where_something_may_be_lost(dialog: RequestDialog) -> None:
    assert dialog.form.field("home_on").isHidden()
    dialog.form.field("home").set_value(Screened.YES)
    dialog.form.changed.emit("home")
    assert not dialog.form.field("home_on").isHidden()


def test_a_day_typed_before_the_answer_was_changed_is_not_kept(
    dialog: RequestDialog, office: Office
) -> None:
    dialog.form.set_values({"home": Screened.YES, "home_on": date(2026, 12, 1)})
    dialog.form.set_values({"home": Screened.NO})
    screen = dialog.draft().screen
    assert screen is not None
    assert screen.home_on is None


def test_the_register_tells_of_children(dialog: RequestDialog, office: Office) -> None:
    person = office.people.register(a_person(family_name="Alenesen", national_id="", address=None))
    dialog.who.choose(person)
    assert dialog.known.isHidden()


def test_everything_in_the_dialog_has_a_name(dialog: RequestDialog) -> None:
    assert unnamed_focusables(dialog) == []


def test_where_one_is_kept_secret_the_words_are_warned_about(
    dialog: RequestDialog, office: Office
) -> None:
    """ADR-02."""
    level = AddressProtection.STRICTLY_CONFIDENTIAL
    person = office.people.register(a_person(protection=level, address=None))
    dialog.who.choose(person)
    assert "aldri hvor personen bor" in seen(dialog)
