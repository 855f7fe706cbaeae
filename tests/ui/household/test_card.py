"""The household card: one story after the other, on a real register."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.core.text import HARD_BLANK
from app.office import Office
from app.people.model import (
    HouseholdKind,
    MemberDraft,
    PersonDraft,
    Presence,
    Role,
)
from tests.factories import registered_person
from tests.ui.walker import spoken_tree
from ui.household.page import HouseholdPage
from ui.household.picker import PersonPicker
from ui.kit.ask import AskDialog
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> HouseholdPage:
    """The page, in sight; what it does to the register comes back to it."""
    made = HouseholdPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1040, 760)
    made.show()
    office.listen(made.learn)
    return made


def show(page: HouseholdPage, person: PersonId) -> None:
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", person)))


def words(widget: QWidget) -> str:
    """All that is said in sight, on one line."""
    return spoken_tree(widget).replace("\n", " | ")


def soft(text: str) -> str:
    """With plain blanks."""
    return text.replace(HARD_BLANK, " ")


def dialog_of(page: HouseholdPage) -> AskDialog:
    return page.findChildren(AskDialog)[-1]


def press(page: HouseholdPage, name: str) -> None:
    """Press a verb on the card by its words."""
    button = next(
        b
        for b in page.card.findChildren(QPushButton)
        if b.accessibleName() == name and not b.isHidden()
    )
    button.click()


@pytest.fixture
def told(page: HouseholdPage) -> list[tuple[str, bool]]:
    said: list[tuple[str, bool]] = []
    page.navigator.told.connect(lambda words, undo: said.append((words, undo)))
    return said


def a_family(office: Office) -> PersonId:
    """Kari with a child."""
    kari = registered_person(office)
    child = office.people.register(PersonDraft("Elif", "Demirova"))
    office.people.found_household(
        HouseholdKind.SINGLE_PARENT,
        (
            MemberDraft(kari, Role.APPLICANT),
            MemberDraft(child, Role.CHILD, Presence.VISITS),
        ),
    )
    return kari


def test_the_card_says_who_they_are_where_and_what_has_happened(
    page: HouseholdPage, office: Office
) -> None:
    show(page, a_family(office))

    assert page.card.header.title == "Kari Kanarifugl"
    assert (
        soft(page.card.header.subtitle) == "Husstand 1 · 1 voksen, 1 barn · Testbakken 12, 2211 Lia"
    )
    said = words(page.card)
    assert "Gjelder nå: 158885 •••••" in said
    assert "Telefon: 99 99 99 99" in said
    titles = [row.title for row in page.card.timeline.list.rows]
    assert titles == ["Husstand opprettet", "Person registrert"]


def test_a_new_address_from_a_day_is_saved_told_and_undone(
    page: HouseholdPage, office: Office, told: list[tuple[str, bool]]
) -> None:
    kari = a_family(office)
    show(page, kari)
    press(page, "Ny adresse …")
    form = dialog_of(page).form
    form.set_values({"address": "Prøvegata 7", "postal_code": "2211", "postal_place": "Lia"})
    dialog_of(page).verb_button.click()

    assert "Prøvegata 7, 2211 Lia" in page.card.header.subtitle
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
