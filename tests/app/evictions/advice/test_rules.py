"""What stops a case by its ground, and the order of what to do."""

from dataclasses import replace
from datetime import date

import pytest

from app.core.money import kroner
from app.core.words import sentence
from app.evictions.advice import rules
from app.evictions.advice.model import BestStep, Situation
from app.evictions.model import (
    NO_SUMS,
    EnforcementGround,
    EvictionCase,
    EvictionStage,
    LossKind,
)
from app.people.model import Presence, Role
from tests.app.evictions.desk import TODAY, a_case
from tests.app.evictions.test_rules import a_member

FRESH = 2


def steps(case: EvictionCase, **facts: object) -> list[BestStep]:
    situation = replace(Situation(case, TODAY), **facts)  # type: ignore[arg-type]  # its own fields
    return [each.step for each in rules.next_steps(situation, FRESH)]


def stops(case: EvictionCase, owed: int = 0) -> list[str]:
    return [each.code for each in rules.what_stops(case, kroner(owed))]


def test_tv_03_paying_all_stops_ground_a_until_it_is_carried_out() -> None:
    (told,) = rules.what_stops(a_case())
    words = sentence(told.code, told.facts)
    assert told.source == "TV-03"
    assert "27 654" in words.replace("\u00a0", " ")
    assert "helt fram til den gjennomføres" in words
    assert "kommer til i mellomtiden" in words, "rent due until payment, with interest"


@pytest.mark.parametrize("ground", list(EnforcementGround))
def test_tv_01_only_ground_a_is_stopped_by_payment_at_any_time(ground: EnforcementGround) -> None:
    said = " ".join(
        sentence(each.code, each.facts) for each in rules.what_stops(a_case(ground=ground))
    )
    assert ("helt fram til" in said) is (ground is EnforcementGround.UNPAID_RENT)
    assert said


def test_tv_01_every_ground_is_stopped_in_its_own_way() -> None:
    first = {stops(a_case(ground=ground))[0] for ground in (*EnforcementGround, None)}
    assert len(first) == 7


def test_tv_14_and_tv_15_are_told_once_a_day_is_set() -> None:
    found = stops(a_case(eviction_on=date(2026, 12, 10)), owed=9_000)
    assert found == [
        "eviction_stop_paid",
        "eviction_stop_owed",
        "eviction_stop_lock",
        "eviction_stop_complaint",
    ]


def test_nothing_stops_what_is_over() -> None:
    assert stops(a_case(stage=EvictionStage.CARRIED_OUT)) == []


def test_one_first_talks_then_begins_with_the_children() -> None:
    found = steps(a_case(), children="To barn bor her (4 og 9 år)")
    assert found == [
        BestStep.CALL,
        BestStep.CHILDREN,
        BestStep.COMMENT,
        BestStep.SOCIAL_ASSISTANCE,
        BestStep.INSTALMENTS,
        BestStep.LANDLORD,
        BestStep.PLAN,
        BestStep.COORDINATOR,
        BestStep.DEBT_ADVICE,
    ]


def test_what_is_there_already_is_not_proposed() -> None:
    found = steps(
        a_case(), last_talk=TODAY, plan=True, coordinator=True, debt_advice=True, instalments=True
    )
    assert found == [BestStep.COMMENT, BestStep.SOCIAL_ASSISTANCE, BestStep.LANDLORD]


def test_a_talk_is_old_after_so_many_days() -> None:
    assert steps(a_case(), last_talk=date(2026, 11, 22))[0] is not BestStep.CALL
    assert steps(a_case(), last_talk=date(2026, 11, 21))[0] is BestStep.CALL
    known = Situation(a_case(), TODAY, last_talk=date(2026, 11, 21))
    assert rules.next_steps(known, 3)[0].step is not BestStep.CALL


