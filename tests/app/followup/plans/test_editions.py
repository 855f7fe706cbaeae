"""What is kept of an edition reads back as it was, and what is new is told (D7)."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.ids import PersonId
from app.followup.model import LifeArea, MeasureKind, MeasureState
from app.followup.plans import editions
from app.followup.plans.changes import changes
from app.followup.plans.model import (
    ContentPart,
    GoalLine,
    GoalState,
    MeasureLine,
    PlanChange,
    PlanChangeKind,
    PlanContent,
    PlanDraft,
    PlanKind,
)
from app.office import Office
from tests.app.followup.plans.desk import PlanDesk

_TEXT = st.text(max_size=30)
_DAY = st.none() | st.dates()
_LEVEL = st.none() | st.integers(0, 4)
_DRAFTS = st.builds(
    PlanDraft,
    _LEVEL,
    _DAY,
    *[_TEXT] * 8,
    _DAY,
    _DAY,
    _TEXT,
    _TEXT,
    _DAY,
)
_MEASURES = st.builds(
    MeasureLine,
    st.integers(1, 9),
    _TEXT,
    _TEXT,
    _TEXT,
    st.sampled_from(MeasureKind),
    st.sampled_from(MeasureState),
    st.booleans(),
    _TEXT,
    _TEXT,
)
_LINES = st.lists(_MEASURES, max_size=3, unique_by=lambda each: each.measure).map(tuple)
_GOALS = st.builds(
    GoalLine,
    st.integers(1, 9),
    st.sampled_from(LifeArea),
    _TEXT,
    _TEXT,
    st.sampled_from(GoalState),
    _DAY,
    _LINES,
)
_CONTENTS = st.builds(
    PlanContent,
    st.sampled_from(PlanKind),
    _TEXT,
    _LEVEL,
    _TEXT,
    _TEXT,
    _DRAFTS,
    st.lists(_GOALS, max_size=3, unique_by=lambda each: each.goal).map(tuple),
    _LINES,
    st.lists(_TEXT, max_size=2).map(tuple),
    st.lists(st.builds(ContentPart, _TEXT, _TEXT), max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(_CONTENTS)
def test_d7_it_reads_back_exactly(content: PlanContent) -> None:
    read = editions.loads(editions.dumps(content))
    assert read == content
    assert isinstance(read.draft, PlanDraft)
    assert all(isinstance(each.state, GoalState) for each in read.goals)


@settings(max_examples=60, deadline=None)
@given(_CONTENTS, _CONTENTS)
def test_nothing_is_new_between_two_alike(one: PlanContent, other: PlanContent) -> None:
    assert changes(one, one) == ()
    there = {each.words for each in changes(one, other) if each.kind is PlanChangeKind.GOAL_NEW}
    back = {each.words for each in changes(other, one) if each.kind is PlanChangeKind.GOAL_GONE}
    assert there == back


@settings(max_examples=60, deadline=None)
@given(_CONTENTS)
def test_adr_02_without_places_only_those_are_gone(content: PlanContent) -> None:
    kept = editions.loads(editions.without_places(editions.dumps(content)))
    draft = kept.draft
    assert not any(
        (
            draft.next_talk_where,
            draft.next_step,
            draft.warning_signs,
            draft.warning_people,
            draft.warning_first,
        )
    )
    assert replace(kept, draft=content.draft) == content


def test_an_edition_from_before_a_field_was_there() -> None:
    content = PlanContent(PlanKind.MALPLAN, "Kari", 2, "Nav", "Mona", PlanDraft())
    told = json.loads(editions.dumps(content))
    for later in ("parts", "consents", "loose"):
        del told[later]
    assert editions.loads(json.dumps(told)) == content


LINE = MeasureLine(1, "Besøk hver tirsdag", "Ane", "fra 1. desember 2026")
GOAL = GoalLine(1, LifeArea.HOME, "Jeg vil bo trygt", "Uro", GoalState.IN_PROGRESS, None, (LINE,))
PLAN = PlanContent(PlanKind.MALPLAN, "Kari", 2, "Nav", "Ane", PlanDraft(), (GOAL,))


def _goal(**facts: object) -> PlanContent:
    return replace(PLAN, goals=(replace(GOAL, **facts),))  # type: ignore[arg-type]  # its own fields


def _measure(**facts: object) -> PlanContent:
    return _goal(measures=(replace(LINE, **facts),))  # type: ignore[arg-type]  # its own fields


def _draft(**facts: object) -> PlanContent:
    return replace(PLAN, draft=PlanDraft(**facts))  # type: ignore[arg-type]  # its own fields


_K = PlanChangeKind
TALK = date(2027, 1, 21)


@pytest.mark.parametrize(
    ("after", "change"),
    [
        (replace(PLAN, level=1), PlanChange(_K.LEVEL, "", 2, 1)),
        (
            replace(PLAN, kind=PlanKind.INDIVIDUAL_PLAN),
            PlanChange(_K.KIND, "", PlanKind.MALPLAN, PlanKind.INDIVIDUAL_PLAN),
        ),
        (
            _goal(state=GoalState.REACHED),
            PlanChange(_K.GOAL_STATE, GOAL.words, GoalState.IN_PROGRESS, GoalState.REACHED),
        ),
        (_goal(words="Ro"), PlanChange(_K.GOAL_WORDS, "Ro", GOAL.words, "Ro")),
        (_goal(measures=()), PlanChange(_K.MEASURE_GONE, LINE.words)),
        (
            _measure(state=MeasureState.DONE),
            PlanChange(_K.MEASURE_STATE, LINE.words, MeasureState.PLANNED, MeasureState.DONE),
        ),
        (
            _measure(when="fra 1. mai 2027"),
            PlanChange(_K.MEASURE_TIME, LINE.words, LINE.when, "fra 1. mai 2027"),
        ),
        (_measure(who="Ola"), PlanChange(_K.MEASURE_WHO, LINE.words, "Ane", "Ola")),
        (_measure(words="Ring"), PlanChange(_K.MEASURE_WORDS, "Ring", LINE.words, "Ring")),
        (replace(PLAN, coordinator="Mona"), PlanChange(_K.OWNER, "", "Ane, Nav", "Mona, Nav")),
        (_draft(contact_name="Ane"), PlanChange(_K.CONTACT, "", "", "Ane")),
        (_draft(backup_name="Vakt"), PlanChange(_K.BACKUP, "", "", "Vakt")),
        (_draft(warning_first="Ring"), PlanChange(_K.WARNING)),
        (_draft(next_step="Leie selv"), PlanChange(_K.NEXT_STEP, "Leie selv")),
        (_draft(next_talk_on=TALK), PlanChange(_K.TALK, "", None, TALK)),
        (_draft(next_talk_where="Her"), PlanChange(_K.TALK)),
        (_draft(evaluation_on=TALK), PlanChange(_K.EVALUATION, "", None, TALK)),
        (replace(PLAN, consents=("dele planen",)), PlanChange(_K.CONSENTS)),
    ],
)
def test_what_is_new_since_last_time(after: PlanContent, change: PlanChange) -> None:
    assert changes(PLAN, after) == (change,)


def test_a_measure_that_moves_to_another_goal_is_the_same() -> None:
    other = replace(GOAL, goal=2, words="Jeg vil spare", measures=(LINE,))
    both = replace(PLAN, goals=(replace(GOAL, measures=()), other))
    assert changes(PLAN, both) == (PlanChange(_K.GOAL_NEW, "Jeg vil spare"),)
    assert changes(both, PLAN) == (PlanChange(_K.GOAL_GONE, "Jeg vil spare"),)


def test_what_would_be_new_is_told_before_it_is_printed(office: Office) -> None:
    desk = PlanDesk(office)
    goal, measure = desk.ready()
    assert desk.plans.news(desk.plan) == ()
    desk.plans.offer(desk.plan)
    assert desk.plans.news(desk.plan) == ()
    office.followup.set_state(measure, MeasureState.ORDERED)
    desk.measure(goal, words="Budsjett")
    assert [each.kind for each in desk.plans.news(desk.plan)] == [
        PlanChangeKind.MEASURE_STATE,
        PlanChangeKind.MEASURE_NEW,
    ]
    assert office.plans.of(PersonId(desk.person)) is not None
