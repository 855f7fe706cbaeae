"""In time or not, whole or not, and what may follow what."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications.model import Channel
from app.core.dated import Starts
from app.core.ids import ApplicationId, PersonId, VedtakId
from app.decisions.appeals import rules
from app.decisions.appeals.model import (
    ANSWERS,
    Appeal,
    AppealDraft,
    AppealRow,
    AppealState,
    NextStep,
    ReasonsDemand,
)
from app.settings.rule_files import load_parameters

S = AppealState
PARAMETERS = load_parameters()
ISSUED, CAME = date(2026, 11, 2), date(2026, 11, 20)
STATES = st.sampled_from(S)


def an_appeal(state: AppealState = S.RECEIVED, **changes: object) -> Appeal:
    draft = AppealDraft(received_on=CAME, wanted="bolig", signed=True)
    known = Appeal(1, "K2026-001", VedtakId(1), draft, CAME, state, CAME)
    return replace(known, **changes)  # type: ignore[arg-type]  # the appeal's own fields


def a_row(state: AppealState, **changes: object) -> AppealRow:
    row = AppealRow(
        id=1,
        number="K2026-001",
        vedtak=VedtakId(1),
        vedtak_number="V2026-001",
        application=ApplicationId(1),
        applicant=PersonId(1),
        applicant_name="Kari Kanarifugl",
        received_on=CAME,
        state=state,
        since=CAME,
        appeal_body="Lia kommunale klagenemnd",
    )
    return replace(row, **changes)  # type: ignore[arg-type]  # the row's own fields


def codes(draft: AppealDraft, **changes: object) -> list[str]:
    known: dict[str, object] = {"issued_on": ISSUED, "signature": True, "twice": False}
    found = rules.check(draft, CAME, **(known | changes))  # type: ignore[arg-type]  # its own words
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("arrived", "last"),
    [
        (date(2026, 11, 2), date(2026, 11, 23)),
        (date(2026, 12, 4), date(2026, 12, 28)),
    ],
)
def test_three_weeks_from_arrival_moved_past_days_off(arrived: date, last: date) -> None:
    assert rules.appeal_deadline(PARAMETERS, arrived).moved == last


def test_the_weeks_of_the_legal_basis_go_before_those_of_the_act() -> None:
    four = rules.appeal_deadline(PARAMETERS, date(2026, 11, 2), 4)
    assert four.moved == date(2026, 11, 30)
    assert (four.rule, four.basis) == ("FV-11", "forvaltningsloven § 29")
    three = rules.appeal_deadline(PARAMETERS, date(2026, 11, 2), 3)
    assert three == rules.appeal_deadline(PARAMETERS, date(2026, 11, 2))


@pytest.mark.parametrize(
    ("received", "postmarked", "late"),
    [
        (date(2026, 11, 23), None, False),
        (date(2026, 11, 24), None, True),
        (date(2026, 11, 27), date(2026, 11, 23), False),
        (date(2026, 11, 27), date(2026, 11, 24), True),
    ],
)
def test_what_is_posted_on_the_last_day_is_in_time(
    received: date, postmarked: date | None, late: bool
) -> None:
    start = date(2026, 11, 2)
    limit = rules.appeal_deadline(PARAMETERS, start)
    draft = AppealDraft(received_on=received, postmarked_on=postmarked)
    known = an_appeal(draft=draft, received_on=received)
    assert rules.timeliness(known, limit, start, PARAMETERS).late is late


def test_nothing_is_late_before_the_letter_has_gone_out() -> None:
    found = rules.timeliness(an_appeal(), None, None, PARAMETERS)
    assert not found.late
    assert rules.late_problems(found, "") == ()


@pytest.mark.parametrize(
    ("sent", "barred"), [(date(2027, 11, 2), False), (date(2027, 11, 3), True)]
)
def test_a_year_after_the_vedtak_was_made_a_late_one_is_never_an_appeal(
    sent: date, barred: bool
) -> None:
    made, arrived = date(2026, 11, 2), date(2026, 11, 9)
    limit = rules.appeal_deadline(PARAMETERS, arrived)
    known = an_appeal(draft=AppealDraft(received_on=sent), received_on=sent)
    found = rules.timeliness(known, limit, made, PARAMETERS)
    assert (found.late, found.barred) == (True, barred)
    code = "appeal_barred" if barred else "appeal_late_reason_missing"
    assert [problem.code for problem in rules.late_problems(found, "")] == [code]
    assert bool(rules.late_problems(found, "Hun lå på sykehus.")) is barred


def test_what_is_in_time_is_an_appeal_however_late_the_letter_came() -> None:
    made, arrived, sent = date(2026, 11, 2), date(2027, 12, 1), date(2027, 12, 8)
    limit = rules.appeal_deadline(PARAMETERS, arrived)
    known = an_appeal(draft=AppealDraft(received_on=sent), received_on=sent)
    found = rules.timeliness(known, limit, made, PARAMETERS)
    assert (found.late, found.barred) == (False, False)


def test_the_year_counts_from_the_day_the_vedtak_was_made() -> None:
    assert PARAMETERS["fvl.late_appeal_years"].starts is Starts.DECIDED


def test_a_whole_appeal_has_no_problem() -> None:
    assert codes(AppealDraft(received_on=CAME, wanted="bolig")) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"received_on": None}, "appeal_received_missing"),
        ({"received_on": CAME + timedelta(days=1)}, "day_in_future"),
        ({"received_on": ISSUED - timedelta(days=1)}, "appeal_before_vedtak"),
        ({"postmarked_on": CAME + timedelta(days=1)}, "postmark_after_received"),
        ({"postmarked_on": ISSUED - timedelta(days=1)}, "appeal_before_vedtak"),
        ({"channel": Channel.PHONE}, "appeal_not_written"),
        ({"wanted": " "}, "appeal_wanted_missing"),
        ({"signed": False}, "appeal_unsigned"),
    ],
)
def test_each_fault_is_told_beside_its_field(change: dict[str, object], code: str) -> None:
    draft = replace(AppealDraft(received_on=CAME, wanted="bolig"), **change)  # type: ignore[arg-type]  # its own fields
    assert codes(draft) == [code]
    field = rules.check(draft, CAME, issued_on=ISSUED, signature=True, twice=False)[0].field
    assert field == next(iter(change))


def test_a_signature_is_asked_for_by_the_old_act_and_on_paper_alone() -> None:
    bare = AppealDraft(received_on=CAME, wanted="bolig", signed=False)
    assert codes(bare, signature=False) == []
    assert codes(replace(bare, channel=Channel.DIGITAL_MAILBOX)) == []


def test_lack_of_form_never_keeps_an_appeal_out() -> None:
    bare = AppealDraft(received_on=CAME, signed=False)
    found = rules.check(bare, CAME, issued_on=ISSUED, signature=True, twice=False)
    assert found
    assert not any(problem.blocks for problem in found)


def test_no_appeal_on_a_draft_nor_beside_another() -> None:
    draft = AppealDraft(received_on=CAME, wanted="bolig")
    assert codes(draft, issued_on=None) == ["appeal_without_vedtak"]
    assert codes(draft, twice=True) == ["appeal_twice"]


@given(STATES, STATES)
def test_there_is_no_way_out_of_what_is_decided(now: S, to: S) -> None:
    problems = rules.move_problems(an_appeal(now), to, CAME, CAME)
    assert bool(problems) is (to not in rules.MAY[now])
    if not now.open:
        assert problems


def test_every_state_can_be_reached_and_every_open_one_can_end() -> None:
    assert set(rules.MAY) == set(S)
    reached, before = {S.RECEIVED}, set[AppealState]()
    while reached != before:
        before = set(reached)
        reached |= {to for state in before for to in rules.MAY[state]}
    assert reached == set(S)
    for state in S:
        assert bool(rules.MAY[state]) is state.open
        assert (S.WITHDRAWN in rules.MAY[state]) is state.open
    assert {to for to in rules.MAY[S.FORWARDED] if to is not S.WITHDRAWN} == set(ANSWERS)


@given(st.dates(date(2026, 11, 1), date(2026, 12, 31)))
def test_a_state_begins_neither_before_the_last_nor_ahead(since: date) -> None:
    today = date(2026, 11, 30)
    problems = rules.move_problems(an_appeal(), S.IN_ASSESSMENT, since, today)
    assert bool(problems) is not (CAME <= since <= today)


def test_a_change_to_harm_is_told_within_three_months() -> None:
    known = an_appeal(S.FORWARDED)
    last = date(2027, 2, 22)  # the 20th is a Saturday
    assert rules.harm_problems(known, S.CHANGED_TO_HARM, last, PARAMETERS) == ()
    late = rules.harm_problems(known, S.CHANGED_TO_HARM, last + timedelta(days=1), PARAMETERS)
    assert [problem.code for problem in late] == ["appeal_harm_too_late"]
    ever = date(2028, 1, 1)
    assert rules.harm_problems(known, S.GRANTED_BY_BODY, ever, PARAMETERS) == ()


def test_reasons_asked_for_stop_the_time_and_start_it_anew() -> None:
    start = date(2026, 11, 2)
    assert rules.restarted(start, (), 3) == start
    asked = ReasonsDemand(1, date(2026, 11, 9))
    assert rules.restarted(start, (asked,), 3) is None
    sent = replace(asked, sent_on=date(2026, 11, 12))
    assert rules.restarted(start, (sent,), 3) == date(2026, 11, 17)
    came = replace(sent, arrived_on=date(2026, 11, 13))
    assert rules.restarted(start, (came,), 3) == date(2026, 11, 13)


def test_each_state_has_one_next_step() -> None:
    step = rules.next_step
    assert step(a_row(S.RECEIVED)) is NextStep.ASSESS
    assert step(a_row(S.RECEIVED), late=True) is NextStep.DECIDE_LATE
    assert step(a_row(S.IN_ASSESSMENT)) is NextStep.CHANGE_OR_FORWARD
    begun = {"new_vedtak": VedtakId(2)}
    assert step(a_row(S.IN_ASSESSMENT, **begun)) is NextStep.FINISH_VEDTAK
    assert step(a_row(S.FORWARDED)) is NextStep.WAIT_FOR_BODY
    for state in (S.GRANTED_BY_BODY, S.SENT_BACK, S.CHANGED_TO_HARM):
        assert step(a_row(state)) is NextStep.MAKE_VEDTAK
        assert step(a_row(state, **begun)) is NextStep.FINISH_VEDTAK
        assert step(a_row(state, **begun, new_issued=True)) is NextStep.NOTHING
    for state in (S.DECISION_STANDS, S.DISMISSED, S.WITHDRAWN, S.DECISION_CHANGED):
        assert step(a_row(state)) is NextStep.NOTHING
