"""The editor for each kind: only its own parts, filled by keyboard, told off in place."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationState
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, Ref
from app.decisions.content.model import HelpMeasure, StartPart
from app.decisions.model import RefusalGround, VedtakDraft, VedtakKind, VedtakResult
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.app.decisions.desk import help_granted, help_refused, stay_granted
from tests.ui import walker
from tests.ui.applications.desk import Heard, Keys, seen
from ui.decisions.page import VedtakPage
from ui.kit.buttons import Button
from ui.kit.choice_fields import ChoiceField
from ui.kit.form import Form
from ui.navigation import Navigator, PageId, Place

CASES = {
    VedtakKind.MUNICIPAL_DWELLING: CaseKind.ALLOCATION,
    VedtakKind.HOUSING_HELP: CaseKind.HOUSING_HELP,
    VedtakKind.TEMPORARY_STAY: CaseKind.TEMPORARY_STAY,
}
OWN = {
    VedtakKind.MUNICIPAL_DWELLING: {"dwelling_words", f"start_{StartPart.KEYS}", "plan"},
    VedtakKind.HOUSING_HELP: {"disadvantaged", f"measure_{HelpMeasure.ECONOMY}", "plan"},
    VedtakKind.TEMPORARY_STAY: {"stay_from", "stay_where", "help_text"},
}


@pytest.fixture
def page(office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot) -> VedtakPage:
    """The page, in a window of usual size."""
    made = VedtakPage(office, navigator)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1240, 800)
    made.show()
    made.activateWindow()
    return made


def _write(page: VedtakPage, kind: VedtakKind, draft: VedtakDraft | None = None) -> ApplicationId:
    """Open a case of the kind, with this draft in its form."""
    application = page.office.applications.register(a_new_application(case=CASES[kind]))
    page.show_place(Place(PageId.VEDTAK, Ref("application", application), "new"))
    vedtak = page.editor.vedtak
    assert vedtak is not None
    if draft is not None:
        page.office.decisions.save_draft(vedtak, draft)
    QApplication.processEvents()
    return application


def _draft(page: VedtakPage) -> VedtakDraft:
    vedtak = page.editor.vedtak
    assert vedtak is not None
    return page.office.decisions.get(vedtak).draft


def _type(form: Form, name: str, value: object) -> None:
    form.field(name).set_value(value)
    form.left.emit(name)


@pytest.mark.parametrize("kind", list(CASES))
def test_only_the_parts_of_the_kind_are_in_sight(page: VedtakPage, kind: VedtakKind) -> None:
    _write(page, kind)
    form = page.editor.form
    shown = {name for name in form.names if form.field(name).isVisibleTo(page)}
    assert OWN[kind] <= shown
    others = {name for names in OWN.values() for name in names} - OWN[kind]
    # a stay is helped with words alone, and help has its own words too
    assert (others - {"help_text"}) & shown == set()
    assert {"result", "caseworker_impartial", "responsible_unit", "appeal_body"} <= shown
    assert walker.unnamed_focusables(page) == []


def test_the_grounds_are_those_of_the_kind(page: VedtakPage) -> None:
    _write(page, VedtakKind.TEMPORARY_STAY)
    ground = page.editor.form.field("refusal_ground")
    assert isinstance(ground, ChoiceField)
    words = [ground.combo.itemText(place) for place in range(ground.combo.count())]
    assert "Har et sted å bo nå" in words
    assert "Ikke vanskeligstilt på boligmarkedet" not in words


def test_help_is_granted_and_the_dwelling_case_stays_open(
    page: VedtakPage, office: Office, heard: Heard
) -> None:
    application = office.applications.register(a_new_application())
    opened = office.applications.open_case(application, CaseKind.HOUSING_HELP)
    page.show_place(Place(PageId.VEDTAK, Ref("application", opened), "new"))
    vedtak = page.editor.vedtak
    assert vedtak is not None
    office.decisions.save_draft(vedtak, help_granted())
    dialog = page.editor.ask()
    assert dialog is not None
    dialog.accept()
    assert heard.failed == []
    assert office.applications.get(opened).state is ApplicationState.GRANTED
    assert office.applications.get(application).state.undecided
    words = seen(page.made)
    assert "Råd om økonomi, Finne bolig" in words
    assert "Venter på ledig bolig" not in words
    assert not page.made.next_button.isVisible()


def test_what_help_lacks_is_named_and_led_to(page: VedtakPage) -> None:
    _write(page, VedtakKind.HOUSING_HELP, help_granted(disadvantaged=None, wishes_text=""))
    names = [button.text() for button in page.editor.missing.buttons]
    assert names == ["Er personen vanskeligstilt?", "Ønsker"]
    page.editor.missing.buttons[1].click()
    assert Keys(page).at is page.editor.form.field("wishes_text").control
    Keys(page).type("Du vil bo nær skolen.")
    Keys(page).tab()
    _type(page.editor.form, "disadvantaged", True)
    assert page.editor.issue_button.isEnabled()


def test_a_no_to_help_keeps_why_one_is_not_disadvantaged(page: VedtakPage) -> None:
    _write(page, VedtakKind.HOUSING_HELP, help_refused())
    form = page.editor.form
    assert form.field("disadvantaged").value() is False
    assert form.field("refusal_ground").value() is RefusalGround.NOT_DISADVANTAGED
    assert not form.field("help_text").isVisibleTo(page)
    assert page.editor.issue_button.isEnabled()


def test_days_of_a_stay_are_typed_and_told_off(page: VedtakPage) -> None:
    _write(page, VedtakKind.TEMPORARY_STAY, stay_granted(stay_until=None))
    keys = Keys(page)
    page.editor.form.field("stay_until").control.setFocus()
    keys.type("201126")
    keys.tab()
    assert _draft(page).stay_until == date(2026, 11, 20)
    told = page.editor.form.field("stay_until").verdict_words
    assert told == "Dagen er før oppholdet begynner. Sjekk dagene."


def test_services_are_added_by_keyboard_and_can_be_taken_back(page: VedtakPage) -> None:
    _write(page, VedtakKind.MUNICIPAL_DWELLING)
    part, keys = page.editor.form.services, Keys(page)
    part.add_button.setFocus()
    keys.press(Qt.Key.Key_Space)
    for words in ("Bomestring", "Husleien blir betalt", "Miljøteamet"):
        keys.type(words)
        keys.tab()
    (service,) = _draft(page).services
    assert (service.service, service.goal, service.unit) == (
        "Bomestring",
        "Husleien blir betalt",
        "Miljøteamet",
    )
    page.office.history.undo()
    QApplication.processEvents()
    assert [line.words[2] for line in part.lines] == [""]


def test_a_service_that_lacks_its_goal_is_told_on_its_line(page: VedtakPage) -> None:
    _write(page, VedtakKind.MUNICIPAL_DWELLING)
    line = page.editor.form.services.add()
    line.set_values({"service": "Bomestring", "unit": "Teamet"})
    line.left.emit("service")
    assert "hva tjenesten skal forebygge" in line.field("goal").verdict_words
    button = next(b for b in page.editor.missing.buttons if b.text() == "Tjeneste 1")
    button.click()
    assert Keys(page).at is line.field("goal").control


def test_a_condition_to_accept_help_is_stopped_with_the_way_out(page: VedtakPage) -> None:
    _write(page, VedtakKind.MUNICIPAL_DWELLING)
    line = page.editor.form.conditions.add()
    line.set_values({"duty": "Du tar imot oppfølging", "link": "Det trengs"})
    line.left.emit("duty")
    assert line.field("duty").verdict_words.startswith("Vilkår 1: «oppfølging» er hjelp")
    assert "samarbeidsavtalen i stedet" in seen(page)
    assert not page.editor.issue_button.isEnabled()


def test_the_reasons_are_put_in_where_none_are_written(page: VedtakPage, heard: Heard) -> None:
    _write(page, VedtakKind.MUNICIPAL_DWELLING)
    form = page.editor.form
    _type(form, "considerations_text", "Barna trenger ro.")
    form.suggest_button.click()
    draft = _draft(page)
    assert draft.rules_text.startswith("Vi har brukt")
    assert "Alder:" in draft.facts_text
    assert draft.considerations_text == "Barna trenger ro."
    form.suggest_button.click()
    assert heard.told == ["Begrunnelsen er alt skrevet"]
    assert _draft(page) == draft


def test_a_start_package_left_out_asks_why(page: VedtakPage) -> None:
    _write(page, VedtakKind.MUNICIPAL_DWELLING)
    form = page.editor.form
    assert not form.field("no_start_reason").isVisibleTo(page)
    for part in StartPart:
        _type(form, f"start_{part}", False)
    assert form.field("no_start_reason").isVisibleTo(page)
    assert "Hvorfor ingen startpakke" in [b.text() for b in page.editor.missing.buttons]


def test_an_answer_tried_and_taken_back_loses_nothing(page: VedtakPage) -> None:
    _write(page, VedtakKind.MUNICIPAL_DWELLING)
    before = _draft(page)
    _type(page.editor.form, "result", VedtakResult.REFUSED)
    _type(page.editor.form, "result", VedtakResult.GRANTED)
    assert _draft(page) == replace(before, term_months=36)


def test_nights_are_begun_from_the_vedtak_that_gives_them(
    page: VedtakPage, navigator: Navigator, qtbot: QtBot
) -> None:
    office = page.office
    application = _write(page, VedtakKind.TEMPORARY_STAY, stay_granted())
    vedtak = page.editor.vedtak
    assert vedtak is not None
    office.decisions.issue(vedtak)
    page.show_place(Place(PageId.VEDTAK, Ref("vedtak", vedtak)))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the cards made before
    (verb,) = [each for each in page.findChildren(Button) if each.text() == "Nytt opphold"]
    with qtbot.waitSignal(navigator.wanted) as wanted:
        verb.click()
    applicant = office.applications.get(application).applicant
    assert wanted.args == [Place(PageId.STAYS, Ref("person", applicant), "new")]
