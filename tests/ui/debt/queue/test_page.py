"""The queue: the order, why in words, the start in weeks, and what decides between two."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import DebtCaseId, PersonId, Ref
from app.core.money import kroner
from app.debt.model import AcuteScreen, DebtTopic, Screened
from app.debt.queue.capacity.model import CapacityDraft
from app.debt.queue.model import DebtUrgency, QueuePlace, QueueReason, QueueReasonKind
from app.office import Office
from tests.app.debt.desk import a_request, asked
from tests.app.evictions.desk import open_case
from tests.factories import a_person
from tests.ui.applications.desk import seen
from tests.ui.sight import in_sight, wishes_of
from ui.debt.queue.columns import COLUMNS
from ui.debt.queue.page import DebtQueuePage
from ui.debt.queue.words import reason_text, short_text, source_text
from ui.kit.buttons import Button
from ui.navigation import SHOW_ALL, PageId, Place

TODAY = date(2026, 11, 23)


def person(office: Office, name: str) -> PersonId:
    return office.people.register(a_person(family_name=name, national_id="", address=None))


@pytest.fixture
def cases(office: Office) -> dict[str, DebtCaseId]:
    """Three: one who waited long, one who may lose the power, one with a day for eviction."""
    today = office.clock.today()
    since = today - timedelta(days=9)
    power = AcuteScreen(since, power=Screened.YES, power_on=today + timedelta(days=6))
    threatened = person(office, "Truet")
    known = {
        "long": asked(office, person(office, "Lang"), 200),
        "power": office.debt_cases.register(
            a_request(person(office, "Strøm"), received_on=since, screen=power)
        ),
        "home": asked(office, threatened, 2),
    }
    open_case(office, threatened, eviction_on=today + timedelta(days=20))
    return known


@pytest.fixture
def page(
    qtbot: QtBot,
    office: Office,
    cases: dict[str, DebtCaseId],
    went: list[Place],
    told: list[str],
) -> Iterator[DebtQueuePage]:
    with in_sight(DebtQueuePage, office, qtbot, (1046, 760)) as made:
        wishes_of(made.navigator, went, told)
        yield made


def rows(page: DebtQueuePage) -> list[QueuePlace]:
    model = page.table.model
    return [model.record(row) for row in range(model.rowCount())]


def test_the_order_with_why(page: DebtQueuePage, cases: dict[str, DebtCaseId]) -> None:
    places = rows(page)
    assert [each.case.id for each in places] == [cases["home"], cases["power"], cases["long"]]
    why = [next(c for c in COLUMNS if c.key == "why").text(each) for each in places]
    assert why[0].startswith("Utkastelse")
    assert why[1].startswith("Kan miste strømmen")
    assert why[2].startswith("Ba om hjelp")
    assert "3 i kø" in page.header.subtitle
    assert "2 akutt" in page.header.subtitle


def test_the_card_says_every_reason_and_what_decides(
    page: DebtQueuePage, cases: dict[str, DebtCaseId]
) -> None:
    page.show_place(Place(PageId.DEBT_QUEUE, Ref("debt_case", cases["home"])))
    words = seen(page.why)
    assert "Fra saken om utkastelse" in words
    assert "Det som avgjør: fare for å miste hjemmet" in words


def test_a_reason_leads_to_the_case_it_comes_from(
    page: DebtQueuePage, cases: dict[str, DebtCaseId], went: list[Place]
) -> None:
    page.show_place(Place(PageId.DEBT_QUEUE, Ref("debt_case", cases["home"])))
    (way,) = page.why.findChildren(Button)
    way.click()
    person = page.office.debt_cases.get(cases["home"]).person
    (lost,) = page.office.eviction_cases.of_person(person)
    assert went == [Place(PageId.EVICTION, Ref("eviction_case", lost.id))]


def test_without_a_capacity_the_page_asks_for_it(page: DebtQueuePage, went: list[Place]) -> None:
    assert page.untold.isVisible()
    today = page.office.clock.today()
    page.office.debt_capacity.change(CapacityDraft(today, 50, 2250, 15, 20, 30))
    page.refresh()
    assert not page.untold.isVisible()
    assert "50 prosent stilling" in page.header.subtitle
    assert "den siste kan begynne uke" in page.header.subtitle


def test_a_start_after_the_day_is_lost_is_told(
    page: DebtQueuePage, cases: dict[str, DebtCaseId]
) -> None:
    today = page.office.clock.today()
    page.office.debt_capacity.change(CapacityDraft(today, 20, 2250, 15, 20, 30))
    page.refresh()
    page.show_place(Place(PageId.DEBT_QUEUE, Ref("debt_case", cases["power"])))
    assert "Begynn før." in seen(page.why)


def test_filters_and_the_way_to_a_case(
    page: DebtQueuePage, cases: dict[str, DebtCaseId], went: list[Place]
) -> None:
    page.show_place(Place(PageId.DEBT_QUEUE, task=str(DebtUrgency.ACUTE)))
    assert page.filter_in_force() == "acute"
    assert len(rows(page)) == 2
    page.show_place(Place(PageId.DEBT_QUEUE, task=SHOW_ALL))
    assert len(rows(page)) == 3
    page.table.opened.emit(rows(page)[0])
    assert went[-1].ref == Ref("debt_case", cases["home"])


@pytest.mark.parametrize("kind", QueueReasonKind)
def test_every_reason_has_words_and_a_source(kind: QueueReasonKind) -> None:
    reason = QueueReason(kind, TODAY, kroner(9_500), 2, 2, DebtTopic.POWER, "G-2026-1")
    for words in (reason_text(reason, TODAY), short_text(reason), source_text(reason)):
        assert words
        assert words[0].isupper() or words[0].isdigit()
        assert "{" not in words
        assert "None" not in words


def test_children_that_were_only_told_of_are_not_counted() -> None:
    told = QueueReason(QueueReasonKind.CHILDREN)
    assert reason_text(told, TODAY) == "Sier at det er barn i husstanden"
    assert source_text(told) == "Fra henvendelsen"


def test_rent_owed_says_that_no_case_about_the_home_stands_beside_it() -> None:
    """GJ-02: owed rent is no threat with a day."""
    owed = QueueReason(QueueReasonKind.RENT_OWED, TODAY, kroner(24_000), 2)
    notice = QueueReason(QueueReasonKind.NOTICE)
    assert source_text(owed, (owed,)) == "Fra restansene. Ikke varslet om utkastelse."
    assert source_text(owed, (notice, owed)) == "Fra restansene"
