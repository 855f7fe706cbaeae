"""The list of cases: the nearest day first, children counted, filters, and the empty page."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import EvictionCaseId, PersonId, Ref
from app.evictions.advice.model import EvictionSet
from app.evictions.model import EvictionOutcome, LossKind
from app.office import Office
from app.people.model import HouseholdKind, MemberDraft, Role
from tests.app.evictions.desk import a_message
from tests.factories import a_person
from tests.ui.applications.desk import seen
from ui.evictions.columns import nearest, nearest_words
from ui.evictions.page import EvictionsPage, waiting_evictions
from ui.navigation import SHOW_ALL, Navigator, PageId, Place


def a_tenant(office: Office, name: str, children: int = 0) -> PersonId:
    person = office.people.register(a_person(family_name=name, national_id="", address=None))
    kids = tuple(
        office.people.register(
            a_person(
                given_name=f"Barn {each}",
                family_name=name,
                national_id="",
                birth_date=date(2015 + each, 3, 1),
                address=None,
            )
        )
        for each in range(children)
    )
    if kids:
        members = (
            MemberDraft(person, Role.APPLICANT),
            *(MemberDraft(kid, Role.CHILD) for kid in kids),
        )
        office.people.found_household(HouseholdKind.SINGLE_PARENT, members)
    return person


@pytest.fixture
def cases(office: Office) -> dict[str, EvictionCaseId]:
    """Four: one with two children and a day, one far off, a forced sale, one that was paid."""
    receive = office.eviction_cases.receive
    known = {
        "far": receive(a_message(a_tenant(office, "Langt"), comment_until=date(2026, 12, 20))),
        "near": receive(a_message(a_tenant(office, "Nær", 2), eviction_on=date(2026, 11, 30))),
        "sale": receive(a_message(a_tenant(office, "Eid"), kind=LossKind.FORCED_SALE, ground=None)),
        "paid": receive(a_message(a_tenant(office, "Betalt"))),
    }
    office.eviction_cases.close(known["paid"], EvictionOutcome.PAID)
    return known


@pytest.fixture
def page(
    qtbot: QtBot, office: Office, navigator: Navigator, cases: dict[str, EvictionCaseId]
) -> EvictionsPage:
    made = EvictionsPage(office, navigator)
    qtbot.addWidget(made)
    made.resize(1046, 700)
    made.show()
    made.refresh()
    return made


def shown(page: EvictionsPage) -> list[str]:
    return [row[0] for row in page.table.seen().values]  # type: ignore[misc]  # the names


def test_the_nearest_day_stands_first_and_what_is_over_last(page: EvictionsPage) -> None:
    names = [str(name).split()[-1] for name in shown(page)]
    assert names == ["Nær", "Langt", "Eid", "Betalt"]


def test_the_heading_counts_children_and_days(page: EvictionsPage) -> None:
    words = page.header.subtitle.replace("\u00a0", " ")
    assert words == "3 åpne saker · 2 barn berørt · 1 med dato innen 14 dager"


@pytest.mark.parametrize(
    ("which", "names"),
    [
        (EvictionSet.CHILDREN, ["Nær"]),
        (EvictionSet.SOON, ["Nær"]),
        (EvictionSet.FORCED_SALE, ["Eid"]),
        (EvictionSet.CLOSED, ["Betalt"]),
        (EvictionSet.OPEN, ["Nær", "Langt", "Eid"]),
    ],
)
def test_a_filter_shows_some(page: EvictionsPage, which: EvictionSet, names: list[str]) -> None:
    page.show_place(Place(PageId.EVICTIONS, task=which))
    assert [str(name).split()[-1] for name in shown(page)] == names
    assert page.filter_in_force() == which
    page.show_place(Place(PageId.EVICTIONS, task=SHOW_ALL))
    assert len(shown(page)) == 4


def test_the_saved_filters_count(page: EvictionsPage) -> None:
    assert [each.count for each in page.saved_filters()] == [3, 1, 1, 1]


def test_what_stands_in_the_sidebar_is_homes_at_stake(
    office: Office, cases: dict[str, EvictionCaseId]
) -> None:
    assert waiting_evictions(office) == 3


def test_enter_opens_the_case(
    page: EvictionsPage, office: Office, went: list[Place], cases: dict[str, EvictionCaseId]
) -> None:
    page.table.opened.emit(office.eviction_advice.rows()[0])
    assert went[-1].ref == Ref("eviction_case", cases["near"])


def test_a_message_is_begun_on_a_person(page: EvictionsPage, office: Office) -> None:
    person = a_tenant(office, "Ny")
    dialog = page.begin_new(person)
    assert dialog.who.person == person
    dialog.close()


def test_an_empty_list_says_what_to_do(qtbot: QtBot, office: Office, navigator: Navigator) -> None:
    page = EvictionsPage(office, navigator)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert "Ingen står i fare for å miste boligen" in seen(page)


def test_the_sooner_of_the_two_days_is_the_next_one(office: Office) -> None:
    person = a_tenant(office, "Snart")
    office.eviction_cases.receive(
        a_message(person, comment_until=date(2026, 12, 4), eviction_on=date(2026, 11, 30))
    )
    (row,) = office.eviction_advice.rows()
    assert (nearest(row), nearest_words(row)) == (date(2026, 11, 30), "utkastelse")
