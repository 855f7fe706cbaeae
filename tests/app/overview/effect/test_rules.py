"""The matrix: rows sum to those at the start, nobody is counted twice (E2, E3, E5)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.applications.model import TargetGroup
from app.core.ids import PersonId
from app.followup.levels.model import HelpLevel
from app.overview.effect import rules
from app.overview.effect.model import PLACES, GoalSums, Moves, Standings, half_year, quarter, year

LEVELS = st.dictionaries(st.integers(1, 40).map(PersonId), st.sampled_from(list(HelpLevel)))
GROUPS = st.dictionaries(st.integers(1, 40).map(PersonId), st.sampled_from(list(TargetGroup)))
FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)


@given(start=LEVELS, end=LEVELS, before=GROUPS, after=GROUPS)
def test_rows_sum_to_those_at_the_start(
    start: dict[PersonId, HelpLevel],
    end: dict[PersonId, HelpLevel],
    before: dict[PersonId, TargetGroup],
    after: dict[PersonId, TargetGroup],
) -> None:
    """E2, E5."""
    known = rules.standings(start, end, before, after)
    effect = rules.effect(FIRST, LAST, known, GoalSums())
    for level in HelpLevel:
        assert effect.row(level).total == sum(each is level for each in start.values())
        assert effect.ended(level) == sum(each is level for each in end.values())
    assert effect.row(None).total == len(set(end) - set(start))
    assert effect.moves.at_start == len(start)
    assert sum(each.moves.at_start for each in effect.groups) == len(start)
    assert sum(each.moves.new for each in effect.groups) == effect.moves.new
    below = sum(
        row.to(place)
        for row in effect.matrix
        for place in PLACES
        if row.start is not None and place is not None and place < row.start
    )
    assert effect.moves.inwards == below


def test_an_exit_is_a_move_to_the_centre() -> None:
    """E3: exits count as level 0."""
    known = [Standings(HelpLevel.SUPPORT, HelpLevel.MANAGES_ALONE)]
    assert rules.moves(known) == Moves(inwards=1)
    crossed = {each.outer: (each.inwards, each.outwards) for each in rules.crossings(known)}
    assert crossed[HelpLevel.SUPPORT] == (1, 0)
    assert crossed[HelpLevel.ADVICE] == (1, 0)
    assert crossed[HelpLevel.LASTING_SERVICES] == (0, 0)


def test_the_group_is_that_of_the_start_and_of_the_end_for_who_came_later() -> None:
    """E5: the primary group drives statistics."""
    one, two = PersonId(1), PersonId(2)
    before = {one: TargetGroup.HOMELESS}
    after = {one: TargetGroup.OLDER, two: TargetGroup.YOUNG}
    level = HelpLevel.ADVICE
    known = rules.standings({one: level}, {one: level, two: level}, before, after)
    assert [each.group for each in known] == [TargetGroup.HOMELESS, TargetGroup.YOUNG]


def test_ready_periods() -> None:
    today = date(2026, 11, 23)
    assert quarter(today) == (date(2026, 10, 1), today)
    assert half_year(today) == (date(2026, 5, 24), today)
    assert year(today) == (date(2026, 1, 1), today)
