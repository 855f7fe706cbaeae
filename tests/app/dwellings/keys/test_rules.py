"""Marks as they are typed, and whose a key has been."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import DwellingId, LeaseId
from app.dwellings.keys.model import DoorKey, DoorKeyId, DoorKeyKind, KeyHolder, KeyMove
from app.dwellings.keys.rules import loans, read_marks

DAY = date(2026, 11, 23)
MINE, OTHER = LeaseId(1), LeaseId(2)


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("1–3", ("1", "2", "3")),
        ("A1-A3, P7", ("A1", "A2", "A3", "P7")),
        ("08-10", ("08", "09", "10")),
        ("101-1, 101-2", ("101-1", "101-2")),
        ("B4, B4", ("B4",)),
        (" , ", ()),
    ],
)
def test_several_keys_are_typed_at_once(typed: str, marks: tuple[str, ...]) -> None:
    assert read_marks(typed) == marks


MOVES = st.lists(
    st.tuples(st.sampled_from(list(KeyHolder)), st.sampled_from([MINE, OTHER])), max_size=8
)


@given(MOVES)
def test_a_key_is_out_with_a_lease_only_while_its_last_move_says_so(
    told: list[tuple[KeyHolder, LeaseId]],
) -> None:
    """HL-07: at most one loan of a key is open, and it is the last move's."""
    moves = [KeyMove(DAY, holder, lease) for holder, lease in told]
    now = moves[-1] if moves else KeyMove(DAY, KeyHolder.OFFICE)
    key = DoorKey(DoorKeyId(1), DwellingId(1), DoorKeyKind.DOOR, "1", now)
    found = list(loans([(key, moves)], MINE))
    theirs = [each for each in moves if each.holder is KeyHolder.TENANT and each.lease == MINE]
    assert len(found) == len(theirs)
    out = now.holder is KeyHolder.TENANT and now.lease == MINE
    assert [each.out for each in found if each.out] == [True] * out
