"""«Samarbeidsavtale» on a person's follow-up: written, printed, signed, ended."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.ids import PersonId, Ref
from app.followup.agreements.model import AgreementState
from app.office import Office
from tests.app.followup.agreements.papers import DRAFT
from tests.factories import registered_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.followup.agreement.letters import AGREEMENT_WRITE, AgreementDesk
from ui.followup.agreement.part import AgreementPart
from ui.followup.parts import AGREEMENT
from ui.followup.person import PersonFollowupPage
from ui.navigation import PageId, Place
from ui.parted_page import PartedView


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


def part(page: PersonFollowupPage, person: PersonId) -> AgreementPart:
    page.show_place(Place(PageId.PERSON_FOLLOWUP, Ref("person", person), AGREEMENT))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, AgreementPart)
    return page.view.part


def desk(page: PersonFollowupPage, person: PersonId) -> AgreementDesk:
    page.show_place(Place(PageId.PERSON_FOLLOWUP, Ref("person", person), AGREEMENT_WRITE))
    assert isinstance(page.view, AgreementDesk)
    return page.view


def test_an_empty_page_says_the_next_step(page: PersonFollowupPage, kari: PersonId) -> None:
    shown = part(page, kari)
    assert "Ingen samarbeidsavtale" in spoken_tree(shown)
    assert unnamed_focusables(shown) == []
    shown.write_button.click()
    assert isinstance(page.view, AgreementDesk)
    assert unnamed_focusables(page.view) == []
    page.view.leave()


def test_doc_10_a_threat_is_told_beside_its_field_and_not_kept(
    page: PersonFollowupPage, office: Office, kari: PersonId, told: list[str]
) -> None:
    office.agreements.write(kari, DRAFT)
    shown = desk(page, kari)
    assert shown.issue_button.isEnabled()
    shown.form.field("if_broken").set_value("Da mister du boligen.")
    assert not shown.show_letter()
    assert "trussel" in shown.form.field("if_broken").verdict_words
    assert not shown.issue_button.isEnabled()
    shown.leave()
    assert "trussel" in told[-1]
    (kept,) = office.agreements.of(kari)
    assert kept.draft == DRAFT


def test_what_is_written_is_kept_when_the_desk_is_left(
    page: PersonFollowupPage, office: Office, kari: PersonId
) -> None:
    shown = desk(page, kari)
    shown.form.field("purpose").set_value("Ro hjemme")
    shown.leave()
    (kept,) = office.agreements.of(kari)
    assert kept.draft.purpose == "Ro hjemme"
    after = part(page, kari)
    assert after.sign_button is not None
    assert not after.sign_button.isEnabled()


def test_the_agreement_is_made_signed_and_ended(
    page: PersonFollowupPage, office: Office, kari: PersonId
) -> None:
    office.agreements.write(kari, DRAFT)
    desk(page, kari).issue()
    assert len(office.letters.of(Ref("person", kari))) == 1
    shown = part(page, kari)
    assert shown.sign_button is not None
    (kept,) = office.agreements.of(kari)
    shown.dialogs.sign(kept.id).attempt()
    assert office.agreements.get(kept.id).state is AgreementState.SIGNED
    shown = part(page, kari)
    assert shown.end_button is not None
    dialog = shown.dialogs.end(kept.id)
    dialog.attempt()
    assert office.agreements.get(kept.id).state is AgreementState.SIGNED
    dialog.form.field("reason").set_value("Trengs ikke lenger")
    dialog.attempt()
    assert office.agreements.get(kept.id).state is AgreementState.ENDED
    assert "Trengs ikke lenger" in spoken_tree(part(page, kari))


def test_an_agreement_whose_day_is_here_is_told(
    page: PersonFollowupPage, office: Office, kari: PersonId
) -> None:
    soon = office.clock.today() + timedelta(days=1)
    made = office.agreements.write(kari, replace(DRAFT, evaluation_on=soon))
    office.agreements.sign(made)
    known = office.agreements.get(made)
    assert not known.to_evaluate(office.clock.today())
    assert known.to_evaluate(soon)
    assert "Dere skulle se på avtalen" not in spoken_tree(part(page, kari))
