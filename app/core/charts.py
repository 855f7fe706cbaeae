"""Counts to be drawn: one value for the screen, the page and the words. Pure.

A chart is never alone: its numbers stand in a table beside it, and `said` gives the finding.
"""

from datetime import date

from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of one name, one for each series; None is a number that is not told."""

    label: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Groups of at most three bars from a common zero; `said` gives the finding in a sentence."""

    said: str
    series: tuple[str, ...]
    groups: tuple[BarGroup, ...]

    @property
    def largest(self) -> int:
        """The longest bar; 0 where nothing is told."""
        return max((value or 0 for group in self.groups for value in group.values), default=0)


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A value on a day; None where nothing was known."""

    on: date
    value: float | None


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Values through time, the last one marked, the target dashed; `said` gives the finding."""

    said: str
    points: tuple[TrendPoint, ...]
    target: float | None = None
