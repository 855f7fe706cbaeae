"""A big register of an older schema: the window lives while it is made ready, and one may leave."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.errors import FileProblem
from app.core.opening import OpeningStage, Told
from app.office import Folders, Office
from app.register import Ajar, Register
from tests.factories import PASSPHRASE
from tests.files.make_register import REGISTERS
from tests.ui import walker
from ui.unlock.page import UnlockPage

OLDER = "0062"


@pytest.fixture
def register(
    tmp_path: Path, clock: FixedClock, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Register]:
    """So big that one would wait, of an older schema."""
    monkeypatch.setattr("app.storage.unlocked.BRIEF", 0)
    home = tmp_path / "home"
    home.mkdir()
    for path in REGISTERS.glob(f"{OLDER}.husrom*"):
        shutil.copyfile(path, home / path.name)
    made = Register(home / f"{OLDER}.husrom", clock, folders)
    yield made
    made.let_go()


@pytest.fixture
def page(qtbot: QtBot, register: Register) -> UnlockPage:
    """The page that opens it, with the passphrase typed."""
    made = UnlockPage(register, at_start=True)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.field.set_value(PASSPHRASE)
    return made


def test_it_is_told_in_words_and_opened_when_it_is_ready(
    qtbot: QtBot, page: UnlockPage, register: Register
) -> None:
    opened: list[Office] = []
    told: list[tuple[int, int, str]] = []
    page.opened.connect(opened.append)
    page._jobs.progressed.connect(lambda *step: told.append(step))
    page.unlock()
    assert opened == []
    assert "eldre utgave av Husrom" in walker.spoken_tree(page)
    assert walker.unnamed_focusables(page) == []
    qtbot.waitUntil(lambda: bool(opened), timeout=60_000)
    many = len(OpeningStage) - 1
    assert list(dict.fromkeys(told)) == [
        (1, many, "Tar sikkerhetskopi"),
        (2, many, "Kontrollerer sidene i kopien"),
        (3, many, "Kontrollerer tabellene i kopien"),
        (4, many, "Kontrollerer historikken i kopien"),
        (5, many, "Legger kopien på plass"),
        (6, many, "Oppdaterer registeret"),
    ]
    opened[0].close()
    register.let_go()


def test_what_is_broken_off_can_be_opened_again(
    qtbot: QtBot, page: UnlockPage, register: Register
) -> None:
    page._jobs.started.connect(lambda: page.readying.progress.cancel_button.click())
    page.unlock()
    qtbot.waitUntil(lambda: page._ajar is None, timeout=60_000)
    assert page.button.isEnabled()
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.check().whole
    office.close()


def test_what_is_wrong_is_told_with_its_way_on(
    qtbot: QtBot, page: UnlockPage, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_ajar: Ajar, _told: Told, _stopped: object) -> None:
        raise FileProblem("disk_full")

    monkeypatch.setattr(Ajar, "make_fit", full)
    page.unlock()
    qtbot.waitUntil(lambda: page._ajar is None, timeout=60_000)
    assert "Prøv igjen" in walker.spoken_tree(page)
    monkeypatch.undo()
    register.open_with_passphrase(PASSPHRASE).close()
