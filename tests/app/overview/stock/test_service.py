"""B1 to B4 and E12 on a small register, on any day."""

from datetime import date, timedelta

import page as pages
import pytest

from app.allocation.suitability.model import Suitability
from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.ids import DwellingId
from app.documents.render import render
from app.dwellings.model import DwellingStatus, OwnerKind
from app.office import Office
from app.overview.stock.model import StockBy, StockTable
from tests.app.documents import reading
from tests.app.overview.waiting_times.desk import Desk, G
from tests.factories import registered_dwelling

TODAY = date(2026, 11, 23)
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def flats(office: Office) -> list[DwellingId]:
    """Three by Nav, one of them the foundation's; one by the health team."""
    owned = {"owner_name": "Lia boligstiftelse", "owner_kind": OwnerKind.FOUNDATION}
    return [
        registered_dwelling(office),
        registered_dwelling(office, street="Furulia", bedrooms=None, accessible=True),
        registered_dwelling(office, street="Åsen", **owned),
        registered_dwelling(office, street="Lia", allocator="Helse", bedrooms=5),
    ]


def _lines(table: StockTable) -> dict[str, int]:
    return {line.value: line.figure.count for line in table.lines}


def test_b1_to_b4_the_stock_by_everything(office: Office, flats: list[DwellingId]) -> None:
    told = office.stock.at(TODAY)
    assert told.total.count == len(flats)
    assert _lines(told.by(StockBy.ALLOCATOR)) == {"Nav": 3, "Helse": 1}
    assert _lines(told.by(StockBy.OWNER)) == {"Lia boligstiftelse": 1, "": 3}
    assert _lines(told.by(StockBy.BEDROOMS)) == {"2": 2, "5": 1, "": 1}
    assert _lines(told.by(StockBy.ACCESSIBLE)) == {"yes": 1, "no": 3}
    assert _lines(told.by(StockBy.AREA)) == {"Lia": 4}
    assert _lines(told.by(StockBy.STATUS)) == {"ready": 4}


def test_b2_what_is_for_sale_counts_until_it_is_sold(
    office: Office, flats: list[DwellingId]
) -> None:
    """The day before, the day it is said, and when it is taken back or sold."""
    said = TODAY - timedelta(days=10)
    office.dwellings.tell_sale(flats[0], for_sale=True, since=said, reason="vedtak i kommunestyret")
    stock = office.stock
    assert stock.at(said - timedelta(days=1), leave_out_for_sale=True).total.count == 4
    assert stock.at(said, leave_out_for_sale=True).total.count == 3
    assert stock.at(TODAY).total.count == 4
    assert stock.at(TODAY).for_sale.count == 1
    office.dwellings.change_status(flats[0], DwellingStatus.RETIRED, TODAY, "solgt")
    assert stock.at(TODAY).total.count == 3
    assert stock.at(TODAY).for_sale.count == 0


def test_a_sale_is_a_dated_row_and_can_be_undone(office: Office, flats: list[DwellingId]) -> None:
    home = flats[0]
    office.dwellings.tell_sale(home, for_sale=True, since=TODAY)
    assert office.dwellings.for_sale() == {home}
    for since, code in (
        (TODAY + timedelta(days=1), "day_in_future"),
        (TODAY - timedelta(days=1), "day_before_last"),
    ):
        with pytest.raises(Invalid) as refused:
            office.dwellings.tell_sale(home, for_sale=False, since=since)
        assert [each.code for each in refused.value.problems] == [code]
    office.history.undo()
    assert office.dwellings.for_sale() == frozenset()
    assert office.dwellings.sale(home) is None


def test_e12_need_beside_stock_by_group(office: Office, flats: list[DwellingId]) -> None:
    office.suitability.tell(flats[0], Suitability(for_groups=frozenset({G.SUBSTANCE_USE})), OCTOBER)
    desk = Desk(office)
    desk.waits(OCTOBER, G.SUBSTANCE_USE)
    desk.waits(OCTOBER, G.SUBSTANCE_USE)
    desk.waits(OCTOBER, G.FAMILY_WITH_CHILDREN)
    told = office.stock.balance(TODAY)
    named = {row.group: row.total for row in told.rows}
    assert (named[G.SUBSTANCE_USE].homes.count, named[G.SUBSTANCE_USE].waiting.count) == (1, 2)
    assert (named[None].homes.count, named[None].waiting.count) == (3, 0)
    assert told.total.waiting.count == office.waiting_counts.at(TODAY).total.count == 3
    assert told.total.homes.count == office.stock.at(TODAY).total.count
    assert told.most_wanting is not None
    assert told.most_wanting.group is G.SUBSTANCE_USE


def test_a_day_before_or_ahead_is_refused_in_words(
    office: Office, flats: list[DwellingId], clock: FixedClock
) -> None:
    assert flats
    for day, code in (
        (OCTOBER - timedelta(days=1), "before_register_began"),
        (clock.today() + timedelta(days=1), "day_in_future"),
    ):
        with pytest.raises(Invalid) as refused:
            office.stock.at(day)
        assert [each.code for each in refused.value.problems] == [code]


def test_who_waits_is_not_known_before_the_list_began(
    office: Office, flats: list[DwellingId]
) -> None:
    assert flats
    desk = Desk(office)
    desk.asks(received=TODAY)
    told = office.stock.balance(TODAY - timedelta(days=1))
    assert told.unknown_before == TODAY
    assert office.stock.balance(TODAY).unknown_before is None
    text = reading.text(render(office.stock.paper(TODAY - timedelta(days=1))))
    assert "vet hvem som venter fra 23. november" in text


def test_the_page_prints_for_every_reader(office: Office, flats: list[DwellingId]) -> None:
    assert flats
    Desk(office).waits(OCTOBER, G.HOMELESS)
    for left_out in (False, True):
        data = render(office.stock.paper(TODAY, leave_out_for_sale=left_out))
        for profile in ("2a", "ua1"):
            assert pages.validate_pdf_bytes(data, profile=profile).is_compliant, profile
    assert "4 boliger, og 1 som venter" in reading.text(data).replace("\N{NO-BREAK SPACE}", " ")


def test_an_empty_register_prints_too(office: Office) -> None:
    assert "Registeret har ingen boliger" in reading.text(render(office.stock.paper(TODAY)))
