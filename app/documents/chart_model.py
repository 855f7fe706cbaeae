"""Drawings that carry meaning, before they are drawn: levels, bars and a trend."""

from typing import Literal

from app.core.charts import BarChart
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """A level of help, 0 (the bull's-eye) to 4, with what the help is in words."""

    number: Literal[0, 1, 2, 3, 4]
    text: str


@dataclass(frozen=True, slots=True)
class LevelLine:
    """The levels beside each other with marks over two of them; told by number, word and shape.

    `now` and `goal` are level numbers with the words of their mark; `alt` says it in a sentence.
    """

    levels: tuple[Level, ...]
    now: tuple[int, str]
    alt: str
    goal: tuple[int, str] | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its size, and the size in words («9 450 kr»). `left` frames what is left."""

    label: str
    size: float
    said: str
    left: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of segments under its own line of text («Inn: 33 956 kr»)."""

    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale from zero; `alt` gives the finding, the numbers stand in a table after."""

    bars: tuple[Bar, ...]
    alt: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class GroupedBars:
    """Bars in groups from zero; the chart's `said` is the finding, its numbers stand in a table."""

    chart: BarChart
    part: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """A line of values, the last one marked, with the target dashed; `alt` gives the finding."""

    values: tuple[float, ...]
    alt: str
    caption: str = ""
    target: float | None = None
    target_label: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class TargetRing:
    """A ring of the target, 0 innermost, with how many stand in it («24»)."""

    number: Literal[0, 1, 2, 3, 4]
    count: str


@dataclass(frozen=True, slots=True)
class TargetCrossing:
    """How many crossed the line inside a ring each way, in words; empty draws no arrow."""

    outer: int
    inwards: str
    outwards: str


@dataclass(frozen=True, slots=True)
class Target:
    """Five rings with counts and arrows; `alt` gives the finding, the numbers stand in a table."""

    rings: tuple[TargetRing, ...]
    crossings: tuple[TargetCrossing, ...]
    alt: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorFigure:
    """One indicator: a large number, its target and what was before in words, and its trend.

    `status` is «reached», «near» or «missed», empty without a target; its word stands beside the
    mark. None among the values is a gap in the line. `alt` gives the finding of the line.
    """

    title: str
    number: str
    unit: str
    lines: tuple[str, ...]
    note: str
    status: Literal["reached", "near", "missed", ""]
    status_words: str
    values: tuple[float | None, ...]
    alt: str
    target: float | None = None
    target_label: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorGrid:
    """Indicators beside and under each other, read row by row."""

    figures: tuple[IndicatorFigure, ...]
    across: int = 2
    part: str = ""
