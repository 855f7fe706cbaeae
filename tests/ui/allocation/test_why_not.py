"""«Hvorfor ikke denne boligen?»: from the list, from an application, from a dwelling."""

from datetime import date

from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationState, NeedCategory, TargetGroup
from app.core.ids import ApplicationId, Ref
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person, registered_dwelling
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.allocation.page import WaitingListPage
from ui.allocation.why_not import WhyNotDialog
from ui.navigation import Navigator, PageId, Place

WAITS = ApplicationState.GRANTED_WAITING


def _applied(office: Office, serial: int, state: ApplicationState = WAITS) -> ApplicationId:
    person = a_person(family_name="Testdal", national_id=a_number(date(1980, 1, 2), serial))
    return office.applications.register(
        a_new_application(
            applicant=person,
            group=TargetGroup.YOUNG,
            needs=frozenset({NeedCategory.TOO_SMALL if serial else NeedCategory.NO_VALID_LEASE}),
            bedrooms=2,
            state=state,
        )
    )


def _dialog(office: Office, qtbot: QtBot, *chosen: int) -> WhyNotDialog:
    made = WhyNotDialog(office)
    qtbot.addWidget(made)
    made.show()
    made.applicant.set_value(chosen[0])
    made.dwelling.set_value(chosen[1])
    made.tell()
    return made


def test_each_answer_says_what_speaks_against_or_who_stands_ahead(
    office: Office, qtbot: QtBot
) -> None:
    fits = registered_dwelling(office, bedrooms=2)
    small = registered_dwelling(office, street="Elvegata", bedrooms=1)
    first, second = _applied(office, 0), _applied(office, 1)
    asks = _applied(office, 2, ApplicationState.IN_ASSESSMENT)
    answers = {
        (first, fits): "Boligen passer, og ingen som den passer for, står foran på listen.",
        (second, fits): "Boligen passer. 1\u00a0annen som boligen også passer for, står foran",
        (second, small): "Boligen passer ikke: for få soverom",
        (asks, fits): "Boligen passer, men søknaden venter ikke på bolig.",
    }
    for chosen, words in answers.items():
        assert words in seen(_dialog(office, qtbot, *chosen))
    dialog = WhyNotDialog(office)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Velg begge, så står svaret her." in seen(dialog)
    assert not walker.unnamed_focusables(dialog)


def test_another_page_asks_about_its_own(
    office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot
) -> None:
    dwelling = registered_dwelling(office, bedrooms=2)
    asks = _applied(office, 1, ApplicationState.RECEIVED)
    page = WaitingListPage(office, navigator)
    qtbot.addWidget(page)
    page.show()
    for ref, chosen in (
        (Ref("application", asks), (asks, None)),
        (Ref("dwelling", dwelling), (None, dwelling)),
    ):
        page.show_place(Place(PageId.WAITING_LIST, ref, "why_not"))
        (dialog,) = page.window().findChildren(WhyNotDialog)
        assert (dialog.applicant.value(), dialog.dwelling.value()) == chosen
        dialog.reject()
        dialog.setParent(None)
        dialog.deleteLater()
