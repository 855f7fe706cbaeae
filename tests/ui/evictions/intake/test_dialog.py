"""A message taken in by keyboard alone, in well under a minute."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.money import kroner
from app.evictions.model import (
    EnforcementGround,
    EvictionStage,
    LossKind,
    MessageSender,
)
from app.office import Office
from tests.app.evictions.desk import a_message, open_case
from tests.app.evictions.test_service import let
from tests.factories import a_person, registered_person
from ui.evictions.intake.dialog import MessageDialog
from ui.navigation import Navigator, PageId, Place

SECONDS_A_KEY, SECONDS_A_DECISION = 0.28, 1.35
LIMIT = 60


class Typist:
    """Presses keys in the dialog and counts them; a decision for each field that is gone to."""

    def __init__(self, dialog: MessageDialog) -> None:
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
            at = self._at()
            if wanted.isAncestorOf(at):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab")

    def write(self, name: str, words: str) -> None:
        """Go to a field and type; in a list the first letters choose."""
        self.to(name)
        self.type(words)

    @property
    def seconds(self) -> float:
        """By the keystroke-level model."""
        return self.count * SECONDS_A_KEY + self.decisions * SECONDS_A_DECISION

    def _at(self) -> QWidget:
        return self.dialog.focusWidget() or self.dialog


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, navigator: Navigator) -> Iterator[MessageDialog]:
    made = MessageDialog(office, navigator)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()


def test_a_namsfogds_notice_is_typed_in_well_under_a_minute(
    office: Office, qtbot: QtBot, navigator: Navigator, went: list[Place], told: list[str]
) -> None:
    desk, lease = let(office)
    dialog = MessageDialog(office, navigator)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.show()
    keys = Typist(dialog)
    keys.decisions += 1  # to begin
    keys.count += 2  # Ctrl+N
    keys.type("kanari")
    keys.press(Qt.Key.Key_Return)
    assert dialog.who.person == desk.person
    keys.write("reference", "26-104882")
    keys.write("ground", "a")
    keys.write("rent", "25350")
    keys.write("costs", "1870")
    keys.write("interest", "434")
    keys.write("served_on", "181126")
    keys.write("eviction_on", "181226")
    keys.write("eviction_at", "10.00")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    assert told, dialog.form.summary
    (case,) = office.eviction_cases.rows()
    assert (case.sender, case.reference) == (MessageSender.NAMSFOGD, "26-104882")
    assert case.ground is EnforcementGround.UNPAID_RENT
    assert (case.sums.rent, case.sums.total) == (kroner(25_350), kroner(27_654))
    assert case.lease == lease
    assert case.received_on == office.clock.today()
    assert case.comment_until == date(2026, 12, 2)
    assert (case.eviction_on, case.eviction_at) == (date(2026, 12, 18), "10.00")
    assert case.stage is EvictionStage.DATE_SET
    assert went[-1].page is PageId.EVICTION
    assert keys.seconds < 0.75 * LIMIT, f"{keys.seconds:.0f} s, {keys.count} keys"


def test_somebody_unknown_is_registered_with_the_case(
    dialog: MessageDialog, office: Office
) -> None:
    keys = Typist(dialog)
    keys.type("Nils Ukjentsen")
    keys.press(Qt.Key.Key_Return)
    assert dialog.form.field("given_name").value() == "Nils"
    keys.write("home", "Testgata 3")
    keys.write("landlord", "Modell Utleie")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    (case,) = office.eviction_cases.rows()
    assert (case.name, case.home, case.landlord) == (
        "Nils Ukjentsen",
        "Testgata 3",
        "Modell Utleie",
    )


def test_the_tenant_is_found_by_the_address(dialog: MessageDialog, office: Office) -> None:
    desk, lease = let(office)
    Typist(dialog).type("ødegårdsv")
    Typist(dialog).press(Qt.Key.Key_Return)
    assert dialog.who.person == desk.person
    assert dialog.draft().lease == lease


def test_a_child_of_the_same_name_stands_last(dialog: MessageDialog, office: Office) -> None:
    desk, _lease = let(office)
    family = office.people.get(desk.person).family_name
    child, grown = (
        office.people.register(
            a_person(given_name="Aase", family_name=family, national_id="", birth_date=born)
        )
        for born in (date(2018, 3, 1), date(1980, 3, 1))
    )
    Typist(dialog).type(family)
    assert [row.key for row in dialog.who.hits.rows][:3] == [desk.person, grown, child]


def test_tab_never_chooses_among_several(dialog: MessageDialog, office: Office) -> None:
    for name in ("Testmo", "Testvik"):
        office.people.register(
            a_person(given_name="Ola", family_name=name, national_id="", address=None)
        )
    keys = Typist(dialog)
    keys.type("Ola")
    keys.press(Qt.Key.Key_Tab)
    assert dialog.who.person is None


def test_an_open_case_is_asked_for_and_may_be_joined(dialog: MessageDialog, office: Office) -> None:
    person = registered_person(office)
    case = open_case(office, person)
    dialog.who.choose(person)
    assert not dialog.form.field("joins").isHidden()
    assert dialog.attempt() is False
    assert dialog.form.field("joins").verdict is not None
    dialog.form.set_values({"joins": case, "received_on": date(2026, 11, 20)})
    assert dialog.attempt() is True
    assert len(office.eviction_cases.messages(case)) == 2


def test_the_same_message_is_taken_in_twice_only_when_meant(
    dialog: MessageDialog, office: Office
) -> None:
    person = registered_person(office)
    case = office.eviction_cases.receive(
        a_message(person, received_on=office.clock.today(), reference="26-1")
    )
    dialog.who.choose(person)
    sums = office.eviction_cases.get(case).sums
    values = {"joins": case, "reference": "26-1"}
    values |= {"rent": sums.rent, "costs": sums.costs, "interest": sums.interest}
    dialog.form.set_values(values)
    assert dialog.attempt() is False
    assert not dialog.form.field("again").isHidden()
    dialog.form.set_values({"again": True})
    assert dialog.attempt() is True


def test_a_strictly_protected_person_is_never_asked_for_a_home(
    dialog: MessageDialog, office: Office
) -> None:
    person = registered_person(office)
    office.people.shield(person, "Folkeregisteret", "Mappe 12")
    dialog.who.choose(person)
    hidden = {name: dialog.form.field(name).isHidden() for name in ("home", "landlord")}
    assert all(hidden.values())
    assert not dialog.form.field("paper_reference").isHidden()


def test_a_forced_sale_has_no_ground_and_no_lease(dialog: MessageDialog, office: Office) -> None:
    desk, _ = let(office)
    dialog.who.choose(desk.person)
    dialog.form.set_values({"kind": LossKind.FORCED_SALE})
    dialog.form.changed.emit("kind")
    assert dialog.form.field("ground").isHidden()
    assert dialog.draft().lease is None


def test_days_are_told_while_one_types(dialog: MessageDialog, office: Office) -> None:
    dialog.who.choose(registered_person(office))
    assert "7. desember 2026" in dialog.days_words.text()
    dialog.form.set_values({"eviction_on": date(2026, 11, 20)})
    dialog.form.left.emit("eviction_on")
    verdict = dialog.form.field("eviction_on")
    assert "Datoen har vært" in verdict.verdict_words
