"""When a vedtak may be reversed (FV-19), and what must be told before it (FV-04). Pure."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.decisions.reversals.model import ReversalDraft, ReversalGround, Standing

G = ReversalGround
BY_APPEAL = frozenset({G.APPEAL, G.APPEAL_BODY})
NEW_ACT = "FVL2025"


def own_grounds(new_act: bool) -> tuple[ReversalGround, ...]:
    """What the officer may choose among; breach of conditions is a ground in the act of 2025."""
    both = (G.NOT_TO_HARM, G.NOT_NOTIFIED, G.INVALID)
    return (*both, G.BREACH) if new_act else both


def check(draft: ReversalDraft, old: Standing, today: date) -> tuple[Problem, ...]:
    """What is wrong with reversing a vedtak."""
    return (*_standing_problems(old), *_ground_problems(draft, old), *_notice(draft, old, today))


def _standing_problems(old: Standing) -> Iterator[Problem]:
    if not old.issued:
        yield Problem("ground", "reversal_of_draft", "FV-19")
    elif old.replaced:
        yield Problem("ground", "reversal_of_replaced", "FV-19")
    elif old.begun:
        yield Problem("ground", "reversal_begun", "FV-19")
    elif old.allocated:
        yield Problem("ground", "reversal_of_allocated", "FV-19")


def _ground_problems(draft: ReversalDraft, old: Standing) -> Iterator[Problem]:
    ground = draft.ground
    if ground is None:
        yield Problem("ground", "reversal_ground_missing", "FV-19")
    elif ground in BY_APPEAL and draft.appeal is None:
        yield Problem("ground", "reversal_without_appeal", "FV-16")
    elif ground is G.BREACH and not old.new_act:
        yield Problem("ground", "reversal_breach_not_yet", "FV-19")
    elif ground is G.NOT_NOTIFIED and old.notified:
        yield Problem("ground", "reversal_notified", "FV-19")
    elif ground is G.NOT_TO_HARM and draft.to_harm:
        yield Problem("to_harm", "reversal_harms", "FV-19", remedy=False)
    if not draft.reason.strip():
        yield Problem("reason", "reversal_reason_missing", "FV-19")


def _notice(draft: ReversalDraft, old: Standing, today: date) -> Iterator[Problem]:
    """To harm only after the person could speak; what nobody knows of yet harms nobody."""
    if not draft.to_harm or draft.ground in {G.NOT_NOTIFIED, G.APPEAL_BODY}:
        return
    if draft.notice is None:
        yield Problem("to_harm", "reversal_needs_notice", "FV-04")
    elif old.notice_until is None:
        yield Problem("to_harm", "reversal_notice_unsent", "FV-04")
    elif not old.notice_read and today <= old.notice_until:
        facts: dict[str, object] = {"last": old.notice_until}
        yield Problem("to_harm", "reversal_notice_runs", "FV-04", facts=facts)
