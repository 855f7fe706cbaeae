"""Deadline arithmetic (DL-01 to DL-12, domstolloven §§ 146 to 149).

`nominal` is the day the law counts to; `moved` is the next working day when that day is a
Saturday, a Sunday or a holiday (DL-03). Both are always kept.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from app.core.periods import Period, Unit, add, notice_end
from app.core.records import dataclass
from app.core.working_days import adjust, last_safe_day


class Party(StrEnum):
    """Whom a rule protects, or who must act."""

    MUNICIPALITY = "municipality"
    CITIZEN = "citizen"
    NEITHER = "neither"


class Ending(StrEnum):
    """How the counted day becomes the last day."""

    MOVED = "moved"  # DL-03: a deadline or a waiting period, to the next working day
    MONTH_END = "month_end"  # DL-08: notice to the end of a month, never moved
    EXACT = "exact"  # a term or an interval: the day itself, never moved
    BEFORE = "before"  # counted backwards from a coming day, never moved later (HL-24)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A counted deadline. `rule` is a rule id («HL-42»), `basis` the paragraph.

    `earliest_action` is the first day of the step that must wait (DL-09);
    `last_safe_day` the last working day not after the nominal one.
    """

    rule: str
    start: date
    nominal: date
    moved: date
    earliest_action: date
    last_safe_day: date
    basis: str
    protects: Party
    acts: Party

    @property
    def warn_day(self) -> date:
        """The day to count down to.

        A right of the citizen lasts through the moved day. Whatever the municipality must do,
        to keep a right of its own or to meet a duty to the citizen, is due on the earlier day:
        the law may or may not move it (O11), so the last safe day is the one to act on.
        """
        if self.protects is Party.CITIZEN and self.acts is Party.CITIZEN:
            return self.moved
        return self.last_safe_day


def earliest_action(moved: date) -> date:
    """First day of a step that must wait until a period has passed (DL-09)."""
    return moved + timedelta(days=1)


def deadline(
    rule: str,
    period: Period,
    start: date,
    *,
    basis: str,
    protects: Party,
    acts: Party | None = None,
    ending: Ending = Ending.MOVED,
    closed: Collection[date] = (),
) -> Deadline:
    """Counts one deadline; `acts` is who must act before it, by default whom it protects."""
    nominal = _nominal(period, start, ending)
    moved = adjust(nominal, closed) if ending is Ending.MOVED else nominal
    return Deadline(
        rule=rule,
        start=start,
        nominal=nominal,
        moved=moved,
        earliest_action=moved if ending is Ending.EXACT else earliest_action(moved),
        last_safe_day=last_safe_day(nominal, closed),
        basis=basis,
        protects=protects,
        acts=acts or protects,
    )


def _nominal(period: Period, start: date, ending: Ending) -> date:
    if ending is Ending.BEFORE:
        return add(Period(-period.amount, period.unit), start)
    if ending is Ending.MONTH_END:
        if period.unit is not Unit.MONTHS:
            raise ValueError("a notice to the end of a month is counted in months")
        return notice_end(period.amount, start)
    return add(period, start)
