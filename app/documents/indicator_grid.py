"""Indicators in a grid: number, target and last period in words, and a line through time."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import cos, pi, sin

from app.core.records import dataclass
from app.documents.archival import hex_text
from app.documents.chart_model import IndicatorFigure, IndicatorGrid
from app.documents.flow import Piece, draw_line
from app.documents.fonts import Weight
from app.documents.lines import break_lines
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import ACCENT, GREY, HEAVY, INK, LINE, WHITE, Kind
from app.documents.tagging import TaggedCanvas

GAP = 18.0
TITLE_TOP, NUMBER_TOP, WORDS_TOP, TREND_TOP, TREND_HIGH = 6.0, 22.0, 62.0, 28.0, 42.0
TREND_FROM = 0.5
"""The part of a card's width that the line begins at."""
NARROW_WORDS_TOP = 72.0
"""Where there are more than two beside each other, the words stand under the line."""
NARROW = 190.0
NOTE_LINES = 2
MARK = 4.6


@dataclass(frozen=True, slots=True)
class _Kinds:
    """How the parts of a card are set; `unit` is one point of the drawing."""

    unit: float
    title: Kind
    status: Kind
    number: Kind
    grey: Kind
    words: Kind
    small: Kind


def indicator_grid(block: IndicatorGrid, place: Place) -> list[Piece]:
    """One piece for each row of cards."""
    kinds = _kinds(place)
    gap = GAP * kinds.unit
    wide = (place.full - gap * (block.across - 1)) / block.across
    rows = [
        block.figures[at : at + block.across] for at in range(0, len(block.figures), block.across)
    ]
    return [_row(row, place, kinds, wide, gap) for row in rows]


def _kinds(place: Place) -> _Kinds:
    unit = place.style.body.size / 10.5
    return _Kinds(
        unit,
        Kind(11.5 * unit, 15 * unit, Weight.BOLD),
        Kind(9.5 * unit, 15 * unit, Weight.SEMIBOLD),
        Kind(28 * unit, 36 * unit, Weight.BOLD),
        Kind(9.5 * unit, 13 * unit, Weight.REGULAR, GREY),
        Kind(9.5 * unit, 13 * unit),
        Kind(8 * unit, 11 * unit, Weight.REGULAR, GREY),
    )


def _row(
    figures: Sequence[IndicatorFigure], place: Place, kinds: _Kinds, wide: float, gap: float
) -> Piece:
    narrow = wide < NARROW * kinds.unit
    cards = [_Card(figure, place, kinds, wide, narrow=narrow) for figure in figures]

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        for at, card in enumerate(cards):
            card.draw(canvas, x + at * (wide + gap), top)

    height = max(card.height for card in cards)
    space = (10 if narrow else 16) * kinds.unit
    return Piece(height, drawn, before=space, after=space, least=8.0)


