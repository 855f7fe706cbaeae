"""Documents that must reach paper: seen one by one, printed together, let go afterwards."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.core.errors import OfficeError
from app.office import Office
from tests.ui import walker
from ui.kit import document_dialog
from ui.kit.document_dialog import DocumentDialog
from ui.kit.key_groups import ConfirmGroups, KeyGroups

GROUPS = ("ABCDE", "FGHJK", "MNPQR", "STVWX", "YZ012", "34567", "89ABC", "DEFGH")


@pytest.fixture
def dialog(qtbot: QtBot, office: Office) -> DocumentDialog:
    """The two sheets of the first run."""
    documents = (
        ("Gjenopprettingsnøkkel", office.settings.recovery_key_sheet(GROUPS)),
        ("Mistet maskin", office.settings.lost_machine_sheet("")),
    )
    made = DocumentDialog("To ark", "Skriv ut begge.", documents)
    qtbot.addWidget(made)
    made.show()
    return made


def printer(works: bool) -> tuple[list[bytes], Callable[[object, bytes], bool]]:
    """A printer that keeps what it is given, or takes nothing."""
    given: list[bytes] = []

    def print_it(_parent: object, data: bytes) -> bool:
        if not works:
            raise OfficeError("print_failed")
        given.append(data)
        return True

    return given, print_it


def test_both_are_printed_at_once(dialog: DocumentDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    given, print_it = printer(works=True)
    monkeypatch.setattr(document_dialog, "print_pdf", print_it)
    assert dialog.primary is not None
    dialog.primary.click()
    assert len(given) == 2
    assert all(data.startswith(b"%PDF") for data in given)
    assert dialog.printed


def test_a_printer_that_refuses_keeps_the_dialog_open(
    dialog: DocumentDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, print_it = printer(works=False)
    monkeypatch.setattr(document_dialog, "print_pdf", print_it)
    assert dialog.primary is not None
    dialog.primary.click()
    assert dialog.isVisible()
    assert not dialog.printed
    assert "Skriveren tok ikke imot" in walker.spoken_tree(dialog)


def test_it_fits_a_small_screen_and_can_be_read_aloud(dialog: DocumentDialog) -> None:
    assert dialog.minimumSizeHint().height() <= 540
    assert walker.unnamed_focusables(dialog) == []
    assert walker.silent_icon_buttons(dialog) == []
    dialog.release()


def test_the_groups_are_read_aloud_letter_by_letter(qtbot: QtBot) -> None:
    shown = KeyGroups(GROUPS)
    qtbot.addWidget(shown)
    assert "gruppe 2: F G H J K" in shown.accessibleDescription()


def test_a_wrong_group_is_told_and_stops(qtbot: QtBot) -> None:
    confirm = ConfirmGroups(GROUPS)
    qtbot.addWidget(confirm)
    field = confirm.fields[0]
    field.set_value("ZZZZZ")
    field.changed.emit(field.name)
    assert field.verdict_words == "Ikke som på arket"
    assert confirm.reason == f"Skriv inn gruppe {confirm.asked[0]} fra arket"
