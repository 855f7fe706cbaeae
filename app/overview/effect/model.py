"""Movements between two days, as numbers without names (E2)."""

from datetime import date, datetime, timedelta

from app.applications.model import TargetGroup
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.followup.levels.model import HelpLevel
from app.settings.model import OfficeProfile

Place = HelpLevel | None
"""A level, or None for one who has none that day."""

PLACES: tuple[Place, ...] = (*HelpLevel, None)
"""In the order of rows and columns: from the centre of the target and outwards."""


@dataclass(frozen=True, slots=True)
class Standings:
    """Where one person stood on the two days, and the primary group they are counted in (E5)."""

    start: Place
    end: Place
    group: TargetGroup | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Those who began at one place, by where they ended: as many counts as there are places."""

    start: Place
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many began there."""
        return sum(self.counts)

    def to(self, place: Place) -> int:
        """How many of them ended at a place."""
        return self.counts[PLACES.index(place)]


@dataclass(frozen=True, slots=True)
class Moves:
    """Those who had a level on both days, and those who came in between."""

    inwards: int = 0
    outwards: int = 0
    unchanged: int = 0
    new: int = 0
    gone: int = 0

    @property
    def at_start(self) -> int:
        """How many had a level at the start."""
        return self.inwards + self.outwards + self.unchanged + self.gone


@dataclass(frozen=True, slots=True)
class GroupMoves:
    """The same of one target group; None is those without a group."""

    group: TargetGroup | None
    moves: Moves


@dataclass(frozen=True, slots=True)
class Crossing:
    """How many crossed the line between a ring and the one inside it; two rings is two lines."""

    outer: HelpLevel
    inwards: int
    outwards: int


@dataclass(frozen=True, slots=True)
class GoalSums:
    """Goals whose state from within the period is reached, wholly or in part."""

    reached: int = 0
    partly: int = 0


@dataclass(frozen=True, slots=True)
class Effect:
    """What happened between the two days."""

    first: date
    last: date
    matrix: tuple[MatrixRow, ...]
    moves: Moves
    groups: tuple[GroupMoves, ...]
    crossings: tuple[Crossing, ...]
    goals: GoalSums

    def row(self, start: Place) -> MatrixRow:
        """Those who began at a place."""
        return self.matrix[PLACES.index(start)]

    def ended(self, place: Place) -> int:
        """How many stood at a place on the last day, of all who are counted."""
        return sum(row.to(place) for row in self.matrix)

    @property
    def anyone(self) -> bool:
        """Whether there is anything to tell."""
        return any(row.total for row in self.matrix)


@dataclass(frozen=True, slots=True)
class EffectPaper:
    """What the print tells, for whom and when it was made."""

    office: OfficeProfile
    effect: Effect
    issued: datetime


def quarter(today: date) -> tuple[date, date]:
    """The quarter that runs, until today."""
    return date(today.year, 3 * ((today.month - 1) // 3) + 1, 1), today


def half_year(today: date) -> tuple[date, date]:
    """The last six months."""
    return add(Period(-6, Unit.MONTHS), today) + timedelta(1), today


def year(today: date) -> tuple[date, date]:
    """The year that runs, until today."""
    return date(today.year, 1, 1), today
