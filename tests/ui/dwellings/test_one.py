"""One dwelling on its page: corrected, moved through its statuses, and who lives there."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import DwellingId, Ref
from app.core.money import Ore
from app.core.text import HARD_BLANK
from app.dwellings import rules
from app.dwellings.model import DwellingStatus
from app.leases.model import ImportedLease
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import a_dwelling, registered_dwelling, registered_person
from tests.ui.walker import focusables, rich_labels, spoken_name, spoken_tree
from ui.dwellings.one import DwellingPage
from ui.dwellings.status import MOVES
from ui.kit.ask import AskDialog
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> DwellingPage:
    """The page, in sight; what it does to the register comes back to it."""
    made = DwellingPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1040, 760)
    made.show()
    office.listen(made.learn)
    return made


@pytest.fixture
def told(page: DwellingPage) -> list[str]:
    said: list[str] = []
    page.navigator.told.connect(lambda words, _undo: said.append(words))
    return said


def show(page: DwellingPage, dwelling: DwellingId, task: str = "") -> None:
    page.show_place(Place(PageId.DWELLING, Ref("dwelling", dwelling), task))


def dialog_of(page: DwellingPage) -> AskDialog:
    return page.findChildren(AskDialog)[-1]


def words(page: DwellingPage) -> str:
    return spoken_tree(page.card).replace(HARD_BLANK, " ")


def test_the_facts_stand_in_header_form_and_cards(page: DwellingPage, office: Office) -> None:
    show(page, registered_dwelling(office))

    assert page.card.header.title == "Ødegårdsvegen 4, H0201"
    subtitle = page.card.header.subtitle.replace(HARD_BLANK, " ")
    assert subtitle == "2211 Lia · Ordinær bolig · 2 soverom · 8 200 kr per måned"
    assert page.card.form.field("farm_and_title").value() == "118/507"
    assert "Tildeles av: Nav" in words(page)
    assert "Boligen har ikke noe leieforhold" in words(page)


def test_a_field_that_is_left_is_saved_and_can_be_undone(
    page: DwellingPage, office: Office, told: list[str]
) -> None:
    dwelling = registered_dwelling(office)
    show(page, dwelling)
    area = page.card.form.field("area")
    area.set_value(70.5)
    area._last = None
    area.leave()

    assert office.dwellings.get(dwelling).draft.area == 70.5
    assert told == ["Bolig rettet"]
    office.history.undo()
    assert page.card.form.field("area").value() == 64.0


def test_what_is_wrong_stands_beside_its_field_and_is_not_saved(
    page: DwellingPage, office: Office
) -> None:
    dwelling = registered_dwelling(office)
    show(page, dwelling)
    unit = page.card.form.field("unit_number")
    unit.set_value("H2")
    unit._last = None
    unit.leave()

    assert unit.verdict_words.startswith("Bruksenhetsnummeret er")
    assert office.dwellings.get(dwelling).draft.unit_number == "H0201"


def test_a_foreign_code_stays_until_another_is_chosen(page: DwellingPage, office: Office) -> None:
    draft = a_dwelling(type_text="KRISEBOLIG")
    dwelling = office.dwellings.register(draft)
    show(page, dwelling)
    assert page.card.form.draft(office.dwellings.get(dwelling).draft).type_text == "KRISEBOLIG"

    page.card.form.set_values({"dwelling_type": "care"})
    page.card.save()
    assert office.dwellings.get(dwelling).draft.type_text == ""


def test_only_allowed_moves_are_offered_and_the_ladder_tells_them(
    page: DwellingPage, office: Office, told: list[str]
) -> None:
    dwelling = registered_dwelling(office)
    show(page, dwelling, "status")
    dialog = dialog_of(page)
    assert "Utleid" not in spoken_tree(dialog.form)
    dialog.form.set_values(
        {"status": DwellingStatus.MAINTENANCE, "status_since": date(2026, 11, 20), "reason": "Bad"}
    )
    dialog.verb_button.click()

    assert told == ["Boligstatus endret"]
    assert office.dwellings.get(dwelling).status is DwellingStatus.MAINTENANCE
    steps = office.dwellings.statuses(dwelling)
    assert steps[-1].reason == "Bad"


def test_a_status_must_be_chosen(page: DwellingPage, office: Office) -> None:
    show(page, registered_dwelling(office), "status")
    dialog_of(page).verb_button.click()

    assert dialog_of(page).form.field("status").verdict_words == "Velg den nye statusen."


def test_the_moves_offered_are_those_of_the_rules() -> None:
    allowed = {now: set(to) - {DwellingStatus.LET} for now, to in rules.MOVES.items()}

    assert {now: set(to) for now, to in MOVES.items()} == allowed


def test_rent_from_a_day(page: DwellingPage, office: Office) -> None:
    dwelling = registered_dwelling(office)
    show(page, dwelling, "rent")
    dialog = dialog_of(page)
    dialog.form.set_values({"rent": Ore(850000)})
    dialog.verb_button.click()

    assert office.dwellings.get(dwelling).rent == 850000
    assert "Per måned: 8 500 kr" in words(page)


def test_a_protected_tenant_is_only_someone(page: DwellingPage, office: Office) -> None:
    dwelling = registered_dwelling(office)
    office.leases.let_on_paper(dwelling, date(2026, 11, 1), "Safe, perm 4")
    show(page, dwelling)

    assert "Opptatt (skjermet)" in words(page)
    assert "Safe, perm 4" in words(page)


def test_a_new_dwelling_is_registered_and_shown(page: DwellingPage, office: Office) -> None:
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    page.show_place(Place(PageId.DWELLING, task="new"))
    form = page.new.form
    assert not page.new.register_button.isEnabled()
    form.set_values({"street": "Prøvegata", "house_number": "7", "rent": Ore(700000)})
    form.changed.emit("street")
    page.new.register_button.click()

    made = office.dwellings.rows()[0]
    assert (made.address, made.rent) == ("Prøvegata 7", 700000)
    assert made.postal == "2211 Lia"
    assert wanted == [Place(PageId.DWELLING, Ref("dwelling", made.id))]
    assert form.field("street").value() is None


def test_a_dwelling_that_is_there_already_is_told(
    page: DwellingPage, office: Office, qtbot: QtBot
) -> None:
    registered_dwelling(office)
    page.show_place(Place(PageId.DWELLING, task="new"))
    page.new.form.show_draft(replace(a_dwelling()), whole=True)
    with qtbot.waitSignal(page.navigator.failed) as failed:
        page.new.register()

    assert failed.args is not None
    assert failed.args[0].code == "dwelling_known"
    assert page.new.form.field("street").value() == "Ødegårdsvegen"


def test_undoing_the_registration_leaves_an_empty_page(page: DwellingPage, office: Office) -> None:
    show(page, registered_dwelling(office))
    office.history.undo()

    assert page._stack.currentWidget() is page._none


@pytest.mark.parametrize("task", ["", "new"])
def test_a_keyboard_and_a_screen_reader_find_everything(
    page: DwellingPage, office: Office, task: str
) -> None:
    show(page, registered_dwelling(office), task)

    assert [w for w in focusables(page) if w.isVisible() and not spoken_name(w)] == []
    assert rich_labels(page) == []
    assert page.minimumSizeHint().width() <= 960 - 61


def test_a_vacant_dwelling_leads_to_who_fits_it(page: DwellingPage, office: Office) -> None:
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    dwelling = registered_dwelling(office)
    show(page, dwelling)
    page.card._find.click()
    assert wanted == [Place(PageId.WAITING_LIST, Ref("dwelling", dwelling))]

    office.dwellings.change_status(dwelling, DwellingStatus.MAINTENANCE, date(2026, 11, 20))
    assert page.card._find.isHidden()


@pytest.mark.parametrize(
    ("protection", "said", "unsaid"),
    [
        (AddressProtection.NONE, "Leietaker: Kari Kanarifugl", "skjermet"),
        (AddressProtection.CONFIDENTIAL, "Opptatt (skjermet)", "Kanarifugl"),
    ],
)
def test_who_lives_there_is_told_only_when_it_may_be(
    page: DwellingPage, office: Office, protection: AddressProtection, said: str, unsaid: str
) -> None:
    dwelling = registered_dwelling(office, status=DwellingStatus.LET)
    tenant = registered_person(office, protection=protection)
    with office.unit("sheet.taken_in") as unit:
        office.leases.take_in(
            unit, ImportedLease(tenant, dwelling, date(2026, 1, 1), date(2028, 12, 31))
        )
    show(page, dwelling)

    assert said in words(page)
    assert unsaid not in words(page)
