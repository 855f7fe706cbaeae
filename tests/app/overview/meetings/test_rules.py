"""Nothing with an open trigger can be missing from the agenda (D16)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import Ref
from app.overview.meetings import rules
from app.overview.meetings.model import (
    Item,
    Line,
    MeetingDraft,
    Outcome,
    Section,
    Trigger,
)

TODAY = date(2026, 11, 23)
DAYS = st.integers(0, 300).map(lambda back: TODAY - timedelta(days=back))
ABOUT = st.builds(Ref, st.sampled_from(["application", "lease", "dwelling"]), st.integers(1, 6))
LINES = st.builds(Line, st.sampled_from(["vacant", "granted", "alert_lease_ends"]))
TRIGGERS = st.lists(st.builds(Trigger, ABOUT, st.sampled_from(Section), DAYS, LINES), max_size=20)
OUTCOMES = st.builds(Outcome, st.sampled_from(["", "Får tilbud."]))
ITEMS = st.lists(
    st.builds(Item, ABOUT, st.sampled_from(Section), DAYS, LINES.map(lambda one: (one,)), OUTCOMES),
    max_size=6,
    unique_by=lambda item: item.about,
)


@given(TRIGGERS, ITEMS)
def test_every_trigger_and_every_word_written_is_there_and_each_case_once(
    triggers: list[Trigger], written: list[Item]
) -> None:
    found = rules.agenda(triggers, written)
    abouts = [item.about for item in found]
    assert len(abouts) == len(set(abouts))
    by_about = {item.about: item for item in found}
    for trigger in triggers:
        assert trigger.line in by_about[trigger.about].lines
    for item in written:
        assert by_about[item.about].outcome == item.outcome


@given(TRIGGERS, ITEMS)
def test_sections_come_in_order_and_the_oldest_first_in_each(
    triggers: list[Trigger], written: list[Item]
) -> None:
    found = rules.agenda(triggers, written)
    places = [(tuple(Section).index(item.section), item.since) for item in found]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("outcome", "stands"),
    [
        (Outcome(), True),
        (Outcome("Utsettes."), False),
        (Outcome("Nav ringer.", "Nav", TODAY), True),
        (Outcome("Nav ringer.", "Nav", TODAY, TODAY), False),
    ],
)
def test_what_is_not_decided_or_not_done_comes_again(outcome: Outcome, stands: bool) -> None:
    item = Item(Ref("lease", 1), Section.DEADLINES, TODAY, (Line("alert_lease_ends"),), outcome)
    assert bool(rules.carried_over([item], TODAY)) is stands


def test_a_meeting_has_a_sensible_day() -> None:
    far = MeetingDraft(TODAY + timedelta(days=400))
    assert [p.code for p in rules.check(far, TODAY, None)] == ["meeting_too_far"]
    early = MeetingDraft(TODAY - timedelta(days=9))
    assert [p.code for p in rules.check(early, TODAY, TODAY)] == ["meeting_before_last"]


def test_a_deadline_needs_a_decision_and_is_not_before_the_meeting() -> None:
    codes = [p.code for p in rules.check_outcome(Outcome(due_on=TODAY - timedelta(1)), TODAY)]
    assert codes == ["due_before_meeting", "decision_missing", "responsible_missing"]


def test_minutes_need_a_meeting_that_was_held_and_those_who_were_there() -> None:
    tomorrow = TODAY + timedelta(days=1)
    found = rules.check_closing(tomorrow, " ", TODAY, 2)
    assert [(p.code, p.blocks) for p in found] == [
        ("meeting_not_held", True),
        ("present_missing", True),
        ("items_undecided", False),
    ]
