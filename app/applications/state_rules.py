"""Which state of an application may follow which, and from when. Pure."""

from dataclasses import replace
from datetime import date

from app.applications.model import ApplicationDraft, ApplicationState
from app.core.errors import Problem

S = ApplicationState

# Glossary 5.2: what may follow what. Allocated goes back when the dwelling falls away before a
# lease (FV-24: the right and the dwelling are two). Granted follows itself when a list taken over,
# whose vedtak lies elsewhere, gets a vedtak here.
MAY: dict[ApplicationState, frozenset[ApplicationState]] = {
    S.RECEIVED: frozenset({S.IN_ASSESSMENT, S.WITHDRAWN, S.LAPSED}),
    S.INCOMPLETE: frozenset({S.IN_ASSESSMENT, S.WITHDRAWN, S.LAPSED}),
    S.IN_ASSESSMENT: frozenset(
        {
            S.INCOMPLETE,
            S.GRANTED_WAITING,
            S.GRANTED,
            S.REFUSED,
            S.DISMISSED,
            S.WITHDRAWN,
            S.LAPSED,
        }
    ),
    S.GRANTED_WAITING: frozenset({S.GRANTED_WAITING, S.ALLOCATED, S.WITHDRAWN, S.LAPSED}),
    S.ALLOCATED: frozenset({S.GRANTED_WAITING}),
    S.GRANTED: frozenset(),
    S.REFUSED: frozenset(),
    S.DISMISSED: frozenset(),
    S.WITHDRAWN: frozenset(),
    S.LAPSED: frozenset(),
}

# What a vedtak can answer, and what a new vedtak in its place may answer instead (FV-19): by
# reversal or appeal alone. What is allocated gives the dwelling back first.
ANSWERED = frozenset({S.GRANTED_WAITING, S.GRANTED, S.REFUSED, S.DISMISSED})

# What the officer does without a vedtak, and what it is called in the history
BY_HAND = {
    S.IN_ASSESSMENT: "application.assessment_started",
    S.INCOMPLETE: "application.papers_asked",
    S.WITHDRAWN: "application.withdrawn",
    S.LAPSED: "application.lapsed",
}
NEEDS_REASON = frozenset({S.INCOMPLETE, S.WITHDRAWN, S.LAPSED})


def takeover_problems(draft: ApplicationDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with the state a list says an application already has."""
    if not draft.state.open:
        return (Problem("state", "state_not_open"),)
    if draft.state_since is None or draft.received_on is None:
        return ()
    problems = since_problems(draft.received_on, draft.state_since, today)
    return tuple(replace(problem, field="state_since") for problem in problems)


def way(
    now: ApplicationState, to: ApplicationState, *, by_reversal: bool = False
) -> tuple[ApplicationState, ...]:
    """The states to set to come from one to another; empty when it may not follow.

    What asks for an assessment starts one, so that an officer need not do it twice.
    """
    if by_reversal:
        return (to,) if now in ANSWERED and to in ANSWERED else ()
    if to in MAY[now]:
        return (to,)
    if S.IN_ASSESSMENT in MAY[now] and to in MAY[S.IN_ASSESSMENT]:
        return (S.IN_ASSESSMENT, to)
    return ()


def move_problems(
    now: ApplicationState,
    last: date,
    to: ApplicationState,
    since: date,
    today: date,
    *,
    by_reversal: bool = False,
) -> tuple[Problem, ...]:
    """What is wrong with a new state from a day; `last` is when the present one began."""
    if not way(now, to, by_reversal=by_reversal):
        facts: dict[str, object] = {"now": now.value, "to": to.value}
        return (Problem("state", "state_may_not_follow", facts=facts),)
    return since_problems(last, since, today)


def since_problems(last: date, since: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day of a new fact that follows one from `last`."""
    if since > today:
        return (Problem("since", "day_in_future"),)
    if since < last:
        return (Problem("since", "day_before_last", facts={"last": last}),)
    return ()
