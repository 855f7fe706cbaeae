"""Vedtak on economic advice: a yes with its day, a no on a listed ground, never by itself (F12)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import Ref
from app.core.text import Language
from app.debt.decisions import store
from app.debt.decisions.model import DebtRefusal, WaitingLevel
from app.debt.model import RequestState, Screened
from app.decisions.model import VedtakState
from app.letters.model import Channel, DocumentKind
from app.office import Office
from app.storage.database import Database
from tests.app.debt.decisions.desk import a_grant, a_refusal, granted, refused
from tests.app.debt.desk import asked, begun, calm
from tests.factories import registered_person

PAPER = Channel.LETTER


def test_a_grant_puts_the_request_in_the_queue_with_its_start(office: Office) -> None:
    case = asked(office, days=5)
    granted(office, case, weeks=3)
    known = office.debt_cases.get(case)
    assert known.state is RequestState.GRANTED_QUEUED
    assert known.starts_on == office.clock.today() + timedelta(weeks=3)
    assert not known.without_vedtak


def test_nobody_is_refused_but_by_an_issued_vedtak(office: Office) -> None:
    case = asked(office)
    decision = office.debt_decisions.draft(case)
    office.debt_decisions.save_draft(decision, a_refusal(office, case))
    assert office.debt_cases.get(case).state is RequestState.RECEIVED
    office.debt_decisions.issue(decision)
    assert office.debt_cases.get(case).state is RequestState.REFUSED
    assert office.debt_decisions.get(decision).document is not None


def test_too_few_hands_is_no_ground() -> None:
    named = {each.value for each in DebtRefusal}
    assert not {word for word in named if "capacity" in word or "queue" in word}


@pytest.mark.parametrize("block", ["rules_text", "facts_text", "considerations_text"])
def test_a_vedtak_needs_all_three_blocks_of_reasons(office: Office, block: str) -> None:
    """FV-09."""
    case = asked(office)
    draft = replace(a_grant(office, case), **{block: " "})  # type: ignore[arg-type]  # a text field
    decision = office.debt_decisions.draft(case)
    office.debt_decisions.save_draft(decision, draft)
    with pytest.raises(Invalid) as error:
        office.debt_decisions.issue(decision)
    assert [each.field for each in error.value.problems] == [block]


def test_a_yes_needs_a_day_and_why_that_day(office: Office) -> None:
    """SOT-02, F12."""
    case = asked(office)
    draft, decision = a_grant(office, case), office.debt_decisions.draft(case)
    nowhen = replace(draft, starts_on=None)
    assert [p.code for p in office.debt_decisions.check(decision, nowhen)] == ["debt_start_missing"]
    nowhy = replace(draft, start_text="")
    codes = [p.code for p in office.debt_decisions.check(decision, nowhy)]
    assert codes == ["debt_start_reason_missing"]
    past = replace(draft, starts_on=office.clock.today() - timedelta(days=1))
    found = office.debt_decisions.check(decision, past)
    assert [p.field for p in found] == ["starts_on"]


def test_a_no_needs_a_ground_and_what_to_do_now(office: Office) -> None:
    case = asked(office)
    draft, decision = a_refusal(office, case), office.debt_decisions.draft(case)
    bare = replace(draft, ground=None, guidance_text="")
    codes = {p.code for p in office.debt_decisions.check(decision, bare)}
    assert codes == {"debt_refusal_ground_missing", "debt_guidance_missing"}


def test_a_new_no_does_not_begin_with_the_reason_of_a_yes(office: Office) -> None:
    decision = office.debt_decisions.draft(asked(office), granted=False)
    assert office.debt_decisions.get(decision).draft.considerations_text == ""


def test_work_that_has_begun_is_not_refused(office: Office) -> None:
    """FV-19: a help that is given is not taken away by a first answer."""
    case = begun(office)
    draft, decision = a_refusal(office, case), office.debt_decisions.draft(case)
    found = office.debt_decisions.check(decision, draft)
    assert [p.code for p in found if p.blocks] == ["debt_begun_not_refused"]


def test_the_vedtak_may_follow_work_that_began_at_once(office: Office) -> None:
    """GJ-02: acute work begins, and the vedtak sets the day it began."""
    case = begun(office, days=2)
    assert office.debt_cases.get(case).without_vedtak
    decision = office.debt_decisions.draft(case)
    draft = office.debt_decisions.get(decision).draft
    assert draft.starts_on == office.debt_cases.get(case).started_on
    office.debt_decisions.issue(decision)
    known = office.debt_cases.get(case)
    assert known.state is RequestState.STARTED
    assert not known.without_vedtak


def test_what_is_issued_never_changes(office: Office) -> None:
    case = asked(office)
    decision = granted(office, case)
    draft = office.debt_decisions.get(decision).draft
    with pytest.raises(OfficeError):
        office.debt_decisions.save_draft(decision, replace(draft, start_text="Nei."))
    with pytest.raises(Conflict):
        office.debt_decisions.draft(case)


def test_a_yes_is_never_made_a_no(office: Office) -> None:
    """FV-19."""
    case = asked(office)
    old = granted(office, case)
    new = office.debt_decisions.change(old, "Vi kan begynne før.")
    draft = replace(a_refusal(office, case), change_text="Vi har ombestemt oss.")
    found = office.debt_decisions.check(new, draft)
    assert "debt_granted_before" in {p.code for p in found if p.blocks}


def test_a_new_vedtak_takes_the_place_of_the_old_when_it_is_issued(office: Office) -> None:
    case = asked(office)
    old = granted(office, case, weeks=6)
    new = office.debt_decisions.change(old, "Vi kan begynne før.")
    assert office.debt_decisions.get(old).holds
    draft = office.debt_decisions.get(new).draft
    earlier = office.clock.today() + timedelta(weeks=1)
    office.debt_decisions.save_draft(new, replace(draft, starts_on=earlier))
    office.debt_decisions.issue(new)
    assert office.debt_decisions.get(old).state is VedtakState.REVERSED
    assert office.debt_cases.get(case).starts_on == earlier


def test_a_refusal_set_aside_makes_the_request_wait_again(office: Office) -> None:
    case = asked(office)
    decision = refused(office, case)
    office.debt_decisions.set_aside(decision, "Statsforvalteren opphevet det.")
    known = office.debt_cases.get(case)
    assert known.waits
    assert known.without_vedtak
    new = office.debt_decisions.draft(case)
    assert office.debt_decisions.get(new).replaces == decision


def test_a_draft_can_be_thrown_away_and_that_undone(office: Office) -> None:
    case = asked(office)
    decision = office.debt_decisions.draft(case)
    office.debt_decisions.discard(decision)
    assert office.debt_decisions.of(case) == ()
    office.history.undo()
    assert [each.id for each in office.debt_decisions.of(case)] == [decision]


def test_the_time_to_complain_runs_from_the_day_the_letter_came(office: Office) -> None:
    """SOT-08, FV-11: three weeks from arrival, and none while the letter lies here."""
    case = asked(office)
    decision = granted(office, case)
    document = office.debt_decisions.get(decision).document
    assert document is not None
    assert office.debt_decisions.appeal_deadline(decision) is None
    assert office.debt_decisions.state(decision) is VedtakState.ISSUED
    today = office.clock.today()
    office.letters.sent(document, today, PAPER, "postlagt")
    office.letters.arrived(document, today)
    limit = office.debt_decisions.appeal_deadline(decision)
    assert limit is not None
    assert limit.nominal == today + timedelta(weeks=3)
    assert office.debt_decisions.state(decision) is VedtakState.NOTIFIED


def test_the_letter_lies_on_the_case(office: Office) -> None:
    case = asked(office)
    granted(office, case)
    rows = office.letters.of(Ref("debt_case", case))
    assert [row.kind for row in rows] == [DocumentKind.DEBT_VEDTAK]


@pytest.mark.parametrize(
    ("days", "level"),
    [(13, WaitingLevel.NONE), (14, WaitingLevel.YELLOW), (28, WaitingLevel.RED)],
)
def test_a_queue_without_a_vedtak_turns_yellow_then_red(
    office: Office, days: int, level: WaitingLevel
) -> None:
    """F12, by the municipality's own days."""
    case = asked(office, days=days)
    assert office.debt_decisions.without_vedtak(office.debt_cases.get(case)) is level
    late = office.debt_decisions.overdue()
    assert [each.case for each in late] == ([] if level is WaitingLevel.NONE else [case])
    granted(office, case)
    assert office.debt_decisions.overdue() == ()


