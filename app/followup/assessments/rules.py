"""What an assessment must hold, what came of it, and what changed since the last. Pure."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.core.errors import Problem
from app.followup.assessments.model import (
    AreaAnswer,
    AreaChange,
    AreaDifference,
    AssessmentArea,
    AssessmentDraft,
    Finding,
)
from app.followup.plans.model import NeedDraft

ANSWER, WORDS, WISH, NEED = "answer_", "words_", "wish_", "need_"
"""How fields are named: each with the area after it."""

_ORDER = (AreaAnswer.WORKS, AreaAnswer.SOME_HELP, AreaAnswer.MUCH_HELP)


def check(draft: AssessmentDraft, today: date) -> tuple[Problem, ...]:
    """Why it can not be finished (D12)."""
    problems = []
    if draft.held_on is None:
        problems.append(Problem("held_on", "day_missing", remedy=today))
    elif draft.held_on > today:
        problems.append(Problem("held_on", "day_in_future", remedy=today))
    if not any(map(answered, draft.findings.values())):
        first = next(iter(AssessmentArea))
        problems.append(Problem(f"{ANSWER}{first}", "assessment_empty", "D12"))
    return tuple(problems)


def answered(finding: Finding) -> bool:
    """Whether the area was talked about."""
    return finding.answer.told


def kept(finding: Finding) -> bool:
    """Whether there is anything to keep."""
    return finding != Finding()


def trimmed(draft: AssessmentDraft) -> AssessmentDraft:
    """As it is kept: blanks cut, areas nobody has said anything of left out."""
    findings = {
        area: Finding(said.answer, said.words.strip(), said.wish.strip())
        for area, said in draft.findings.items()
    }
    return AssessmentDraft(
        draft.held_on,
        draft.present.strip(),
        draft.interpreter.strip(),
        {area: findings[area] for area in AssessmentArea if kept(findings.get(area, Finding()))},
        draft.wishes.strip(),
        draft.helpers.strip(),
    )


def needing(draft: AssessmentDraft) -> tuple[AssessmentArea, ...]:
    """The areas where help is needed, those that need much first."""
    areas = [area for area in AssessmentArea if draft.of(area).answer.needs_help]
    return tuple(sorted(areas, key=lambda area: -_ORDER.index(draft.of(area).answer)))


def check_needs(draft: AssessmentDraft, needs: Mapping[AssessmentArea, str]) -> tuple[Problem, ...]:
    """Why needs can not be made: one without words, or for an area that needs no help."""
    return tuple(_wrong_needs(draft, needs))


def _wrong_needs(draft: AssessmentDraft, needs: Mapping[AssessmentArea, str]) -> Iterator[Problem]:
    for area, words in needs.items():
        if not words.strip():
            yield Problem(f"{NEED}{area}", "assessment_need_words_missing", "D18")
        elif not draft.of(area).answer.needs_help:
            yield Problem(f"{NEED}{area}", "assessment_need_unfounded", "D18")


def need_of(area: AssessmentArea, words: str) -> NeedDraft:
    """The need a finding becomes (D18)."""
    return NeedDraft(area.life_area, words.strip())


def compare(before: AssessmentDraft, after: AssessmentDraft) -> tuple[AreaDifference, ...]:
    """The areas that were talked about both times, in the order of the form."""
    return tuple(
        AreaDifference(area, then.answer, now.answer, _change(then.answer, now.answer))
        for area in AssessmentArea
        if answered(then := before.of(area)) and answered(now := after.of(area))
    )


def _change(before: AreaAnswer, after: AreaAnswer) -> AreaChange:
    step = _ORDER.index(after) - _ORDER.index(before)
    if step == 0:
        return AreaChange.SAME
    return AreaChange.WORSE if step > 0 else AreaChange.BETTER
