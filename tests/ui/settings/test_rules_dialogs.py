"""«Satser og regler»: own values taken back, hjemmel and klage from a day, and letter words."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.cases import CaseKind
from app.core.dated import DatedValue
from app.core.text import Language
from app.office import Office
from tests.ui import walker
from ui.kit.jobs import Jobs
from ui.labels import LETTERS
from ui.navigation import Navigator
from ui.settings.basis_dialog import BasisDialog
from ui.settings.texts_dialog import TextsDialog
from ui.settings.versions_dialog import VersionsDialog


@pytest.fixture
def texts(qtbot: QtBot, office: Office) -> TextsDialog:
    """The dialog with the letters."""
    navigator = Navigator(Jobs())
    made = TextsDialog(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_letter_with_open_words_has_a_norwegian_name(office: Office) -> None:
    assert set(office.settings.open_passages()) - LETTERS.keys() == set()


def test_a_sentence_is_written_anew_from_a_day_and_the_letter_says_it(
    texts: TextsDialog, office: Office
) -> None:
    row = texts.list.rows[0]
    dialog = texts.rewrite(row.key)
    words = "Vi er få som svarer, men alle får svar."
    dialog.form.set_values({"text": words, "source": "Leder, 23.11.2026"})
    dialog.verb_button.click()
    text = office.settings.text("preliminary_reply", Language.NB, office.clock.today())
    assert words in text.passages.values()
    assert texts.list.rows[0].title == words


def test_a_sentence_that_is_too_long_is_refused_beside_its_field(texts: TextsDialog) -> None:
    dialog = texts.rewrite(texts.list.rows[0].key)
    dialog.form.set_values({"text": "og så videre " * 12, "source": "Leder"})
    dialog.verb_button.click()
    assert "text" in {each.field for each in dialog.form.problems}
    assert dialog.isVisible()


def test_hjemmel_is_shown_by_case_and_replaced_from_a_day(qtbot: QtBot, office: Office) -> None:
    host = QWidget()  # the dialog goes by itself when it is done
    qtbot.addWidget(host)
    dialog = BasisDialog(office, lambda: None, host)
    dialog.show()
    dialog.form.set_values({"case": CaseKind.HOUSING_HELP})
    dialog.form.changed.emit("case")
    assert dialog.form.field("appeal_body").value() == "Statsforvalteren"
    dialog.form.set_values({"appeal_body": "Statsforvalteren i Innlandet", "source": "Brev 4/26"})
    dialog.form.set_values({"appeal_address": "Postboks 987\n2604 LILLEHAMMER"})
    dialog.verb_button.click()
    basis = office.settings.legal_basis(CaseKind.HOUSING_HELP, office.clock.today())
    assert basis.appeal_body == "Statsforvalteren i Innlandet"
    assert basis.appeal_lines == ("Postboks 987", "2604 LILLEHAMMER")


def test_a_value_that_has_not_begun_can_be_taken_back(qtbot: QtBot, office: Office) -> None:
    later = office.clock.today() + timedelta(days=30)
    office.settings.override("local.prelim_days", DatedValue(10, later, None, "Sak 3/26"))
    parameter = office.settings.parameters["local.prelim_days"]
    dialog = VersionsDialog(office, parameter, lambda: None)
    qtbot.addWidget(dialog)
    assert dialog.list.rows[0].action == "Ta tilbake"
    dialog.list.activated_key.emit(dialog.list.rows[0].key)
    assert office.settings.own_versions("local.prelim_days") == ()


def test_the_dialogs_can_be_read_aloud(qtbot: QtBot, texts: TextsDialog, office: Office) -> None:
    basis = BasisDialog(office, lambda: None)
    qtbot.addWidget(basis)
    for dialog in (texts, basis):
        assert walker.unnamed_focusables(dialog) == []
        assert walker.rich_labels(dialog) == []
