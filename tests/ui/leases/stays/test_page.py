"""«Midlertidige opphold»: begun, extended, ended, summed by place, printed and exported."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.core.money import Ore
from app.leases.stays.model import PlaceDraft, PlaceKind, StayDraft
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import registered_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.document_dialog import DocumentDialog
from ui.kit.jobs import Jobs
from ui.leases.stays.columns import Shown, state_chip
from ui.leases.stays.page import StaysPage
from ui.navigation import Navigator, PageId, Place

TODAY = date(2026, 11, 23)


@pytest.fixture
def person(office: Office) -> PersonId:
    """Somebody without a roof."""
    return registered_person(office)


@pytest.fixture
def inn(office: Office) -> int:
    """A guest house with its usual price."""
    draft = PlaceDraft(PlaceKind.GUEST_HOUSE, "Elvegata gjestegård", price=Ore(95_000))
    return office.stays.places.add(draft)


@pytest.fixture
def told() -> list[str]:
    """What the toasts said."""
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, told: list[str]) -> Iterator[StaysPage]:
    """The page, listening."""
    navigator = Navigator(Jobs())
    made = StaysPage(office, navigator)
    navigator.setParent(made)
    navigator.told.connect(lambda words, _undo: told.append(words))
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


def begun(office: Office, person: PersonId, inn: int, days: int = 20) -> int:
    """A stay that has lasted some days."""
    began = TODAY - timedelta(days=days)
    return office.stays.begin(StayDraft(person, began, place=inn, price=Ore(95_000)))


def test_an_empty_page_says_the_next_step_and_every_part_has_a_name(page: StaysPage) -> None:
    assert "Ingen opphold her" in spoken_tree(page)
    assert unnamed_focusables(page) == []


def test_a_stay_is_begun_with_the_usual_price_of_the_place(
    page: StaysPage, office: Office, person: PersonId, inn: int, told: list[str]
) -> None:
    dialog = page.dialogs.begin(person)
    assert not dialog.attempt()
    assert dialog.form.field("where").verdict_words == "Velg hvor de skal bo."
    dialog.form.field("where").set_value(("place", inn))
    dialog.form.changed.emit("where")
    assert dialog.form.values()["price"] == 95_000
    assert dialog.attempt()
    (row,) = office.stays.rows()
    assert (row.stay.person, row.where) == (person, "Elvegata gjestegård")
    assert told == ["Midlertidig opphold begynte"]
    assert page.table.current == row


def test_who_is_found_by_name_and_told_when_nobody_or_several_fit(
    page: StaysPage, office: Office, person: PersonId, inn: int
) -> None:
    dialog = page.dialogs.begin()
    who = dialog.form.field("person")
    for typed, words in (
        (None, "Velg hvem"),
        ("Finnesikke", "Vi finner ingen"),
        ("Kanarifugl", "Flere passer"),
    ):
        registered_person(office, given_name=f"Olav {words[-3:]}", national_id="")
        who.set_value(typed)
        assert not dialog.attempt()
        assert who.verdict_words.startswith(words)
    who.set_value(office.people.get(person).name)
    dialog.form.left.emit("person")
    dialog.form.set_values({"where": ("place", inn), "price": 95_000})
    assert dialog.attempt()
    assert office.stays.rows()[0].stay.person == person


def test_it_is_extended_priced_and_ended(
    page: StaysPage, office: Office, person: PersonId, inn: int, told: list[str]
) -> None:
    stay = begun(office, person, inn)
    (row,) = office.stays.rows()
    extend = page.dialogs.extend(row)
    extend.form.set_values({"until": TODAY + timedelta(days=7)})
    assert not extend.attempt()
    extend.form.set_values({"reason": "Leiligheten er ikke klar."})
    assert extend.attempt()
    price = page.dialogs.price(row)
    price.form.set_values({"price": 100_000, "since": TODAY - timedelta(days=10)})
    assert price.attempt()
    assert office.stays.rows()[0].cost == 10 * 95_000 + 10 * 100_000
    end = page.dialogs.end(row)
    assert end.attempt()
    assert not office.stays.get(stay).open
    assert page.table.current is None
    page.choice.chosen.emit(Shown.YEAR)
    assert page.table.current is not None
    assert not page.end_button.isEnabled() or page.end_button.accessibleDescription()
    assert told[-1] == "Midlertidig opphold avsluttet"


def test_each_place_tells_its_nights_and_cost(
    page: StaysPage, office: Office, person: PersonId, inn: int
) -> None:
    begun(office, person, inn)
    office.stays.places.add(PlaceDraft(PlaceKind.CAMPING_CABIN, "Hytte 4", not_for_children=True))
    used, unused = page.places.rows
    assert (used.title, used.how_long) == ("Elvegata gjestegård", "20\xa0netter")
    assert used.when.startswith("19")
    assert (unused.title, unused.how_long) == ("Hytte 4", "Ikke brukt")
    assert "Ikke for barn" in unused.why
    current = page.table.current
    assert current is not None
    assert state_chip(current, TODAY).text == "Etter 14 dager"


def test_a_place_is_changed_and_taken_out_of_use(page: StaysPage, office: Office, inn: int) -> None:
    dialog = page.ask_place(office.stays.places.get(inn))
    dialog.form.set_values({"name": "Elvegata hotell", "closed": True})
    assert dialog.attempt()
    assert office.stays.places.get(inn).draft.name == "Elvegata hotell"
    assert office.stays.places.used() == ()


def test_the_list_is_printed_with_its_sums(
    page: StaysPage, office: Office, person: PersonId, inn: int
) -> None:
    begun(office, person, inn)
    page.print_list()
    (dialog,) = page.window().findChildren(DocumentDialog)
    assert dialog.views
    dialog.reject()


def test_a_protected_place_is_not_shown(
    page: StaysPage, office: Office, person: PersonId, inn: int
) -> None:
    begun(office, person, inn)
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    current = page.table.current
    assert current is not None
    assert current.where == ""


def test_an_alert_leads_to_its_stay(
    page: StaysPage, office: Office, person: PersonId, inn: int
) -> None:
    stay = begun(office, person, inn)
    page.show_place(Place(PageId.STAYS, Ref("stay", stay)))
    assert page.table.current is not None
    assert page.table.current.stay.id == stay
