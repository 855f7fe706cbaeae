"""Which way a measure may go, and what must stand in one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import GoalId, ServiceUnitId
from app.followup import rules
from app.followup.model import MeasureDraft, MeasureState
from app.followup.rules import MeasureFacts

START = date(2026, 12, 1)
BEFORE = date(2026, 11, 30)
ORDERS = {MeasureState.ORDERED, MeasureState.CONFIRMED, MeasureState.TURNED_DOWN}
DRAFT = MeasureDraft("Besøk", "Ane")


def _found(draft: MeasureDraft, facts: MeasureFacts | None = None) -> list[tuple[str, str]]:
    return [(each.field, each.code) for each in rules.check(draft, facts or MeasureFacts())]


@given(st.lists(st.integers(0, 9), max_size=12), st.booleans())
def test_d4_wherever_it_has_come_it_can_be_ended_or_begun_again(
    choices: list[int], own_task: bool
) -> None:
    """No way leads to a place without a way out; own tasks are never ordered."""
    state = MeasureState.PLANNED
    for choice in choices:
        ways = rules.moves(state, own_task=own_task)
        assert ways
        assert state not in ways
        assert state.ended or MeasureState.NOT_DONE in ways
        state = ways[choice % len(ways)]
        assert not (own_task and state in ORDERS)


@pytest.mark.parametrize("state", list(MeasureState))
def test_what_asks_for_a_reason(state: MeasureState) -> None:
    asked = {MeasureState.TURNED_DOWN, MeasureState.ON_HOLD, MeasureState.NOT_DONE}
    assert rules.needs_reason(state) is (state in asked)


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (DRAFT, []),
        (MeasureDraft("Besøk", unit=ServiceUnitId(2)), []),
        (MeasureDraft("Vaske", own_task=True), []),
        (MeasureDraft("Besøk"), [("responsible", "measure_responsible_missing")]),
        (MeasureDraft("", "Ane"), [("words", "measure_words_missing")]),
        (
            MeasureDraft("Besøk", "Ane", due_on=BEFORE, starts_on=START),
            [("due_on", "measure_due_before_start")],
        ),
        (
            MeasureDraft("Besøk", "Ane", evaluate_on=BEFORE, starts_on=START),
            [("evaluate_on", "evaluation_before_start")],
        ),
        (MeasureDraft("Besøk", "Ane", due_on=START, evaluate_on=START, starts_on=START), []),
        (MeasureDraft("Besøk", "Ane", evaluate_on=BEFORE), []),
    ],
)
def test_told_beside_its_field(draft: MeasureDraft, wrong: list[tuple[str, str]]) -> None:
    assert _found(draft) == wrong


def test_a_closed_unit_and_the_goal_of_another() -> None:
    draft = MeasureDraft("Besøk", unit=ServiceUnitId(2), goal=GoalId(7))
    facts = MeasureFacts(frozenset({ServiceUnitId(2)}), own_goal=False)
    assert _found(draft, facts) == [("unit", "service_unit_closed"), ("goal", "goal_of_another")]
