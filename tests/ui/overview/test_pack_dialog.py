"""An edition for others binds those after it from the moment it leaves: printed or saved (B16)."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import OfficeError
from app.core.report_periods import ReportPeriod, ReportSpan
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.overview.indicators.model import Indicator
from app.overview.quarter.editions import key
from app.overview.quarter.model import PackEdition
from tests.factories import registered_person
from ui.kit import document_dialog
from ui.kit.document_dialog import DocumentDialog
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.overview import pack_dialog
from ui.overview.pack_dialog import PackDialog

Q3 = ReportPeriod(ReportSpan.QUARTER, date(2026, 7, 1))
INSIDE, OUTSIDE = PackEdition


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(office: Office, window: QWidget) -> PackDialog:
    """Two moved inwards in the quarter, which is too few to tell others; all of it is made."""
    for name in "AB":
        person = registered_person(office, national_id="", given_name=name)
        office.levels.set(person, HelpLevel.SUPPORT, "Avtalt", date(2026, 1, 10))
        office.levels.set(person, HelpLevel.ADVICE, "Endret", date(2026, 8, 1))
    navigator = Navigator(Jobs())
    navigator.setParent(window)
    made = PackDialog(office, navigator, Q3, window)
    made.made = {each.edition: each for each in office.packs.make(Q3)}
    return made


def left(dialog: PackDialog) -> bool:
    """Whether a later pack holds back what the one for others held back."""
    held = dialog.office.packs.of(Q3).held
    assert held in (frozenset(), dialog.made[OUTSIDE].held)
    return key(Indicator.LEVEL_MOVES.value, Q3) in held


def pressed(shown: DocumentDialog, words: str) -> None:
    """A button of the dialog that shows the sheets."""
    (button,) = (each for each in shown.buttons if each.text().startswith(words))
    button.click()


def test_what_is_only_looked_at_binds_nothing(dialog: PackDialog) -> None:
    before = dialog.office.history.latest(1)
    shown = dialog.show_made(OUTSIDE)
    shown.reject()
    assert not left(dialog)
    assert dialog.office.history.latest(1) == before


def test_what_is_saved_binds_once(
    dialog: PackDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pack_dialog, "ask_where", lambda *_: tmp_path / "pakke.pdf")
    shown = dialog.show_made(OUTSIDE)
    pressed(shown, "Lagre sider")
    assert (tmp_path / "pakke.pdf").read_bytes() == dialog.made[OUTSIDE].pages
    assert left(dialog)
    pressed(shown, "Lagre lysbilder")
    verbs = [each.verb for each in dialog.office.history.latest(3)]
    assert verbs.count("outside_edition.handed_out") == 1


def test_what_is_printed_binds(dialog: PackDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_dialog, "print_pdf", lambda *_: True)
    shown = dialog.show_made(OUTSIDE)
    shown.print_shown()
    assert left(dialog)


def test_what_never_came_out_binds_nothing(
    dialog: PackDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The officer leaves the printer or the place, the printer refuses, the disk is not there."""

    def refuses(*_: object) -> bool:
        raise OfficeError("print_failed")

    shown = dialog.show_made(OUTSIDE)
    for printing in (refuses, lambda *_: False):
        monkeypatch.setattr(document_dialog, "print_pdf", printing)
        shown.print_shown()
    for place in (None, tmp_path / "borte" / "pakke.pdf"):
        monkeypatch.setattr(pack_dialog, "ask_where", lambda *_, place=place: place)
        pressed(shown, "Lagre sider")
    assert not left(dialog)


def test_the_one_for_the_office_never_binds(
    dialog: PackDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_dialog, "print_pdf", lambda *_: True)
    shown = dialog.show_made(INSIDE)
    shown.print_shown()
    assert not left(dialog)
