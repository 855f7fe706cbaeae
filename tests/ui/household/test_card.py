"""The household card: one story after the other, on a real register."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.applications.model import ApplicationDraft
from app.core.ids import Ref
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.people.model import (
    ReachedBy,
)
from tests.app.evictions.desk import open_case
from tests.app.evictions.notices.desk import HomeDesk
from tests.factories import registered_person
from tests.ui.household.card_desk import a_family, show, soft, words
from tests.ui.walker import focusables, rich_labels, spoken_name, spoken_tree
from ui.household.page import HouseholdPage
from ui.household.person_form import draft_of
from ui.household.story import CHANGES
from ui.kit.list import Row, RowList
from ui.navigation import PageId, Place


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
