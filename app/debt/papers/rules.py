"""Which papers are asked for and by when. Pure (GJ-03, FV-03)."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.working_days import adjust, is_working_day
from app.debt.papers.model import DebtPaper, DebtPaperKind, DebtPaperState, PaperLetterDraft
from app.settings.rulebook import deadline_for

ANSWER = "local.papers_days"
LEAST_DAYS, OFFERED_DAYS = 3, 7
"""Fewer are no time to find papers, so more are offered."""


def answer_by(today: date, parameters: Parameters) -> date:
    """The day to bring them, moved to a working day, for it is the citizen's (DL-03)."""
    return deadline_for(parameters, ANSWER, today).moved


def asked_first(papers: tuple[DebtPaper, ...]) -> frozenset[DebtPaperKind]:
    """What the letter begins with: all that are still to come."""
    return frozenset(each.kind for each in papers if each.missing)


def in_order(kinds: frozenset[DebtPaperKind]) -> tuple[DebtPaperKind, ...]:
    """As they are asked for."""
    return tuple(kind for kind in DebtPaperKind if kind in kinds)


def check_letter(draft: PaperLetterDraft, today: date) -> tuple[Problem, ...]:
    """What stands between the letter and its print, beside the field."""
    return tuple(_letter(draft, today))


def _letter(draft: PaperLetterDraft, today: date) -> Iterator[Problem]:
    if not draft.kinds:
        yield Problem("kinds", "debt_papers_none", "FV-03")
    day = draft.answer_by
    if day is None:
        yield Problem("answer_by", "papers_day_missing", "FV-03")
    elif day < today:
        yield Problem("answer_by", "answer_day_has_been", "FV-03")
    elif day < today + timedelta(days=LEAST_DAYS):
        later = adjust(today + timedelta(days=OFFERED_DAYS))
        yield Problem("answer_by", "debt_papers_soon", "FV-03", remedy=later)
    elif not is_working_day(day):
        yield Problem("answer_by", "day_not_working", "DL-03", remedy=adjust(day))


def check_mark(known: DebtPaper, new: DebtPaper, today: date) -> tuple[Problem, ...]:
    """A paper is ticked from the day it was ticked last, or later; never ahead of time."""
    since = new.since or today
    if since > today:
        return (Problem("since", "day_in_future", remedy=today),)
    if known.since is not None and since < known.since:
        return (Problem("since", "debt_paper_before", facts={"since": known.since}),)
    return ()


def late(papers: tuple[DebtPaper, ...], on: date) -> tuple[DebtPaper, ...]:
    """Those that were to be here before a day."""
    return tuple(each for each in papers if each.late(on))


def waited_for(papers: tuple[DebtPaper, ...], until: date) -> tuple[DebtPaper, ...]:
    """Those the person was told to bring by a day up to this one."""
    return tuple(
        each
        for each in papers
        if each.state is DebtPaperState.ASKED
        and each.sent_on is not None
        and each.answer_by is not None
        and each.answer_by <= until
    )
