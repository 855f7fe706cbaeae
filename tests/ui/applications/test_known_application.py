"""One application: saved while typing, moved with day and reason, answered with a letter."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.applications.model import ApplicationState, Delay
from app.core.ids import ApplicationId, Ref
from app.office import Office
from app.people.model import AddressProtection
from tests.app.applications.conftest import a_new_application
from tests.factories import a_person
from tests.ui.applications.desk import Heard, seen
from tests.ui.walker import spoken_tree
from ui.applications.application_page import ApplicationPage
from ui.applications.state_verbs import VERBS
from ui.navigation import PageId, Place


@pytest.fixture
def application(office: Office) -> ApplicationId:
    """Received three weeks ago."""
    return office.applications.register(a_new_application())


def _open(page: ApplicationPage, application: ApplicationId, task: str = "") -> None:
    page.show_place(Place(PageId.APPLICATION, Ref("application", application), task))


def test_the_clock_says_the_day_the_reason_and_the_law(
    page: ApplicationPage, application: ApplicationId
) -> None:
    _open(page, application)
    words = seen(page).replace("\u00a0", " ")
    assert "Svar senest 16.11.2026" in words
    assert "For 7 dager siden" in words
    assert "02.12.2026" in words
    assert "Forvaltningsloven § 11 a" in words
    assert page.known.next_button.text() == "Ta til behandling"


def test_a_field_is_saved_when_it_is_left(
    page: ApplicationPage, office: Office, application: ApplicationId
) -> None:
    _open(page, application)
    field = page.known.form.field("bedrooms")
    field.set_value(None)
    field.control.setFocus()
    field.line.setText("3")  # type: ignore[attr-defined]  # a number is typed in a line
    field.leave()
    assert office.applications.get(application).draft.bedrooms == 3
    assert "lagret kl." in page.known.header.subtitle.replace("\u00a0", " ")


def test_what_cannot_be_saved_is_told_and_the_rest_stays(
    page: ApplicationPage, office: Office, application: ApplicationId
) -> None:
    _open(page, application)
    field = page.known.form.field("received_on")
    field.line.setText("24.12.2026")  # type: ignore[attr-defined]  # a day is typed in a line
    field.leave()
    assert field.verdict_words.startswith("Datoen har ikke vært")
    assert office.applications.get(application).received_on == date(2026, 11, 2)


def test_the_next_step_follows_the_state(
    page: ApplicationPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    _open(page, application)
    page.known.next_button.click()
    assert heard.told == ["Søknaden er tatt til behandling"]
    assert page.known.next_button.text() == "Skriv vedtak"
    assert "Under behandling" in spoken_tree(page.known)
    page.known.next_button.click()
    assert heard.places[-1] == Place(PageId.VEDTAK, Ref("application", application), "new")
    office.history.undo()
    assert page.known.next_button.text() == "Ta til behandling"


def test_withdrawing_asks_for_day_and_reason(
    page: ApplicationPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    _open(page, application)
    names = [each.text() or "–" for each in page.known.menu().actions()]
    assert names == [
        "Ta til behandling …",
        "Be om opplysninger …",
        "Trekk søknaden …",
        "La søknaden falle bort …",
        "–",
        "Utskriving eller løslatelse …",
    ]
    dialog = page.known.ask(VERBS[ApplicationState.WITHDRAWN])
    assert dialog is not None
    assert not dialog.attempt()
    assert dialog.form.field("reason").verdict_words == "Skriv en kort grunn. Den blir logget."
    dialog.form.set_values({"reason": "ringte 23. november"})
    assert dialog.attempt()
    assert office.applications.get(application).state is ApplicationState.WITHDRAWN
    assert heard.told == ["Søknaden er trukket"]
    assert not page.known.next_button.isVisible()


def test_a_preliminary_reply_is_shown_then_finished(
    page: ApplicationPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    _open(page, application, "reply")
    reply = page.reply
    assert not reply.issue_button.isEnabled()
    assert reply.desk.lacking == "Skriv svardagen først."
    reply.form.set_values({"answer_by": date(2026, 12, 18)})
    assert not reply.show_letter()
    assert reply.form.field("reason").verdict_words.startswith("Velg hvorfor svaret tar tid")
    reply.form.set_values({"delay": Delay.PAPERS, "missing": "Lønnsslipp\n\nLeieavtale"})
    assert reply.show_letter()
    view = reply.desk.view
    assert view is not None
    letter = view.as_text.toPlainText()
    assert "18. desember 2026" in letter.replace("\u00a0", " ")
    assert "Lønnsslipp" in letter
    dialog = reply.ask()
    assert dialog is not None
    dialog.accept()
    assert [row.number for row in office.letters.to_send()] == ["B-2026-1"]
    assert heard.told == ["Foreløpig svar laget. Det ligger under «Brev»"]
    assert heard.undoable == [False]
    assert page.known.isVisible()
    assert "Ikke sendt" in seen(page)


def test_a_reply_for_strengt_fortrolig_must_be_printed_now(
    page: ApplicationPage, office: Office, heard: Heard
) -> None:
    person = replace(
        a_person(),
        address=None,
        protection=AddressProtection.STRICTLY_CONFIDENTIAL,
        protection_source="Folkeregisteret",
    )
    application = office.applications.register(
        a_new_application(applicant=person, present_housing="")
    )
    _open(page, application, "reply")
    page.reply.form.set_values({"answer_by": date(2026, 12, 18), "delay": Delay.QUEUE})
    page.reply.issue()
    papers = [w for w in page.findChildren(QWidget) if w.accessibleName() == "Foreløpig svar"]
    assert any("Skriv det ut nå" in seen(paper) for paper in papers)
    assert heard.failed == []


def test_a_letter_beside_the_form_shows_no_confidential_address(
    page: ApplicationPage, office: Office
) -> None:
    person = a_person(protection=AddressProtection.CONFIDENTIAL, protection_source="Fr")
    draft = a_new_application(applicant=person, present_housing="")
    application = office.applications.register(draft)
    _open(page, application, "reply")
    page.reply.form.set_values({"answer_by": date(2026, 12, 18), "delay": Delay.QUEUE})
    assert page.reply.show_letter()
    view = page.reply.desk.view
    assert view is not None
    assert "Testbakken" not in view.as_text.toPlainText()
    page.reply.issue()
    shown = [event.verb for event in office.history.latest(3)]
    assert "address.shown" in shown


def test_a_protected_applicant_has_no_address_on_the_page(
    page: ApplicationPage, office: Office
) -> None:
    person = a_person(protection=AddressProtection.CONFIDENTIAL, protection_source="Fr")
    application = office.applications.register(
        a_new_application(applicant=person, present_housing="")
    )
    _open(page, application)
    assert "Testbakken" not in spoken_tree(page)
    assert "Skjermet" in spoken_tree(page)


def test_in_a_narrow_window_nothing_is_lost(
    page: ApplicationPage, application: ApplicationId, dressed: QApplication
) -> None:
    _open(page, application)
    assert page.known.reply_button.isVisible()
    assert not page.known.panel_button.isVisible()
    page.resize(900, 540)
    dressed.processEvents()
    assert not page.known.panel.panel.isVisible()
    names = [action.text() for action in page.known.menu().actions()]
    assert names[0] == "Foreløpig svar …"
    page.known.panel_button.click()
    assert page.known.panel.panel.isVisible()
    assert "Svar senest 16.11.2026" in seen(page)
