"""«Ny søknad» by keyboard: from the name to the registered application."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationState, Channel, NeedCategory
from app.core.ids import ApplicationId
from app.office import Office
from app.people.model import AddressProtection, Role
from tests.factories import CANARY_NAME, a_number, registered_person
from tests.ui.applications.desk import Heard, Keys, seen
from ui.applications.application_page import ApplicationPage
from ui.kit.form import ProblemChip
from ui.navigation import PageId, Place

NEW = Place(PageId.APPLICATION, task="new")
NUMBER = a_number(date(1988, 3, 14), 0)


def _registered(heard: Heard) -> ApplicationId:
    ref = heard.places[-1].ref
    assert ref is not None
    assert ref.kind == "application"
    return ApplicationId(ref.id)


def test_a_stranger_with_a_child_is_registered_without_the_mouse(
    page: ApplicationPage, office: Office, heard: Heard, qtbot: QtBot
) -> None:
    page.show_place(NEW)
    keys = Keys(page)
    assert keys.at.accessibleName() == "Finn på navn eller fødselsnummer"
    keys.type("Ingunn Sølvberg")
    keys.press(Qt.Key.Key_Return)
    assert keys.at.accessibleName() == "Fødselsnummer, valgfritt"
    keys.type(NUMBER)
    _tab_to(keys, "Mottatt")
    keys.press(Qt.Key.Key_A, ctrl=True)
    keys.type("2.11.")
    _tab_to(keys, "Legg til person")
    keys.press(Qt.Key.Key_Space)
    assert keys.at.accessibleName() == "Hvem"
    keys.tab()
    keys.type("Elias Sølvberg")
    keys.tab()
    keys.type("4.5.2019")
    _tab_to(keys, "A1 Mangler tak over hodet kommende natt")
    keys.press(Qt.Key.Key_Down, times=4)
    keys.press(Qt.Key.Key_Space)
    _tab_to(keys, "Soverom, valgfritt")
    keys.type("2")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    qtbot.waitUntil(lambda: bool(heard.told))
    assert heard.told == ["Søknad registrert"]
    assert heard.undoable == [True]
    known = office.applications.get(_registered(heard))
    assert known.name == "Ingunn Sølvberg"
    assert known.received_on == date(2026, 11, 2)
    assert known.draft.channel is Channel.PAPER_FORM
    assert known.draft.needs == {NeedCategory.WITH_FRIENDS_OR_FAMILY}
    assert known.draft.bedrooms == 2
    members = office.people.household(known.household).members
    assert [(member.name, member.role) for member in members] == [
        ("Ingunn Sølvberg", Role.APPLICANT),
        ("Elias Sølvberg", Role.CHILD),
    ]
    assert members[1].birth_date == date(2019, 5, 4)
    assert keys.count < 110


def _tab_to(keys: Keys, name: str) -> None:
    for _ in range(40):
        keys.tab()
        if keys.at.accessibleName() == name:
            return
    raise AssertionError(f"{name} is not reached by Tab; now at {keys.at.accessibleName()}")


def test_someone_known_is_found_while_typing_and_tells_no_address(
    page: ApplicationPage, office: Office, heard: Heard
) -> None:
    registered_person(office, protection=AddressProtection.CONFIDENTIAL, protection_source="Fr")
    page.show_place(NEW)
    keys = Keys(page)
    keys.type("kanari")
    rows = page.new.form.finder.hits.rows
    assert rows[0].title == f"Kari {CANARY_NAME}"
    assert rows[-1].title == "Ny person: kanari"
    assert "Testbakken" not in " ".join(row.spoken for row in rows)
    assert rows[0].end_chip is not None
    keys.press(Qt.Key.Key_Return)
    assert page.new.form.finder.name == f"Kari {CANARY_NAME}"
    assert keys.at.accessibleName() == "Mottatt"
    assert "Testbakken" not in seen(page)
    page.new.register()
    assert office.applications.get(_registered(heard)).state is ApplicationState.RECEIVED


def test_a_number_that_is_known_chooses_its_owner(
    page: ApplicationPage, office: Office, heard: Heard
) -> None:
    owner = registered_person(office, national_id=NUMBER)
    page.show_place(NEW)
    keys = Keys(page)
    keys.type("Feil Navn")
    keys.press(Qt.Key.Key_Return)
    keys.type(NUMBER)
    keys.tab()
    assert page.new.form.finder.person == owner
    assert heard.told == [f"Nummeret hører til Kari {CANARY_NAME}, som er valgt"]


def test_what_is_wrong_stands_beside_its_field(page: ApplicationPage, heard: Heard) -> None:
    page.show_place(NEW)
    form = page.new.form
    assert not page.new.register_button.isEnabled()
    assert "Skriv hvem som søker først" in seen(page)
    Keys(page).type("Ola Testmo")
    Keys(page).press(Qt.Key.Key_Return)
    form.set_values({"received_on": date(2026, 12, 24)})
    page.new.register()
    assert form.field("received_on").verdict_words.startswith("Datoen har ikke vært ennå")
    chip = page.new.findChildren(ProblemChip)[0]
    assert chip.text() == "1 feil å rette"
    assert heard.places == []


def test_a_household_from_before_is_used_again(
    page: ApplicationPage, office: Office, heard: Heard
) -> None:
    page.show_place(NEW)
    Keys(page).type("Leyla Testdal")
    Keys(page).press(Qt.Key.Key_Return)
    line = page.new.form.members.add()
    line.set_values({"name": "Nora Testdal", "born": "2020-02-03"})
    page.new.register()
    first = office.applications.get(_registered(heard))
    office.applications.take(
        first.id, ApplicationState.WITHDRAWN, date(2026, 11, 23), "har funnet en annen bolig"
    )
    page.show_place(NEW)
    page.new.form.finder.choose(first.applicant)
    page.new.form.finder.chosen.emit(first.applicant)
    assert "Søkeren har en husstand fra før: 2" in seen(page)
    page.new.register()
    assert office.applications.get(_registered(heard)).household == first.household
