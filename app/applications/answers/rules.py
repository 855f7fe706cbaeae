"""The clocks of an application, and what must hold about its letters. Pure."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from app.applications.answers.model import (
    ApplicationClock,
    Facts,
    LetterDraft,
    LetterKind,
    Notice,
    PapersDue,
    Promise,
    Ticking,
    Validity,
)
from app.applications.model import (
    AnswerClock,
    ApplicationState,
    Clocked,
    StateSince,
)
from app.core.cases import CaseKind
from app.core.errors import NotFound, Problem
from app.core.parameters import Parameters
from app.core.periods import Period, add
from app.core.working_days import adjust, is_working_day, last_safe_day
from app.letters.model import DocumentKind
from app.settings.rulebook import deadline_for

VALID = "local.valid_months"
WARN = "local.lapse_warning_days"
SWEEP = "local.still_need_months"
PAPERS = "local.papers_days"
REPLY = "local.still_need_reply_days"

_PROMISES = frozenset({DocumentKind.PRELIMINARY_REPLY, DocumentKind.DELAY_NOTICE})
_DECIDED = frozenset(
    {
        ApplicationState.GRANTED_WAITING,
        ApplicationState.ALLOCATED,
        ApplicationState.GRANTED,
        ApplicationState.REFUSED,
        ApplicationState.DISMISSED,
    }
)


def clock_of(
    row: Clocked,
    answer: AnswerClock,
    states: Collection[StateSince],
    facts: Facts,
    parameters: Parameters,
    today: date,
    *,
    missing: bool,
) -> ApplicationClock:
    """Every clock of one application; `missing` is whether a paper still is."""
    decided = min((each.since for each in states if each.state in _DECIDED), default=None)
    ticking = tick(row, facts, parameters, today, missing=missing)
    confirmed = [each.since for each in facts.confirmations]
    return ApplicationClock(
        application=row.id,
        received_on=row.received_on,
        days_waiting=row.days_waiting,
        answer=answer,
        promise=ticking.promise,
        decided_on=decided,
        decision_days=None if decided is None else (decided - row.received_on).days,
        papers=ticking.papers,
        validity=ticking.validity,
        confirmed_on=max(confirmed, default=None),
        asked=ticking.asked,
        receipt=newest(facts, frozenset({DocumentKind.RECEIPT})),
    )


def tick(
    row: Clocked,
    facts: Facts,
    parameters: Parameters,
    today: date,
    *,
    missing: bool,
) -> Ticking:
    """What I dag and the sweep look at."""
    heard_on = max((row.received_on, *(each.since for each in facts.confirmations)))
    return Ticking(
        row=row,
        promise=promise(facts, today) if row.state.undecided else None,
        papers=papers_due(facts, today) if missing and row.state.undecided else None,
        validity=validity(row, facts, parameters),
        heard_on=heard_on,
        asked=newest(facts, frozenset({DocumentKind.STILL_NEED})),
    )


def newest(facts: Facts, kinds: Collection[DocumentKind]) -> Notice | None:
    """The newest notice of some kinds."""
    found = [each for each in facts.notices if each.kind in kinds]
    return found[-1] if found else None


def promise(facts: Facts, today: date) -> Promise | None:
    """The newest day told for the answer; ours to keep, so it is acted on before it is moved."""
    notice = newest(facts, _PROMISES)
    if notice is None:
        return None
    passed = notice.sent_on is not None and today > notice.told_day
    return Promise(notice, last_safe_day(notice.told_day), passed)


def papers_due(facts: Facts, today: date) -> PapersDue | None:
    """The newest day that papers were asked for by; the person has the moved day too (DL-03)."""
    notice = newest(facts, frozenset({DocumentKind.MISSING_PAPERS}))
    if notice is None:
        return None
    due = adjust(notice.told_day)
    return PapersDue(notice, due, notice.sent_on is not None and today > due)


def validity(row: Clocked, facts: Facts, parameters: Parameters) -> Validity | None:
    """How long an undecided request for a dwelling holds; None where time never ends it.

    A granted one waits for a dwelling as long as the need is there, and help under the act is
    never lost by time (BS-08).
    """
    if not row.state.undecided or row.case is not CaseKind.ALLOCATION:
        return None
    heard_on = max((row.received_on, *(each.since for each in facts.confirmations)))
    period = _period(parameters, VALID, heard_on)
    if period is None or period.amount <= 0:
        return None
    counted = add(period, heard_on)
    warnings = (each for each in facts.notices if each.kind is DocumentKind.LAPSE_WARNING)
    since = [each for each in warnings if each.since >= heard_on]
    lapse_on = adjust(max([counted, *(each.told_day for each in since[-1:])]))
    return Validity(
        heard_on,
        counted,
        lapse_on,
        deadline_for(parameters, WARN, counted).warn_day,
        since[-1] if since else None,
    )


def _period(parameters: Parameters, key: str, on: date) -> Period | None:
    try:
        return parameters.period(key, on)
    except NotFound:
        return None


def asked_before(ticking: Ticking, before: date) -> bool:
    """Whether the sweep should ask: nothing heard and nothing asked since a day."""
    return ticking.row.case is CaseKind.ALLOCATION and ticking.last_sign < before


def sweep_day(parameters: Parameters, today: date) -> date:
    """Those not heard of since before this day are to be asked."""
    period = parameters.period(SWEEP, today)
    return add(Period(-period.amount, period.unit), today)


def proposed_day(parameters: Parameters, key: str, today: date) -> date:
    """The day a person is given to answer by, counted as a deadline of theirs (DL-01, DL-03)."""
    return deadline_for(parameters, key, today).moved


def coming_safe_day(day: date, today: date) -> date:
    """A day we can keep: the last working day not after it, but none that has been."""
    safe = last_safe_day(day)
    return safe if safe >= today else adjust(today)


def check_letter(draft: LetterDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a letter's draft, field by field."""
    return tuple(_letter_problems(draft, today))


