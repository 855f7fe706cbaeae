"""Who they are: addresses from a day, numbers, and who lives with whom."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.office import Office
from app.people.model import (
    PersonDraft,
)
from tests.factories import registered_person
from tests.ui.household.card_desk import a_family, dialog_of, press, show, soft, words
from ui.household.page import HouseholdPage
from ui.household.picker import PersonPicker


def test_a_new_address_from_a_day_is_saved_told_and_undone(
    page: HouseholdPage, office: Office, told: list[tuple[str, bool]]
) -> None:
    kari = a_family(office)
    show(page, kari)
    press(page, "Ny adresse …")
    form = dialog_of(page).form
    form.set_values({"address": "Prøvegata 7", "postal_code": "2211", "postal_place": "Lia"})
    dialog_of(page).verb_button.click()

    assert "Prøvegata 7, 2211\u00a0Lia" in page.card.header.subtitle
    assert told[0][1]
    office.history.undo()
    assert "Testbakken 12" in page.card.header.subtitle


def test_an_address_without_a_line_is_refused_beside_the_field(
    page: HouseholdPage, office: Office
) -> None:
    show(page, a_family(office))
    press(page, "Ny adresse …")
    dialog_of(page).verb_button.click()

    assert dialog_of(page).form.field("address").verdict_words.startswith("Skriv gate og nummer")
    assert dialog_of(page).isVisible()


def test_a_second_number_takes_over_and_both_are_kept_masked(
    page: HouseholdPage, office: Office
) -> None:
    kari = a_family(office)
    show(page, kari)
    press(page, "Nytt nummer …")
    dialog_of(page).form.set_values({"national_id": "17912099997"})
    dialog_of(page).verb_button.click()

    said = words(page.card)
    assert "Gjelder nå: 179120 •••••" in said
    assert "Til 23.11.2026: 158885 •••••" in said


def test_someone_moves_in_and_out(
    page: HouseholdPage, office: Office, qtbot: QtBot, told: list[tuple[str, bool]]
) -> None:
    show(page, a_family(office))
    office.people.register(PersonDraft("Jonas", "Eksempeldal"))
    press(page, "Flytt inn …")
    picker = page.findChildren(PersonPicker)[-1]
    assert not dialog_of(page).verb_button.isEnabled()
    QTest.keyClicks(picker.search, "eksemp")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    dialog_of(page).verb_button.click()
    assert soft(page.card.header.subtitle).startswith("Husstand 1 · 2 voksne, 1 barn")

    press(page, "Flytt ut …")
    member = page.card.household.members[-1].id if page.card.household else 0
    dialog_of(page).form.set_values({"member": member})
    dialog_of(page).verb_button.click()
    assert soft(page.card.header.subtitle).startswith("Husstand 1 · 1 voksen, 1 barn")
    assert [undo for _, undo in told] == [True, True]


def test_a_household_is_made_for_one_who_has_none(page: HouseholdPage, office: Office) -> None:
    show(page, registered_person(office))
    assert page.card.header.subtitle.startswith("Ingen husstand")
    press(page, "Lag husstand …")
    dialog_of(page).verb_button.click()

    assert soft(page.card.header.subtitle).startswith("Husstand 1 · 1 voksen")
