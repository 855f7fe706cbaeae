"""A number of the law or the municipality through time: its versions, and which is in force."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.core.deadlines import Ending, Party
from app.core.errors import NotFound, OfficeError
from app.core.periods import Period, Unit
from app.core.records import dataclass

Value = int | Decimal | str | date | tuple[int, ...] | tuple[Period, ...]


class Kind(StrEnum):
    """What a value is and how it is counted with."""

    DEADLINE = "deadline"  # a period whose last day moves (DL-03)
    WAIT = "wait"  # as a deadline; the step comes the day after (DL-09)
    NOTICE = "notice"  # months to the end of a month (DL-08)
    TERM = "term"  # a length or an interval, never moved
    BEFORE = "before"  # counted backwards from a coming day
    LADDER = "ladder"  # several periods around one day, for alerts
    MONEY = "money"  # whole øre
    NUMBER = "number"  # a count, without a period
    FACTOR = "factor"  # a decimal to multiply by
    PERCENT = "percent"
    NUMBERS = "numbers"
    TEXT = "text"
    DAY = "day"
    FLAG = "flag"


class Starts(StrEnum):
    """The day a period is counted from (HL-04, INK-02, TV-02: sent; FV-11: arrived)."""

    SENT = "sent"
    ARRIVED = "arrived"
    RECEIVED = "received"
    DECIDED = "decided"  # the day the vedtak was made
    DUE = "due"
    LEASE_START = "lease_start"
    LEASE_END = "lease_end"
    PERIOD_END = "period_end"  # the end of the deadline before it
    POSSIBLE = "possible"  # the day the step became possible
    EFFECT = "effect"  # the day a change takes or took effect
    OPENED = "opened"
    EVENT = "event"


_ENDINGS = {
    Kind.DEADLINE: Ending.MOVED,
    Kind.WAIT: Ending.MOVED,
    Kind.NOTICE: Ending.MONTH_END,
    Kind.TERM: Ending.EXACT,
    Kind.BEFORE: Ending.BEFORE,
}


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One version. `valid_from` None is adopted without a day set: never in force.

    Both days are included. `applies_to` names whose day decides when the law says so
    («lease_signed»); `local` is True on the municipality's own.
    """

    value: Value
    valid_from: date | None
    valid_to: date | None = None
    source: str = ""
    applies_to: str = ""
    local: bool = False

    def holds(self, on: date) -> bool:
        """Whether it is in force that day."""
        if self.valid_from is None or on < self.valid_from:
            return False
        return self.valid_to is None or on <= self.valid_to


@dataclass(frozen=True, slots=True)
class Parameter:
    """A rule's number through time. `rule_ids[0]` is the rule it belongs to.

    `setting` is True where no verified legal number exists and the municipality decides.
    `updates` are the (month, day) of the year a new value is expected (AL-20).
    """

    id: str
    kind: Kind
    unit: Unit | None
    rule_ids: tuple[str, ...]
    basis: str
    protects: Party
    versions: tuple[DatedValue, ...]
    acts: Party | None = None
    starts: Starts | None = None
    setting: bool = False
    updates: tuple[tuple[int, int], ...] = ()

    @property
    def ending(self) -> Ending | None:
        """How a period of this kind ends; None when it is no period."""
        return _ENDINGS.get(self.kind)

    def on(self, day: date) -> DatedValue:
        """The version in force: the latest begun, the municipality's own before the shipped.

        So a later national rate replaces an earlier local correction. Raises NotFound
        `parameter_missing` when none is in force.
        """
        begun = [(v.valid_from, v.local, at) for at, v in enumerate(self.versions) if v.holds(day)]
        if not begun:
            raise NotFound("parameter_missing", id=self.id, on=day)
        latest = max(begun, key=lambda each: (each[0] or date.min, each[1], each[2]))
        return self.versions[latest[2]]

    def outdated(self, today: date) -> bool:
        """Whether a new value should have come since the newest one began (AL-20)."""
        try:
            since = self.on(today).valid_from or date.min
        except NotFound:
            # what nobody has ever entered is missing, not old
            return bool(self.updates) and any(v.valid_from for v in self.versions)
        return any(since < due <= today for due in self._expected(today))

    def awaited(self, due: date) -> bool:
        """Whether a new value is expected on that day and nobody has entered it."""
        begun = [v.valid_from for v in self.versions if v.valid_from is not None]
        expected = (due.month, due.day) in self.updates
        return expected and bool(begun) and max(begun) < due

    def overlaid(self, own: Sequence[DatedValue]) -> "Parameter":
        """The same with the municipality's own versions after the shipped; marks them local.

        Raises OfficeError `parameter_kind` for a value of another type than the shipped ones.
        """
        marked = tuple(
            replace(version, value=_as_shipped(self, version.value), local=True) for version in own
        )
        return replace(self, versions=self.versions + marked)

    def _expected(self, today: date) -> Iterator[date]:
        for month, day in self.updates:
            yield date(today.year, month, day)
            yield date(today.year - 1, month, day)


def _as_shipped(parameter: Parameter, value: Value) -> Value:
    """The value in the type of the parameter's kind: «12» is a per cent as much as «12,25»."""
    shipped = type(parameter.versions[0].value)
    if shipped is Decimal and type(value) is int:
        return Decimal(value)
    if type(value) is not shipped:
        raise OfficeError("parameter_kind", id=parameter.id)
    return value
