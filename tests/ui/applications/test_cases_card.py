"""Two cases of one request on the screen, what is sent on, who speaks and who agreed."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.applications.intake.model import RepresentativeKind
from app.applications.model import ApplicationState
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, Ref
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.app.applications.conftest import a_new_application
from tests.ui.applications.desk import Heard, seen
from ui.applications.application_page import ApplicationPage
from ui.applications.cases_card import ForwardDialog, cases_of
from ui.applications.speakers_card import ConsentDialog, SpeakerDialog
from ui.navigation import PageId, Place


@pytest.fixture
def application(page: ApplicationPage, office: Office) -> ApplicationId:
    """Received three weeks ago, and shown."""
    made = office.applications.register(a_new_application())
    page.show_place(Place(PageId.APPLICATION, Ref("application", made)))
    return made


def _press(page: QWidget, words: str) -> None:
    QApplication.processEvents()
    buttons = page.findChildren(QPushButton)
    found = [b for b in buttons if words in {b.text(), b.accessibleName()} and b.isVisibleTo(page)]
    assert len(found) == 1
    found[0].click()


def test_a_case_more_is_opened_beside_and_neither_closes_the_other(
    page: ApplicationPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    _press(page, "Åpne sak om hjelp")
    assert heard.told == ["Sak åpnet"]
    assert heard.undoable == [True]
    rows = cases_of(office, application)
    assert [row.case for row in rows] == [CaseKind.ALLOCATION, CaseKind.HOUSING_HELP]
    words = seen(page.known).replace("\u00a0", " ")
    assert "Boligsosial hjelp" in words
    assert f"{rows[1].number}, ventet 21 dager" in words
    assert "Et vedtak i én sak avslutter ikke de andre." in words
    _press(page, "Åpne saken om Boligsosial hjelp")
    assert heard.places[-1].ref == Ref("application", rows[1].id)
    office.applications.take(rows[1].id, ApplicationState.WITHDRAWN, date(2026, 11, 23), "Angret.")
    assert office.applications.get(application).state is ApplicationState.RECEIVED


def test_sent_on_is_logged_and_says_that_nothing_is_closed(
    page: ApplicationPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    dialog = ForwardDialog(office, page.navigator, application, page)
    assert "ikke avsluttet" in seen(dialog)
    assert not dialog.attempt()
    assert dialog.form.field("unit").verdict_words == "Skriv hvem søknaden er sendt til."
    dialog.form.set_values({"unit": "Flyktningtjenesten", "reason": "Bosettes av dem."})
    assert dialog.attempt()
    assert heard.told == ["Søknad sendt videre"]
    assert "Sendt videre 23.11.2026" in seen(page.known)
    assert office.applications.get(application).state is ApplicationState.RECEIVED


def test_one_who_speaks_is_added_and_ended(
    page: ApplicationPage, office: Office, application: ApplicationId
) -> None:
    applicant = office.applications.get(application).applicant
    dialog = SpeakerDialog(office, page.navigator, applicant, page)
    assert not dialog.attempt()
    guardian = {"kind": RepresentativeKind.GUARDIAN, "name": "Siv Testvik", "line": "Boks 7"}
    dialog.form.set_values(guardian | {"postal_place": "Lia"})
    assert dialog.attempt()
    assert "Verge: Siv Testvik" in seen(page.known)
    _press(page, "Avslutt: Siv Testvik")
    (who,) = office.intake.all_representatives(applicant)
    assert who.until == date(2026, 11, 23)


def test_a_consent_is_added_and_withdrawn(
    page: ApplicationPage, office: Office, application: ApplicationId
) -> None:
    applicant = office.applications.get(application).applicant
    dialog = ConsentDialog(office, page.navigator, applicant, page)
    assert not dialog.attempt()
    assert dialog.form.field("scope").verdict_words == "Velg hva søkeren har sagt ja til."
    until = date(2027, 6, 1)
    dialog.form.set_values({"scope": ConsentScope.FETCH_NAV, "body": "Nav", "until": until})
    assert dialog.attempt()
    (consent,) = office.consents.of(applicant)
    assert consent == Consent(
        applicant, ConsentScope.FETCH_NAV, date(2026, 11, 23), until, "Nav", None, consent.id
    )
    _press(page, "Trekk: hente opplysninger fra Nav")
    assert office.consents.of(applicant)[0].withdrawn_on == date(2026, 11, 23)
    assert "hente opplysninger fra Nav" not in seen(page.known).casefold()
