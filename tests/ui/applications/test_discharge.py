"""AL-18 from the application: the day is asked for beside the need, told, changed, called off."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.applications.discharges.model import LeavingHeard, LeavingKind, LeavingPlace
from app.applications.model import NeedCategory
from app.core.ids import ApplicationId, Ref
from app.office import Office
from app.people.model import AddressProtection
from tests.app.applications.conftest import a_new_application
from tests.ui.applications.desk import Heard, seen
from ui.applications.application_page import ApplicationPage
from ui.applications.discharge_card import ask_discharge, discharge_card
from ui.kit.ask import AskDialog
from ui.navigation import PageId, Place

LEAVES = date(2027, 1, 15)


def shown(page: ApplicationPage, office: Office, *needs: NeedCategory) -> ApplicationId:
    """An application with some needs, on the page."""
    made = office.applications.register(replace(a_new_application(), needs=frozenset(needs)))
    page.show_place(Place(PageId.APPLICATION, Ref("application", made)))
    return made


def dialog_of(page: ApplicationPage, office: Office, application: ApplicationId) -> AskDialog:
    """The dialog over the page."""
    return ask_discharge(office, page.navigator, office.applications.get(application), page)


def press(part: QWidget, words: str) -> None:
    """The one button with the words."""
    QApplication.processEvents()
    (button,) = [each for each in part.findChildren(QPushButton) if each.text() == words]
    button.click()


def test_a_need_without_a_day_asks_for_it_and_the_answer_is_told(
    page: ApplicationPage, office: Office, heard: Heard
) -> None:
    application = shown(page, office, NeedCategory.RELEASE_NO_HOME)
    assert "Dagen er ikke ført" in seen(page.known)
    dialog = dialog_of(page, office, application)
    assert dialog.form.values()["kind"] is LeavingKind.RELEASE
    assert not dialog.attempt()
    assert dialog.form.field("leaves_on").verdict_words.startswith("Skriv dagen")
    dialog.form.set_values(
        {"leaves_on": LEAVES, "place": LeavingPlace.PRISON, "heard_from": LeavingHeard.PLACE}
    )
    assert dialog.attempt()
    assert heard.told == ["Dagen søkeren skal ut, ført inn"]
    assert heard.undoable == [True]
    words = seen(page.known)
    assert "15.01.2027" in words
    assert "fengsel" in words
    assert "Dagen er ikke ført" not in words
    dialog.reject()


def test_it_is_called_off_from_the_dialog_and_angre_brings_it_back(
    page: ApplicationPage, office: Office, heard: Heard
) -> None:
    application = shown(page, office)
    assert discharge_card(office, page.navigator, office.applications.get(application)) is None
    dialog = dialog_of(page, office, application)
    dialog.form.set_values({"leaves_on": LEAVES})
    assert dialog.attempt()
    dialog.reject()
    again = dialog_of(page, office, application)
    assert again.form.values()["leaves_on"] == LEAVES
    press(again, "Gjelder ikke lenger")
    assert office.discharges.of(application) is None
    assert heard.told[-1] == "Dagen søkeren skal ut, gjelder ikke lenger"
    office.history.undo()
    told = office.discharges.of(application)
    assert told is not None
    assert told.leaves_on == LEAVES


def test_a_day_gone_by_is_told_beside_its_field(page: ApplicationPage, office: Office) -> None:
    application = shown(page, office)
    dialog = dialog_of(page, office, application)
    dialog.form.set_values({"leaves_on": date(2026, 11, 22)})
    assert not dialog.attempt()
    assert dialog.form.field("leaves_on").verdict_words.startswith("Dagen er passert")
    dialog.reject()


def test_adr_05_no_place_is_asked_for_where_the_address_is_protected(
    page: ApplicationPage, office: Office
) -> None:
    application = shown(page, office, NeedCategory.DISCHARGE_NO_HOME)
    applicant = office.applications.get(application).applicant
    office.people.protect(applicant, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    dialog = dialog_of(page, office, application)
    assert "place" not in dialog.form.names
    dialog.reject()
    page.show_place(Place(PageId.APPLICATION, Ref("application", application), "discharge"))
    (opened,) = [each for each in page.window().findChildren(AskDialog) if each.isVisible()]
    opened.reject()
