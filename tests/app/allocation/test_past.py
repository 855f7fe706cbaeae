"""How a place has moved: as the list itself would have been on each day."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.allocation import past_store
from app.allocation.model import GroupOrder, Move, Ordering, PlaceChange, PlaceOn
from app.allocation.past import MOST_DAYS, Dated, Known, Past, newest_days, places, waited
from app.allocation.rules import spoken_of
from app.allocation.rulesets.model import RankingMode, RuleSet, RuleSetDraft
from app.allocation.service import Allocation
from app.applications.model import ApplicationKind, ApplicationState, NeedCategory, TargetGroup
from app.applications.service import Applications
from app.core.clock import FixedClock
from app.core.ids import ApplicationId
from app.office import Office
from tests.app.allocation.conftest import Grant

G = TargetGroup
N = NeedCategory
TODAY = date(2026, 11, 23)
C = PlaceChange
T = TypeVar("T")


def _told(allocation: Allocation, application: ApplicationId) -> list[tuple[object, ...]]:
    found = allocation.places_over_time(application)
    return [(each.day.day, each.before, each.place, each.why) for each in found]


def test_each_change_is_told_with_its_day_and_why(
    allocation: Allocation, applications: Applications, grant: Grant, clock: FixedClock
) -> None:
    first = grant(needs=frozenset({N.NO_VALID_LEASE}))
    second = grant(needs=frozenset({N.TOO_SMALL}))
    mine = grant(received_on=date(2020, 1, 1))
    child = grant(group=G.FAMILY_WITH_CHILDREN, received_on=date(2026, 11, 5))
    clock.at = clock.at.replace(day=24)
    applications.take(child, ApplicationState.WITHDRAWN, clock.today(), "ringte")
    clock.at = clock.at.replace(day=25)
    allocation.move(mine, first, "barnet er sykt")
    clock.at = clock.at.replace(day=26)
    allocation.set_group_order((G.YOUNG,), "sak 1/26")
    need = frozenset({N.NO_ROOF_NEXT_NIGHT})
    grant(group=G.YOUNG, needs=need, received_on=date(2026, 11, 20), state_since=clock.today())
    clock.at = clock.at.replace(day=27)
    applications.set_group(mine, G.YOUNG, clock.today())
    clock.at = clock.at.replace(day=28)
    applications.set_needs(mine, need, clock.today())
    assert _told(allocation, mine) == [
        (28, 2, 1, C.NEED),
        (26, 1, 2, C.ORDER),
        (25, 3, 1, C.MOVED),
        (24, 4, 3, C.OTHERS_LEFT),
        (23, None, 4, C.CAME),
    ]
    assert _told(allocation, second)[-2:] == [
        (24, 3, 2, C.OTHERS_LEFT),
        (23, None, 3, C.CAME),
    ]
    for each in (first, second, mine):
        for line in allocation.places_over_time(each):
            there = {place.row.id: place.rank for place in allocation.waiting_list(line.day)}
            assert there[each] == line.place
    assert C.OTHERS_MOVED in {why for *_, why in _told(allocation, first)}


def test_a_place_follows_the_rules_that_held_each_day(
    office: Office, grant: Grant, clock: FixedClock
) -> None:
    young = grant(group=G.YOUNG, needs=frozenset({N.TOO_SMALL}))
    older = grant(group=G.OLDER, needs=frozenset({N.NO_ROOF_NEXT_NIGHT}))
    clock.at = clock.at.replace(day=25)
    groups = (G.YOUNG, G.OLDER)
    by_need = RuleSet(groups=groups, ranking=RankingMode.NEED_LEVEL)
    office.rule_sets.adopt(RuleSetDraft(by_need, clock.today(), "Regler", "sak 2/26", "styret"))
    clock.at = clock.at.replace(day=27)
    judged = RuleSet(groups=groups, ranking=RankingMode.DISCRETIONARY)
    office.rule_sets.adopt(RuleSetDraft(judged, clock.today(), "Regler", "sak 3/26", "styret"))
    assert _told(office.allocation, older) == [
        (25, 2, 1, C.RULES),
        (23, None, 2, C.CAME),
    ]
    assert _told(office.allocation, young) == [
        (27, 2, 1, C.RULES),
        (25, 1, 2, C.RULES),
        (23, None, 1, C.CAME),
    ]
    ranks = {place.row.id: place.rank for place in office.allocation.waiting_list()}
    assert ranks == {young: 1, older: 1}


def test_only_those_on_the_list_have_a_place(allocation: Allocation, grant: Grant) -> None:
    assert _told(allocation, grant(state=ApplicationState.IN_ASSESSMENT)) == []
    assert _told(allocation, grant(kind=ApplicationKind.RENEWAL)) == []
    assert _told(allocation, ApplicationId(99)) == []


def test_the_day_it_came_is_told_however_long_ago() -> None:
    days = [TODAY - timedelta(days=each) for each in range(3 * MOST_DAYS, 0, -1)]
    others = {
        ApplicationId(serial): Known(
            ApplicationId(serial), day, Dated([day], [True]), Dated([day], [G.YOUNG]), ()
        )
        for serial, day in enumerate(days, start=1)
    }
    found = _of_all(Past(others, (), Dated([], [])), ApplicationId(1))
    assert [(each.day, each.place, each.why) for each in found] == [(days[0], 1, C.CAME)]


def test_the_newest_changes_are_told_and_the_day_it_came() -> None:
    first = TODAY - timedelta(days=60)
    mine = Known(ApplicationId(1), first, Dated([first], [True]), Dated([first], [G.YOUNG]), ())
    days = [first + timedelta(days=each) for each in range(1, 21)]
    others = {
        ApplicationId(serial): Known(
            ApplicationId(serial),
            first - timedelta(days=1),
            Dated([day], [True]),
            Dated([day], [G.FAMILY_WITH_CHILDREN]),
            (),
        )
        for serial, day in enumerate(days, start=2)
    }
    found = _of_all(Past({mine.id: mine} | others, (), Dated([], [])), mine.id)
    assert [each.day for each in found] == [*days[:-13:-1], first]
    assert (found[0].before, found[0].place) == (20, 21)


_GROUPS = st.sampled_from([G.YOUNG, G.SUBSTANCE_USE])
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["came", "left", "group", "need", "move", "order"]),
        st.integers(0, 4),
        st.integers(0, 4),
        _GROUPS,
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(steps=_STEPS)
def test_the_places_are_those_the_list_had(steps: list[tuple[str, int, int, G]]) -> None:
    """Every line's place, and the place before it, held on its day and on the day before."""
    past = _lived(steps)
    for application in past.known:
        lines = _of_all(past, application)
        for line, older in pairwise(lines):
            assert line.before == older.place
            assert line.place != older.place
        assert all(line.before is None for line in lines[-1:])
        assert [line.why is C.CAME for line in lines] == [line.before is None for line in lines]


