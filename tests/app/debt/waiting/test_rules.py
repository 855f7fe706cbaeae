"""What comes next in a case, and how a wait is counted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications.model import Channel, ReferredBy
from app.core.ids import DebtCaseId, PersonId
from app.debt.model import (
    AcuteScreen,
    AdviceStage,
    DebtCase,
    DebtTopic,
    Decided,
    RequestState,
    Screened,
)
from app.debt.queue.model import DebtUrgency, QueuePlace
from app.debt.waiting import rules
from app.debt.waiting.model import DebtNext, DebtSet, WaitGroup
from app.people.model import AddressProtection
from tests.app.debt.desk import calm

TODAY = date(2026, 11, 23)


def a_case(**changes: object) -> DebtCase:
    """Asked for three weeks ago; nothing done."""
    day = TODAY - timedelta(days=21)
    known = DebtCase(
        id=DebtCaseId(1),
        number="G-2026-1",
        person=PersonId(1),
        name="Kari Testmo",
        protection=AddressProtection.NONE,
        received_on=day,
        channel=Channel.PHONE,
        referred_by=ReferredBy.SELF,
        topics=frozenset({DebtTopic.POWER}),
        words="",
        state=RequestState.RECEIVED,
        state_since=day,
    )
    return replace(known, **changes)  # type: ignore[arg-type]  # fields of the case by name


def granted(starts_on: date | None) -> dict[str, object]:
    return {
        "state": RequestState.GRANTED_QUEUED,
        "screen": calm(TODAY),
        "decided": Decided(TODAY - timedelta(days=5), True, starts_on),
    }


ACUTE = AcuteScreen(TODAY, power=Screened.YES)


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({}, DebtNext.ASK_ACUTE),
        ({"screen": AcuteScreen(TODAY, home=Screened.NO)}, DebtNext.ASK_ACUTE),
        ({"screen": ACUTE}, DebtNext.START_NOW),
        ({"screen": calm(TODAY)}, DebtNext.DECIDE),
        (granted(TODAY + timedelta(days=9)), DebtNext.WAIT),
        (granted(TODAY), DebtNext.START),
        (granted(None), DebtNext.START),
        ({"state": RequestState.STARTED, "stage": AdviceStage.BUDGETING}, DebtNext.DECIDE),
        (
            {
                "state": RequestState.STARTED,
                "stage": AdviceStage.BUDGETING,
                "decided": Decided(TODAY, True),
            },
            DebtNext.BUDGET,
        ),
        ({"state": RequestState.REFUSED}, None),
        ({"state": RequestState.WITHDRAWN}, None),
    ],
)
def test_the_next_step(changes: dict[str, object], step: DebtNext | None) -> None:
    """GJ-02: the acute first, then the vedtak (SOT-02), then the start."""
    assert rules.row(a_case(**changes), TODAY).step is step


def test_a_home_the_register_knows_of_is_as_acute_as_an_answer() -> None:
    """GJ-02: nobody has to ask for what the office knows."""
    case = a_case(screen=calm(TODAY))
    place = QueuePlace(case, TODAY, 1, (), DebtUrgency.ACUTE, TODAY)
    row = rules.row(case, TODAY, place)
    assert (row.step, row.acute, row.rank) == (DebtNext.START_NOW, True, 1)
    calm_place = replace(place, urgency=DebtUrgency.URGENT)
    assert rules.row(case, TODAY, calm_place).step is DebtNext.DECIDE


@pytest.mark.parametrize("stage", [each for each in AdviceStage if each is not AdviceStage.CLOSED])
def test_every_stage_has_a_next_step(stage: AdviceStage) -> None:
    case = a_case(state=RequestState.STARTED, stage=stage, decided=Decided(TODAY, True))
    assert rules.next_step(case, TODAY) is not None


def test_the_day_stands_beside_the_start_that_is_set() -> None:
    start = TODAY + timedelta(days=9)
    assert rules.row(a_case(**granted(start)), TODAY).on == start


@pytest.mark.parametrize(
    ("days", "group"),
    [
        (0, WaitGroup.FORTNIGHT),
        (14, WaitGroup.FORTNIGHT),
        (15, WaitGroup.MONTH),
        (30, WaitGroup.MONTH),
        (31, WaitGroup.QUARTER),
        (90, WaitGroup.QUARTER),
        (91, WaitGroup.LONGER),
        (700, WaitGroup.LONGER),
    ],
)
def test_the_groups_meet_without_a_gap(days: int, group: WaitGroup) -> None:
    assert WaitGroup.of(days) is group


WAITS = st.lists(
    st.tuples(
        st.integers(0, 400), st.sampled_from(list(RequestState)), st.booleans(), st.integers(0, 60)
    ),
    max_size=25,
)


@given(WAITS)
def test_the_groups_and_the_vedtak_sum_to_those_who_wait(
    told: list[tuple[int, RequestState, bool, int]],
) -> None:
    cases = [
        a_case(
            id=DebtCaseId(place),
            received_on=TODAY - timedelta(days=days),
            state=state,
            state_since=TODAY,
            stage=AdviceStage.OVERVIEW if state is RequestState.STARTED else None,
            started_on=TODAY if state is RequestState.STARTED else None,
            decided=Decided(TODAY, True) if decided else None,
        )
        for place, (days, state, decided, _) in enumerate(told)
    ]
    count = rules.count(cases, TODAY, TODAY.replace(day=1))
    assert sum(count.group(each) for each in WaitGroup) == count.waiting
    for each in WaitGroup:
        missing, with_one = count.group(each, decided=False), count.group(each, decided=True)
        assert missing + with_one == count.group(each)
    assert count.waiting == sum(each.waits for each in cases)
    assert count.waiting + count.working <= len(cases)
    assert count == rules.count(reversed(cases), TODAY, TODAY.replace(day=1))


def test_a_case_belongs_to_one_of_queue_work_and_closed() -> None:
    for state in RequestState:
        stage = AdviceStage.OVERVIEW if state is RequestState.STARTED else None
        row = rules.row(a_case(state=state, stage=stage), TODAY)
        sets = (DebtSet.QUEUED, DebtSet.WORKING, DebtSet.CLOSED)
        assert sum(row.belongs(each) for each in sets) == 1


def test_nobody_waiting_has_no_median() -> None:
    count = rules.count([], TODAY, TODAY)
    assert (count.waiting, count.median, count.longest, count.began_median) == (0, None, None, None)