class _Card:
    """One indicator; its words are paragraphs and its line a figure."""

    def __init__(
        self, told: IndicatorFigure, place: Place, kinds: _Kinds, wide: float, *, narrow: bool
    ) -> None:
        self.told, self.kinds, self.wide, self.narrow = told, kinds, wide, narrow
        section = place.parent.add("Sect")
        self.head, self.value = section.add("P"), section.add("P")
        self.lines = [section.add("P") for _ in told.lines]
        self.note = section.add("P") if told.note else None
        known = any(value is not None for value in told.values)
        self.trend = section.add("Figure") if known else None
        self.note_lines = (
            break_lines([(told.note, kinds.words.weight)], kinds.words.size, wide)[:NOTE_LINES]
            if told.note
            else []
        )
        self.words_top = (NARROW_WORDS_TOP if narrow else WORDS_TOP) * kinds.unit
        words = self.words_top + len(told.lines) * kinds.words.leading
        self.note_top = max(words, 84 * kinds.unit) + 4 * kinds.unit
        lines = len(self.note_lines)
        self.height = self.note_top + lines * kinds.words.leading if lines else words

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Rule, title with its mark, number, words, note and line."""
        told, kinds = self.told, self.kinds
        canvas.artifact("layout")
        canvas.ink(INK)
        canvas.rule(x, top, x + self.wide, top, HEAVY * kinds.unit)
        self._head(canvas, x, top + TITLE_TOP * kinds.unit)
        taken = self._number(canvas, x, top + NUMBER_TOP * kinds.unit)
        y = top + self.words_top
        beside = self.trend is not None and not self.narrow
        room = self.wide * TREND_FROM - 4 if beside else self.wide
        indent = self._status(canvas, x, y) if self.narrow else 0.0
        for element, text in zip(self.lines, told.lines, strict=True):
            line = break_lines([(text, kinds.words.weight)], kinds.words.size, room - indent)[0]
            draw_line(canvas, element, line, kinds.words, x + indent, y)
            y += kinds.words.leading
            indent = 0.0
        y = top + self.note_top
        for line in self.note_lines:
            draw_line(canvas, self.note, line, kinds.words, x, y)
            y += kinds.words.leading
        if self.trend is not None:
            from_left = max(self.wide * TREND_FROM, taken + 8 * kinds.unit)
            self._line(canvas, self.trend, (x, from_left), top + TREND_TOP * kinds.unit)

    def _head(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        told, kinds = self.told, self.kinds
        title = break_lines([(told.title, kinds.title.weight)], kinds.title.size, self.wide)[0]
        draw_line(canvas, self.head, title, kinds.title, x, top)
        if not self.narrow:
            self._status(canvas, x + self.wide, top, right=True)

    def _status(self, canvas: TaggedCanvas, x: float, top: float, *, right: bool = False) -> float:
        """The mark with its word, from a point or up to it; gives the room it took."""
        told, kinds = self.told, self.kinds
        if not told.status_words:
            return 0.0
        line = break_lines([(told.status_words, kinds.status.weight)], kinds.status.size, 200)[0]
        before = 14 * kinds.unit if told.status else 0.0
        left = x - line.width if right else x + before
        down = kinds.words.baseline - kinds.status.baseline if self.narrow else 0.0
        if told.status:
            canvas.artifact("layout")
            middle = top + down + kinds.status.leading / 2
            _mark(canvas, told.status, left - 9 * kinds.unit, middle, MARK * kinds.unit)
        draw_line(canvas, self.head, line, kinds.status, left, top + down)
        return before + line.width + 6 * kinds.unit

    def _number(self, canvas: TaggedCanvas, x: float, top: float) -> float:
        """The number with its unit; gives how wide they are."""
        told, kinds = self.told, self.kinds
        line = break_lines([(told.number, kinds.number.weight)], kinds.number.size, self.wide)[0]
        draw_line(canvas, self.value, line, kinds.number, x, top)
        unit = break_lines([(told.unit, kinds.grey.weight)], kinds.grey.size, self.wide)[0]
        down = kinds.number.baseline - kinds.grey.baseline
        after = line.width + 5 * kinds.unit
        draw_line(canvas, self.value, unit, kinds.grey, x + after, top + down)
        return after + unit.width

    def _line(
        self, canvas: TaggedCanvas, element: Element, start: tuple[float, float], top: float
    ) -> None:
        told, kinds = self.told, self.kinds
        x = sum(start)
        label = break_lines([(told.target_label, kinds.small.weight)], kinds.small.size, 80)[0]
        end = label.width + 7 * kinds.unit
        wide, high = self.wide - start[1] - end, TREND_HIGH * kinds.unit
        whole = high + kinds.small.leading + 4
        low = canvas.height - top - whole
        box = f"{x:.2f} {low:.2f} {x + wide + end:.2f} {low + whole:.2f}".encode()
        element.extra = (
            b"/Alt " + hex_text(told.alt) + b"/A<</O/Layout/Placement/Block/BBox[" + box + b"]>>"
        )
        canvas.mark(element)
        place = _scale(told, top, high)
        if told.target is not None:
            y = place(told.target)
            canvas.ink(GREY)
            canvas.dashed(x, y, x + wide, LINE)
            draw_line(
                canvas,
                element,
                label,
                kinds.small,
                x + wide + 6 * kinds.unit,
                y - kinds.small.leading / 2,
            )
        step = wide / max(1, len(told.values) - 1)
        points = [
            None if value is None else (x + n * step, place(value))
            for n, value in enumerate(told.values)
        ]
        _trend(canvas, points, kinds.unit)
        caption = break_lines([(told.caption, kinds.small.weight)], kinds.small.size, wide + end)[0]
        draw_line(canvas, element, caption, kinds.small, x, top + high + 4)


def _scale(told: IndicatorFigure, top: float, high: float) -> Callable[[float], float]:
    """From a value to how far down it stands."""
    known = [value for value in (*told.values, told.target) if value is not None]
    lowest, highest = min(known), max(known)
    spread = highest - lowest

    def place(value: float) -> float:
        share = (value - lowest) / spread if spread else 0.5
        return top + high * (0.94 - 0.88 * share)

    return place


def _trend(canvas: TaggedCanvas, points: Sequence[tuple[float, float] | None], unit: float) -> None:
    """A line with its gaps, the last point marked; a value between two gaps is a dot."""
    canvas.ink(ACCENT)
    for start, end in pairwise(points):
        if start is not None and end is not None:
            canvas.rule(*start, *end, 1.5 * unit)
    around = (None, *points, None)
    for before, point, after in zip(around, points, around[2:], strict=False):
        if point is not None and before is None and after is None:
            canvas.disc(*point, 1.6 * unit)
    if points and points[-1] is not None:
        canvas.disc(*points[-1], 3.0 * unit)


def _mark(canvas: TaggedCanvas, status: str, x: float, y: float, radius: float) -> None:
    """A tick in a filled disc, a half disc, an empty ring."""
    canvas.ink(INK)
    if status == "reached":
        canvas.disc(x, y, radius)
        canvas.ink(WHITE)
        canvas.rule(x - 0.5 * radius, y, x - 0.1 * radius, y + 0.42 * radius, 0.28 * radius)
        canvas.rule(
            x - 0.1 * radius, y + 0.42 * radius, x + 0.52 * radius, y - 0.4 * radius, 0.28 * radius
        )
        return
    canvas.disc(x, y, radius, LINE * 1.4)
    if status == "near":
        turns = [pi / 2 + pi * step / 12 for step in range(13)]
        canvas.polygon([(x + radius * cos(turn), y - radius * sin(turn)) for turn in turns])
