"""How long one may wait for a vedtak, and what a draft begins with. Pure."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications.model import Channel, Delay, ReferredBy
from app.core.ids import DebtCaseId, PersonId
from app.debt.decisions import rules
from app.debt.decisions.model import DebtVedtakDraft, Said, WaitingDraft, WaitingLevel
from app.debt.model import AcuteScreen, DebtCase, DebtTopic, Decided, RequestState, Screened
from app.people.model import AddressProtection
from app.settings.rule_files import load_parameters
from tests.app.debt.desk import calm

TODAY = date(2026, 11, 23)
LAW = load_parameters()


def a_case(days: int = 0, **changes: object) -> DebtCase:
    """Somebody asked so many days ago."""
    known: dict[str, object] = {"state": RequestState.RECEIVED, **changes}
    received = TODAY - timedelta(days=days)
    return DebtCase(
        id=DebtCaseId(1),
        number="G-2026-1",
        person=PersonId(1),
        name="Kari Prøve",
        protection=AddressProtection.NONE,
        received_on=received,
        channel=Channel.PHONE,
        referred_by=ReferredBy.SELF,
        topics=frozenset({DebtTopic.RENT}),
        words="",
        state_since=received,
        **known,  # type: ignore[arg-type]  # fields of a case by name
    )


def level(case: DebtCase) -> WaitingLevel:
    return rules.without_vedtak(case, TODAY, LAW)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "none"), (13, "none"), (14, "yellow"), (27, "yellow"), (28, "red"), (400, "red")],
)
def test_f12_the_queue_turns_yellow_then_red(days: int, expected: str) -> None:
    assert level(a_case(days)) == expected


def test_what_is_acute_is_red_after_the_first_of_the_days() -> None:
    """GJ-02."""
    acute = AcuteScreen(TODAY, home=Screened.YES)
    assert level(a_case(13, screen=acute)) is WaitingLevel.NONE
    assert level(a_case(14, screen=acute)) is WaitingLevel.RED
    assert level(a_case(14, screen=calm(TODAY))) is WaitingLevel.YELLOW


def test_work_without_a_vedtak_is_told_too() -> None:
    assert level(a_case(28, state=RequestState.STARTED)) is WaitingLevel.RED


@pytest.mark.parametrize(
    "changes",
    [
        {"decided": Decided(TODAY, granted=True, starts_on=TODAY)},
        {"state": RequestState.WITHDRAWN},
    ],
)
def test_who_has_a_vedtak_or_wants_none_is_never_late(changes: dict[str, object]) -> None:
    assert level(a_case(90, **changes)) is WaitingLevel.NONE


@given(st.integers(0, 200), st.integers(0, 200))
def test_it_never_turns_back_by_itself(before: int, later: int) -> None:
    order = list(WaitingLevel)
    first, last = level(a_case(before)), level(a_case(before + later))
    assert order.index(first) <= order.index(last)


def test_fv_02_the_last_day_by_law_is_a_month_after_the_request() -> None:
    late = rules.waits(a_case(30), TODAY, LAW)
    assert late is not None
    assert late.days == 30
    assert late.last_by_law <= date(2026, 11, 24)


def test_fv_02_the_letter_needs_a_day_to_come_and_a_reason() -> None:
    case = a_case(10)
    bare = rules.check_waiting(WaitingDraft(), case, TODAY)
    assert [each.field for each in bare] == ["answer_by", "reason"]
    past = WaitingDraft(TODAY - timedelta(days=1), Delay.QUEUE)
    assert [each.code for each in rules.check_waiting(past, case, TODAY)] == ["answer_day_has_been"]
    assert rules.check_waiting(WaitingDraft(TODAY, Delay.QUEUE), case, TODAY) == ()


def test_the_letter_never_names_a_day_before_the_start_that_is_granted() -> None:
    starts = TODAY + timedelta(days=30)
    case = a_case(
        10,
        state=RequestState.GRANTED_QUEUED,
        decided=Decided(TODAY, granted=True, starts_on=starts),
    )
    early = WaitingDraft(starts - timedelta(days=1), Delay.QUEUE)
    assert [each.remedy for each in rules.check_waiting(early, case, TODAY)] == [starts]


SAID = Said("Reglene.", "Fakta.", "Derfor ja.", "Køen.")


def test_no_reason_of_a_yes_is_left_in_a_no() -> None:
    """FV-09: what the register suggested for a yes; what the officer wrote stays."""
    no = DebtVedtakDraft(granted=False, considerations_text="Derfor ja.")
    assert rules.turned(no, SAID).considerations_text == ""
    own = DebtVedtakDraft(granted=False, considerations_text="Mitt eget.")
    assert rules.turned(own, SAID).considerations_text == "Mitt eget."


def test_no_reason_of_the_old_no_is_left_in_a_yes() -> None:
    old = DebtVedtakDraft(granted=False, considerations_text="Derfor nei.")
    yes = DebtVedtakDraft(granted=True, considerations_text="Derfor nei.")
    turned = rules.turned(yes, SAID, old)
    assert turned.considerations_text == "Derfor ja."
    assert turned.start_text == "Køen."


def test_a_start_on_a_sunday_is_asked_about_with_the_next_working_day() -> None:
    sunday, monday = date(2026, 12, 13), date(2026, 12, 14)
    draft = DebtVedtakDraft(starts_on=sunday, start_text="Da.", appeal_body="Statsforvalteren")
    found = [p for p in rules.check(draft, a_case(3), TODAY) if p.field == "starts_on"]
    assert [(p.code, p.remedy, p.blocks) for p in found] == [("debt_day_off", monday, False)]
