"""How many wait, and how long the wait has been (REP-12, B5, B6, B7). Nobody is named."""

from datetime import date, datetime

from app.applications.model import TargetGroup
from app.core.ids import ApplicationId
from app.core.records import dataclass
from app.overview.figures.model import Figure
from app.settings.model import OfficeProfile


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many of one main group; None is a case nobody has given a group."""

    group: TargetGroup | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class WaitingOn:
    """New households with a vedtak who waited for a dwelling on a day, by main group (REP-12).

    Each application stands in one group, so the groups add up to `total`. `swaps` wait too, but
    have a municipal dwelling already and are no new households (REP-11).
    """

    day: date
    groups: tuple[GroupCount, ...]
    total: Figure
    swaps: Figure


@dataclass(frozen=True, slots=True)
class AllocatedIn:
    """New households that were allocated a dwelling in a period, both days counted (B7)."""

    first: date
    last: date
    groups: tuple[GroupCount, ...]
    total: Figure


@dataclass(frozen=True, slots=True)
class Wait:
    """One household that was housed: by which day it had asked, was granted, and got a dwelling.

    `granted` is None where the vedtak and the dwelling came as one, or only the last is known.
    """

    application: ApplicationId
    group: TargetGroup | None
    bedrooms: int | None
    received: date
    granted: date | None
    housed: date

    @property
    def days(self) -> int:
        """Days from the application to the dwelling."""
        return (self.housed - self.received).days

    @property
    def days_granted(self) -> int | None:
        """Days from the vedtak to the dwelling."""
        return None if self.granted is None else (self.housed - self.granted).days


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """One household that waits, and since which day it has been granted a dwelling."""

    application: ApplicationId
    group: TargetGroup | None
    bedrooms: int | None
    since: date


@dataclass(frozen=True, slots=True)
class WaitSpread:
    """How long it took those who were housed, in days; None where there are too few to say.

    `cases` are those housed; `granted_median` is counted from the vedtak, of `granted_cases`.
    `waiting` wait on the last day, the longest of them for `longest` days since the vedtak.
    """

    name: str
    cases: Figure
    median: int | None
    least: int | None
    most: int | None
    granted_cases: int
    granted_median: int | None
    waiting: Figure
    longest: int | None


@dataclass(frozen=True, slots=True)
class WaitingTimes:
    """The office's own history of waiting in a period, both days counted."""

    first: date
    last: date
    total: WaitSpread
    by_group: tuple[WaitSpread, ...]
    by_size: tuple[WaitSpread, ...]


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """What the printed page is made of."""

    office: OfficeProfile
    waiting: WaitingOn
    allocated: AllocatedIn
    times: WaitingTimes
    issued: datetime
