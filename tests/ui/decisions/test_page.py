"""The vedtak editor: typed, shown as a letter, made once, and what comes after."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationState
from app.core.ids import ApplicationId, Ref
from app.decisions.model import (
    OtherMeans,
    RefusalGround,
    VedtakDraft,
    VedtakResult,
    VedtakState,
)
from app.letters.model import Channel
from app.office import Office
from app.people.model import AddressProtection
from tests.app.applications.conftest import a_new_application
from tests.app.decisions.desk import a_grant, a_refusal
from tests.factories import a_person, registered_dwelling
from tests.ui import walker
from tests.ui.applications.desk import Heard, Keys, seen
from ui.decisions.page import VedtakPage
from ui.kit import palette
from ui.kit.beside import PaperDialog
from ui.kit.buttons import Button
from ui.kit.form import Form
from ui.kit.palette import Scheme
from ui.navigation import Navigator, PageId, Place


@pytest.fixture
def application(office: Office) -> ApplicationId:
    """Received three weeks ago, needing two bedrooms."""
    return office.applications.register(a_new_application(bedrooms=2))


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


def _write(page: VedtakPage, application: ApplicationId, task: str = "new") -> None:
    """Open the draft, and tick that one is habil, which every vedtak asks for."""
    page.show_place(Place(PageId.VEDTAK, Ref("application", application), task))
    if page.editor.vedtak is not None:
        page.editor.form.field("caseworker_impartial").set_value(True)
        page.editor.save()
    QApplication.processEvents()


def _fill(page: VedtakPage, draft: VedtakDraft) -> None:
    """What an officer would type, kept and shown."""
    vedtak = page.editor.vedtak
    assert vedtak is not None
    known = page.office.decisions.get(vedtak).draft
    page.office.decisions.save_draft(vedtak, replace(draft, kind=known.kind))
    QApplication.processEvents()


def _letter(page: VedtakPage) -> str:
    QApplication.processEvents()
    view = page.editor.desk.view
    assert view is not None
    return " ".join(view.as_text.toPlainText().split())


def _type(form: Form, name: str, value: object) -> None:
    """Put a value in a field and leave it."""
    form.field(name).set_value(value)
    form.left.emit(name)


def test_a_vedtak_begins_with_what_is_known_and_its_letter(
    page: VedtakPage, application: ApplicationId
) -> None:
    _write(page, application)
    editor = page.editor
    assert editor.header.subtitle.startswith("Kari")
    assert editor.form.field("dwelling_words").value() == "2 soverom"
    assert editor.form.field("term_months").value() == 36
    assert editor.form.field("appeal_body").value() == "Lia kommunale klagenemnd"
    assert "Du får leie kommunal bolig i tre år" in _letter(page)


def test_what_is_typed_is_saved_and_stands_in_the_letter(
    page: VedtakPage, office: Office, application: ApplicationId
) -> None:
    _write(page, application)
    keys = Keys(page)
    page.editor.form.field("facts_text").control.setFocus()
    keys.type("Du bor i mottak med tre barn.")
    keys.tab()
    vedtak = page.editor.vedtak
    assert vedtak is not None
    assert office.decisions.get(vedtak).draft.facts_text == "Du bor i mottak med tre barn."
    assert "Du bor i mottak med tre barn." in _letter(page)
    assert "lagret kl." in page.editor.header.subtitle.replace("\u00a0", " ")


def test_a_refusal_shows_its_own_parts_and_says_what_is_missing(
    page: VedtakPage, application: ApplicationId
) -> None:
    _write(page, application)
    form = page.editor.form
    dwelling, conditions, guidance = form.parts()
    assert dwelling.isVisibleTo(page)
    assert not guidance.isVisibleTo(page)
    assert not form.field("refusal_ground").isVisibleTo(page)
    _type(form, "result", VedtakResult.REFUSED)
    assert not dwelling.isVisibleTo(page)
    assert not conditions.isVisibleTo(page)
    assert guidance.isVisibleTo(page)
    assert form.field("refusal_ground").isVisibleTo(page)
    assert not page.editor.issue_button.isEnabled()
    assert "Kan ikke fattes ennå." in page.editor.desk.lacking
    assert "4 til mangler." in page.editor.desk.lacking
    assert form.field("facts_text").verdict_words == ""
    _type(form, "facts_text", None)
    assert form.field("facts_text").verdict_words == "Skriv hvilke fakta du har lagt vekt på."
    assert "Du får ikke leie kommunal bolig nå" in _letter(page)


def test_why_it_is_off_is_said_in_a_narrow_window_too(
    dressed: QApplication, page: VedtakPage, application: ApplicationId
) -> None:
    _write(page, application)
    _type(page.editor.form, "result", VedtakResult.REFUSED)
    for width in (1240, 900, 1240):
        page.resize(width, 540)
        assert "Kan ikke fattes ennå." in seen(page)


def test_a_refusal_that_is_whole_can_be_made(
    page: VedtakPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    _write(page, application)
    form = page.editor.form
    _fill(page, a_refusal(other_means=(), guidance_text=""))
    assert not page.editor.issue_button.isEnabled()
    _type(form, f"means_{OtherMeans.BOSTOTTE}", True)
    assert page.editor.issue_button.isEnabled()
    assert form.field("refusal_ground").value() is RefusalGround.CAN_SOLVE_OTHERWISE
    dialog = page.editor.ask()
    assert dialog is not None
    dialog.accept()
    assert office.applications.get(application).state is ApplicationState.REFUSED
    assert not page.made.next_button.isVisible()
    assert "Kan løse det på annen måte" in seen(page.made)


def test_a_short_term_is_told_beside_the_field_with_its_remedy(
    page: VedtakPage, application: ApplicationId
) -> None:
    _write(page, application)
    form = page.editor.form
    _type(form, "term_months", 12)
    assert form.field("term_months").verdict_words == "Leietiden er kortere enn 36 måneder."
    assert [button.text() for button in page.editor.missing.buttons] == ["Grunn til kort leietid"]
    _type(form, "short_reason", "Huset skal rives neste år.")
    assert page.editor.issue_button.isEnabled()
    assert "Bruk 36" in [button.text() for button in form.findChildren(type(
        page.editor.issue_button))]  # fmt: skip


def test_conditions_are_written_with_their_links(
    page: VedtakPage, office: Office, application: ApplicationId
) -> None:
    _write(page, application)
    part = page.editor.form.conditions
    keys = Keys(page)
    part.add_button.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert keys.at.accessibleName() == "Vilkår 1"
    keys.type("Vi møtes hver måned")
    keys.tab()
    assert not page.editor.issue_button.isEnabled()
    assert "Vilkår 1: Skriv hvorfor" in page.editor.desk.lacking
    assert keys.at.accessibleName() == "Hvorfor det trengs"
    keys.type("Da kan vi hjelpe i tide")
    keys.tab()
    assert page.editor.issue_button.isEnabled()
    assert "Vi møtes hver måned." in _letter(page)
    vedtak = page.editor.vedtak
    assert vedtak is not None
    assert len(office.decisions.get(vedtak).draft.conditions) == 1
    assert len(part.lines) == 1


def test_a_vedtak_is_asked_once_then_made_and_says_what_is_next(
    page: VedtakPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    dwelling = registered_dwelling(office)
    _write(page, application, f"dwelling {dwelling}")
    assert page.editor.form.field("dwelling").value() == dwelling
    dialog = page.editor.ask()
    assert dialog is not None
    assert "kan ikke endres etterpå" in seen(dialog)
    dialog.reject()
    vedtak = page.editor.vedtak
    assert vedtak is not None
    assert office.decisions.get(vedtak).state is VedtakState.DRAFT
    again = page.editor.ask()
    assert again is not None
    again.accept()
    assert heard.told == ["Vedtak fattet. Brevet ligger under «Brev»"]
    assert heard.undoable == [False]
    words = seen(page.made)
    assert "Brevet er laget, men ikke sendt." in words
    assert "Ødegårdsvegen 4, H0201" in words
    assert "ikke sendt" in words
    page.made.next_button.click()
    assert heard.places[-1] == Place(PageId.LEASE, Ref("vedtak", vedtak), "new")
    letter = office.letters.to_send()[0]
    office.letters.sent(letter.id, date(2026, 11, 23), Channel.LETTER, "Posten")
    assert "Brevet ble sendt 23.11.2026." in seen(page.made)
    assert "17.12.2026" in seen(page.made)


def test_a_letter_that_came_back_stops_the_time_to_complain(
    page: VedtakPage, office: Office, application: ApplicationId
) -> None:
    _write(page, application)
    page.editor.issue()
    letter, today = office.letters.to_send()[0], office.clock.today()
    office.letters.sent(letter.id, today, Channel.LETTER, "Posten")
    office.letters.returned(letter.id, today, "Ukjent på adressen")

    words = seen(page.made)
    assert "Løper ikke, brevet kom i retur" in words
    assert "Brevet ble sendt" not in words

    office.letters.sent(letter.id, today, Channel.LETTER, "Posten")
    assert "Løper ikke" not in seen(page.made)


def test_without_a_vacant_dwelling_the_next_step_is_the_list(
    page: VedtakPage, heard: Heard, application: ApplicationId
) -> None:
    _write(page, application)
    page.editor.issue()
    assert page.made.next_button.text() == "Foreslå bolig"
    page.made.next_button.click()
    assert heard.places[-1] == Place(PageId.WAITING_LIST, Ref("application", application))


def test_a_draft_is_thrown_away_and_can_be_had_back(
    page: VedtakPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    _write(page, application)
    vedtak = page.editor.vedtak
    page.editor.discard()
    assert heard.told == ["Utkast til vedtak kastet"]
    assert office.decisions.rows(application) == ()
    office.history.undo()
    assert [row.id for row in office.decisions.rows(application)] == [vedtak]


def test_one_granted_in_a_list_taken_over_gets_a_vedtak_and_the_dwelling(
    page: VedtakPage, office: Office, heard: Heard
) -> None:
    granted = ApplicationState.GRANTED_WAITING
    application = office.applications.register(a_new_application(bedrooms=2, state=granted))
    dwelling = registered_dwelling(office)
    _write(page, application, f"dwelling {dwelling}")
    assert heard.failed == []
    page.editor.issue()
    assert office.applications.get(application).state is ApplicationState.ALLOCATED
    assert page.made.next_button.text() == "Lag leieavtale"
    _write(page, application)
    assert [error.code for error in heard.failed] == ["application_decided"]


def test_one_already_answered_is_told_and_not_drafted(
    page: VedtakPage, heard: Heard, application: ApplicationId, office: Office
) -> None:
    office.applications.take(
        application, ApplicationState.WITHDRAWN, date(2026, 11, 23), "ringte selv"
    )
    _write(page, application)
    assert [error.code for error in heard.failed] == ["application_decided"]


def test_a_confidential_address_is_in_neither_the_draft_nor_on_the_page_after(
    page: VedtakPage, office: Office
) -> None:
    person = a_person(protection=AddressProtection.CONFIDENTIAL, protection_source="Fr")
    draft = a_new_application(applicant=person, present_housing="")
    application = office.applications.register(draft)
    _write(page, application)
    assert "Testbakken" not in _letter(page)
    _fill(page, a_grant())
    page.editor.issue()
    assert "Åpne det under «Brev», med grunn." in seen(page.made)
    assert "Testbakken" not in walker.spoken_tree(page)


def test_strengt_fortrolig_is_printed_and_not_kept(
    page: VedtakPage, office: Office, heard: Heard
) -> None:
    person = replace(
        a_person(),
        address=None,
        protection=AddressProtection.STRICTLY_CONFIDENTIAL,
        protection_source="Folkeregisteret",
    )
    draft = a_new_application(applicant=person, present_housing="")
    application = office.applications.register(draft)
    _write(page, application)
    _fill(page, a_grant())
    page.editor.issue()
    assert heard.failed == []
    assert page.findChildren(PaperDialog) != []
    assert "bare på papir" in seen(page.made.desk)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_it_fits_a_small_window_and_speaks(
    dressed: QApplication,
    page: VedtakPage,
    office: Office,
    scheme: Scheme,
    application: ApplicationId,
) -> None:
    palette.apply(dressed, scheme)
    _write(page, application)
    page.editor.form.conditions.add()
    _speaks_and_fits(dressed, page)
    page.editor.issue()
    _speaks_and_fits(dressed, page)


def _speaks_and_fits(dressed: QApplication, page: VedtakPage) -> None:
    page.resize(900, 540)
    dressed.processEvents()
    assert page.minimumSizeHint().width() <= 900
    assert page.minimumSizeHint().height() <= 540
    assert walker.unnamed_focusables(page) == []
    # the pages as a picture: what they say stands in «vis som tekst»
    assert set(walker.roleless_focusables(page)) <= {"QScrollArea"}
    assert walker.silent_icon_buttons(page) == []
    assert walker.rich_labels(page) == []


def test_what_the_letter_lacks_is_named_beside_it_and_leads_to_its_field(
    dressed: QApplication, page: VedtakPage, application: ApplicationId
) -> None:
    _write(page, application)
    form, missing = page.editor.form, page.editor.missing
    assert not missing.isVisible()
    _type(form, "result", VedtakResult.REFUSED)
    names = [button.text() for button in missing.buttons]
    assert names == ["Regler", "Fakta", "Hensyn", "Grunn til avslaget", "Annen hjelp"]
    missing.buttons[2].click()
    assert Keys(page).at is form.field("considerations_text").control
    Keys(page).type("Andre trenger den mer.")
    Keys(page).tab()
    assert "Hensyn" not in [button.text() for button in missing.buttons]
    page.resize(900, 540)
    dressed.processEvents()
    choice = page.editor._beside.choice
    choice.set_value("paper")
    choice.chosen.emit("paper")
    dressed.processEvents()
    assert missing.isVisible()
    missing.buttons[-1].click()
    assert form.isVisible()
    assert walker.unnamed_focusables(page) == []


def test_a_condition_without_its_reason_is_led_to(
    page: VedtakPage, application: ApplicationId
) -> None:
    _write(page, application)
    line = page.editor.form.conditions.add()
    line.set_values({"duty": "Du møter til samtale hver måned"})
    line.left.emit("duty")
    button = page.editor.missing.buttons[0]
    assert button.text() == "Vilkår 1"
    assert "hvorfor vilkåret trengs" in button.accessibleDescription()
    button.click()
    assert Keys(page).at is page.editor.form.conditions.lines[0].field("link").control


def test_one_who_is_granted_already_is_not_refused_and_told_what_to_do(
    page: VedtakPage, office: Office
) -> None:
    state = ApplicationState.GRANTED_WAITING
    application = office.applications.register(a_new_application(bedrooms=2, state=state))
    _write(page, application)
    form = page.editor.form
    _type(form, "result", VedtakResult.REFUSED)
    assert form.field("result").verdict_words.startswith("Søknaden er alt innvilget")
    assert "Vil søkeren ikke ha bolig lenger" in seen(page)
    assert page.editor.missing.buttons[0].text() == "Svar på søknaden"
    assert "Søknaden er alt innvilget" in page.editor.desk.lacking
    remedy = next(b for b in form.findChildren(Button) if b.text() == "Bruk Innvilget")
    remedy.click()
    assert form.field("result").verdict_words == ""
    assert page.editor.issue_button.isEnabled()
