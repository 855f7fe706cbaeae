"""What I dag says of homes that may be lost."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.alerts.evictions_due import of_cases
from app.alerts.model import AlertId, Reason, Urgency
from app.core.ids import EvictionCaseId, PersonId
from app.evictions.model import (
    EnforcementGround,
    EvictionCase,
    EvictionStage,
    LossKind,
    MessageSender,
)
from app.people.model import AddressProtection
from app.settings.rule_files import load_parameters

TODAY = date(2026, 11, 23)
PERSON = PersonId(1)


LAW = load_parameters()


def a_case(
    *,
    stage: EvictionStage = EvictionStage.COMMENT_PERIOD,
    comment: date | None = None,
    eviction: date | None = None,
    received: date | None = date(2026, 11, 16),
    kind: LossKind = LossKind.EVICTION,
) -> EvictionCase:
    """A case about unpaid rent."""
    return EvictionCase(
        EvictionCaseId(4),
        "U-2026-4",
        kind,
        PERSON,
        "Leyla Demirova",
        AddressProtection.NONE,
        None,
        "",
        "",
        date(2026, 11, 16),
        stage,
        date(2026, 11, 16),
        ground=EnforcementGround.UNPAID_RENT,
        sender=MessageSender.NAMSFOGD,
        received_on=received,
        comment_until=comment,
        comment_nominal=comment,
        eviction_on=eviction,
    )


def test_al01_a_message_is_red_at_once() -> None:
    (alert,) = of_cases([a_case()], {}, LAW, TODAY)
    assert (alert.id, alert.urgency, alert.why) == (
        AlertId.EVICTION,
        Urgency.NOW,
        Reason.EVICTION_TOLD,
    )


def test_al01_the_two_weeks_press_while_they_run() -> None:
    case = a_case(comment=date(2026, 11, 30), eviction=date(2026, 12, 10))
    (alert,) = of_cases([case], {}, LAW, TODAY)
    assert (alert.why, alert.due) == (Reason.EVICTION_COMMENT, date(2026, 11, 30))
    assert alert.basis.endswith("§ 13-6")


def test_al01_then_the_day_that_is_set() -> None:
    case = a_case(comment=date(2026, 11, 20), eviction=date(2026, 12, 10))
    (alert,) = of_cases([case], {}, LAW, TODAY)
    assert (alert.why, alert.due) == (Reason.EVICTION_DAY, date(2026, 12, 10))


@pytest.mark.parametrize(
    ("eviction", "why"),
    [
        (date(2026, 11, 22), Reason.EVICTION_DAY_PASSED),
        (date(2026, 11, 23), Reason.EVICTION_DAY),
        (date(2026, 11, 29), Reason.EVICTION_DAY),
        (date(2026, 11, 30), Reason.EVICTION_DAY),
        (date(2026, 12, 1), Reason.EVICTION_COMMENT),
    ],
)
def test_al01_a_day_within_the_two_weeks_presses_more_than_they(
    eviction: date, why: Reason
) -> None:
    """TV-10: it is too early, but it is when the home is lost, so it is never hidden by them."""
    comment = date(2026, 11, 30)
    (alert,) = of_cases([a_case(comment=comment, eviction=eviction)], {}, LAW, TODAY)
    due = comment if why is Reason.EVICTION_COMMENT else eviction
    assert (alert.why, alert.due) == (why, due)


def test_a_day_that_has_passed_asks_what_happened() -> None:
    (alert,) = of_cases([a_case(eviction=date(2026, 11, 20))], {}, LAW, TODAY)
    assert alert.why is Reason.EVICTION_DAY_PASSED


def test_al02_children_are_told_apart() -> None:
    (alert,) = of_cases([a_case()], {PERSON: (4, 9)}, LAW, TODAY)
    assert alert.id is AlertId.EVICTION_CHILDREN
    assert ("children", 2) in alert.facts


@pytest.mark.parametrize(
    "stage", [EvictionStage.CARRIED_OUT, EvictionStage.AFTERCARE, EvictionStage.CLOSED]
)
def test_what_is_over_is_told_no_more(stage: EvictionStage) -> None:
    assert not list(of_cases([a_case(stage=stage)], {}, LAW, TODAY))


def test_what_we_have_begun_ourselves_is_told_by_its_track() -> None:
    ours = a_case(stage=EvictionStage.NOTICE_SENT, received=None)
    assert not list(of_cases([ours], {}, LAW, TODAY))


def test_a_forced_sale_cites_no_paragraph_about_eviction() -> None:
    sale = a_case(kind=LossKind.FORCED_SALE, eviction=date(2026, 12, 10))
    (alert,) = of_cases([sale], {}, LAW, TODAY)
    assert alert.basis == ""


@given(left=st.integers(1, 40))
def test_al01_it_is_never_put_off_past_the_next_day_of_the_countdown(left: int) -> None:
    day = TODAY + timedelta(days=left)
    (alert,) = of_cases([a_case(eviction=day)], {}, LAW, TODAY)
    rungs = [rung for rung in (14, 7, 3, 1, 0) if rung < left]
    assert alert.again == day - timedelta(days=max(rungs))
