"""The order of the list: total, stable, explained, and never by the day alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.allocation import rules
from app.allocation.model import GroupOrder, Move, Ordering, Reason, ReasonCode, WaitingPlace
from app.allocation.rulesets.model import NeedPoints, RankingMode, TieBreak
from app.applications.model import (
    ApplicationKind,
    ApplicationRow,
    ApplicationState,
    MainNeed,
    NeedCategory,
    TargetGroup,
)
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, PersonId
from app.people.model import AddressProtection, HouseholdKind

C = ReasonCode
G = TargetGroup
N = NeedCategory
DAY = date(2026, 11, 2)
FAMILIES_FIRST = Ordering(
    GroupOrder((G.FAMILY_WITH_CHILDREN, G.HOMELESS), date(2026, 1, 1), "sak 12/26")
)
POINTS = (NeedPoints(N.NO_ROOF_NEXT_NIGHT, 5), NeedPoints(N.TOO_SMALL, 2))


def a_row(
    number: int,
    group: G | None = G.HOMELESS,
    needs: frozenset[N] = frozenset(),
    received_on: date = DAY,
) -> ApplicationRow:
    """Someone who waits."""
    return ApplicationRow(
        id=ApplicationId(number),
        number=f"S2026-{number:03}",
        case=CaseKind.ALLOCATION,
        kind=ApplicationKind.NEW,
        applicant=PersonId(number),
        name="Ola Testmo",
        protection=AddressProtection.NONE,
        household_kind=HouseholdKind.SINGLE,
        adults=1,
        children=0,
        group=group,
        needs=needs,
        allocator=None,
        bedrooms=1,
        accessible=False,
        received_on=received_on,
        state=ApplicationState.GRANTED_WAITING,
        state_since=received_on,
        days_waiting=0,
        to_check="",
    )


def a_move(
    application: int, above: int | None, group: G | None = G.HOMELESS, reason: str = "barn"
) -> Move:
    """Put directly above another, or last."""
    other = None if above is None else ApplicationId(above)
    return Move(ApplicationId(application), other, group, DAY, reason)


def ids(places: Sequence[WaitingPlace]) -> list[int]:
    """Who stands where."""
    return [place.row.id for place in places]


GROUPS = (G.HOMELESS, G.FAMILY_WITH_CHILDREN, None)
BY_GROUP = st.sampled_from((Ordering(), FAMILIES_FIRST))
ORDERINGS = BY_GROUP | st.builds(
    Ordering,
    groups=st.sampled_from((GroupOrder(), FAMILIES_FIRST.groups)),
    mode=st.sampled_from(RankingMode),
    tie_break=st.sampled_from(TieBreak),
    points=st.just(POINTS),
    rule_set=st.integers(0, 3),
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[ApplicationRow], list[Move], Ordering]:
    """A waiting list with its past moves."""
    size = draw(st.integers(1, 8))
    rows = [
        a_row(
            number,
            draw(st.sampled_from(GROUPS)),
            frozenset(draw(st.sets(st.sampled_from(N), max_size=2))),
            DAY + timedelta(days=draw(st.integers(0, 3))),
        )
        for number in range(1, size + 1)
    ]
    pair = st.tuples(st.integers(1, size), st.none() | st.integers(1, size))
    pairs = draw(st.lists(pair.filter(lambda two: two[0] != two[1]), max_size=8))
    moves = [a_move(one, above, draw(st.sampled_from(GROUPS))) for one, above in pairs]
    return rows, moves, draw(ORDERINGS)


@given(lists(), st.data())
def test_everyone_has_one_place_whatever_order_they_are_read_in(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering], data: st.DataObject
) -> None:
    rows, moves, order = given_list
    places = rules.rank(rows, order, moves)
    assert sorted(ids(places)) == sorted(row.id for row in rows)
    assert [place.place for place in places] == list(range(1, len(rows) + 1))
    assert rules.rank(data.draw(st.permutations(rows)), order, moves) == places


@given(lists())
def test_every_place_says_why_and_what_parts_it_from_the_one_above(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering],
) -> None:
    places = rules.rank(given_list[0], given_list[2], given_list[1])
    said = {len(place.reasons) for place in places}
    assert len(said) == 1, "everyone is told the same things"
    assert [place.behind is None for place in places] == [place.place == 1 for place in places]


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


WEIGHTS = {main: at for at, main in enumerate(MainNeed)}


def weight_of(reason: Reason) -> tuple[int, ...]:
    """What one reason weighs; the lower stands first."""
    facts = reason.facts
    match reason.code:
        case C.GROUP_ADOPTED | C.GROUP_PROPOSED | C.GROUP_UNLISTED:
            return (int(str(facts["at"])),)
        case C.GROUP_MISSING:
            return (99,)
        case C.NEED:
            return (WEIGHTS[MainNeed(str(facts["main"]))],)
        case C.NEED_NOT_MAPPED:
            return (99,)
        case C.NEED_POINTS:
            return (-int(str(facts["points"])),)
        case C.TIE_NONE:
            return (int(str(facts["serial"])),)
        case C.TIE_RECEIVED:
            day = facts["received_on"]
            assert isinstance(day, date)
            return (day.toordinal(), int(str(facts["serial"])))
        case C.TIE_LOT:
            return (int(str(facts["lot"])), int(str(facts["serial"])))
    return ()


def ranked_again(told: Sequence[tuple[Reason, ...]]) -> list[int]:
    """The order as one who has the reasons alone, and no list, would make it."""

    def serial(reasons: tuple[Reason, ...]) -> int:
        return int(str(reasons[-1].facts["serial"]))

    def group(reasons: tuple[Reason, ...]) -> tuple[int, ...]:
        return weight_of(reasons[0]) if reasons[0].code.value.startswith("group") else ()

    weighed = sorted(told, key=lambda each: [weight_of(reason) for reason in each])
    order = [serial(each) for each in weighed if "ahead_of" not in each[-2].facts]
    groups = {serial(each): group(each) for each in told}
    placed = [each for each in told if "ahead_of" in each[-2].facts]
    for each in sorted(placed, key=lambda each: int(str(each[-2].facts["nth"]))):
        ahead_of = each[-2].facts["ahead_of"]
        if ahead_of is not None:
            order.insert(order.index(int(str(ahead_of))), serial(each))
            continue
        after = [other for other in order if groups[other] <= group(each)]
        order.insert(len(after), serial(each))
    return order


@given(lists(), st.data())
def test_the_reasons_alone_give_the_same_order(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering], data: st.DataObject
) -> None:
    rows, moves, order = given_list
    places = rules.rank(rows, order, moves)
    told = data.draw(st.permutations([place.reasons for place in places]))
    assert ranked_again(told) == ids(places)


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


def test_the_municipalitys_groups_come_first_then_those_it_did_not_name() -> None:
    rows = [a_row(1, None), a_row(2, G.OLDER), a_row(3), a_row(4, G.FAMILY_WITH_CHILDREN)]
    places = rules.rank(rows, FAMILIES_FIRST, [])
    assert ids(places) == [4, 3, 2, 1]
    assert [place.reasons[0].code for place in places] == [
        C.GROUP_ADOPTED,
        C.GROUP_ADOPTED,
        C.GROUP_UNLISTED,
        C.GROUP_MISSING,
    ]
    assert places[0].reasons[0].facts == {
        "group": G.FAMILY_WITH_CHILDREN,
        "at": 1,
        "since": date(2026, 1, 1),
        "source": "sak 12/26",
    }
    assert places[1].behind is not None
    assert places[1].behind.facts == {"group": G.HOMELESS, "other_group": G.FAMILY_WITH_CHILDREN}


def test_an_order_nobody_has_adopted_is_said_to_be_a_proposal() -> None:
    places = rules.rank([a_row(1, G.OLDER), a_row(2)], Ordering(), [])
    assert ids(places) == [2, 1]
    assert {place.reasons[0].code for place in places} == {C.GROUP_PROPOSED}


def test_where_nobody_has_chosen_the_most_pressing_need_stands_first() -> None:
    rows = [
        a_row(1, received_on=date(2020, 1, 1)),
        a_row(2, needs=frozenset({N.TOO_SMALL})),
        a_row(3, needs=frozenset({N.NO_VALID_LEASE, N.TOO_SMALL})),
        a_row(4, needs=frozenset({N.RELEASE_NO_HOME})),
    ]
    places = rules.rank(rows, Ordering(), [])
    assert ids(places) == [4, 3, 2, 1]
    assert places[1].reasons[1].facts == {
        "main": MainNeed.AT_RISK_OF_LOSING_HOME,
        "codes": ("B2", "C3"),
    }
    assert places[3].behind is not None
    assert places[3].behind.code is C.BEHIND_NEED
    assert places[3].behind.facts == {"main": None, "other_main": MainNeed.UNSUITABLE_DWELLING}


def test_equals_stand_equal_and_the_order_between_them_is_said_to_mean_nothing() -> None:
    rows = [a_row(3, received_on=date(2020, 1, 1)), a_row(1), a_row(2), a_row(4, G.OLDER)]
    places = rules.rank(rows, Ordering(), [])
    assert ids(places) == [1, 2, 3, 4]
    assert [place.rank for place in places] == [1, 1, 1, 4]
    assert [place.behind and place.behind.code for place in places] == [
        None,
        C.EQUAL,
        C.EQUAL,
        C.BEHIND_GROUP,
    ]
    assert [place.undecided for place in places] == [False, True, True, False]


def test_the_day_parts_equals_where_the_municipality_says_so() -> None:
    rows = [a_row(1), a_row(2), a_row(3, received_on=date(2026, 10, 1))]
    by_day = Ordering(tie_break=TieBreak.APPLICATION_DATE)
    places = rules.rank(rows, by_day, [])
    assert ids(places) == [3, 1, 2]
    assert [place.rank for place in places] == [1, 2, 2]
    assert places[1].behind == Reason(C.BEHIND_RECEIVED, {"received_on": DAY})


def test_a_lot_is_the_same_each_time_and_another_under_another_set() -> None:
    rows = [a_row(number) for number in range(1, 9)]
    lots = [Ordering(tie_break=TieBreak.LOT, rule_set=number) for number in (1, 2)]
    first, second = (ids(rules.rank(rows, each, [])) for each in lots)
    assert first == ids(rules.rank(reversed(rows), lots[0], []))
    assert first != second
    assert first != sorted(first), "the number is no lot"


def test_need_comes_before_group_where_the_set_goes_by_need() -> None:
    rows = [
        a_row(1, G.FAMILY_WITH_CHILDREN, frozenset({N.TOO_SMALL})),
        a_row(2, None, frozenset({N.NO_ROOF_NEXT_NIGHT})),
    ]
    by_need = replace(FAMILIES_FIRST, mode=RankingMode.NEED_LEVEL)
    places = rules.rank(rows, by_need, [])
    assert ids(places) == [2, 1]
    assert [each.code for each in places[0].reasons] == [C.NEED, C.NOT_PLACED, C.TIE_NONE]


def test_points_are_summed_over_the_needs() -> None:
    rows = [
        a_row(1, needs=frozenset({N.TOO_SMALL})),
        a_row(2, needs=frozenset({N.TOO_SMALL, N.NO_ROOF_NEXT_NIGHT})),
        a_row(3),
    ]
    places = rules.rank(rows, Ordering(mode=RankingMode.POINTS, points=POINTS), [])
    assert ids(places) == [2, 1, 3]
    assert places[0].reasons[0].facts == {"points": 7, "codes": ("A1", "C3")}
    assert places[1].behind == Reason(C.BEHIND_POINTS, {"points": 2, "other_points": 7})


def test_where_the_office_alone_judges_nobody_stands_before_another_until_it_has() -> None:
    rows = [a_row(1), a_row(2, needs=frozenset({N.NO_ROOF_NEXT_NIGHT})), a_row(3, G.OLDER)]
    judged = Ordering(mode=RankingMode.DISCRETIONARY, tie_break=TieBreak.APPLICATION_DATE)
    places = rules.rank(rows, judged, [a_move(3, 1, G.OLDER)])
    assert ids(places) == [3, 1, 2]
    assert [place.rank for place in places] == [1, 2, 2]
    assert places[2].behind == Reason(C.NOT_JUDGED)


def test_a_reason_written_about_one_is_not_shown_to_another() -> None:
    places = rules.rank([a_row(1), a_row(2)], Ordering(), [a_move(2, 1, reason="sykt barn")])
    assert ids(places) == [2, 1]
    assert places[0].reasons[2].code is C.PLACED_ABOVE
    assert places[0].reasons[2].facts["reason"] == "sykt barn"
    assert places[1].behind is not None
    assert places[1].behind.code is C.BEHIND_OTHER_PLACED
    assert "sykt barn" not in str([place.facts for place in places[1].reasons])
    assert places[1].behind.facts == {"since": DAY, "other": 2}


def test_the_one_who_was_put_last_stays_behind_newcomers_without_a_choice() -> None:
    moves = [a_move(1, None, reason="har takket nei to ganger")]
    places = rules.rank([a_row(1), a_row(2), a_row(3)], Ordering(), moves)
    assert ids(places) == [2, 3, 1]
    assert places[2].behind is not None
    assert places[2].behind.code is C.BEHIND_PLACED
    assert places[2].reasons[2].code is C.PLACED_LAST
    assert places[2].reasons[2].facts["ahead_of"] is None


def test_a_move_belongs_to_the_group_it_was_made_in() -> None:
    moves = [a_move(2, 1)]
    changed = [a_row(1, G.OLDER), a_row(2, G.OLDER)]
    assert ids(rules.rank(changed, Ordering(), moves)) == [1, 2]


def test_no_reason_shows_what_an_officer_wrote_when_printed_by_mistake() -> None:
    places = rules.rank([a_row(1), a_row(2)], Ordering(), [a_move(2, 1, reason="sykt barn")])
    assert "sykt barn" not in repr(places)
    assert "Testmo" not in repr(places)
    assert "sykt barn" not in repr(a_move(2, 1, reason="sykt barn"))
