"""The five letters and the clocks on the page of one application."""

from datetime import date

import pytest

from app.applications.answers.model import LetterDraft, LetterKind
from app.applications.intake.model import PaperKind
from app.applications.model import ApplicationState, Delay
from app.core.clock import FixedClock
from app.core.ids import ApplicationId, DocumentId, Ref
from app.letters.model import Channel
from app.office import Office
from app.people.model import AddressProtection
from tests.app.applications.conftest import a_new_application
from tests.factories import a_person
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.applications.application_page import ApplicationPage
from ui.applications.letter_dialogs import LetterView
from ui.applications.state_verbs import VERBS
from ui.kit.buttons import Button
from ui.navigation import PageId, Place


@pytest.fixture
def application(office: Office) -> ApplicationId:
    """Received three weeks ago."""
    return office.applications.register(a_new_application())


def begin(page: ApplicationPage, application: ApplicationId, kind: LetterKind) -> LetterView:
    """As a button or a gjøremål opens it."""
    page.show_place(Place(PageId.APPLICATION, Ref("application", application), kind.value))
    view = page.write(kind)
    assert view is not None
    assert view.isVisible()
    return view


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind != LetterKind.DELAY_NOTICE])
def test_a_letter_is_ready_made_when_it_is_opened(
    page: ApplicationPage, application: ApplicationId, kind: LetterKind
) -> None:
    view = begin(page, application, kind)
    assert view.issue_button.isEnabled()
    assert view.desk.lacking == ""
    assert view.desk.view is not None


def test_a_delay_notice_asks_for_its_day_and_its_reason(
    page: ApplicationPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    view = begin(page, application, LetterKind.DELAY_NOTICE)
    assert view.desk.lacking == "Skriv dagen først."
    view.form.set_values({"day": date(2026, 12, 18)})
    assert not view.show_letter()
    assert view.form.field("reason").verdict_words.startswith("Velg hvorfor svaret tar tid")
    view.form.set_values({"delay": Delay.QUEUE})
    assert view.show_letter()
    dialog = view.ask()
    assert dialog is not None
    dialog.accept()
    assert [row.number for row in office.letters.to_send()] == ["B-2026-1"]
    assert heard.told == ["Melding om forsinkelse laget. Det ligger under «Brev»"]
    assert page.known.isVisible()


def test_what_is_unticked_in_the_form_is_ticked_in_the_letter(
    page: ApplicationPage, office: Office, application: ApplicationId
) -> None:
    view = begin(page, application, LetterKind.MISSING_PAPERS)
    missing = frozenset(paper.kind for paper in office.intake.missing_papers(application))
    assert view.form.values()["papers"] == missing
    view.form.set_values({"papers": frozenset({PaperKind.INCOME})})
    view.issue()
    assert office.applications.get(application).state is ApplicationState.INCOMPLETE
    assert "Papirer innen" in seen(page)


def test_a_day_in_a_weekend_is_told_beside_the_field(
    page: ApplicationPage, application: ApplicationId
) -> None:
    view = begin(page, application, LetterKind.STILL_NEED)
    view.form.set_values({"day": date(2026, 12, 12)})
    assert not view.show_letter()
    assert view.form.field("day").verdict_words.startswith("Dette er en helg")


def test_a_letter_for_strengt_fortrolig_must_be_printed_now(
    page: ApplicationPage, office: Office, heard: Heard
) -> None:
    strict = a_person(
        address=None,
        protection=AddressProtection.STRICTLY_CONFIDENTIAL,
        protection_source="Folkeregisteret",
    )
    application = office.applications.register(
        a_new_application(applicant=strict, present_housing="")
    )
    begin(page, application, LetterKind.STILL_NEED).issue()
    assert "Skriv det ut nå" in seen(page.window())
    assert heard.failed == []


def test_the_clocks_stand_in_words_each_with_its_letter(
    page: ApplicationPage, office: Office, heard: Heard, application: ApplicationId
) -> None:
    draft = LetterDraft(LetterKind.DELAY_NOTICE, date(2026, 12, 18), Delay.QUEUE)
    document = office.answers.issue(application, draft)
    assert isinstance(document, int)
    office.letters.sent(DocumentId(int(document)), date(2026, 11, 23), Channel.LETTER, "post")
    page.show_place(Place(PageId.APPLICATION, Ref("application", application)))
    words = seen(page).replace("\u00a0", " ")
    for said in ("Ventet 21 dager", "Lovet svar 18.12.2026", "Søknaden gjelder til 02.11.2027"):
        assert said in words
    (button,) = [b for b in page.known.findChildren(Button) if b.text() == "Si fra om ny dag"]
    button.click()
    assert heard.places[-1] == Place(
        PageId.APPLICATION, Ref("application", application), "delay_notice"
    )


def test_a_lapse_without_a_warning_is_told_beside_the_day(
    page: ApplicationPage, application: ApplicationId
) -> None:
    page.show_place(Place(PageId.APPLICATION, Ref("application", application)))
    dialog = page.known.ask(VERBS[ApplicationState.LAPSED])
    assert dialog is not None
    dialog.form.set_values({"reason": "ikke hørt fra"})
    assert not dialog.attempt()
    words = dialog.form.field("since").verdict_words
    assert words.startswith("Søkeren må først få brev om at søknaden bortfaller")


def test_a_confirmed_need_is_seen_at_once(
    page: ApplicationPage, office: Office, clock: FixedClock, application: ApplicationId
) -> None:
    page.show_place(Place(PageId.APPLICATION, Ref("application", application)))
    office.answers.confirm(application, clock.today(), a_new_application().channel)
    assert "Søknaden gjelder til 23.11.2027" in seen(page).replace("\u00a0", " ")


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_fits_a_small_window_and_speaks(
    page: ApplicationPage, application: ApplicationId, kind: LetterKind
) -> None:
    view = begin(page, application, kind)
    hint = view.minimumSizeHint()
    assert hint.width() <= 900
    assert hint.height() <= 540
    assert walker.unnamed_focusables(view) == []
    assert walker.roleless_focusables(view.form) == []
    assert walker.silent_icon_buttons(view) == []
    assert walker.rich_labels(view) == []
