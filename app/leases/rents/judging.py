"""What the index gives a lease, or what stands in the way (HL-22 to HL-24). Pure."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from app.core.errors import OfficeError
from app.core.money import Ore
from app.core.parameters import Parameters
from app.leases.model import LeaseState
from app.leases.rents import rules
from app.leases.rents.model import Fixing, IndexStep, RentFixed, WhyNot
from app.leases.rents.series import Series

LISTED = frozenset(
    {
        LeaseState.RUNNING,
        LeaseState.PAST_TERM,
        LeaseState.TURNED_OPEN_ENDED,
        LeaseState.UNDER_NOTICE,
    }
)
"""The states in which rent is paid and may change."""


class Rented(Protocol):
    """What a lease is judged by."""

    @property
    def state(self) -> LeaseState:
        """Where it stands."""
        ...

    @property
    def start(self) -> date | None:
        """The first day."""
        ...

    @property
    def signed_on(self) -> date | None:
        """The day it was signed."""
        ...

    @property
    def last_day(self) -> date | None:
        """What it was ended to, else the last day of the term."""
        ...

    @property
    def ended_on(self) -> date | None:
        """What it was ended to."""
        ...

    @property
    def rent(self) -> Ore | None:
        """A month, today."""
        ...


class Verdict(NamedTuple):
    """The new rent and how it was counted, or why not and until when."""

    fixing: Fixing
    new: Ore | None = None
    step: IndexStep | None = None
    why_not: WhyNot | None = None
    until: date | None = None


class _Limited(NamedTuple):
    """A step of the index, and the most it makes of a rent."""

    step: IndexStep
    limit_of: Callable[[Ore], Ore]


class Judging:
    """What every lease of one preview is judged by."""

    def __init__(
        self,
        effective: date,
        month: date | None,
        series: Series,
        parameters: Parameters,
        today: date,
    ) -> None:
        self._effective, self._month, self._series = effective, month, series
        self._today = today
        self._first = rules.index_earliest(parameters, today)
        self._steps: dict[date, _Limited | WhyNot] = {}

    def of(self, row: Rented, changes: Sequence[RentFixed], *, here: bool) -> Verdict:
        """What it would be, or why not; `here` when its paper was made here."""
        start = row.start or self._today
        agreed = min(row.signed_on or start, start)
        fixing = rules.fixing_of(agreed, start, changes, issued_here=here)
        why, until = self._stands_in_the_way(row, fixing, changes)
        if why is not None or row.rent is None:
            return Verdict(fixing, why_not=why, until=until)
        if self._month is None:
            return Verdict(fixing, why_not=WhyNot.INDEX_MISSING)
        step = self._step(fixing.month, self._month)
        if isinstance(step, WhyNot):
            return Verdict(fixing, why_not=step)
        new = step.limit_of(row.rent)
        if new <= row.rent:
            return Verdict(fixing, step=step.step, why_not=WhyNot.NO_RISE)
        return Verdict(fixing, new, step.step)

    def _step(self, base: date, new: date) -> _Limited | WhyNot:
        """The same for all whose rent was fixed in one month."""
        if base not in self._steps:
            try:
                step = self._series.step(base, new)
                self._steps[base] = _Limited(step, rules.index_limits(step))
            except OfficeError as error:
                differs = error.code == "index_base_differs"
                self._steps[base] = WhyNot.BASE_DIFFERS if differs else WhyNot.INDEX_MISSING
        return self._steps[base]

    def _stands_in_the_way(
        self, row: Rented, fixing: Fixing, changes: Sequence[RentFixed]
    ) -> tuple[WhyNot | None, date | None]:
        pending = next((each for each in changes if each.state.pending), None)
        last = row.last_day if row.state is LeaseState.RUNNING else row.ended_on
        if row.state is LeaseState.UNDER_NOTICE:
            return WhyNot.UNDER_NOTICE, row.last_day
        if row.state is LeaseState.PAST_TERM:
            return WhyNot.TERM_RUN_OUT, row.last_day
        if row.rent is None:
            return WhyNot.NO_RENT, None
        if pending is not None:
            return WhyNot.PENDING, pending.effective_on
        if last is not None and last < self._effective:
            return WhyNot.ENDS_FIRST, last
        first = self._first(fixing)
        if self._effective < first:
            return WhyNot.TOO_EARLY, first
        if not fixing.sure:
            return WhyNot.FIXING_UNKNOWN, None
        return None, None