_DAY_MISSING = {
    LetterKind.RECEIPT: "answer_day_missing",
    LetterKind.DELAY_NOTICE: "answer_day_missing",
    LetterKind.MISSING_PAPERS: "papers_day_missing",
    LetterKind.LAPSE_WARNING: "lapse_day_missing",
    LetterKind.STILL_NEED: "reply_day_missing",
}
_UNDECIDED = frozenset({LetterKind.RECEIPT, LetterKind.DELAY_NOTICE, LetterKind.MISSING_PAPERS})
_THEIRS = frozenset({LetterKind.MISSING_PAPERS, LetterKind.LAPSE_WARNING, LetterKind.STILL_NEED})


def _letter_problems(draft: LetterDraft, today: date) -> Iterator[Problem]:
    if draft.day is None:
        yield Problem("day", _DAY_MISSING[draft.kind], "FV-02")
    elif draft.day < today:
        yield Problem("day", "answer_day_has_been", "FV-02")
    elif draft.kind in _THEIRS and draft.day == today:
        yield Problem("day", "day_too_soon", "FV-02", remedy=adjust(today + timedelta(days=7)))
    elif draft.kind in _THEIRS and not is_working_day(draft.day):
        yield Problem("day", "day_not_working", "DL-03", remedy=adjust(draft.day))
    if draft.kind is LetterKind.DELAY_NOTICE and draft.delay is None and not draft.reason.strip():
        yield Problem("reason", "delay_reason_missing", "FV-02")
    if draft.kind is LetterKind.MISSING_PAPERS and not draft.papers:
        yield Problem("papers", "papers_missing", "FV-03")


def state_problems(kind: LetterKind, state: ApplicationState) -> tuple[Problem, ...]:
    """What is wrong with writing it to one who stands there."""
    if not state.open:
        return (Problem("day", "application_closed"),)
    if kind in _UNDECIDED and not state.undecided:
        return (Problem("day", "answer_already_decided", "FV-02"),)
    return ()


def lapse_problems(facts: Facts, since: date) -> tuple[Problem, ...]:
    """What stands against a lapse from a day: no warning sent, its day not passed, or an answer."""
    warning = newest(facts, frozenset({DocumentKind.LAPSE_WARNING}))
    if warning is None:
        return (Problem("since", "lapse_without_warning", "FV-03"),)
    if warning.sent_on is None:
        return (Problem("since", "lapse_warning_unsent", "FV-03"),)
    if any(each.since >= warning.since for each in facts.confirmations):
        return (Problem("since", "lapse_after_confirmation", "FV-03"),)
    last = adjust(warning.told_day)
    if since <= last:
        remedy = last + timedelta(days=1)
        facts_told: dict[str, object] = {"last": last}
        return (Problem("since", "lapse_too_early", "DL-03", remedy=remedy, facts=facts_told),)
    return ()


def check_confirmation(received_on: date, since: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day a need was confirmed."""
    if since > today:
        return (Problem("since", "day_in_future"),)
    if since < received_on:
        return (Problem("since", "confirmed_before_received", facts={"received": received_on}),)
    return ()


def valid_for(parameters: Parameters, clock: ApplicationClock) -> Period | None:
    """How long the application holds by the rule it was counted by, for the letter."""
    if clock.validity is None:
        return None
    return _period(parameters, VALID, clock.validity.heard_on)
