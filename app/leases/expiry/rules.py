"""The days of a term: one ladder from the first day to the last safe one. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from app.core.deadlines import Deadline, Party, deadline
from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.periods import Period, add
from app.core.working_days import is_working_day
from app.leases.expiry.model import Fate, Ladder, ReviewDraft, Step, StepKind, Term, Timing
from app.letters.model import DocumentKind

REQUEST = "hl.move_out_request_months"
LADDER = "hl.ladder"
HALF_WAY_PERCENT = "local.half_way_percent"
HALF_WAY_LEAST = "local.half_way_least_months"
EXIT_PLAN = "local.exit_plan_months"
MOVE_OUT_DAYS = "local.move_out_days"

_ORDER = tuple(StepKind)


class TalkDays(NamedTuple):
    """The shortest term that has a middle, where that is in per cent, and the way to the exit."""

    least: Period
    percent: int
    before_end: Period

    def half_way(self, start: date | None, end: date | None) -> date | None:
        """The day of the talk in the middle; None for a term too short to have a middle."""
        if start is None or end is None or end < add(self.least, start):
            return None
        return start + timedelta(days=(end - start).days * self.percent // 100)

    def exit_plan(self, end: date) -> date:
        """The day the exit plan is asked for."""
        return add(self.before_end, end)

    def still_half_way(self, day: date) -> date:
        """The first last day of a term whose middle is still talked of: the exit comes later."""
        return add(Period(-self.before_end.amount, self.before_end.unit), day)


def request_window(end: date, parameters: Parameters) -> Deadline:
    """How long a request to move is in time; an end before the law counts by its first text.

    `last_safe_day` is counted back from the unadjusted day, since the law may or may not move
    it (HL-42, O11).
    """
    parameter = parameters[REQUEST]
    first = min(version.valid_from or date.max for version in parameter.versions)
    period = parameters.period(REQUEST, max(end, first))
    acts = parameter.acts or parameter.protects
    return _window(end, period, parameter.rule_ids[0], parameter.basis, parameter.protects, acts)


@lru_cache(maxsize=4096)
def _window(
    end: date, period: Period, rule: str, basis: str, protects: Party, acts: Party
) -> Deadline:
    return deadline(rule, period, end, basis=basis, protects=protects, acts=acts)


def days_before(end: date, periods: tuple[Period, ...]) -> tuple[date, ...]:
    """The days of the ladder before the last one, in order (AL-03)."""
    return tuple(sorted({add(period, end) for period in periods if period.amount < 0}))


def days_after(end: date, periods: tuple[Period, ...], window: Deadline) -> tuple[date, ...]:
    """Those from the last day to the last safe one, in order (AL-04)."""
    days = (add(period, end) for period in periods if period.amount > 0)
    within = {day for day in days if end < day < window.last_safe_day}
    return tuple(sorted({end, window.last_safe_day} | within))


def ladder(term: Term, parameters: Parameters, today: date, remind: Period | None = None) -> Ladder:
    """Every step of a term in order. `remind` is how long before the end the tenant is written
    to by the municipality's own rules; None for at every step.
    """
    steps = [Step(StepKind.BEGINS, term.start, done=term.start <= today)] if term.start else []
    window = None
    if term.end is not None:
        window = request_window(term.end, parameters)
        steps += _half_way(term, parameters, today)
        steps += _exit_plan(term, parameters, today)
        steps += _at_the_end(term, term.end, window, parameters.ladder(LADDER, today), remind)
    steps.sort(key=lambda step: (step.on, _ORDER.index(step.kind)))
    return Ladder(tuple(steps), window, fate(term, window, today))


def _at_the_end(
    term: Term, end: date, window: Deadline, periods: tuple[Period, ...], remind: Period | None
) -> Iterator[Step]:
    tell_from = date.min if remind is None else add(remind, end)
    over = term.followed_on is not None or term.ended_on is not None
    for day in days_before(end, periods):
        if term.start is not None and day < term.start:
            continue
        if day >= tell_from:
            told = any(day <= each for each in term.told_on)
            done = over or term.renewal_decided or told
            yield Step(StepKind.TELL, day, DocumentKind.EXPIRY_NOTE, done)
        else:
            yield Step(
                StepKind.DECIDE, day, done=over or term.renewal_decided or term.renewal_begun
            )
    settled = over or in_time(term.asked_on, window)
    for day in days_after(end, periods, window):
        kind = StepKind.LAST_SAFE_DAY if day == window.last_safe_day else StepKind.ASK_TO_MOVE
        kind = StepKind.LAST_DAY if day == end else kind
        yield Step(kind, day, DocumentKind.MOVE_OUT_REQUEST, settled)
    if not settled:
        yield Step(StepKind.OPEN_ENDED, window.moved + timedelta(days=1))


def in_time(asked_on: date | None, window: Deadline) -> bool:
    """Whether a request to move was sent while it had effect, by the stricter reading (HL-42)."""
    return asked_on is not None and window.start <= asked_on <= window.nominal


def _half_way(term: Term, parameters: Parameters, today: date) -> Iterator[Step]:
    day = half_way(term.start, term.end, parameters, today)
    if day is not None:
        yield Step(StepKind.HALF_WAY, day, done=term.reviewed_on is not None)


def half_way(
    start: date | None, end: date | None, parameters: Parameters, today: date
) -> date | None:
    """The day of the talk in the middle of a term; None for one too short to have a middle."""
    return talk_days(parameters, today).half_way(start, end)


def exit_plan_day(end: date, parameters: Parameters, today: date) -> date:
    """The day the exit plan is asked for (B12: refugees, months before the end)."""
    return talk_days(parameters, today).exit_plan(end)


def talk_days(parameters: Parameters, today: date) -> TalkDays:
    """What decides the days of both talks, looked up once for many terms."""
    before_end = parameters.period(EXIT_PLAN, today)
    return TalkDays(
        parameters.period(HALF_WAY_LEAST, today),
        parameters.whole(HALF_WAY_PERCENT, today),
        Period(-before_end.amount, before_end.unit),
    )


def _exit_plan(term: Term, parameters: Parameters, today: date) -> Iterator[Step]:
    if not term.refugee or term.end is None:
        return
    day = exit_plan_day(term.end, parameters, today)
    if term.start is None or term.start <= day < term.end:
        yield Step(StepKind.EXIT_PLAN, day, done=term.exit_planned_on is not None)


def fate(term: Term, window: Deadline | None, today: date) -> Fate:
    """What becomes of it when nobody does anything from today on."""
    if term.followed_on is not None:
        return Fate.FOLLOWED
    if term.ended_on is not None:
        return Fate.ENDS
    if window is None:
        return Fate.RUNS_ON
    if in_time(term.asked_on, window):
        return Fate.ASKED
    if term.asked_on is not None and window.nominal < term.asked_on <= window.moved:
        return Fate.UNSURE
    if today > window.moved:
        return Fate.TURNED
    return Fate.TURNS if today > window.start else Fate.WILL_TURN


def check_request(day: date | None, window: Deadline, today: date) -> tuple[Problem, ...]:
    """What is wrong with a request to move made today, to be out by `day` (HL-42, DOC-16)."""
    facts: dict[str, object] = {
        "end": window.start,
        "safe": window.last_safe_day,
        "last": window.nominal,
    }
    problems: list[Problem] = []
    match Timing.on(window, today):
        case Timing.NOT_YET:
            problems.append(Problem("day", "move_out_request_too_early", "HL-42", facts=facts))
        case Timing.TOO_LATE:
            problems.append(Problem("day", "move_out_request_too_late", "HL-42", facts=facts))
        case Timing.RISKY:
            code = "move_out_request_risky"
            problems.append(Problem("day", code, "HL-42", facts=facts, blocks=False))
    if day is None:
        problems.append(Problem("day", "move_out_day_missing", "DOC-16"))
    elif day <= today:
        problems.append(Problem("day", "move_out_day_not_ahead", "DOC-16"))
    elif not is_working_day(day):
        problems.append(Problem("day", "move_out_day_closed", "DOC-16", blocks=False))
    return tuple(problems)


def check_note(day: date | None, end: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with the letter before the end, which asks for an answer by `day`."""
    if today > end:
        return (Problem("day", "expiry_note_too_late", "HL-42", facts={"end": end}),)
    if day is None:
        return (Problem("day", "expiry_note_day_missing", "FV-25"),)
    if day <= today:
        return (Problem("day", "expiry_note_day_not_ahead", "FV-25"),)
    if day > end:
        facts: dict[str, object] = {"end": end}
        return (Problem("day", "expiry_note_day_after_end", "FV-25", remedy=end, facts=facts),)
    return ()


def check_review(draft: ReviewDraft, start: date | None, today: date) -> tuple[Problem, ...]:
    """What is missing before a talk can be kept."""
    problems: list[Problem] = []
    if draft.held_on is None:
        problems.append(Problem("held_on", "day_missing"))
    elif draft.held_on > today:
        problems.append(Problem("held_on", "day_in_future"))
    elif start is not None and draft.held_on < start:
        problems.append(Problem("held_on", "review_before_start", facts={"start": start}))
    if not draft.findings.strip():
        problems.append(Problem("findings", "review_findings_missing"))
    if draft.recommendation is None:
        problems.append(Problem("recommendation", "review_recommendation_missing"))
    return tuple(problems)
