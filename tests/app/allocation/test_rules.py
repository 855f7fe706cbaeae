"""The order of the list: total, stable, and never by the day alone."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.allocation import rules
from app.allocation.model import Move, Ordering, ReasonCode
from app.allocation.rulesets.model import TieBreak
from app.applications.model import (
    ApplicationRow,
    NeedCategory,
    TargetGroup,
)
from app.core.ids import ApplicationId, PersonId
from app.people.model import AddressProtection, HouseholdKind
from tests.app.allocation.waiting import DAY, GROUPS, a_move, a_row, ids, lists

C = ReasonCode
G = TargetGroup
N = NeedCategory


@given(lists(), st.data())
def test_everyone_has_one_place_whatever_order_they_are_read_in(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering], data: st.DataObject
) -> None:
    rows, moves, order = given_list
    places = rules.rank(rows, order, moves)
    assert sorted(ids(places)) == sorted(row.id for row in rows)
    assert [place.place for place in places] == list(range(1, len(rows) + 1))
    assert rules.rank(data.draw(st.permutations(rows)), order, moves) == places


@given(lists(), st.data())
def test_the_day_counts_for_nothing_unless_the_set_says_so(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering], data: st.DataObject
) -> None:
    rows, moves, order = given_list
    days = st.integers(0, 900)
    other = [
        replace(row, received_on=DAY - timedelta(days=data.draw(days)), days_waiting=7)
        for row in rows
    ]
    if order.tie_break is not TieBreak.APPLICATION_DATE:
        assert ids(rules.rank(other, order, moves)) == ids(rules.rank(rows, order, moves))


@given(lists())
def test_those_who_share_a_rank_are_those_whom_nothing_parts(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering],
) -> None:
    rows, moves, order = given_list
    places = rules.rank(rows, order, moves)
    for above, place in pairwise(places):
        assert place.undecided == (place.rank == above.rank)
        assert place.rank in {above.rank, place.place}
        if place.undecided:
            weighed = {C.NOT_PLACED, C.TIE_NONE, C.TIE_RECEIVED, C.TIE_LOT}
            own, other = (
                [each for each in one.reasons if each.code not in weighed] for one in (place, above)
            )
            assert [each.code for each in own] == [each.code for each in other]


@given(lists())
def test_a_rank_can_be_found_for_one_alone(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering],
) -> None:
    rows, moves, order = given_list
    ahead, known = 0, {row.id: row for row in rows}
    ranks = {place.row.id: place.rank for place in rules.rank(rows, order, moves)}
    for mine, own in rules.buckets({row.id: row.group for row in rows}, order, moves):
        live = rules.live_moves(mine, own)
        sequence = tuple(rules.in_order(mine, live, known, order))
        placed = frozenset(move.application for move in live)
        for each in sequence:
            assert ahead + rules.rank_in(sequence, each, placed, known, order) == ranks[each]
        ahead += len(mine)


@given(lists(), st.data())
def test_what_is_irrelevant_changes_nothing(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering], data: st.DataObject
) -> None:
    """A name, who they are, how many they are, what is noted, where they stand on other lists."""
    rows, moves, order = given_list
    other = [
        replace(
            row,
            name="Kari Annetmo",
            applicant=PersonId(900 + row.id),
            to_check="ring",
            children=data.draw(st.integers(0, 6)),
            adults=2,
            household_kind=HouseholdKind.COUPLE,
            protection=data.draw(st.sampled_from(AddressProtection)),
            state_since=DAY + timedelta(days=9),
            days_waiting=data.draw(st.integers(0, 900)),
        )
        for row in rows
    ]
    before, after = rules.rank(rows, order, moves), rules.rank(other, order, moves)
    assert ids(after) == ids(before)
    assert [place.reasons for place in after] == [place.reasons for place in before]


@given(lists(), st.data())
def test_a_move_changes_only_the_order_to_those_it_passed(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering], data: st.DataObject
) -> None:
    rows, moves, order = given_list
    before = rules.rank(rows, order, moves)
    mover = data.draw(st.sampled_from(before)).row
    same = [
        place.row.id for place in before if not order.by_group or place.row.group is mover.group
    ]
    choices: list[ApplicationId | None] = [None, *(each for each in same if each != mover.id)]
    above = data.draw(st.sampled_from(choices))
    after = rules.rank(rows, order, [*moves, a_move(mover.id, above, mover.group)])
    others = [each for each in ids(before) if each != mover.id]
    assert [each for each in ids(after) if each != mover.id] == others
    if above is not None:
        assert ids(after).index(mover.id) == ids(after).index(above) - 1
    else:
        assert ids(after).index(mover.id) == ids(before).index(same[-1])


@given(lists(), st.data())
def test_who_leaves_the_list_changes_nothing_between_the_others(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering], data: st.DataObject
) -> None:
    rows, moves, order = given_list
    leaver = data.draw(st.sampled_from(rows))
    left = [row for row in rows if row is not leaver]
    gone = [leaver] if leaver.id in rules.pointed_at(left, moves, order) else []
    before = ids(rules.rank(rows, order, moves))
    assert ids(rules.rank(left, order, moves, gone)) == [e for e in before if e != leaver.id]


@given(lists(), st.data())
def test_a_newcomer_changes_nothing_between_the_others(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering], data: st.DataObject
) -> None:
    rows, moves, order = given_list
    newcomer = a_row(99, data.draw(st.sampled_from(GROUPS)), frozenset({N.NO_ROOF_NEXT_NIGHT}))
    after = ids(rules.rank([*rows, newcomer], order, moves))
    assert [each for each in after if each != 99] == ids(rules.rank(rows, order, moves))


@given(lists())
def test_moves_that_no_longer_matter_do_not_matter(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering],
) -> None:
    """Every move of the past laid on one by one gives the same order as the live ones alone."""
    rows, moves, _ = given_list
    one_group = [replace(row, group=G.HOMELESS) for row in rows]
    moves = [replace(move, group=G.HOMELESS) for move in moves]
    sequence = ids(rules.rank(one_group, Ordering(), []))
    for move in moves:
        sequence.remove(move.application)
        at = len(sequence) if move.above is None else sequence.index(move.above)
        sequence.insert(at, move.application)
    assert ids(rules.rank(one_group, Ordering(), moves)) == sequence
