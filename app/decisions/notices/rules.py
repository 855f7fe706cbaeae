"""What a prior notice must hold (FV-04, DOC-07). Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.working_days import adjust
from app.decisions.notices.model import NoticeDraft


def answer_day(today: date, days: int) -> date:
    """The last day to answer that the municipality's own days give, never on a day off."""
    return adjust(today + timedelta(days=days))


def check(draft: NoticeDraft, today: date, days: int) -> tuple[Problem, ...]:
    """What is wrong with a notice; a shorter time than the municipality's own is only told."""
    return tuple(_problems(draft, today, days))


def _problems(draft: NoticeDraft, today: date, days: int) -> Iterator[Problem]:
    usual = answer_day(today, days)
    if not draft.about.strip():
        yield Problem("about", "notice_about_missing", "DOC-07")
    if not draft.needed.strip():
        yield Problem("needed", "notice_needed_missing", "DOC-07")
    if draft.answer_by is None:
        yield Problem("answer_by", "notice_day_missing", "DOC-07", remedy=usual)
    elif draft.answer_by <= today:
        yield Problem("answer_by", "notice_day_has_been", "FV-04", remedy=usual)
    elif draft.answer_by < usual:
        facts: dict[str, object] = {"days": days}
        yield Problem("answer_by", "notice_day_short", "FV-04", blocks=False, remedy=usual,
                      facts=facts)  # fmt: skip


def check_answer(answered_on: date, issued_on: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day of an answer."""
    if answered_on > today:
        return (Problem("answered_on", "day_in_future", remedy=today),)
    if answered_on < issued_on:
        facts: dict[str, object] = {"last": issued_on}
        return (Problem("answered_on", "day_before_last", facts=facts),)
    return ()
