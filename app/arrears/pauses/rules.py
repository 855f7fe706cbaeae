"""What a pause must have: a reason and an end. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.arrears.pauses.model import Pause, PauseDraft, PauseReason
from app.core.errors import Problem

LONGEST = "local.pause_longest_days"
USUAL = "local.pause_usual_days"


def check(draft: PauseDraft, today: date, longest: int) -> tuple[Problem, ...]:
    """What is wrong with it; each says where."""
    return (*_why(draft), *_until(draft.until, today, longest))


def check_longer(
    pause: Pause, until: date | None, reason: str, today: date, longest: int
) -> tuple[Problem, ...]:
    """What is wrong with a later end: it is given anew each time, with its reason."""
    found = tuple(_until(until, today, longest))
    if until is not None and until <= pause.until(today):
        found += (Problem("until", "pause_not_longer", remedy=last_day(today, longest)),)
    return found if reason.strip() else (*found, Problem("reason", "reason_missing"))


def last_day(today: date, longest: int) -> date:
    """The latest end that may be set today."""
    return today + timedelta(days=longest)


def _why(draft: PauseDraft) -> Iterator[Problem]:
    if draft.reason is None:
        yield Problem("reason", "pause_reason_missing")
    elif draft.reason is PauseReason.OTHER and not draft.words.strip():
        yield Problem("words", "pause_words_missing")


def _until(until: date | None, today: date, longest: int) -> Iterator[Problem]:
    if until is None:
        yield Problem("until", "pause_end_missing")
    elif until < today:
        yield Problem("until", "pause_end_passed", remedy=today)
    elif until > last_day(today, longest):
        remedy = last_day(today, longest)
        yield Problem("until", "pause_too_long", remedy=remedy, facts={"longest": longest})
