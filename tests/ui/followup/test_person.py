"""Every part of one person's follow-up, heard and walked by the keyboard."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.people.model import AddressProtection, Person
from tests.factories import registered_person
from tests.ui.walker import rich_labels, roleless_focusables, spoken_tree, unnamed_focusables
from ui.followup.parts import DESKS, PARTS
from ui.followup.person import PersonFollowupPage
from ui.kit.jobs import Jobs
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator, PageId, Place
from ui.parted_page import PartedView

TODAY = date(2026, 11, 23)
TASKS = [spec.task for spec in PARTS]


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> Iterator[PersonFollowupPage]:
    navigator = Navigator(Jobs())
    made = PersonFollowupPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1040, 800)
    made.show()
    made.activateWindow()
    yield made
    made.about_to_leave()


@pytest.fixture
def empty(office: Office) -> PersonId:
    """Nobody has written anything about them."""
    return registered_person(office)


@pytest.fixture
def followed(office: Office, empty: PersonId) -> PersonId:
    """With a level, an owner and a plan."""
    since = TODAY - timedelta(days=30)
    office.levels.set(empty, HelpLevel.SUPPORT_AND_SERVICES, "Avtalt", since)
    office.plans.begin(empty)
    return empty


def opened(page: PersonFollowupPage, person: PersonId, task: str) -> PartedView[Person]:
    """The part, as «I dag» opens it."""
    page.show_place(Place(PageId.PERSON_FOLLOWUP, Ref("person", person), task))
    assert isinstance(page.view, PartedView)
    return page.view


@pytest.mark.parametrize("task", TASKS)
def test_each_part_of_an_empty_person_is_named_and_says_what_to_do(
    empty: PersonId, page: PersonFollowupPage, task: str
) -> None:
    view = opened(page, empty, task)
    assert unnamed_focusables(view) == []
    assert roleless_focusables(view) == []
    assert rich_labels(view) == []


@pytest.mark.parametrize("task", TASKS)
def test_each_part_of_someone_followed_is_named(
    followed: PersonId, page: PersonFollowupPage, task: str
) -> None:
    view = opened(page, followed, task)
    assert unnamed_focusables(view) == []
    assert roleless_focusables(view) == []
    assert rich_labels(view) == []


@pytest.mark.parametrize("task", TASKS)
def test_the_keyboard_lands_in_the_part_that_was_opened(
    followed: PersonId, page: PersonFollowupPage, task: str
) -> None:
    view = opened(page, followed, task)
    here = page.focusWidget()
    assert here is not None
    assert view.part.isAncestorOf(here), "not in the header and not among the parts"
    assert here.isVisibleTo(page)


@pytest.mark.parametrize("task", list(DESKS))
def test_the_keyboard_lands_in_the_form_of_a_paper(
    followed: PersonId, page: PersonFollowupPage, task: str
) -> None:
    page.show_place(Place(PageId.PERSON_FOLLOWUP, Ref("person", followed), task))
    QApplication.processEvents()
    desk = page.view
    assert isinstance(desk, LetterDesk)
    here = page.focusWidget()
    assert here is not None
    assert desk.form.isAncestorOf(here)
    assert unnamed_focusables(desk) == []


@pytest.mark.parametrize("task", TASKS)
def test_a_protected_address_stands_in_no_part(
    followed: PersonId, office: Office, page: PersonFollowupPage, task: str
) -> None:
    address = office.people.get(followed).address
    assert address is not None
    office.people.protect(followed, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    said = spoken_tree(opened(page, followed, task))
    assert "Fortrolig" in said
    assert address.line not in said