@settings(max_examples=60, deadline=None)
@given(steps=_STEPS, most=st.integers(1, 9))
def test_those_who_waited_on_the_days_told_of_are_enough(
    steps: list[tuple[str, int, int, G]], most: int
) -> None:
    """Nobody else decides a place, also on the day one came long before."""
    past = _lived(steps)
    days = newest_days(_every_day(past), TODAY)[:most]
    for application in past.known:
        found = places(
            _some(past, days[-1], TODAY), application, days, lambda day: _some(past, day, day)
        )
        assert found == places(past, application, days, lambda _day: past)


@pytest.mark.parametrize("most", [1, 2, 3, MOST_DAYS])
def test_what_is_read_tells_the_same_as_all_there_is(
    office: Office,
    grant: Grant,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    most: int,
) -> None:
    monkeypatch.setattr("app.allocation.past.MOST_DAYS", most)
    monkeypatch.setattr("app.allocation.past_store.MOST_DAYS", most)
    allocation, applications = office.allocation, office.applications
    renewed = grant(kind=ApplicationKind.RENEWAL)
    first, gone = grant(needs=frozenset({N.NO_VALID_LEASE})), grant()
    clock.at = clock.at.replace(day=24)
    mine = grant(state_since=clock.today(), needs=frozenset({N.TOO_SMALL}))
    allocation.move(mine, gone, "barnet er sykt")
    clock.at = clock.at.replace(day=25)
    applications.take(gone, ApplicationState.WITHDRAWN, clock.today(), "ringte")
    clock.at = clock.at.replace(day=26)
    applications.set_needs(first, frozenset({N.NO_ROOF_NEXT_NIGHT}), clock.today())
    clock.at = clock.at.replace(day=27)
    applications.set_group(mine, G.YOUNG, clock.today())
    clock.at = clock.at.replace(day=28)
    every = (renewed, first, gone, mine)
    whole = past_store.past(office._db, clock.today(), (), every)
    days = newest_days(_every_day(whole), clock.today())
    for each in every:
        found = places(whole, each, days, lambda _day: whole)
        assert allocation.places_over_time(each) == found
        assert bool(found) == (each in {first, mine})


def _of_all(past: Past, application: ApplicationId) -> tuple[PlaceOn, ...]:
    return places(past, application, newest_days(_every_day(past), TODAY), lambda _day: past)


def _every_day(past: Past) -> set[date]:
    """Each day on which anything changed."""
    days = {move.since for move in past.moves} | set(past.orders.days)
    for known in past.known.values():
        days |= {*known.waited.days, *known.groups.days}
        for spell in known.needs:
            days |= {spell.since} if spell.until is None else {spell.since, spell.until}
    return days


def _some(past: Past, first: date, last: date) -> Past:
    """With those alone who waited from a day to another, and those that are moved."""
    spoken = spoken_of(past.moves)
    known = {
        key: each
        for key, each in past.known.items()
        if key in spoken or waited(each.waited, first, last)
    }
    return replace(past, known=known)


def _lived(steps: list[tuple[str, int, int, G]]) -> Past:
    start = TODAY - timedelta(days=30)
    states: dict[int, list[tuple[date, bool]]] = {each: [(start, True)] for each in range(3)}
    groups: dict[int, list[tuple[date, G]]] = {each: [(start, G.YOUNG)] for each in range(5)}
    moves, orders = [], []
    for after, (what, one, other, group) in enumerate(steps, start=1):
        day = start + timedelta(days=after)
        if what in {"came", "left"}:
            states.setdefault(one, []).append((day, what == "came"))
        elif what == "group":
            groups[one].append((day, group))
        elif what == "move" and one != other:
            above = ApplicationId(other + 1)
            moves.append(Move(ApplicationId(one + 1), above, groups[one][-1][1], day, "nå"))
        elif what == "order":
            orders.append((day, Ordering(GroupOrder((group,), day, "sak"))))
    known = {
        ApplicationId(each + 1): Known(
            ApplicationId(each + 1),
            start + timedelta(days=each),
            Dated(*_apart(states.get(each, []))),
            Dated(*_apart(groups[each])),
            (),
        )
        for each in range(5)
    }
    return Past(known, tuple(moves), Dated(*_apart(orders)))


def _apart(pairs: list[tuple[date, T]]) -> tuple[list[date], list[T]]:
    return [day for day, _ in pairs], [value for _, value in pairs]
