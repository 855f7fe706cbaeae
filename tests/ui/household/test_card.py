"""The household card: one story after the other, on a real register."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationDraft
from app.core.ids import PersonId, Ref
from app.core.text import HARD_BLANK
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.people.model import (
    AddressProtection,
    HouseholdKind,
    MemberDraft,
    PersonDraft,
    Presence,
    ReachedBy,
    Role,
)
from tests.app.evictions.desk import open_case
from tests.app.evictions.notices.desk import HomeDesk
from tests.factories import registered_person
from tests.ui.walker import focusables, rich_labels, spoken_name, spoken_tree
from ui.household.join import JoinDialog
from ui.household.page import HouseholdPage
from ui.household.person_form import draft_of
from ui.household.picker import PersonPicker
from ui.household.shield import ShieldDialog, ShieldDone
from ui.household.story import CHANGES
from ui.household.who import Verb
from ui.kit.ask import AskDialog
from ui.kit.dialogs import Dialog
from ui.kit.jobs import Jobs
from ui.kit.list import Row, RowList
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
    """All that is said, on one line, without what is about to go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
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
    page.card.story.choose(CHANGES)
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


def test_a_household_is_made_for_one_who_has_none(page: HouseholdPage, office: Office) -> None:
    show(page, registered_person(office))
    assert page.card.header.subtitle.startswith("Ingen husstand")
    press(page, "Lag husstand …")
    dialog_of(page).verb_button.click()

    assert soft(page.card.header.subtitle).startswith("Husstand 1 · 1 voksen")


def test_an_application_stands_on_the_card_and_opens(page: HouseholdPage, office: Office) -> None:
    kari = registered_person(office)
    made = office.applications.register(
        ApplicationDraft(applicant=kari, received_on=office.clock.today())
    )
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    show(page, kari)
    rows = next(
        one for one in page.card.middle.findChildren(RowList) if one.accessibleName() == "Søknader"
    )
    rows.select(Ref("application", made))
    rows.activate()

    assert wanted == [Place(PageId.APPLICATION, Ref("application", made))]


def test_what_is_owed_and_a_case_stand_in_a_line_each_with_a_way(
    page: HouseholdPage, office: Office
) -> None:
    desk = HomeDesk(office)
    case = open_case(office, desk.person, lease=desk.lease)
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    show(page, desk.person)
    lists = {one.accessibleName(): one for one in page.card.middle.findChildren(RowList)}
    owed, danger = lists["Ubetalt husleie"], lists["Fare for å miste boligen"]
    assert [row.title for row in owed.rows if isinstance(row, Row)] == ["8\u00a0000\u00a0kr"]
    owed.select(Ref("lease", desk.lease))
    owed.activate()
    danger.select(Ref("eviction_case", case))
    danger.activate()
    assert [(each.page, each.ref) for each in wanted] == [
        (PageId.TENANCY_ARREARS, Ref("lease", desk.lease)),
        (PageId.EVICTION, Ref("eviction_case", case)),
    ]


def test_with_no_case_the_card_says_the_next_step(page: HouseholdPage, office: Office) -> None:
    show(page, registered_person(office))

    assert "Ingen sak ennå" in words(page.card)


def test_a_keyboard_and_a_screen_reader_find_everything(
    page: HouseholdPage, office: Office
) -> None:
    show(page, a_family(office))

    assert [w for w in focusables(page) if w.isVisible() and not spoken_name(w)] == []
    assert rich_labels(page) == []
    assert page.minimumSizeHint().width() <= 960 - 61


def test_tab_reads_the_timeline_after_the_cards(page: HouseholdPage, office: Office) -> None:
    kari = a_family(office)
    show(page, kari)
    show(page, kari)
    visited: list[QWidget] = []
    part: QWidget | None = page.card.header
    while part is not None and part not in visited[:1]:
        visited.append(part)
        part = part.nextInFocusChain()
    cards = [
        visited.index(each)
        for column in (page.card.left, page.card.middle)
        for each in focusables(column)
    ]

    assert cards
    assert visited.index(page.card.story.filter) > max(cards)


@pytest.mark.parametrize(("width", "columns"), [(1040, 3), (840, 2), (600, 1)])
def test_nothing_is_lost_where_it_is_narrow(
    page: HouseholdPage, office: Office, width: int, columns: int
) -> None:
    show(page, a_family(office))
    page.resize(width, 480)
    parts = (page.card.left, page.card.middle, page.card._past)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    page.card._grid.activate()

    assert len({part.x() for part in parts}) == columns
    assert all(part.width() > 240 for part in parts)


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


def test_the_follow_up_stands_on_the_card(page: HouseholdPage, office: Office) -> None:
    """E1, P1: the level by number and word, who owns the case, and the way to it."""
    person = registered_person(office)
    show(page, person)
    assert "Begynn oppfølging" in words(page)
    office.levels.set(person, HelpLevel.SUPPORT, "Avtalt")
    said = soft(words(page))
    assert "Nivå 2 – oppfølging, fra 23.11.2026" in said
    assert "Boligkontoret" in said
    assert "Siri Testmo" in said
    went: list[Place] = []
    page.navigator.wanted.connect(went.append)
    button = next(each for each in page.findChildren(QPushButton) if "Åpne oppf" in each.text())
    button.click()
    assert went == [Place(PageId.PERSON_FOLLOWUP, Ref("person", person))]


def test_the_card_begins_with_the_note(page: HouseholdPage, office: Office) -> None:
    show(page, a_family(office))
    primary = [
        b for b in page.card.header.findChildren(QPushButton) if b.property("kind") == "primary"
    ]

    assert [b.accessibleName() for b in primary] == ["Nytt notat"]


def test_a_way_to_be_reached_is_told(page: HouseholdPage, office: Office) -> None:
    kari = a_family(office)
    office.people.correct(
        kari, replace(draft_of(office.people.get(kari)), reached_by=ReachedBy.TEXT)
    )
    show(page, kari)

    assert "Vil helst nås på: Tekstmelding" in spoken_tree(page)
