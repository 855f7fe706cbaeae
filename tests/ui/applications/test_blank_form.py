"""The paper form with nothing filled in: seen in both languages, saved, printed."""

from pathlib import Path

import pytest

from app.core.text import Language
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.ui.applications.desk import Heard, seen
from ui.applications.application_page import ApplicationPage
from ui.applications.blank_form import BlankFormDialog, FilledFormDialog
from ui.applications.page import ApplicationsPage
from ui.kit import document_dialog
from ui.navigation import Navigator, PageId


@pytest.fixture
def dialog(page: ApplicationPage) -> BlankFormDialog:
    return page.new.show_blank()


def test_both_languages_are_shown(dialog: BlankFormDialog) -> None:
    words = [view.as_text.toPlainText() for view in dialog.views]
    assert "Hva søker du om?" in words[0]
    assert "Kva søkjer du om?" in words[1]
    told = [dialog.language]
    dialog.choice.chosen.emit("Nynorsk")
    told.append(dialog.language)
    assert told == [Language.NB, Language.NN]


def test_the_one_in_sight_is_saved(dialog: BlankFormDialog, office: Office, tmp_path: Path) -> None:
    assert dialog.save_to(tmp_path / "skjema.pdf")
    assert (tmp_path / "skjema.pdf").read_bytes() == office.intake.blank_form(Language.NB)
    assert not dialog.save_to(tmp_path / "finnes ikke" / "skjema.pdf")
    assert "Disken tok ikke imot" in seen(dialog)


def test_the_one_in_sight_is_printed(
    dialog: BlankFormDialog, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []

    def take(_parent: object, data: bytes) -> bool:
        sent.append(data)
        return True

    monkeypatch.setattr(document_dialog, "print_pdf", take)
    dialog.choice.chosen.emit("Nynorsk")
    assert dialog.primary is not None
    dialog.primary.click()
    assert sent == [office.intake.blank_form(Language.NN)]


def test_it_is_reached_from_the_list(
    office: Office, navigator: Navigator, heard: Heard, page: ApplicationPage
) -> None:
    lists = ApplicationsPage(office, navigator, page)
    actions = {action.text(): action for action in lists.more_button.made().actions()}
    assert "Tomt søknadsskjema …" in actions
    actions["Klager"].trigger()
    actions["Gjelder behovet fortsatt?"].trigger()
    assert [place.page for place in heard.places] == [PageId.APPEALS, PageId.SWEEP]
    assert heard.failed == []


def test_what_is_registered_is_printed_from_its_application(
    office: Office, page: ApplicationPage
) -> None:
    application = office.applications.register(a_new_application())
    dialog = FilledFormDialog(office, application, page)
    assert [view.as_text.toPlainText() != "" for view in dialog.views] == [True]
    name = office.applications.get(application).name
    assert name.split(maxsplit=1)[0] in dialog.views[0].as_text.toPlainText()
    dialog.release()