def test_tv_15_after_the_comments_one_may_complain_and_it_stops_nothing() -> None:
    case = a_case(comment_until=date(2026, 11, 20), eviction_on=date(2026, 12, 20))
    found = rules.next_steps(Situation(case, TODAY), FRESH)
    (complain,) = [each for each in found if each.step is BestStep.COMPLAIN]
    assert "stanser vanligvis ikke" in sentence(complain.reason.code, complain.reason.facts)
    assert BestStep.COMMENT not in [each.step for each in found]


def test_a_roof_comes_before_all_but_talk_and_children_in_the_last_three_days() -> None:
    assert steps(a_case(eviction_on=date(2026, 11, 26))).index(BestStep.ROOF) == 1
    assert steps(a_case(eviction_on=date(2026, 12, 5))).index(BestStep.ROOF) == 5
    assert BestStep.ROOF not in steps(a_case(eviction_on=date(2026, 12, 20)))


def test_a_notice_to_leave_is_no_matter_of_money() -> None:
    found = steps(a_case(ground=EnforcementGround.NOTICE_NOT_PROTESTED))
    assert not {BestStep.SOCIAL_ASSISTANCE, BestStep.INSTALMENTS, BestStep.DEBT_ADVICE} & {*found}


def test_al_10_before_the_petition_one_meets_the_landlord_first() -> None:
    case = a_case(stage=EvictionStage.NOTICE_SENT, comment_until=None)
    found = rules.next_steps(Situation(case, TODAY), FRESH)
    reasons = [each.reason.code for each in found if each.step is BestStep.LANDLORD]
    assert reasons == ["eviction_step_landlord_early"]


def test_one_asks_what_it_is_about_when_nobody_said() -> None:
    found = steps(a_case(ground=None, sums=NO_SUMS))
    assert found[1] is BestStep.MESSAGE


def test_after_it_is_carried_out_it_is_not_over() -> None:
    found = steps(a_case(stage=EvictionStage.CARRIED_OUT), children="Ett barn bor her (9 år)")
    assert found == [BestStep.CHILDREN, BestStep.ROOF, BestStep.AFTERCARE]
    assert steps(a_case(stage=EvictionStage.CLOSED)) == []


def test_a_forced_sale_is_stopped_by_what_is_owed() -> None:
    case = a_case(kind=LossKind.FORCED_SALE, ground=None, comment_until=None)
    assert stops(case) == ["eviction_stop_sale"]
    found = steps(case)
    assert found[1:3] == [BestStep.STARTLAN, BestStep.INSTALMENTS]
    assert not {BestStep.LANDLORD, BestStep.SOCIAL_ASSISTANCE} & {*found}, "nobody lets it out"


def test_every_step_has_a_reason_in_whole_sentences() -> None:
    for case in (
        a_case(),
        a_case(ground=None, sums=NO_SUMS),
        a_case(eviction_on=date(2026, 11, 25), comment_until=None),
        a_case(stage=EvictionStage.AFTERCARE),
    ):
        situation = Situation(case, TODAY, children="Ett barn bor her")
        for each in rules.next_steps(situation, FRESH):
            words = sentence(each.reason.code, each.reason.facts)
            assert words.endswith("."), each.step


def test_children_are_told_by_number_and_age_never_by_name() -> None:
    living = [
        a_member(1, Role.CHILD, date(2017, 3, 1)),
        a_member(2, Role.CHILD, date(2022, 3, 1)),
    ]
    assert rules.children_words(living, TODAY) == "To barn bor her (4 og 9 år)"
    visiting = a_member(3, Role.CHILD, None, Presence.VISITS)
    expected = a_member(4, Role.CHILD, None, Presence.EXPECTED)
    assert rules.children_words([visiting], TODAY) == "Ett barn er her på samvær"
    assert (
        rules.children_words([living[0], expected], TODAY)
        == "Ett barn bor her (9 år), ett barn er ventet"
    )
    assert rules.children_words([], TODAY) == ""
