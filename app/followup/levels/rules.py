"""Which level may follow, and what each asks for (SD-01). Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.core.errors import Problem
from app.followup.levels.model import Demand, DemandCode, HelpLevel, LevelOn, Standing
from app.followup.model import Measure, MeasureState


def check(
    history: Sequence[LevelOn], owned_since: date | None, new: LevelOn, today: date
) -> tuple[Problem, ...]:
    """What is wrong with a new level; `owned_since` is the day of the newest owner."""
    return tuple(_problems(history, owned_since, new, today))


def _problems(
    history: Sequence[LevelOn], owned_since: date | None, new: LevelOn, today: date
) -> Iterator[Problem]:
    now = history[-1] if history else None
    if now is None and not new.level.followed:
        yield Problem("level", "level_not_begun", "SD-01", remedy=HelpLevel.ADVICE)
    elif now is not None and now.level is new.level:
        yield Problem("level", "level_is_already", "SD-01", facts={"last": now.since})
    if not new.reason.strip():
        yield Problem("reason", "level_reason_missing", "SD-01")
    last = max((day for day in (now.since if now else None, owned_since) if day), default=None)
    if new.since > today:
        yield Problem("since", "day_in_future", remedy=today)
    elif last is not None and new.since < last:
        yield Problem("since", "day_before_last", remedy=last, facts={"last": last})


def on(history: Sequence[LevelOn], day: date) -> LevelOn | None:
    """What held on a day; of two from the same day the one that was set last."""
    known = [each for each in history if each.since <= day]
    return max(known, key=lambda each: (each.since, each.id), default=None)


def demands(level: HelpLevel, has: Standing) -> tuple[Demand, ...]:
    """What a level asks for: more from each level to the next (SD-01, E1, D6, D12)."""
    wanted = []
    if level >= HelpLevel.ADVICE:
        wanted.append(Demand(DemandCode.OWNER, has.owner, "level"))
    if level >= HelpLevel.SUPPORT:
        wanted.append(Demand(DemandCode.ASSESSMENT, has.assessment, "assessment"))
    if level == HelpLevel.SUPPORT:
        wanted.append(Demand(DemandCode.MALPLAN, has.plan, "plan"))
    if level >= HelpLevel.SUPPORT_AND_SERVICES:
        wanted.append(Demand(DemandCode.VEDTAK, has.vedtak, "plan"))
        wanted.append(Demand(DemandCode.PLAN, has.plan, "plan"))
    return tuple(wanted)


def rests_on_vedtak(measures: Sequence[Measure]) -> bool:
    """Whether any that was not given up names its vedtak (D6)."""
    return any(
        each.draft.vedtak.strip() and each.state is not MeasureState.NOT_DONE for each in measures
    )
