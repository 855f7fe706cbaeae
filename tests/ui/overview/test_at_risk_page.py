"""«I ferd med å miste boligen»: each with reason, next step, and one key to take it."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId
from app.evictions.model import LossKind
from app.office import Office
from app.overview.at_risk.model import RiskSet
from tests.app.evictions.desk import a_message, open_case
from tests.factories import registered_person
from tests.ui.walker import rich_labels, unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.overview.at_risk_page import AtRiskPage, way_of


@pytest.fixture
def people(office: Office) -> list[PersonId]:
    """One with a day set, one who owns a home."""
    made = [registered_person(office, national_id="", given_name=name) for name in ("Ada", "Bo")]
    open_case(office, made[0], eviction_on=date(2026, 12, 10))
    office.eviction_cases.receive(
        a_message(made[1], kind=LossKind.FORCED_SALE, ground=None, reference="26-2")
    )
    return made


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> AtRiskPage:
    """The page as it opens."""
    navigator = Navigator(Jobs())
    made = AtRiskPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def names(page: AtRiskPage) -> list[str]:
    """Those that are shown, from the top."""
    model = page.table.model
    return [model.record(at).name.split(", ")[1] for at in range(model.rowCount())]


def test_each_stands_with_reason_and_step(page: AtRiskPage, people: list[PersonId]) -> None:
    del people
    page.refresh()
    assert names(page) == ["Ada", "Bo"]
    record = page.table.model.record(0)
    said = [column.text(record) for column in page.table.model.columns]
    assert "Dato for utkastelse, 27\u00a0654\u00a0kr" in said
    assert "Snakk med personen i dag" in said, "the best step of the case itself"
    assert unnamed_focusables(page) == []
    assert rich_labels(page) == []


def test_a_part_of_the_list_is_shown_alone(page: AtRiskPage, people: list[PersonId]) -> None:
    del people
    page.refresh()
    page.show_place(Place(PageId.AT_RISK, task=RiskSet.DATED))
    assert names(page) == ["Ada"]
    assert page.filter_in_force() == RiskSet.DATED


def test_enter_leads_to_where_the_step_is_taken(page: AtRiskPage, people: list[PersonId]) -> None:
    del people
    page.refresh()
    asked: list[Place] = []
    page.navigator.wanted.connect(asked.append)
    row = page.table.model.record(0)
    page.table.opened.emit(row)
    assert asked == [way_of(row)]
    assert (asked[0].page, asked[0].ref) == (PageId.EVICTION, row.first.about)


def test_nobody_in_danger_says_what_would_stand_there(page: AtRiskPage) -> None:
    page.refresh()
    assert names(page) == []
    assert page.header.subtitle == "0\u00a0personer"
