"""A protected address on the card: hidden, shown with a reason, taken away, never told."""

from dataclasses import replace

from app.core.ids import Ref
from app.office import Office
from app.people.model import (
    AddressProtection,
)
from tests.factories import registered_person
from tests.ui.household.card_desk import a_family, dialog_of, press, show, words
from ui.household.page import HouseholdPage
from ui.household.person_form import draft_of
from ui.household.shield import ShieldDialog, ShieldDone
from ui.household.story import CHANGES
from ui.kit.dialogs import Dialog


def test_a_confidential_address_is_hidden_until_shown_with_a_reason(
    page: HouseholdPage, office: Office
) -> None:
    kari = registered_person(office, protection=AddressProtection.CONFIDENTIAL)
    show(page, kari)
    assert "Testbakken" not in words(page)
    assert "Postadresse: Skjermet" in words(page.card)

    press(page, "Vis med grunn …")
    dialog_of(page).verb_button.click()
    assert dialog_of(page).form.field("reason").verdict_words.startswith("Skriv en kort grunn")
    dialog_of(page).form.set_values({"reason": "Skal sende nøkkelbrev"})
    dialog_of(page).verb_button.click()
    assert "Postadresse: Testbakken 12, 2211\u00a0Lia" in words(page.card)
    assert "Testbakken" not in page.card.header.subtitle
    assert office.history.latest(1)[0].verb == "address.shown"

    page.about_to_leave()
    assert "Testbakken" not in words(page.card)


def test_one_protected_member_hides_the_address_of_all(page: HouseholdPage, office: Office) -> None:
    kari = a_family(office)
    household = office.people.household_of(kari)
    assert household is not None
    office.people.protect(
        household.members[1].person, AddressProtection.CONFIDENTIAL, "Folkeregisteret"
    )
    show(page, kari)
    assert "Testbakken" not in words(page)

    press(page, "Vis med grunn …")
    dialog_of(page).verb_button.click()
    assert "Testbakken" not in words(page)
    dialog_of(page).form.set_values({"reason": "Skal sende nøkkelbrev"})
    dialog_of(page).verb_button.click()
    assert "Postadresse: Testbakken 12, 2211\u00a0Lia" in words(page.card)
    shown = office.history.latest(1)[0]
    assert (shown.verb, shown.subject) == (
        "address.shown",
        Ref("person", household.members[1].person),
    )


def test_fortrolig_is_set_with_its_source_and_lifted(
    page: HouseholdPage, office: Office, told: list[tuple[str, bool]]
) -> None:
    kari = registered_person(office)
    show(page, kari)
    press(page, "Sett fortrolig …")
    dialog_of(page).form.set_values({"source": "Folkeregisteret"})
    dialog_of(page).verb_button.click()
    assert office.people.get(kari).protection is AddressProtection.CONFIDENTIAL
    assert told == [("Adressesperre endret", False)]

    press(page, "Opphev sperren …")
    dialog_of(page).form.set_values({"source": "Folkeregisteret"})
    dialog_of(page).verb_button.click()
    assert office.people.get(kari).protection is AddressProtection.NONE


def test_skjerm_lists_the_places_asks_once_and_gives_a_receipt(
    page: HouseholdPage, office: Office
) -> None:
    kari = a_family(office)
    show(page, kari)
    press(page, "Skjerm …")
    dialog = page.findChildren(ShieldDialog)[-1]
    said = words(dialog)
    assert "Gjelder: Kari Kanarifugl, Elif Demirova" in said
    assert "Fjernes fra registeret: 1\xa0adresse" in said

    dialog._shield()
    assert dialog.form.field("paper").verdict_words.startswith("Skriv en kort grunn")
    dialog.form.set_values({"source": "Folkeregisteret", "paper": "Safe, perm 4"})
    assert dialog._shield()

    done = page.findChildren(ShieldDone)[-1]
    assert "Papiret ligger: Safe, perm 4" in words(done)
    assert done._paper.startswith(b"%PDF")
    assert office.people.get(kari).protection is AddressProtection.STRICTLY_CONFIDENTIAL
    assert "Testbakken" not in words(page)
    assert "Adressen skal ikke stå i registeret" in words(page.card)


def test_the_timeline_tells_values_but_never_a_hidden_address(
    page: HouseholdPage, office: Office
) -> None:
    kari = a_family(office)
    person = office.people.get(kari)
    office.people.correct(kari, replace(draft_of(person), phone="11 22 33 44"))
    show(page, kari)
    page.card.story.choose(CHANGES)
    assert page.card.timeline.list.rows[0].why == "23.11.2026 · Telefon: 11 22 33 44"

    household = office.people.household_of(kari)
    assert household is not None
    child = household.members[1].person
    office.people.protect(child, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    page.card.timeline.list.select(page.card.timeline.list.rows[-1].key)
    page.card.timeline.list.activate()
    assert "Testbakken" not in words(page.findChildren(Dialog)[-1])
