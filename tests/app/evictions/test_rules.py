"""How a case may move, what its days mean, and who is around it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import PersonId
from app.evictions import record, rules
from app.evictions.messages.model import EvictionMessage
from app.evictions.model import (
    EvictionOutcome,
    EvictionStage,
    ForcedSaleStage,
    LossKind,
    MessageSender,
    StageRow,
)
from app.office import Office
from app.people.model import Member, Presence, Role
from tests.app.evictions.desk import TODAY, a_case

S = EvictionStage


def a_member(
    number: int, role: Role, born: date | None, presence: Presence = Presence.LIVES_HERE
) -> Member:
    since = date(2020, 1, 1)
    return Member(number, PersonId(number), f"Nr {number}", born, role, presence, since, None)


@pytest.mark.parametrize(
    ("start", "nominal", "moved"),
    [
        (date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 16)),
        (date(2026, 3, 19), date(2026, 4, 2), date(2026, 4, 7)),
        (date(2026, 4, 17), date(2026, 5, 1), date(2026, 5, 4)),
        (date(2026, 12, 11), date(2026, 12, 25), date(2026, 12, 28)),
    ],
)
def test_tv_10_both_days_of_the_two_weeks(
    office: Office, start: date, nominal: date, moved: date
) -> None:
    counted = record.two_weeks(start, office.settings.parameters)
    assert (counted.nominal, counted.moved) == (nominal, moved)


def test_tv_10_only_the_namsfogd_or_a_service_starts_the_two_weeks(office: Office) -> None:
    parameters = office.settings.parameters
    told = EvictionMessage(1, a_case().id, TODAY, TODAY, MessageSender.LANDLORD)
    assert record.comment_deadline(LossKind.EVICTION, [told], parameters) is None


@pytest.mark.parametrize("to", [S.PETITION_FILED, S.COMMENT_PERIOD, S.DATE_SET, S.CARRIED_OUT])
def test_a_case_moves_forward_past_what_nobody_told(to: EvictionStage) -> None:
    assert rules.may_reach(a_case(stage=S.NOTICE_SENT), to)


def test_tv_06_only_a_notice_that_ran_out_goes_back() -> None:
    assert rules.may_reach(a_case(stage=S.NOTICE_SENT), S.AT_RISK)
    assert not rules.may_reach(a_case(stage=S.COMMENT_PERIOD), S.PETITION_FILED)


def test_after_it_is_carried_out_comes_what_is_done_afterwards() -> None:
    case = a_case(stage=S.CARRIED_OUT)
    assert rules.next_steps_of(case) == (S.AFTERCARE,)
    assert rules.next_steps_of(a_case(stage=S.AFTERCARE)) == ()


def test_a_forced_sale_moves_by_its_own_steps() -> None:
    case = a_case(
        kind=LossKind.FORCED_SALE, stage=S.COMMENT_PERIOD, sale_stage=ForcedSaleStage.FOR_SALE
    )
    assert rules.next_steps_of(case) == (ForcedSaleStage.SOLD, ForcedSaleStage.CARRIED_OUT)
    assert rules.row(case.kind, ForcedSaleStage.SOLD, TODAY) == StageRow(
        TODAY, S.DATE_SET, ForcedSaleStage.SOLD
    )


@given(st.sampled_from(S), st.sampled_from(S))
def test_no_move_needs_an_outcome_or_leads_out_of_a_closed_case(
    now: EvictionStage, to: EvictionStage
) -> None:
    allowed = rules.may_reach(a_case(stage=now), to)
    if now in {S.CLOSED, S.AFTERCARE} or to is S.CLOSED:
        assert not allowed
    if to is S.AFTERCARE:
        assert allowed is (now is S.CARRIED_OUT)


@pytest.mark.parametrize(
    ("left", "step"), [(20, None), (14, 14), (8, 14), (7, 7), (3, 3), (2, 3), (1, 1), (0, 1)]
)
def test_al_01_the_countdown_has_four_rungs(office: Office, left: int, step: int | None) -> None:
    day = date.fromordinal(TODAY.toordinal() + left)
    found = rules.countdown(day, TODAY, office.settings.parameters)
    assert found is not None
    assert (found.left, found.step) == (left, step)


def test_a_day_that_has_passed_has_no_rung(office: Office) -> None:
    found = rules.countdown(date(2026, 11, 20), TODAY, office.settings.parameters)
    assert found is not None
    assert found.over
    assert found.step is None


def test_an_end_needs_an_outcome_of_its_own() -> None:
    for outcome, code in (
        (None, "eviction_outcome_missing"),
        (EvictionOutcome.CARRIED_OUT, "eviction_carried_out_first"),
    ):
        (found,) = rules.check_outcome(a_case(), outcome, TODAY, TODAY)
        assert found.code == code


def test_nothing_became_so_in_the_future_or_before_the_last() -> None:
    ahead = rules.check_day(a_case(), date(2026, 12, 1), TODAY)
    before = rules.check_day(a_case(), date(2026, 11, 1), TODAY)
    assert [each.code for each in (*ahead, *before)] == ["day_in_future", "day_before_last"]


def test_tv_11_spouse_and_other_adults_are_told_and_children_are_not() -> None:
    members = (
        a_member(1, Role.APPLICANT, date(1980, 1, 1)),
        a_member(2, Role.CO_APPLICANT, date(1982, 1, 1)),
        a_member(3, Role.ADULT, None),
        a_member(4, Role.CHILD, date(2017, 1, 1)),
    )
    told = rules.also_told(members, 1, TODAY)
    assert [each.id for each in told] == [2, 3]
    assert [each.id for each in rules.children(members, TODAY)] == [4]


def test_one_who_turned_eighteen_is_a_child_no_longer() -> None:
    members = (a_member(1, Role.CHILD, date(2008, 11, 23)), a_member(2, Role.CHILD, None))
    assert [each.id for each in rules.children(members, TODAY)] == [2]
