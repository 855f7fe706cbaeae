"""Every place says why, and the reasons alone are enough to make the list again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.allocation import rules
from app.allocation.model import Move, Ordering, Reason, ReasonCode
from app.allocation.rulesets.model import RankingMode, TieBreak
from app.applications.model import (
    ApplicationRow,
    MainNeed,
    NeedCategory,
    TargetGroup,
)
from tests.app.allocation.waiting import (
    DAY,
    FAMILIES_FIRST,
    POINTS,
    a_move,
    a_row,
    ids,
    lists,
)

C = ReasonCode
G = TargetGroup
N = NeedCategory


@given(lists())
def test_every_place_says_why_and_what_parts_it_from_the_one_above(
    given_list: tuple[list[ApplicationRow], list[Move], Ordering],
) -> None:
    places = rules.rank(given_list[0], given_list[2], given_list[1])
    said = {len(place.reasons) for place in places}
    assert len(said) == 1, "everyone is told the same things"
    assert [place.behind is None for place in places] == [place.place == 1 for place in places]


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