def test_the_answers_of_some_cases_are_those_of_all(office: Office, db: Database) -> None:
    """Of the cases that stand open, I dag reads no vedtak of others."""
    first, second, third = (
        asked(office, registered_person(office, national_id="", given_name=name), days=9)
        for name in ("Kari", "Ola", "Siv")
    )
    granted(office, first)
    granted(office, second)
    day = office.clock.today()
    every = store.decided(db, day)
    assert set(every) == {first, second}
    for some in ([], [first], [first, second, third]):
        told = {case: every[case] for case in some if case in every}
        assert store.decided(db, day, some) == told
    assert {each.id: each.decided for each in office.debt_cases.standing()} == {
        each.id: each.decided for each in office.debt_cases.rows()
    }


def test_what_is_issued_names_its_day_and_its_act(office: Office) -> None:
    case = asked(office)
    known = office.debt_decisions.get(granted(office, case))
    assert known.issued_on == office.clock.today()
    assert known.draft.legal_paragraph == "sosialtjenesteloven § 17"
    assert known.draft.appeal_body == "Statsforvalteren"
    assert ("legal_basis.debt_advice", date(2010, 1, 1)) in known.rule_versions


def test_a_letter_in_nynorsk_names_the_act_in_nynorsk(office: Office) -> None:
    case = asked(office, registered_person(office, language=Language.NN))
    draft = office.debt_decisions.get(office.debt_decisions.draft(case)).draft
    assert draft.legal_paragraph == "sosialtenestelova § 17"
    assert "sosialtenestelova § 17" in draft.rules_text


def test_gj_02_what_was_told_of_the_home_stands_among_the_facts(office: Office) -> None:
    case, today = asked(office), office.clock.today()
    screen = replace(calm(today), home=Screened.YES, home_on=date(2026, 12, 1))
    office.debt_cases.screen(case, screen)
    draft = office.debt_decisions.get(office.debt_decisions.draft(case)).draft
    assert "Du har fortalt at du kan miste boligen 1. desember 2026." in draft.facts_text
    assert "strømmen" not in draft.facts_text
