"""The ladder of a term: exactly one safe last day, and never later than the law's."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.periods import Period, Unit, add
from app.core.working_days import adjust, is_working_day
from app.leases.expiry import rules
from app.leases.expiry.model import (
    Fate,
    Ladder,
    Recommendation,
    ReviewDraft,
    StepKind,
    Term,
    Timing,
)
from app.leases.model import LeaseState
from app.leases.terms import state_on, term_end
from app.letters.model import DocumentKind
from app.settings.rule_files import load_parameters

PARAMETERS = load_parameters()
START, END = date(2023, 12, 1), date(2026, 11, 30)
TODAY = date(2026, 11, 23)
REMIND = Period(-6, Unit.MONTHS)
STARTS = st.dates(date(2002, 1, 1), date(2060, 12, 31))


def a_ladder(term: Term, today: date = TODAY) -> Ladder:
    return rules.ladder(term, PARAMETERS, today, REMIND)


def kinds(found: Ladder) -> list[tuple[StepKind, date]]:
    return [(step.kind, step.on) for step in found.steps]


def test_al_03_al_04_every_step_of_the_ladder_has_its_day_and_its_letter() -> None:
    found = a_ladder(Term(START, END), date(2025, 11, 1))
    assert kinds(found) == [
        (StepKind.BEGINS, START),
        (StepKind.HALF_WAY, date(2025, 5, 31)),
        (StepKind.DECIDE, date(2025, 11, 30)),
        (StepKind.TELL, date(2026, 5, 30)),
        (StepKind.TELL, date(2026, 8, 30)),
        (StepKind.TELL, date(2026, 10, 30)),
        (StepKind.LAST_DAY, END),
        (StepKind.ASK_TO_MOVE, date(2026, 12, 30)),
        (StepKind.ASK_TO_MOVE, date(2027, 1, 29)),
        (StepKind.ASK_TO_MOVE, date(2027, 2, 13)),
        (StepKind.LAST_SAFE_DAY, date(2027, 2, 26)),  # 28 February is a Sunday
        (StepKind.OPEN_ENDED, date(2027, 3, 2)),
    ]
    letters = {step.kind: step.letter for step in found.steps}
    assert letters[StepKind.TELL] is DocumentKind.EXPIRY_NOTE
    assert letters[StepKind.LAST_DAY] is DocumentKind.MOVE_OUT_REQUEST
    assert letters[StepKind.LAST_SAFE_DAY] is DocumentKind.MOVE_OUT_REQUEST
    assert letters[StepKind.DECIDE] is letters[StepKind.OPEN_ENDED] is None


@given(STARTS, st.integers(1, 240), st.integers(-400, 400))
def test_hl_42_there_is_exactly_one_safe_last_day_and_never_later_than_the_laws(
    start: date, months: int, around: int
) -> None:
    """For any start and term: a working day, on or before the day the law counts to (O11)."""
    end = term_end(start, months)
    found = a_ladder(Term(start, end), end + timedelta(days=around))
    (safe,) = [step.on for step in found.steps if step.kind is StepKind.LAST_SAFE_DAY]
    law = add(Period(3, Unit.MONTHS), end)
    assert is_working_day(safe)
    assert end < safe <= law
    assert not any(
        is_working_day(safe + timedelta(days=n)) for n in range(1, (law - safe).days + 1)
    )
    assert found.last_safe_day == safe
    assert found.turns_on == adjust(law) + timedelta(days=1)
    assert [step.on for step in found.steps] == sorted(step.on for step in found.steps)


@given(STARTS, st.integers(1, 120), st.integers(0, 140))
def test_hl_42_it_turns_open_ended_by_itself_on_the_day_the_ladder_names(
    start: date, months: int, days: int
) -> None:
    end = term_end(start, months)
    day = end + timedelta(days=days)
    found = a_ladder(Term(start, end), day)
    state = state_on(LeaseState.SIGNED, start, end, day, PARAMETERS)
    assert found.turns_on is not None
    assert (state is LeaseState.TURNED_OPEN_ENDED) is (day >= found.turns_on)
    assert (found.fate is Fate.TURNED) is (day >= found.turns_on)


def test_hl_42_day_by_day_over_the_end_of_a_term() -> None:
    turned = [
        day
        for n in range(130)
        if a_ladder(Term(START, END), day := END + timedelta(days=n)).fate is Fate.TURNED
    ]
    assert turned[0] == date(2027, 3, 2)
    assert len(turned) == (END + timedelta(days=129) - turned[0]).days + 1


@pytest.mark.parametrize(
    ("change", "fate"),
    [
        ({}, Fate.WILL_TURN),
        ({"end": None}, Fate.RUNS_ON),
        ({"followed_on": date(2026, 12, 1)}, Fate.FOLLOWED),
        ({"ended_on": date(2026, 12, 31)}, Fate.ENDS),
        ({"asked_on": END}, Fate.ASKED),
        ({"asked_on": date(2027, 2, 28)}, Fate.ASKED),
        ({"asked_on": date(2027, 3, 1)}, Fate.UNSURE),
        ({"asked_on": END - timedelta(days=1)}, Fate.WILL_TURN),
    ],
)
def test_hl_40_hl_42_what_happens_if_nobody_does_anything(
    change: dict[str, object], fate: Fate
) -> None:
    found = a_ladder(replace(Term(START, END), **change))  # type: ignore[arg-type]  # its own fields
    assert found.fate is fate
    turns = fate in {Fate.WILL_TURN, Fate.UNSURE}
    assert (found.turns_on is not None) is turns


def test_a_step_is_done_by_what_was_done_and_not_by_the_day_that_passed() -> None:
    told = Term(START, END, told_on=(date(2026, 9, 1),))
    done = {step.on: step.done for step in a_ladder(told).steps if step.kind is StepKind.TELL}
    assert done == {
        date(2026, 5, 30): True,
        date(2026, 8, 30): True,
        date(2026, 10, 30): False,
    }
    now = a_ladder(told).now(TODAY)
    assert now is not None
    assert (now.kind, now.on) == (StepKind.TELL, date(2026, 10, 30))
    decided = replace(told, renewal_decided=True)
    assert a_ladder(decided).now(TODAY) is None
    asked = a_ladder(Term(START, END, asked_on=date(2026, 12, 1)), date(2026, 12, 2))
    after = [step for step in asked.steps if step.on >= END]
    assert after
    assert all(step.done for step in after)


def test_a_short_term_has_no_step_before_it_begins_and_no_middle() -> None:
    found = a_ladder(Term(date(2026, 6, 1), END))
    assert [kind for kind, _ in kinds(found)][:3] == [
        StepKind.BEGINS,
        StepKind.TELL,
        StepKind.TELL,
    ]
    assert StepKind.HALF_WAY not in dict(kinds(found))


def test_b12_a_refugee_is_asked_for_the_exit_plan_six_months_before_the_end() -> None:
    found = a_ladder(Term(START, END, refugee=True))
    assert (StepKind.EXIT_PLAN, date(2026, 5, 30)) in kinds(found)
    assert StepKind.EXIT_PLAN not in dict(kinds(a_ladder(Term(START, END))))


@given(STARTS, st.integers(12, 120))
def test_the_talk_half_way_lies_inside_the_term(start: date, months: int) -> None:
    end = term_end(start, months)
    day = rules.half_way(start, end, PARAMETERS, TODAY)
    if day is not None:
        assert start < day < end
        assert abs((day - start).days - (end - day).days) <= 1


@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)), st.integers(0, 400))
def test_no_middle_is_talked_of_in_a_term_that_ends_earlier(day: date, days: int) -> None:
    talks = rules.talk_days(PARAMETERS, TODAY)
    end = day + timedelta(days=days)
    if day < talks.exit_plan(end):
        assert talks.still_half_way(day) <= end


@pytest.mark.parametrize(
    ("today", "when"),
    [
        (date(2026, 11, 29), Timing.NOT_YET),
        (END, Timing.IN_TIME),
        (date(2027, 2, 26), Timing.IN_TIME),
        (date(2027, 2, 27), Timing.RISKY),
        (date(2027, 3, 1), Timing.RISKY),
        (date(2027, 3, 2), Timing.TOO_LATE),
    ],
)
def test_doc_16_a_request_to_move_is_made_only_in_its_window(today: date, when: Timing) -> None:
    window = rules.request_window(END, PARAMETERS)
    assert Timing.on(window, today) is when
    out = adjust(today + timedelta(days=30))
    problems = rules.check_request(out, window, today)
    codes = {
        Timing.NOT_YET: ["move_out_request_too_early"],
        Timing.IN_TIME: [],
        Timing.RISKY: ["move_out_request_risky"],
        Timing.TOO_LATE: ["move_out_request_too_late"],
    }
    assert [problem.code for problem in problems] == codes[when]
    assert all(problem.blocks is (when is not Timing.RISKY) for problem in problems)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (None, "move_out_day_missing"),
        (date(2026, 12, 1), "move_out_day_not_ahead"),
        (date(2027, 1, 2), "move_out_day_closed"),
    ],
)
def test_doc_16_the_day_to_be_out_is_told_beside_its_field(day: date | None, code: str) -> None:
    window = rules.request_window(END, PARAMETERS)
    (problem,) = rules.check_request(day, window, date(2026, 12, 1))
    assert (problem.field, problem.code) == ("day", code)
    assert problem.blocks is (code != "move_out_day_closed")


@pytest.mark.parametrize(
    ("day", "today", "code"),
    [
        (None, TODAY, "expiry_note_day_missing"),
        (TODAY, TODAY, "expiry_note_day_not_ahead"),
        (date(2026, 12, 1), TODAY, "expiry_note_day_after_end"),
        (date(2026, 12, 15), date(2026, 12, 1), "expiry_note_too_late"),
    ],
)
def test_fv_25_the_letter_before_the_end_asks_for_a_day_in_the_term(
    day: date | None, today: date, code: str
) -> None:
    assert [problem.code for problem in rules.check_note(day, END, today)] == [code]
    assert rules.check_note(END, END, TODAY) == ()


def test_a_talk_needs_its_day_its_findings_and_what_it_points_to() -> None:
    empty = rules.check_review(ReviewDraft(), START, TODAY)
    assert [problem.field for problem in empty] == ["held_on", "findings", "recommendation"]
    whole = ReviewDraft(held_on=TODAY, recommendation=Recommendation.RENEW, findings="Det går bra.")
    assert rules.check_review(whole, START, TODAY) == ()
    for day in (TODAY + timedelta(days=1), START - timedelta(days=1)):
        (problem,) = rules.check_review(replace(whole, held_on=day), START, TODAY)
        assert problem.field == "held_on"


def test_hl_42_a_term_that_ended_before_the_law_breaks_nothing() -> None:
    assert rules.request_window(date(1999, 6, 30), PARAMETERS).nominal == date(1999, 9, 30)
