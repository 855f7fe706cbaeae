"""A new person, and a known one corrected, field by field."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.office import Office
from app.people.model import AddressProtection, PersonDraft
from tests.factories import CANARY_NUMBER, a_number, registered_person
from tests.ui.walker import focusables, rich_labels, spoken_name, spoken_tree
from ui.household.page import HouseholdPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place

BORN = date(1990, 5, 4)


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> HouseholdPage:
    """The page, in sight; what it does to the register comes back to it."""
    made = HouseholdPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1040, 760)
    made.show()
    office.listen(made.learn)
    return made


@pytest.fixture
def told(page: HouseholdPage) -> list[str]:
    said: list[str] = []
    page.navigator.told.connect(lambda words, _undo: said.append(words))
    return said


def begin(page: HouseholdPage) -> None:
    page.show_place(Place(PageId.HOUSEHOLD, task="new"))


def leave(page: HouseholdPage, name: str, value: object) -> None:
    """Type in a field of the form in sight and go on to the next."""
    form = page.new.form if page._stack.currentWidget() is page.new else page.correct.form
    form.field(name).set_value(value)
    form.changed.emit(name)
    form.field(name)._last = object()
    form.field(name).leave()


def test_a_person_is_registered_with_all_that_was_typed(
    page: HouseholdPage, office: Office, told: list[str]
) -> None:
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    begin(page)
    assert not page.new.register_button.isEnabled()
    leave(page, "family_name", "Njárga")
    leave(page, "national_id", a_number(BORN, 0))
    leave(page, "address", "Prøvegata 7")
    assert page.new.register_button.shortcut().toString() == "Ctrl+Return"
    page.new.register_button.click()

    made = office.people.rows()[0]
    person = office.people.get(made.id)
    assert (person.name, person.birth_date) == ("Njárga", BORN)
    assert person.address is not None
    assert person.address.line == "Prøvegata 7"
    assert told == ["Person registrert"]
    assert wanted == [Place(PageId.HOUSEHOLD, Ref("person", made.id))]


def test_the_day_of_birth_is_suggested_from_the_number(page: HouseholdPage) -> None:
    begin(page)
    leave(page, "national_id", a_number(BORN, 1))

    assert page.new.form.field("birth_date").value() == BORN


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("123", "Skriv 11 siffer. Her er det 3."),
        ("15888512380", "Kontrollsifferet stemmer ikke. Sjekk sifrene."),
    ],
)
def test_a_wrong_number_is_told_beside_the_field(
    page: HouseholdPage, typed: str, words: str
) -> None:
    begin(page)
    leave(page, "national_id", typed)

    assert page.new.form.field("national_id").verdict_words == words
    assert page.new.form.summary == "1 feil å rette"


def test_a_number_that_is_known_offers_the_one_who_has_it(
    page: HouseholdPage, office: Office
) -> None:
    registered_person(office)
    begin(page)
    leave(page, "family_name", "Ny")
    leave(page, "national_id", CANARY_NUMBER)
    said = spoken_tree(page.new)
    assert "Nummeret hører til Kari Kanarifugl" in said
    assert "Åpne Kari Kanarifugl" in said

    page.new.register_button.click()
    assert len(office.people.rows()) == 1
    assert page._stack.currentWidget() is page.new


def test_a_like_name_is_asked_about(page: HouseholdPage, office: Office) -> None:
    office.people.register(PersonDraft("Aud", "Ødegård", birth_date=BORN))
    begin(page)
    leave(page, "given_name", "aud")
    leave(page, "family_name", "odegard")
    assert "Aud Ødegård er registrert fra før. Er det samme person?" in spoken_tree(page.new)

    leave(page, "birth_date", date(2001, 1, 1))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "registrert fra før" not in spoken_tree(page.new)


def test_strictly_confidential_takes_no_address(page: HouseholdPage, office: Office) -> None:
    begin(page)
    leave(page, "family_name", "Hemmelig")
    leave(page, "address", "Prøvegata 7")
    leave(page, "protection", AddressProtection.STRICTLY_CONFIDENTIAL)
    page.new.register_button.click()

    verdict = page.new.form.field("address").verdict_words
    assert verdict.startswith("Ved strengt fortrolig adresse")
    assert office.people.rows() == ()


def test_what_is_half_typed_is_still_there_after_a_look_elsewhere(
    page: HouseholdPage, office: Office
) -> None:
    kari = registered_person(office)
    begin(page)
    leave(page, "family_name", "Halvskrevet")
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    begin(page)

    assert page.new.form.field("family_name").value() == "Halvskrevet"


def test_a_known_person_is_saved_field_by_field_and_undone(
    page: HouseholdPage, office: Office, told: list[str]
) -> None:
    kari = registered_person(office, note="Ring etter kl. 12")
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", kari), "correct"))
    leave(page, "phone", "11 22 33 44")

    person = office.people.get(kari)
    assert (person.phone, person.note) == ("11 22 33 44", "Ring etter kl. 12")
    assert person.national_id is not None
    assert person.address is not None
    assert told == ["Person rettet"]
    assert page.correct.header.subtitle == "Alt lagres mens du skriver · lagret kl.\xa010.00"
    office.history.undo()
    assert page.correct.form.field("phone").value() == "99 99 99 99"


def test_a_wrong_address_of_mail_is_told_and_not_saved(page: HouseholdPage, office: Office) -> None:
    kari = registered_person(office)
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", kari), "correct"))
    leave(page, "email", "kari.example")

    assert page.correct.form.field("email").verdict_words.startswith("E-postadressen skal")
    assert office.people.get(kari).email == ""


def test_what_was_to_be_looked_over_can_be_settled(page: HouseholdPage, office: Office) -> None:
    kari = registered_person(office, to_check="Sjekk navnet")
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", kari), "correct"))
    page.correct.looked_over()

    assert office.people.get(kari).to_check == ""


def test_leaving_the_page_saves_what_is_being_typed(page: HouseholdPage, office: Office) -> None:
    kari = registered_person(office)
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", kari), "correct"))
    field = page.correct.form.field("interpreter_language")
    field.set_value("somali")
    field._last = None
    page.about_to_leave()

    assert office.people.get(kari).interpreter_language == "somali"


def test_with_nobody_chosen_the_page_says_the_next_step(page: HouseholdPage) -> None:
    page.show_place(Place(PageId.HOUSEHOLD))

    assert "Ingen person er valgt" in spoken_tree(page)


@pytest.mark.parametrize("task", ["new", "correct"])
def test_a_keyboard_and_a_screen_reader_find_everything(
    page: HouseholdPage, office: Office, task: str
) -> None:
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", registered_person(office)), task))

    assert [w for w in focusables(page) if w.isVisible() and not spoken_name(w)] == []
    assert rich_labels(page) == []
