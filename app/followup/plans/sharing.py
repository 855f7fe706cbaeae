"""What of a plan a copy for health may hold (A3, P6). Pure."""

from collections.abc import Iterable
from dataclasses import replace

from app.core.ids import ServiceUnitId
from app.core.order import search_words
from app.followup.model import Measure, MeasureKind
from app.followup.plans.model import GoalLine, MeasureLine, PlanContent
from app.people.consents.model import Consent, ConsentScope

NAV_GIVES = frozenset(
    {
        MeasureKind.DEBT_ADVICE,
        MeasureKind.SOCIAL_ASSISTANCE,
        MeasureKind.HOUSING_GUARANTEE,
        MeasureKind.MONEY_MANAGEMENT,
        MeasureKind.VOLUNTARY_DEDUCTION,
    }
)
"""The kinds that Nav gives, whoever is written as responsible."""


def carries(consent: Consent) -> bool:
    """Whether a consent lets health have a copy: to talk with health, or to share the plan with
    health or with all who have tasks in it (P6)."""
    if consent.scope is ConsentScope.TALK_WITH_HEALTH:
        return True
    body = search_words(consent.body)
    return consent.scope is ConsentScope.SHARE_PLAN and (not body or "helse" in body)


def nav_only(measures: Iterable[Measure], nav: ServiceUnitId | None) -> frozenset[int]:
    """The measures that are Nav's own: by kind, or because Nav does them."""
    return frozenset(
        each.id
        for each in measures
        if each.draft.kind in NAV_GIVES or (nav is not None and each.draft.unit == nav)
    )


def health_copy(
    content: PlanContent, hidden: frozenset[int], consents: tuple[str, ...]
) -> PlanContent:
    """Without what is Nav's own; a goal that nobody else works for goes with it, and so does who
    may talk together: it names who helps."""

    def kept(lines: Iterable[MeasureLine]) -> tuple[MeasureLine, ...]:
        return tuple(each for each in lines if not _hides(each, hidden))

    def stays(goal: GoalLine) -> bool:
        return not goal.measures or bool(kept(goal.measures))

    return replace(
        content,
        goals=tuple(
            replace(goal, measures=kept(goal.measures)) for goal in content.goals if stays(goal)
        ),
        loose=kept(content.loose),
        consents=consents,
        draft=replace(content.draft, warning_people=""),
    )


def _hides(line: MeasureLine, hidden: frozenset[int]) -> bool:
    return line.measure in hidden or line.kind in NAV_GIVES
