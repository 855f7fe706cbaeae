"""What an appeal must hold, whether it came in time, and what may follow what. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from app.applications.model import Channel
from app.core.deadlines import Deadline, deadline
from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.periods import Period, Unit
from app.core.working_days import assumed_arrival
from app.decisions.appeals.model import (
    ANSWERS,
    AppealDraft,
    AppealRow,
    AppealState,
    NextStep,
    ReasonsDemand,
    Timeliness,
)
from app.settings.rulebook import deadline_for

S = AppealState
WEEKS = "fvl.complaint_weeks"
LONGEST = "fvl.late_appeal_years"
HARM = "fvl.to_harm_months"

MAY: dict[AppealState, frozenset[AppealState]] = {
    S.RECEIVED: frozenset({S.IN_ASSESSMENT, S.DISMISSED, S.WITHDRAWN}),
    S.IN_ASSESSMENT: frozenset({S.DECISION_CHANGED, S.FORWARDED, S.DISMISSED, S.WITHDRAWN}),
    S.FORWARDED: frozenset({*ANSWERS, S.WITHDRAWN}),
    S.DECISION_CHANGED: frozenset(),
    S.GRANTED_BY_BODY: frozenset(),
    S.DECISION_STANDS: frozenset(),
    S.CHANGED_TO_HARM: frozenset(),
    S.SENT_BACK: frozenset(),
    S.DISMISSED: frozenset(),
    S.WITHDRAWN: frozenset(),
}
SIGNED_ON = frozenset({Channel.LETTER, Channel.IN_PERSON, Channel.PAPER_FORM, Channel.EMAIL})
"""Ways in where the act of 1967 asks for a signature (FV-15)."""
UNWRITTEN = frozenset({Channel.PHONE, Channel.HOME_VISIT})
"""What is only said is no appeal before it is written down (FV-15)."""


class Moving(Protocol):
    """A complaint about any kind of vedtak, as far as its state goes."""

    @property
    def state(self) -> AppealState: ...
    @property
    def since(self) -> date: ...
    @property
    def sent_on(self) -> date: ...
    @property
    def received_on(self) -> date: ...


def appeal_deadline(parameters: Parameters, start: date, weeks: int | None = None) -> Deadline:
    """The last day to complain when the letter arrived on `start` (FV-11).

    `weeks` are those of the legal basis; without them, the period of the act.
    """
    if weeks is None:
        return deadline_for(parameters, WEEKS, start)
    known = parameters[WEEKS]
    return deadline(
        known.rule_ids[0],
        Period(weeks, Unit.WEEKS),
        start,
        basis=known.basis,
        protects=known.protects,
        acts=known.acts,
    )


def restarted(
    start: date | None, demands: tuple[ReasonsDemand, ...], post_days: int
) -> date | None:
    """The day the period counts from when reasons were asked for (FV-12).

    None while they are not sent: then the time to complain stands still.
    """
    for demand in demands:
        if demand.sent_on is None:
            return None
        came = demand.arrived_on or assumed_arrival(demand.sent_on, post_days)
        start = came if start is None else max(start, came)
    return start


def timeliness(
    appeal: Moving, limit: Deadline | None, made_on: date | None, parameters: Parameters
) -> Timeliness:
    """In time when sent on the last day (FV-13, DL-04).

    What is late is never an appeal when a year has gone since the vedtak was made (FV-14,
    forvaltningsloven § 31 third paragraph); what is in time is one, however long that took.
    """
    sent = appeal.sent_on
    if limit is None or made_on is None:
        return Timeliness(None, sent)
    longest = deadline_for(parameters, LONGEST, made_on)
    late = sent > limit.moved
    return Timeliness(limit, sent, late=late, barred=late and sent > longest.moved)


def check(
    draft: AppealDraft, today: date, *, issued_on: date | None, signature: bool, twice: bool
) -> tuple[Problem, ...]:
    """What is wrong with an appeal as it is typed; a lack of form is told and blocks nothing.

    `issued_on` is the day of the vedtak, None while it is a draft; `signature` when the act asks
    for one; `twice` when the vedtak has an open appeal.
    """
    problems = [*_day_problems(draft, today, issued_on), *_form_problems(draft, signature)]
    if twice:
        problems.append(Problem("wanted", "appeal_twice", "FV-16"))
    return tuple(problems)


def _day_problems(draft: AppealDraft, today: date, issued_on: date | None) -> Iterator[Problem]:
    came, sent = draft.received_on, draft.postmarked_on
    if came is None:
        yield Problem("received_on", "appeal_received_missing")
        return
    if issued_on is None:
        yield Problem("received_on", "appeal_without_vedtak", "FV-15")
        return
    facts: dict[str, object] = {"issued_on": issued_on}
    if came > today:
        yield Problem("received_on", "day_in_future", remedy=today)
    elif came < issued_on:
        yield Problem("received_on", "appeal_before_vedtak", "FV-15", facts=facts)
    if sent is None:
        return
    if sent > came:
        yield Problem("postmarked_on", "postmark_after_received", "FV-13", remedy=came)
    elif sent < issued_on:
        yield Problem("postmarked_on", "appeal_before_vedtak", "FV-15", facts=facts)


def _form_problems(draft: AppealDraft, signature: bool) -> Iterator[Problem]:
    if draft.channel in UNWRITTEN:
        yield Problem("channel", "appeal_not_written", "FV-15")
    if not draft.wanted.strip():
        yield Problem("wanted", "appeal_wanted_missing", "FV-15", blocks=False)
    if signature and not draft.signed and draft.channel in SIGNED_ON:
        yield Problem("signed", "appeal_unsigned", "FV-15", blocks=False)


def move_problems(appeal: Moving, to: AppealState, since: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with a new state from a day."""
    if to not in MAY[appeal.state]:
        facts: dict[str, object] = {"now": appeal.state, "to": to}
        return (Problem("state", "appeal_may_not_follow", "FV-16", facts=facts),)
    if since > today:
        return (Problem("since", "day_in_future", remedy=today),)
    if since < appeal.since:
        return (Problem("since", "day_before_last", facts={"last": appeal.since}),)
    return ()


