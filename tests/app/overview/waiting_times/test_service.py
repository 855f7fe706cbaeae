"""REP-12, B5, B6, B7 on a small register, counted by hand; every day is told or refused."""

from datetime import date, timedelta

import page as pages
import pytest

from app.applications.model import ApplicationKind
from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.ids import Ref
from app.documents.render import render
from app.office import Office
from app.overview.waiting_times.model import GroupCount
from tests.app.documents import reading
from tests.app.overview.waiting_times.desk import SEEN, Desk, G, S

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 1)


@pytest.fixture
def desk(office: Office) -> Desk:
    """An empty list."""
    return Desk(office)


def _counted(groups: tuple[GroupCount, ...]) -> dict[object, int]:
    return {each.group: each.figure.count for each in groups}


def test_rep_12_new_households_with_a_vedtak_by_group_on_a_past_day(desk: Desk) -> None:
    """REP-12, B6: the day before, the day and the day after each change."""
    one = desk.waits(MARCH, G.MENTAL_HEALTH)
    desk.waits(MARCH, None)
    desk.asks()  # no vedtak yet
    swap = desk.asks(kind=ApplicationKind.SWAP)
    desk.becomes(swap, S.GRANTED_WAITING, MARCH)
    desk.becomes(one, S.ALLOCATED, JUNE)
    counts = desk.office.waiting_counts
    assert counts.at(MARCH - timedelta(days=1)).total.count == 0
    on = counts.at(MARCH)
    assert _counted(on.groups) == {G.MENTAL_HEALTH: 1, None: 1}
    assert (on.total.count, on.swaps.count) == (2, 1)
    assert counts.at(JUNE - timedelta(days=1)).total.count == 2
    assert counts.at(JUNE).total.count == 1
    assert on.groups[0].figure.behind == (Ref("application", one),)


def test_the_group_is_that_of_the_day(desk: Desk) -> None:
    one = desk.waits(MARCH, G.HOMELESS)
    desk.office.applications.set_group(one, G.OLDER, JUNE)
    counts = desk.office.waiting_counts
    assert _counted(counts.at(JUNE - timedelta(days=1)).groups) == {G.HOMELESS: 1}
    assert _counted(counts.at(JUNE).groups) == {G.OLDER: 1}


def test_b7_those_who_got_a_dwelling_in_a_period(desk: Desk) -> None:
    """B7: at its edges; one taken back within the period has got none."""
    desk.housed(MARCH, JUNE, G.FAMILY_WITH_CHILDREN)
    back = desk.housed(MARCH, JUNE, G.HOMELESS)
    desk.becomes(back, S.GRANTED_WAITING, JUNE + timedelta(days=9))
    counts = desk.office.waiting_counts
    of = counts.allocated
    assert of(MARCH, JUNE - timedelta(days=1)).total.count == 0
    assert of(JUNE, JUNE).total.count == 2
    assert _counted(of(JUNE, date(2026, 12, 31)).groups) == {G.FAMILY_WITH_CHILDREN: 1}
    assert of(JUNE + timedelta(days=1), date(2026, 12, 31)).total.count == 0


def test_b5_each_month_equals_the_count_of_its_last_day(desk: Desk) -> None:
    desk.housed(MARCH, JUNE)
    desk.waits(date(2026, 5, 31))
    again = desk.housed(MARCH, date(2026, 4, 7))
    desk.becomes(again, S.GRANTED_WAITING, date(2026, 8, 3))
    counts = desk.office.waiting_counts
    points = counts.over_time(SEEN, date(2026, 11, 23))
    assert len(points) == 10
    assert [each.value for each in points] == [counts.at(each.on).total.count for each in points]


def test_a_day_before_the_register_began_is_told_and_never_zero(
    desk: Desk, clock: FixedClock
) -> None:
    desk.waits(MARCH)
    for day, code in (
        (SEEN - timedelta(days=1), "before_register_began"),
        (clock.today() + timedelta(days=1), "day_in_future"),
    ):
        with pytest.raises(Invalid) as refused:
            desk.office.waiting_counts.at(day)
        assert [each.code for each in refused.value.problems] == [code]
    assert desk.office.waiting_counts.at(SEEN).total.count == 0
    with pytest.raises(Invalid):
        desk.office.waiting_counts.allocated(date(2020, 1, 1), date(2020, 12, 31))
    with pytest.raises(Invalid):
        desk.office.waiting_counts.times(JUNE, MARCH)


def test_the_wait_is_told_with_its_cases_and_not_for_too_few(desk: Desk) -> None:
    for days in (10, 20, 30, 40, 50):
        desk.housed(MARCH, MARCH + timedelta(days=days), G.MENTAL_HEALTH)
    desk.housed(MARCH, JUNE, G.HOMELESS)
    desk.waits(JUNE, G.HOMELESS)
    told = desk.office.waiting_counts.times(SEEN, date(2026, 11, 23))
    named = {each.name: each for each in told.by_group}
    mental, homeless = named["mental_health"], named["homeless"]
    asked = (MARCH - SEEN).days
    assert (mental.cases.count, mental.median) == (5, asked + 30)
    assert (mental.least, mental.most) == (asked + 10, asked + 50)
    assert (mental.granted_cases, mental.granted_median) == (5, 30)
    assert (homeless.cases.count, homeless.median, homeless.granted_median) == (1, None, None)
    assert (homeless.waiting.count, homeless.longest) == (1, (date(2026, 11, 23) - JUNE).days)
    assert sum(each.cases.count for each in told.by_size) == told.total.cases.count == 6


def test_the_page_prints_for_every_reader(desk: Desk) -> None:
    paper = desk.office.waiting_counts.paper
    today = date(2026, 11, 23)
    assert "Ingen fikk bolig i perioden" in reading.text(render(paper(today, SEEN, today)))
    desk.housed(MARCH, JUNE, G.MENTAL_HEALTH)
    desk.waits(MARCH)
    data = render(paper(today, SEEN, today))
    for profile in ("2a", "ua1"):
        assert pages.validate_pdf_bytes(data, profile=profile).is_compliant, profile
    assert "for få saker" in reading.text(data)
