"""Every clock of an application, and what must hold about a letter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications import rules as application_rules
from app.applications.answers import proposals, rules
from app.applications.answers.model import Facts, LetterDraft, LetterKind
from app.applications.intake.model import Paper, PaperKind
from app.applications.model import ApplicationState, Delay, StateSince
from app.core.cases import CaseKind
from app.core.dated import DatedValue
from app.core.periods import Period, Unit, add
from app.core.working_days import is_working_day
from app.letters.model import DocumentKind
from tests.app.applications.answers.clocks import PARAMETERS, a_row, granted, said, told, unsent

K = DocumentKind
TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2014, 1, 1), date(2040, 12, 31))


# FV-02 and SD-13: the law's month and the local 14 days


@pytest.mark.parametrize(
    ("received", "nominal", "moved", "safe"),
    [
        # the short February: a month from its last days ends on the 28th
        (date(2027, 1, 28), date(2027, 2, 28), date(2027, 3, 1), date(2027, 2, 26)),
        (date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 1), date(2027, 2, 26)),
        (date(2028, 1, 31), date(2028, 2, 29), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 11, 18), date(2026, 12, 18), date(2026, 12, 18), date(2026, 12, 18)),
        # Christmas: the citizen's day is moved past it, ours is before it
        (date(2026, 11, 26), date(2026, 12, 26), date(2026, 12, 28), date(2026, 12, 24)),
    ],
)
def test_the_laws_month(received: date, nominal: date, moved: date, safe: date) -> None:
    deadline = application_rules.clock(PARAMETERS, received, 0, None).deadline
    assert (deadline.nominal, deadline.moved, deadline.warn_day) == (nominal, moved, safe)


def test_the_local_fourteen_days() -> None:
    clock = application_rules.clock(PARAMETERS, date(2026, 11, 2), 0, None)
    assert clock.local_day == date(2026, 11, 16)


@given(DAYS, st.integers(1, 90))
def test_the_local_day_is_never_after_the_laws_last_day(received: date, days: int) -> None:
    own = DatedValue(days, date(2014, 1, 1), local=True)
    parameters = PARAMETERS.with_overrides({"local.prelim_days": [own]})
    clock = application_rules.clock(parameters, received, 0, None)
    assert clock.local_day <= clock.deadline.last_safe_day <= clock.deadline.nominal
    assert is_working_day(clock.local_day)


# the promise


def test_the_newest_promise_is_the_one_that_holds() -> None:
    first = told(K.PRELIMINARY_REPLY, date(2026, 10, 1), date(2026, 10, 30))
    second = told(K.DELAY_NOTICE, date(2026, 10, 29), date(2026, 12, 5))
    found = rules.promise(Facts((first, second)), TODAY)
    assert found is not None
    assert (found.notice, found.passed) == (second, False)
    assert found.act_by == date(2026, 12, 4), "a Saturday: ours to keep, so the day before"
    assert rules.promise(Facts((first,)), TODAY).passed  # type: ignore[union-attr]  # it is there


def test_a_promise_is_broken_the_day_after_and_only_when_it_was_sent() -> None:
    day = date(2026, 11, 20)
    notice = told(K.PRELIMINARY_REPLY, date(2026, 11, 2), day)
    on_it, after = rules.promise(Facts((notice,)), day), rules.promise(Facts((notice,)), TODAY)
    assert on_it is not None
    assert after is not None
    assert (on_it.passed, after.passed) == (False, True)
    here = rules.promise(Facts((unsent(K.PRELIMINARY_REPLY, date(2026, 11, 2), day),)), TODAY)
    assert here is not None
    assert not here.passed


# missing papers


def test_the_day_for_papers_is_the_citizens_and_is_moved() -> None:
    notice = told(K.MISSING_PAPERS, date(2026, 11, 9), date(2026, 11, 21))  # a Saturday
    facts = Facts((notice,))
    assert rules.papers_due(facts, date(2026, 11, 23)).due == date(2026, 11, 23)  # type: ignore[union-attr]
    assert not rules.papers_due(facts, date(2026, 11, 23)).passed  # type: ignore[union-attr]
    assert rules.papers_due(facts, date(2026, 11, 24)).passed  # type: ignore[union-attr]


def test_papers_that_have_come_have_no_clock() -> None:
    facts = Facts((told(K.MISSING_PAPERS, date(2026, 11, 2), date(2026, 11, 16)),))
    row = a_row(date(2026, 10, 26))
    assert rules.tick(row, facts, PARAMETERS, TODAY, missing=True).papers is not None
    assert rules.tick(row, facts, PARAMETERS, TODAY, missing=False).papers is None


# validity and lapse


@pytest.mark.parametrize(
    ("received", "counted", "lapse", "warn"),
    [
        (date(2026, 3, 2), date(2027, 3, 2), date(2027, 3, 2), date(2027, 1, 29)),
        # the leap day: twelve months from it end on the last day of February
        (date(2028, 2, 29), date(2029, 2, 28), date(2029, 2, 28), date(2029, 1, 29)),
        # a Sunday: the person has the Monday too, we count from the Sunday
        (date(2026, 11, 28), date(2027, 11, 28), date(2027, 11, 29), date(2027, 10, 29)),
    ],
)
def test_an_application_holds_its_months(
    received: date, counted: date, lapse: date, warn: date
) -> None:
    found = rules.validity(a_row(received), Facts(), PARAMETERS)
    assert found is not None
    assert (found.counted_day, found.lapse_on, found.warn_on) == (counted, lapse, warn)


def test_a_confirmed_need_holds_anew() -> None:
    facts = Facts(confirmations=(said(date(2026, 9, 1)),))
    found = rules.validity(a_row(date(2025, 12, 1)), facts, PARAMETERS)
    assert found is not None
    assert (found.heard_on, found.counted_day) == (date(2026, 9, 1), date(2027, 9, 1))


def test_a_later_day_in_the_warning_is_the_one_that_counts() -> None:
    warning = told(K.LAPSE_WARNING, date(2026, 11, 20), date(2026, 12, 28))
    found = rules.validity(a_row(date(2025, 11, 23)), Facts((warning,)), PARAMETERS)
    assert found is not None
    assert (found.lapse_on, found.warned_on) == (date(2026, 12, 28), date(2026, 11, 20))


def test_a_warning_from_before_the_need_was_confirmed_is_used_up() -> None:
    warning = told(K.LAPSE_WARNING, date(2026, 8, 1), date(2026, 9, 1))
    facts = Facts((warning,), (said(date(2026, 8, 20)),))
    found = rules.validity(a_row(date(2025, 9, 1)), facts, PARAMETERS)
    assert found is not None
    assert found.warning is None


def test_time_never_ends_a_grant_or_help_under_the_act() -> None:
    long_ago = date(2020, 1, 6)
    assert rules.validity(granted(long_ago), Facts(), PARAMETERS) is None
    for case in (CaseKind.HOUSING_HELP, CaseKind.TEMPORARY_STAY):
        assert rules.validity(a_row(long_ago, case=case), Facts(), PARAMETERS) is None


def test_a_municipality_may_let_applications_hold_for_ever() -> None:
    never = DatedValue(0, date(2020, 1, 1), local=True)
    parameters = PARAMETERS.with_overrides({"local.valid_months": [never]})
    assert rules.validity(a_row(date(2020, 1, 6)), Facts(), parameters) is None


@given(DAYS, st.integers(1, 36))
def test_the_warning_is_due_before_the_lapse_and_the_person_gets_the_later_day(
    received: date, months: int
) -> None:
    own = DatedValue(months, date(2014, 1, 1), local=True)
    parameters = PARAMETERS.with_overrides({"local.valid_months": [own]})
    found = rules.validity(a_row(received), Facts(), parameters)
    assert found is not None
    assert found.counted_day == add(Period(months, Unit.MONTHS), received)
    assert found.warn_on < found.counted_day <= found.lapse_on
    assert is_working_day(found.warn_on)
    assert is_working_day(found.lapse_on)
    assert (found.counted_day - found.warn_on).days >= 30


# lapse by hand


def _lapse(facts: Facts, since: date = date(2026, 11, 23)) -> list[str]:
    return [problem.code for problem in rules.lapse_problems(facts, since)]


def test_nothing_lapses_without_a_warning_that_was_sent_and_a_day_that_has_passed() -> None:
    day = date(2026, 11, 20)
    sent = told(K.LAPSE_WARNING, date(2026, 10, 19), day)
    assert _lapse(Facts()) == ["lapse_without_warning"]
    assert _lapse(Facts((unsent(K.LAPSE_WARNING, date(2026, 10, 19), day),))) == [
        "lapse_warning_unsent"
    ]
    assert _lapse(Facts((sent,)), day) == ["lapse_too_early"]
    assert _lapse(Facts((sent,), (said(date(2026, 11, 2)),))) == ["lapse_after_confirmation"]
    assert _lapse(Facts((sent,))) == []


def test_a_day_in_a_weekend_is_not_passed_before_the_working_day_after_it() -> None:
    sent = told(K.LAPSE_WARNING, date(2026, 10, 19), date(2026, 11, 21))
    assert _lapse(Facts((sent,)), date(2026, 11, 23)) == ["lapse_too_early"]
    assert _lapse(Facts((sent,)), date(2026, 11, 24)) == []


# the sweep


def test_the_sweep_asks_those_not_heard_of_nor_asked() -> None:
    before = rules.sweep_day(PARAMETERS, TODAY)
    assert before == date(2026, 5, 23)
    long_ago = granted(date(2026, 1, 5))

    def asked(facts: Facts) -> bool:
        ticking = rules.tick(long_ago, facts, PARAMETERS, TODAY, missing=False)
        return rules.asked_before(ticking, before)

    assert asked(Facts())
    assert not asked(Facts(confirmations=(said(date(2026, 8, 3)),)))
    assert not asked(Facts((told(K.STILL_NEED, date(2026, 11, 2), date(2026, 11, 23)),)))
    stay = a_row(date(2026, 1, 5), case=CaseKind.TEMPORARY_STAY)
    assert not rules.asked_before(
        rules.tick(stay, Facts(), PARAMETERS, TODAY, missing=False), before
    )


# the whole clock


def test_the_decision_time_runs_from_received_to_the_first_vedtak() -> None:
    row = granted(date(2026, 9, 1))
    states = (
        StateSince(ApplicationState.RECEIVED, date(2026, 9, 1), ""),
        StateSince(ApplicationState.GRANTED_WAITING, date(2026, 10, 1), ""),
        StateSince(ApplicationState.ALLOCATED, date(2026, 11, 1), ""),
    )
    answer = application_rules.clock(PARAMETERS, row.received_on, 0, None)
    clock = rules.clock_of(row, answer, states, Facts(), PARAMETERS, TODAY, missing=False)
    assert (clock.decided_on, clock.decision_days) == (date(2026, 10, 1), 30)


def test_one_without_a_vedtak_has_no_decision_time() -> None:
    row = a_row(date(2026, 9, 1), state=ApplicationState.WITHDRAWN)
    states = (StateSince(ApplicationState.WITHDRAWN, date(2026, 10, 1), ""),)
    answer = application_rules.clock(PARAMETERS, row.received_on, 30, None)
    clock = rules.clock_of(row, answer, states, Facts(), PARAMETERS, TODAY, missing=False)
    assert clock.decision_days is None


# letters


@pytest.mark.parametrize(
    ("draft", "field", "code"),
    [
        (LetterDraft(LetterKind.RECEIPT), "day", "answer_day_missing"),
        (LetterDraft(LetterKind.MISSING_PAPERS), "day", "papers_day_missing"),
        (LetterDraft(LetterKind.LAPSE_WARNING), "day", "lapse_day_missing"),
        (LetterDraft(LetterKind.STILL_NEED), "day", "reply_day_missing"),
        (LetterDraft(LetterKind.RECEIPT, TODAY - timedelta(1)), "day", "answer_day_has_been"),
        (LetterDraft(LetterKind.STILL_NEED, TODAY), "day", "day_too_soon"),
        (LetterDraft(LetterKind.LAPSE_WARNING, date(2026, 12, 26)), "day", "day_not_working"),
        (LetterDraft(LetterKind.DELAY_NOTICE, TODAY), "reason", "delay_reason_missing"),
        (LetterDraft(LetterKind.MISSING_PAPERS, date(2026, 12, 7)), "papers", "papers_missing"),
    ],
)
def test_what_is_wrong_with_a_letter_is_told_beside_its_field(
    draft: LetterDraft, field: str, code: str
) -> None:
    found = {(problem.field, problem.code) for problem in rules.check_letter(draft, TODAY)}
    assert (field, code) in found


def test_a_whole_letter_has_nothing_wrong() -> None:
    day = date(2026, 12, 7)
    for draft in (
        LetterDraft(LetterKind.RECEIPT, TODAY),
        LetterDraft(LetterKind.DELAY_NOTICE, day, Delay.QUEUE),
        LetterDraft(LetterKind.MISSING_PAPERS, day, papers=(PaperKind.INCOME,)),
        LetterDraft(LetterKind.LAPSE_WARNING, day),
        LetterDraft(LetterKind.STILL_NEED, day),
    ):
        assert rules.check_letter(draft, TODAY) == ()


@given(DAYS, st.integers(0, 500), st.sampled_from(list(LetterKind)))
def test_a_suggested_letter_is_never_refused_for_its_day(
    received: date, waited: int, kind: LetterKind
) -> None:
    today = received + timedelta(days=waited)
    row = a_row(received)
    answer = application_rules.clock(PARAMETERS, received, waited, None)
    clock = rules.clock_of(row, answer, (), Facts(), PARAMETERS, today, missing=True)
    missing = (Paper(PaperKind.INCOME),)
    draft = proposals.suggest(kind, clock, missing, PARAMETERS, today)
    wrong = {problem.field for problem in rules.check_letter(draft, today)}
    assert wrong <= ({"day", "reason"} if kind is LetterKind.DELAY_NOTICE else set())
    if kind is LetterKind.LAPSE_WARNING and draft.day is not None:
        assert (draft.day - today).days >= 30
