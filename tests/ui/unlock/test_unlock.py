"""Unlocking: every way in, every reason it stays shut, and what is said of each."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core import words
from app.core.clock import FixedClock
from app.core.errors import FileProblem
from app.office import Folders, Office
from app.register import Register
from app.settings import rule_files
from tests.factories import PASSPHRASE
from tests.ui import walker
from ui.application import Program
from ui.kit import machine
from ui.kit.fields import TextField
from ui.kit.secret_fields import PassphraseField
from ui.main_window import OfficeView
from ui.unlock.new_access import NewAccess
from ui.unlock.page import MENDED_BY_BACKUP, UnlockPage
from ui.unlock.restore import RECOVERY, RestorePage

NEW_PASSPHRASE = "ville hester over heia"


@pytest.fixture
def register(register_path: Path, clock: FixedClock, folders: Folders) -> Register:
    """The register, shut."""
    return Register(register_path, clock, folders)


@pytest.fixture
def page(qtbot: QtBot, register: Register) -> UnlockPage:
    """The page that opens it."""
    made = UnlockPage(register, at_start=True)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def test_the_passphrase_opens_by_keyboard(
    qtbot: QtBot, page: UnlockPage, register: Register
) -> None:
    opened: list[Office] = []
    page.opened.connect(opened.append)
    qtbot.waitUntil(page.field.control.hasFocus)
    QTest.keyClicks(page.field.control, PASSPHRASE)
    QTest.keyClick(page.field.control, Qt.Key.Key_Return)
    assert opened[0].settings.profile.municipality == "Lia kommune"
    assert page.field.value() is None
    opened[0].close()
    register.let_go()


def test_rules_and_words_are_read_while_the_officer_types(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, register: Register
) -> None:
    """From the right key to I dag no file of the program is parsed any more."""
    for known in (words._read, words.codes, rule_files._shipped):
        known.cache_clear()
    read: list[None] = []
    ahead = register.read_ahead
    monkeypatch.setattr(register, "read_ahead", lambda: read.append(ahead()))
    page = UnlockPage(register, at_start=True)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(read))
    monkeypatch.setattr(tomllib, "loads", _refuse)
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.alerts.today()
    assert words.sentence("wrong_passphrase", {})
    office.close()
    register.let_go()


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("a file of the program is parsed after the key was right")


@pytest.mark.parametrize("then", ["", "x"])
def test_return_while_a_copy_is_made_opens_as_soon_as_it_can(
    qtbot: QtBot, page: UnlockPage, register: Register, then: str
) -> None:
    """What is pressed meanwhile is not lost; what is typed after it is thought again."""
    opened: list[Office] = []
    hurried: list[bool] = []
    page.opened.connect(opened.append)
    page.hurried.connect(lambda: hurried.append(True))
    assert isinstance(page.field, PassphraseField)
    page.set_waiting("Tar sikkerhetskopi …")
    page.unlock()
    assert not hurried, "nothing was typed"
    QTest.keyClicks(page.field.line, PASSPHRASE)
    QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    assert hurried == [True]
    assert (page.button.text(), page.waited_for.text()) == ("Låser opp …", "Tar sikkerhetskopi …")
    QTest.keyClicks(page.field.line, then)
    assert page.button.text() == ("Lås opp" if then else "Låser opp …")
    QCoreApplication.processEvents()
    assert opened == []
    page.set_waiting("")
    assert (page.button.text(), page.waited_for.text()) == ("Lås opp", "")
    if then:
        QCoreApplication.processEvents()
        assert opened == []
        return
    qtbot.waitUntil(lambda: bool(opened))
    opened[0].close()
    register.let_go()


def test_a_wrong_passphrase_is_told_beside_the_field(page: UnlockPage) -> None:
    page.field.set_value("feil")
    page.unlock()
    assert page.field.verdict_words.startswith("Passordet stemmer ikke.")


def test_an_empty_field_is_told(page: UnlockPage) -> None:
    page.unlock()
    assert page.field.verdict_words == "Feltet er tomt."


def test_caps_lock_is_told_by_the_letters_it_gives(page: UnlockPage) -> None:
    line = page.field.control
    for letter, shift, told in (("a", False, False), ("A", False, True), ("A", True, False)):
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, letter)
        QCoreApplication.sendEvent(line, press)
        assert page.caps.isVisible() is told


def visible_words(page: UnlockPage) -> str:
    """What is read aloud of the card."""
    return walker.spoken_tree(page)


def test_the_keyring_is_offered_only_where_it_was_turned_on(
    qtbot: QtBot, register: Register, clock: FixedClock
) -> None:
    for turned_on in (False, True):
        day = clock.today() if turned_on else None
        machine.remember_keyring(register.files.register, day)
        page = UnlockPage(register, at_start=True)
        qtbot.addWidget(page)
        assert ("nøkkelringen på maskinen" in visible_words(page)) is turned_on


@pytest.mark.parametrize(
    "code",
    [
        "register_missing",
        "register_empty",
        "register_plain",
        "register_foreign",
        "register_damaged",
        "register_unreadable",
        "register_newer",
        "register_in_use",
        "envelope_missing",
        "envelope_damaged",
        "envelope_newer",
        "disk_full",
        "disk_refused",
    ],
)
def test_each_problem_has_its_sentences_and_its_way_on(page: UnlockPage, code: str) -> None:
    wanted: list[bool] = []
    page.restore_wanted.connect(lambda: wanted.append(True))
    page.show_trouble(FileProblem(code))
    words = visible_words(page)
    assert "Prøv igjen" in words
    assert ("Gjenopprett sikkerhetskopi" in words) is (code in MENDED_BY_BACKUP)
    assert walker.unnamed_focusables(page) == []


def test_a_damaged_register_is_told_and_not_touched(page: UnlockPage, register: Register) -> None:
    path = register.files.register
    path.write_bytes(b"")
    page.field.set_value(PASSPHRASE)
    page.unlock()
    assert "tom" in page.trouble.callout.what.text()
    assert path.read_bytes() == b""


@pytest.fixture
def key(register: Register) -> tuple[str, ...]:
    """The recovery key of the register."""
    office = register.open_with_passphrase(PASSPHRASE)
    groups = office.settings.new_recovery_key()
    office.close()
    register.let_go()
    return groups


def test_the_recovery_key_lets_in_only_through_a_new_passphrase(
    qtbot: QtBot, register: Register, key: tuple[str, ...]
) -> None:
    program = Program(register)
    qtbot.addWidget(program.window)
    program.begin()
    page = program.inside
    assert isinstance(page, UnlockPage)
    page.show_recovery()
    assert isinstance(page.field, TextField)
    page.field.set_value(" ".join(key).lower())
    page.unlock()
    access = program.inside
    assert isinstance(access, NewAccess)
    assert program.view is None
    assert not access.button.isEnabled()
    person = program.office.settings.officers()[0] if program.office else None
    access.who.set_value(person)
    for field in (access.passphrase.first, access.passphrase.second):
        field.set_value(NEW_PASSPHRASE)
        field.changed.emit(field.name)
    access.make()
    assert isinstance(program.view, OfficeView)
    assert program.office is not None
    assert program.office.settings.me is not None
    assert program.office.settings.me.name == "Siri Testmo"
    program.close()


def test_a_mistyped_key_is_told(page: UnlockPage) -> None:
    page.show_recovery()
    page.field.set_value("ABCDE")
    page.unlock()
    assert "40 tegn" in page.field.verdict_words


@pytest.fixture
def backup(register: Register) -> Path:
    """A backup of the register."""
    office = register.open_with_passphrase(PASSPHRASE)
    made = office.back_up()
    office.close()
    register.let_go()
    return made


@pytest.mark.parametrize("by_paper", [False, True])
def test_restoring_by_passphrase_and_by_paper(
    qtbot: QtBot, register: Register, key: tuple[str, ...], backup: Path, by_paper: bool
) -> None:
    program = Program(register)
    qtbot.addWidget(program.window)
    register.files.register.write_bytes(b"x" * 5000)
    page = RestorePage(register, program.jobs)
    qtbot.addWidget(page)
    assert page.copy == backup
    told: list[str] = []
    page.restored.connect(told.append)
    if by_paper:
        page.way.set_value(RECOVERY)
        page.recovery.set_value(" ".join(key))
    else:
        page.passphrase.set_value(PASSPHRASE)
    page.restore()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "ligger i mappen «lia satt til side" in told[0]
    office = register.open_with_passphrase(PASSPHRASE)
    office.close()
    register.let_go()


def test_a_wrong_passphrase_for_the_copy_changes_nothing(
    qtbot: QtBot, register: Register, backup: Path
) -> None:
    program = Program(register)
    qtbot.addWidget(program.window)
    before = register.files.register.read_bytes()
    page = RestorePage(register, program.jobs)
    qtbot.addWidget(page)
    page.passphrase.set_value("feil passord her")
    page.restore()
    qtbot.waitUntil(lambda: bool(page.passphrase.verdict_words), timeout=20_000)
    assert register.files.register.read_bytes() == before


def test_everything_has_a_name_and_nothing_is_rich(page: UnlockPage) -> None:
    assert isinstance(page.field, PassphraseField)
    for show in (page.show_passphrase, page.show_recovery):
        show()
        assert walker.unnamed_focusables(page) == []
        assert walker.roleless_focusables(page) == []
        assert walker.rich_labels(page) == []
    assert PASSPHRASE not in visible_words(page)
