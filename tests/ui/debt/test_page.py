"""The list of requests: those who wait first, what is lacking in words, filters, the empty page."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import DebtCaseId, PersonId, Ref
from app.debt.model import DebtOutcome, DebtTopic, Screened
from app.debt.waiting.model import DebtSet
from app.office import Office
from tests.app.debt.desk import asked, begun, calm
from tests.factories import a_person, registered_person
from tests.ui.applications.desk import seen
from tests.ui.walker import unnamed_focusables
from ui.debt.intake.dialog import RequestDialog
from ui.debt.page import DebtPage, waiting_debt
from ui.navigation import SHOW_ALL, Navigator, PageId, Place


@pytest.fixture
def cases(office: Office) -> dict[str, DebtCaseId]:
    """Four: one long in the queue, one acute, one being helped, one that has ended."""

    def somebody(name: str) -> PersonId:
        return office.people.register(a_person(family_name=name, national_id="", address=None))

    today = office.clock.today()
    known = {
        "long": asked(office, somebody("Lenge"), 100),
        "acute": asked(office, somebody("Akutt"), 2),
        "helped": begun(office, somebody("Hjulpen"), 30),
        "ended": begun(office, somebody("Ferdig"), 60),
    }
    office.debt_cases.screen(known["long"], calm(today))
    screen = replace(calm(today), home=Screened.YES, home_on=today + timedelta(days=9))
    office.debt_cases.screen(known["acute"], screen)
    office.debt_cases.close(known["ended"], DebtOutcome.HOME_SAVED)
    return known


@pytest.fixture
def page(
    qtbot: QtBot, office: Office, navigator: Navigator, cases: dict[str, DebtCaseId]
) -> DebtPage:
    made = DebtPage(office, navigator)
    qtbot.addWidget(made)
    made.resize(1046, 700)
    made.show()
    made.refresh()
    return made


def shown(page: DebtPage) -> list[str]:
    return [str(row[0]).split()[-1] for row in page.table.seen().values]


def test_the_acute_stands_first_and_what_is_over_last(page: DebtPage) -> None:
    assert shown(page) == ["Akutt", "Lenge", "Hjulpen", "Ferdig"]


def test_the_heading_tells_the_queue(page: DebtPage) -> None:
    words = page.header.subtitle.replace("\u00a0", " ")
    assert words == "2 i kø · 3 uten vedtak · 1 i arbeid · lengst ventet 100 dager"


@pytest.mark.parametrize(
    ("which", "names"),
    [
        (DebtSet.QUEUED, ["Akutt", "Lenge"]),
        (DebtSet.WITHOUT_VEDTAK, ["Akutt", "Lenge", "Hjulpen"]),
        (DebtSet.WORKING, ["Hjulpen"]),
        (DebtSet.CLOSED, ["Ferdig"]),
    ],
)
def test_a_filter_shows_some(page: DebtPage, which: DebtSet, names: list[str]) -> None:
    page.show_place(Place(PageId.DEBT, task=which))
    assert shown(page) == names
    assert page.filter_in_force() == which
    page.show_place(Place(PageId.DEBT, task=SHOW_ALL))
    assert len(shown(page)) == 4


def test_the_saved_filters_count(page: DebtPage) -> None:
    assert [each.count for each in page.saved_filters()] == [2, 3, 1, 1]


def test_the_list_says_how_long_what_is_lacking_and_what_is_next(page: DebtPage) -> None:
    new, old = page.table.seen().values[:2]
    assert list(new[1:6]) == [1, 2, "Hastevurdert", "Ikke ennå", "Begynn med en gang"]
    assert list(old[1:6]) == [2, 100, "Hastevurdert", "Mangler", "Skriv vedtak"]


def test_what_stands_in_the_sidebar_is_those_who_should_have_had_a_vedtak(
    office: Office, cases: dict[str, DebtCaseId]
) -> None:
    """F12."""
    assert waiting_debt(office) == 2


def test_enter_opens_the_case(
    page: DebtPage, office: Office, went: list[Place], cases: dict[str, DebtCaseId]
) -> None:
    page.table.opened.emit(office.debt_waiting.rows()[0])
    assert went[-1].ref == Ref("debt_case", cases["acute"])


def test_a_request_is_begun_on_a_person(page: DebtPage, office: Office) -> None:
    person = registered_person(office)
    dialog = page.begin_new(person)
    assert dialog.who.person == person
    dialog.close()


def test_an_empty_list_says_what_to_do(qtbot: QtBot, office: Office, navigator: Navigator) -> None:
    page = DebtPage(office, navigator)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert "Ingen har bedt om økonomisk rådgivning" in seen(page)


def test_everything_in_the_list_has_a_name(page: DebtPage) -> None:
    assert unnamed_focusables(page) == []


def test_a_request_from_a_page_about_rent_has_its_person_and_topic(
    page: DebtPage, cases: dict[str, DebtCaseId], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_with: list[RequestDialog] = []
    first = page.begin_new

    def begin_new(person: PersonId | None = None, topic: DebtTopic | None = None) -> RequestDialog:
        begun_with.append(first(person, topic))
        return begun_with[-1]

    monkeypatch.setattr(page, "begin_new", begin_new)
    person = page.office.debt_cases.get(cases["ended"]).person
    page.show_place(Place(PageId.DEBT, Ref("person", person), "new:rent"))
    (dialog,) = begun_with
    draft = dialog.draft()
    assert (draft.person, draft.topics) == (person, frozenset({DebtTopic.RENT}))
    dialog.close()