def late_problems(found: Timeliness, reason: str) -> tuple[Problem, ...]:
    """What keeps a late appeal from being treated: a year gone, or no reason why (FV-14)."""
    if found.barred:
        return (Problem("reason", "appeal_barred", "FV-14"),)
    if found.late and not reason.strip():
        return (Problem("reason", "appeal_late_reason_missing", "FV-14"),)
    return ()


def harm_problems(
    appeal: Moving, answer: AppealState, told_on: date, parameters: Parameters
) -> tuple[Problem, ...]:
    """A change to harm must be told within three months of the day it came to us (FV-17)."""
    if answer is not S.CHANGED_TO_HARM:
        return ()
    last = deadline_for(parameters, HARM, appeal.received_on)
    if told_on <= last.moved:
        return ()
    return (Problem("since", "appeal_harm_too_late", "FV-17", facts={"last": last.moved}),)


def next_step(row: AppealRow, late: bool = False) -> NextStep:
    """The one thing to do now."""
    begun = row.new_vedtak is not None and not row.new_issued
    match row.state:
        case S.RECEIVED:
            return NextStep.DECIDE_LATE if late else NextStep.ASSESS
        case S.IN_ASSESSMENT:
            return NextStep.FINISH_VEDTAK if begun else NextStep.CHANGE_OR_FORWARD
        case S.FORWARDED:
            return NextStep.WAIT_FOR_BODY
    if row.state.asks_for_vedtak and not row.new_issued:
        return NextStep.FINISH_VEDTAK if begun else NextStep.MAKE_VEDTAK
    return NextStep.NOTHING
