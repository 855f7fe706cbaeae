"""What must hold of belongings that were left. Pure (HL-76)."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.working_days import adjust
from app.leases.aftermath.left_belongings.model import Belonging, BelongingOutcome

COLLECT = "local.collect_belongings_days"


def problems(belonging: Belonging, today: date) -> Iterator[Problem]:
    """What is wrong with a line of the inventory."""
    if belonging.found_on is None:
        yield Problem("found_on", "belonging_day_missing", "HL-76", remedy=today)
    elif belonging.found_on > today:
        yield Problem("found_on", "day_in_future", remedy=today)
    if not belonging.what.strip():
        yield Problem("what", "belonging_missing", "HL-76")
    if belonging.outcome is BelongingOutcome.KEPT and not belonging.kept_where.strip():
        yield Problem("kept_where", "belonging_place_missing", "HL-76")
    if belonging.cost < 0:
        yield Problem("cost", "sum_below_zero")


def outcome_problems(
    belonging: Belonging, outcome: BelongingOutcome, day: date | None, asked: bool, today: date
) -> Iterator[Problem]:
    """What is wrong with what became of it: only asked in writing may it go (HL-76)."""
    if not belonging.outcome.open:
        yield Problem("outcome", "belonging_gone", "HL-76")
    if day is None or (belonging.found_on is not None and day < belonging.found_on):
        yield Problem("outcome_on", "belonging_before_found", "HL-76", remedy=today)
    elif day > today:
        yield Problem("outcome_on", "day_in_future", remedy=today)
    waits = outcome not in {BelongingOutcome.COLLECTED, BelongingOutcome.RUBBISH}
    if waits and not asked:
        yield Problem("outcome", "belonging_not_asked", "HL-76")


def collect_by(parameters: Parameters, today: date) -> date:
    """The day to collect by that is suggested: a working day."""
    return adjust(today + timedelta(days=parameters.whole(COLLECT, today)))


def request_problems(kept: int, day: date | None, today: date) -> Iterator[Problem]:
    """What is wrong with asking to collect."""
    if not kept:
        yield Problem("collect_by", "belongings_none", "HL-76")
    elif day is None or day <= today:
        yield Problem("collect_by", "collect_day_has_been", "HL-76")
