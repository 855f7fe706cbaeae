"""Who stands in which part of the list, and who falls between the chairs. Pure."""

from collections.abc import Collection, Mapping
from datetime import date

from app.core.ids import PersonId
from app.followup.levels.model import HelpLevel, LevelOn
from app.followup.plans.model import CaseDays
from app.overview.followups.model import FollowupRow, FollowupSet


def without_owner(
    levels: Mapping[PersonId, LevelOn],
    planned: Collection[PersonId],
    measured: Collection[PersonId],
    owned: Collection[PersonId],
) -> frozenset[PersonId]:
    """Everyone with help, a plan or an open measure whom nobody answers for (P1)."""
    followed = {person for person, held in levels.items() if held.level.followed}
    return frozenset((followed | {*planned} | {*measured}) - {*owned})


def belongs(row: FollowupRow, which: FollowupSet, me: str, today: date) -> bool:
    """Whether a person stands in a part of the list; `me` is the name of the one who looks."""
    match which:
        case FollowupSet.MINE:
            return row.owner is not None and bool(me) and row.owner.coordinator == me
        case FollowupSet.HIGH_LEVELS:
            return row.number >= HelpLevel.SUPPORT_AND_SERVICES
        case FollowupSet.WITHOUT_PLAN:
            return lacks_plan(row)
        case FollowupSet.TO_EVALUATE:
            return to_evaluate(row, today)
        case FollowupSet.LATE_MEASURES:
            return row.late + row.to_evaluate > 0
        case FollowupSet.SILENT:
            return row.silent or _promised(row, today)
        case FollowupSet.WITHOUT_OWNER:
            return row.owner is None
        case FollowupSet.NOT_ASSESSED:
            return row.number >= HelpLevel.SUPPORT and row.assessed_on is None


def lacks_plan(row: FollowupRow) -> bool:
    """Whether the level asks for a plan and there is none (SD-01)."""
    return row.plan is None and _asks_for_plan(row.number)


def _asks_for_plan(level: HelpLevel) -> bool:
    return level >= HelpLevel.SUPPORT


def to_evaluate(row: FollowupRow, today: date) -> bool:
    """Whether the day to go through the plan is here (D4, AL-15)."""
    return row.plan is not None and _come(row.plan.evaluation_on, today)


def _come(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def _promised(row: FollowupRow, today: date) -> bool:
    return row.contact is not None and _come(row.contact.follow_up_on, today)


def waits(row: FollowupRow, today: date) -> bool:
    """Whether something asked for is not there: an owner, a plan, an evaluation."""
    return row.owner is None or lacks_plan(row) or to_evaluate(row, today)


def lacks(case: CaseDays, today: date) -> bool:
    """As `waits`, where days are known alone: who has help has the owner it was given."""
    held, plan = case.held, case.plan
    if held is None or not case.given:
        return True
    return _asks_for_plan(held.level) if plan is None else _come(plan.evaluation_on, today)
