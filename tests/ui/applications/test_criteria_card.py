"""«Vilkår for bolig» beside an application, and setting one criterion aside."""

from pytestqt.qtbot import QtBot

from app.allocation.eligibility.model import Criterion, Met
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, Ref
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.applications.criteria_card import DispenseDialog, criteria_card, dispensable
from ui.kit.buttons import Button
from ui.navigation import Navigator, PageId, Place


def _words(office: Office, navigator: Navigator, case: ApplicationId, qtbot: QtBot) -> str:
    card = criteria_card(office, navigator, office.applications.get(case))
    qtbot.addWidget(card)
    card.show()
    assert not walker.unnamed_focusables(card)
    return "\n".join((seen(card), *(button.text() for button in card.findChildren(Button))))


def test_each_criterion_says_how_it_stands_why_and_by_what(
    office: Office, navigator: Navigator, qtbot: QtBot
) -> None:
    case = office.applications.register(a_new_application())
    words = _words(office, navigator, case, qtbot)
    assert "Spør om: lovlig opphold" in words
    assert "Lovlig opphold: ikke opplyst" in words
    assert "Boligsosialloven §" in words
    assert "Kommunen har ikke vedtatt egne regler." in words
    assert "Gi dispensasjon" in words
    help_case = office.applications.open_case(case, CaseKind.HOUSING_HELP)
    words = _words(office, navigator, help_case, qtbot)
    assert "Vilkår for hjelp" in words
    assert "Gi dispensasjon" not in words


def test_the_card_leads_to_why_not(
    office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot
) -> None:
    case = office.applications.register(a_new_application())
    card = criteria_card(office, navigator, office.applications.get(case))
    qtbot.addWidget(card)
    button = next(b for b in card.findChildren(Button) if b.text().startswith("Hvorfor"))
    button.click()
    assert heard.places == [Place(PageId.WAITING_LIST, Ref("application", case), "why_not")]


def test_a_dispensation_asks_for_reason_and_name_beside_their_fields(
    office: Office, navigator: Navigator, qtbot: QtBot
) -> None:
    case = office.applications.register(a_new_application())
    open_ones = dispensable(office.eligibility.judge(case))
    assert Criterion.RESIDENCE in open_ones
    assert Criterion.OLD_DEBT not in open_ones
    dialog = DispenseDialog(office, navigator, case, open_ones)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.set_values({"criterion": Criterion.RESIDENCE})
    assert not dialog.attempt()
    assert "Skriv hvem som har bestemt dispensasjonen." in seen(dialog)
    dialog.form.set_values({"reason": "Vokste opp her", "decided_by": "Per Leder"})
    assert dialog.attempt()
    stands = {each.criterion: each.met for each in office.eligibility.judge(case).criteria}
    assert stands[Criterion.RESIDENCE] is Met.DISPENSED
    assert "Botid i kommunen: dispensert" in _words(office, navigator, case, qtbot)
