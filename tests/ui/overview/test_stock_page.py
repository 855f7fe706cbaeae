"""«Boliger og behov»: every part tells its day, and a day nobody knows is refused in words."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.dwellings.model import DwellingStatus
from app.office import Office
from app.overview.stock.model import StockBy
from tests.app.overview.waiting_times.desk import Desk, G
from tests.factories import registered_dwelling
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.overview.stock.homes_part import HomesPart
from ui.overview.stock.houses_part import HousesPart
from ui.overview.stock.need_part import NeedPart
from ui.overview.stock.part import StockPart
from ui.overview.stock_page import PARTS, StockPage

TODAY = date(2026, 11, 23)
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> StockPage:
    """Three flats in two houses, one to be sold; one household waits."""
    first = registered_dwelling(office)
    registered_dwelling(office, unit_number="H0202", status=DwellingStatus.MAINTENANCE)
    registered_dwelling(office, street="Åsen", allocator="Helse")
    office.dwellings.tell_sale(first, for_sale=True, since=TODAY)
    Desk(office).waits(OCTOBER, G.HOMELESS)
    navigator = Navigator(Jobs())
    made = StockPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def _part(page: StockPage, key: str) -> object:
    page.show_place(Place(PageId.STOCK, task=key))
    return page.part


def test_the_stock_is_told_by_one_thing_at_a_time(page: StockPage) -> None:
    part = page.part
    assert isinstance(part, HomesPart)
    part.by.set_value(StockBy.ALLOCATOR)
    part.by.chosen.emit(StockBy.ALLOCATOR)
    rows = [part.table.model.record(at) for at in range(part.table.model.rowCount())]
    assert [(row.value, row.figure.count) for row in rows] == [("Nav", 2), ("Helse", 1)]
    assert part.chart.accessibleName() == "Flest: Nav, 2 av 3"
    assert part.chart.accessibleDescription() == "Nav: boliger 2. Helse: boliger 1"


def test_b2_the_dwellings_for_sale_can_be_left_out(page: StockPage) -> None:
    part = page.part
    assert isinstance(part, HomesPart)
    part.which.set_value("kept")
    part.which.chosen.emit("kept")
    assert part.stock is not None
    assert (part.stock.total.count, part.stock.for_sale.count) == (2, 1)


def test_e12_the_bars_and_the_matrix_are_the_same_numbers(page: StockPage) -> None:
    part = _part(page, "need")
    assert isinstance(part, NeedPart)
    said = "Størst behov for hver bolig: Uten bolig, 1 venter og 0 har bolig"
    assert part.chart.accessibleName() == said
    rows = [part.table.model.record(at) for at in range(part.table.model.rowCount())]
    assert [row.name for row in rows] == ["Uten bolig", "Uten bestemt gruppe", "Til sammen"]
    assert [column.text(rows[-1]) for column in part.table.model.columns][-1] == "3 / 1"
    dialog = part.behind(rows[0].name, rows[0].total.waiting.behind)
    assert len(dialog.rows.rows) == 1
    dialog.reject()


def test_b10_a_house_is_stood_on_from_its_card(page: StockPage) -> None:
    part = _part(page, "houses:Åsen 4|2211 Lia")
    assert isinstance(part, HousesPart)
    assert part.table.current is not None
    assert part.table.current.place.address == "Åsen 4"
    part.go("Ødegårdsvegen 4|2211 Lia")
    assert part.table.current.units.count == 2
    assert part.card.title.text() == "Ødegårdsvegen 4"


@pytest.mark.parametrize("part", PARTS)
def test_every_part_shows_a_day(page: StockPage, part: type[StockPart]) -> None:
    page.show_place(Place(PageId.STOCK, task=part.key))
    assert page.part.isVisible()
    assert page.part.told()
    assert unnamed_focusables(page) == []


def test_a_day_before_the_register_is_told_with_the_way_on(page: StockPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"day": OCTOBER - timedelta(days=1)})
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    dialog.reject()
    page.day = OCTOBER - timedelta(days=1)
    page.reload()
    assert not page.part.isVisible()
    assert page.refusal.count() == 1
    page._show_known()
    assert page.on == OCTOBER
    assert page.part.isVisible()


def test_another_day_is_shown_and_printed(page: StockPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"day": TODAY - timedelta(days=3)})
    dialog.verb_button.click()
    assert page.on == TODAY - timedelta(days=3)
    paper = page.show_paper()
    assert paper is not None
    paper.reject()


def test_enter_on_a_line_lists_its_dwellings(page: StockPage) -> None:
    part = page.part
    assert isinstance(part, HomesPart)
    line = part.table.model.record(0)
    dialog = part.behind("", line.figure.behind)
    went: list[object] = []
    page.navigator.wanted.connect(went.append)
    dialog.rows.activated_key.emit(Ref("dwelling", line.figure.behind[0].id))
    assert went == [Place(PageId.DWELLING, line.figure.behind[0])]
