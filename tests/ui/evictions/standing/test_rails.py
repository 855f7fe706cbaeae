"""The short tracks of a case: what was, where it stands, and what would come."""

from datetime import date

from app.evictions.model import EvictionStage, ForcedSaleStage, LossKind, StageRow
from tests.app.evictions.desk import a_case
from ui.evictions.standing.rails import home_stops
from ui.kit.rail import StopState

SINCE = date(2026, 11, 16)


def test_a_stage_nobody_noted_has_no_day_and_says_so() -> None:
    stops = home_stops(a_case(), (StageRow(SINCE, EvictionStage.COMMENT_PERIOD),))
    assert [stop.state for stop in stops] == [
        StopState.DONE,
        StopState.DONE,
        StopState.NEXT,
        StopState.COMING,
        StopState.COMING,
    ]
    assert (stops[0].when, stops[0].fact) == ("–", "ikke ført inn")
    assert (stops[2].when, stops[2].what, stops[2].fact) == (
        "16.11.",
        "Frist for å uttale seg",
        "til 30.11.",
    )


def test_the_day_that_is_set_stands_where_it_would_come() -> None:
    case = a_case(stage=EvictionStage.DATE_SET, eviction_on=date(2026, 12, 10))
    rows = (
        StageRow(SINCE, EvictionStage.COMMENT_PERIOD),
        StageRow(date(2026, 11, 20), EvictionStage.DATE_SET),
    )
    *_, dated, out = home_stops(case, rows)
    assert (dated.when, dated.fact) == ("20.11.", "til 10.12.")
    assert (out.when, out.state) == ("10.12.", StopState.COMING)


def test_a_forced_sale_has_its_own_stops() -> None:
    case = a_case(
        kind=LossKind.FORCED_SALE, sale_stage=ForcedSaleStage.FOR_SALE, comment_until=None
    )
    rows = (StageRow(SINCE, EvictionStage.COMMENT_PERIOD, ForcedSaleStage.FOR_SALE),)
    stops = home_stops(case, rows)
    assert [stop.what for stop in stops][-3:] == ["Lagt ut for salg", "Solgt", "Utflytting"]
    assert next(stop.what for stop in stops if stop.state is StopState.NEXT) == "Lagt ut for salg"
    assert all(stop.what != "Dato satt" for stop in stops)
