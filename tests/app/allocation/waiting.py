"""Who waits and what they were moved above, for tests of the order; a whole list by chance."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from app.allocation.model import GroupOrder, Move, Ordering, WaitingPlace
from app.allocation.rulesets.model import NeedPoints, RankingMode, TieBreak
from app.applications.model import (
    ApplicationKind,
    ApplicationRow,
    ApplicationState,
    NeedCategory,
    TargetGroup,
)
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, PersonId
from app.people.model import AddressProtection, HouseholdKind

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
