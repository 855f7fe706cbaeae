"""Which state may follow which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications import state_rules
from app.applications.model import ApplicationState

S = ApplicationState


def test_every_state_has_its_moves_and_every_open_one_can_end() -> None:
    assert set(state_rules.MAY) == set(S)
    for state in S:
        assert (state in state_rules.MAY[state]) is (state is S.GRANTED_WAITING)
        assert ({S.WITHDRAWN, S.LAPSED} <= state_rules.MAY[state]) is state.open


@given(st.sampled_from(S), st.sampled_from(S))
def test_a_way_goes_by_allowed_moves_alone(now: S, to: S) -> None:
    steps = state_rules.way(now, to)
    assert not steps or steps[-1] is to
    for step in steps:
        assert step in state_rules.MAY[now]
        now = step


@pytest.mark.parametrize("closed", [S.WITHDRAWN, S.LAPSED, S.DISMISSED])
def test_what_is_closed_leads_nowhere(closed: S) -> None:
    assert not any(state_rules.way(closed, state) for state in S)


@given(st.sampled_from(S), st.sampled_from(S))
def test_a_reversal_goes_between_answers_alone(now: S, to: S) -> None:
    answers = {S.GRANTED_WAITING, S.GRANTED, S.REFUSED, S.DISMISSED}
    way = state_rules.way(now, to, by_reversal=True)
    assert way == ((to,) if {now, to} <= answers else ())


@pytest.mark.parametrize("granted", [S.GRANTED_WAITING, S.GRANTED])
def test_what_is_granted_is_refused_by_reversal_alone_and_the_other_way(granted: S) -> None:
    assert not state_rules.way(granted, S.REFUSED)
    assert not state_rules.way(S.REFUSED, granted)
    assert state_rules.way(granted, S.REFUSED, by_reversal=True) == (S.REFUSED,)
    assert state_rules.way(S.REFUSED, granted, by_reversal=True) == (granted,)
