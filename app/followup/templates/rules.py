"""What is wrong with a template."""

from collections.abc import Iterable, Iterator

from app.core.errors import Problem
from app.followup.templates.model import PlanTemplate, TemplateGoalDraft, TemplateMeasureDraft

LONGEST = 3660
"""Days: ten years; a plan looks no further."""


def check_name(name: str, others: Iterable[PlanTemplate]) -> Iterator[Problem]:
    """It has one, and no other has the same."""
    if not name.strip():
        yield Problem("name", "template_name_missing")
    elif any(each.name.casefold() == name.strip().casefold() for each in others):
        yield Problem("name", "template_name_taken")


def check_goal(draft: TemplateGoalDraft) -> Iterator[Problem]:
    """A goal says what is wanted, and which need is behind it (D18)."""
    if not draft.words.strip():
        yield Problem("words", "goal_words_missing")
    if not draft.need.strip():
        yield Problem("need", "goal_need_missing", "D18")


def check_measure(draft: TemplateMeasureDraft) -> Iterator[Problem]:
    """A measure says what is done, by a unit or by the person, within reach."""
    if not draft.words.strip():
        yield Problem("words", "measure_words_missing")
    if draft.own_task and draft.unit is not None:
        yield Problem("unit", "template_measure_two_do_it")
    if draft.due_after is not None and not 0 <= draft.due_after <= LONGEST:
        yield Problem("due_after", "template_days_out_of_reach", facts={"longest": LONGEST})
