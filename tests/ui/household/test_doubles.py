"""Two records of one person: told, seen side by side, joined and taken apart."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.office import Office
from app.people.model import (
    PersonDraft,
)
from tests.factories import registered_person
from tests.ui.household.card_desk import press, show, words
from ui.household.join import JoinDialog
from ui.household.page import HouseholdPage
from ui.household.who import Verb


def test_two_records_are_seen_side_by_side_joined_and_taken_apart(
    page: HouseholdPage, office: Office, told: list[tuple[str, bool]]
) -> None:
    kari = registered_person(office)
    double = office.people.register(PersonDraft("Karl", "Kanarifugl", phone="11 11 11 11"))
    show(page, kari)
    page.do(Verb.JOIN)
    dialog = page.findChildren(JoinDialog)[-1]
    assert not dialog.join_button.isEnabled()
    QTest.keyClicks(dialog.picker.search, "karl kan")
    QTest.keyClick(dialog.picker.search, Qt.Key.Key_Return)
    said = words(dialog)
    assert "Navn: Kari Kanarifugl" in said
    assert "Telefon: 11 11 11 11" in said
    dialog.join_button.click()

    assert office.people.get(double).merged_into == kari
    assert told == [("Oppføringer slått sammen", True)]
    show(page, double)
    assert page.card.header.title == "Kari Kanarifugl"
    office.history.undo()
    assert office.people.get(double).merged_into is None


def test_a_likely_double_is_told_with_a_way_to_compare(page: HouseholdPage, office: Office) -> None:
    kari = registered_person(office)
    born = office.people.get(kari).birth_date
    office.people.register(PersonDraft("Kari", "Kanarifugl", birth_date=born))
    show(page, kari)
    assert "Kan være samme person som Kari Kanarifugl" in words(page.card)

    press(page, "Se side om side")
    assert page.findChildren(JoinDialog)[-1].join_button.isEnabled()
