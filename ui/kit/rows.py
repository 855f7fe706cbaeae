"""Rows that say what to do: the value, its measures and its painting."""

from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.core.records import dataclass
from ui.kit import fonts, icons, paint
from ui.kit.chips import Chip, Tone, chip_width, paint_chip
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token

BUTTON = 32
LEAST_WORDS = 220  # with less room beside date and button, these stand under the words


@dataclass(frozen=True, slots=True)
class Row:
    """One line of I dag, a timeline or the palette.

    `when` stands bold, `how_long` under it (in `tone` when a deadline runs), then `paragraph`.
    `action` is the button's word; Enter does the same. `key_cap` shows a key instead.
    `foot` is a quiet line under why. `match` is the part of the title that was searched for.
    `lines` is how many the title may take before it is cut.
    """

    key: object
    title: str
    why: str = ""
    chip: Chip | None = None
    icon: Icon | None = None
    icon_tone: Tone | None = None
    when: str = ""
    how_long: str = ""
    paragraph: str = ""
    tone: Tone | None = None
    action: str = ""
    action_icon: Icon | None = None
    end_chip: Chip | None = None
    end_words: str = ""
    key_cap: str = ""
    foot: str = ""
    match: tuple[int, int] = (0, 0)
    lines: int = 3

    @property
    def spoken(self) -> str:
        """What a screen reader says, in reading order."""
        parts = (
            self.chip.text if self.chip else "",
            self.title,
            self.why,
            self.when,
            self.how_long,
            self.paragraph,
            self.foot,
            self.end_chip.text if self.end_chip else "",
            self.end_words,
            f"Enter: {self.action}" if self.action else "",
        )
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class Heading:
    """A title between rows; never stood on."""

    title: str


class Shape(Enum):
    """How a list lays its rows out."""

    TODAY = "today"  # chip at the left in its own column, dates and buttons
    TIMELINE = "timeline"  # icon, title and why, date at the right
    RESULTS = "results"  # the palette: icon, two lines, chip or key at the right


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns of a row lie, shared by all rows of a list.

    `stacked` when date and button stand under the words.
    """

    left: float
    words: float
    words_width: float
    when: float
    button: float
    stacked: bool = False


def places(
    shape: Shape, width: float, button_width: float, when_width: float, first: float = 0.0
) -> Places:
    """Columns for a list's width; the words get what is left over beside what stands first."""
    pad = fonts.px(15)
    gap = fonts.px(16)
    button = width - pad - button_width
    when = button - gap - when_width if when_width else button
    words = pad + first
    room = when - gap - words
    if shape is Shape.TODAY and room < fonts.px(LEAST_WORDS) and button < width - pad:
        return Places(pad, words, max(40.0, width - pad - words), words, button, stacked=True)
    return Places(pad, words, max(40.0, room), when, button)


def _title_lines(row: Row, shape: Shape, width: float) -> list[str]:
    """A title is not cut where rows may grow, also in a narrow column; else it is one line."""
    most = 1 if shape is Shape.RESULTS else row.lines
    return paint.wrapped(row.title, width, _title_kind(shape), most)


def _title_kind(shape: Shape) -> Type:
    return Type.GROUP if shape is Shape.TODAY else Type.BODY_STRONG


def _why_lines(row: Row, shape: Shape, width: float) -> list[str]:
    """Whole sentences where rows may grow; one line in the palette."""
    if shape is Shape.RESULTS:
        return paint.wrapped(row.why, width, Type.SMALL, 1)
    return paint.wrapped(row.why, width, Type.HELP, 5)


def _foot_lines(row: Row, width: float) -> list[str]:
    """What a row rests on, whole also in a narrow column."""
    return paint.wrapped(row.foot, width, Type.SMALL, 3) if row.foot else []


def row_height(row: Row, shape: Shape, where: Places) -> int:
    """How high a row is painted."""
    room = where.words_width
    title = paint.height_of(Type.GROUP) * max(1, len(_title_lines(row, shape, room)))
    why = paint.height_of(Type.HELP) * len(_why_lines(row, shape, room))
    why += paint.height_of(Type.SMALL) * len(_foot_lines(row, room))
    if shape is Shape.RESULTS:
        return fonts.px(47)
    pad = fonts.px(10)
    if where.stacked:
        return round(title + why + _under_height(row)) + 2 * pad
    beside = sum(
        paint.height_of(kind)
        for words, kind in (
            (row.when, Type.GROUP),
            (row.how_long, Type.HELP),
            (row.paragraph, Type.SMALL),
        )
        if words and shape is Shape.TODAY
    )
    least = fonts.px(50 if row.action else 40)
    return round(max(title + why, beside, least - 2 * pad)) + 2 * pad


def _under_height(row: Row) -> float:
    """How much a stacked row needs under its words, with the gap."""
    date = paint.height_of(Type.GROUP) if row.when or row.how_long else 0.0
    source = paint.height_of(Type.SMALL) if row.paragraph else 0.0
    high = max(date + source, fonts.px(BUTTON) if row.action else 0.0)
    return high + fonts.px(6) if high else 0.0


def first_width(row: Row, shape: Shape) -> float:
    """How wide the column before the words must be: the chip's, or the icon's."""
    if shape is not Shape.TODAY:
        return fonts.px(32)
    if row.chip is None:
        return fonts.px(32) if row.icon is not None else 0.0
    return max(fonts.px(91), chip_width(row.chip) + fonts.px(16))


def button_width(row: Row) -> float:
    """How wide the row's button is; 0 when it has none."""
    if not row.action:
        return 0.0
    icon = fonts.px(26) if row.action_icon else 0
    return paint.width_of(row.action, Type.LABEL) + icon + fonts.px(26)


def when_width(row: Row, shape: Shape) -> float:
    """How wide the date's column must be for this row."""
    strong = Type.GROUP if shape is Shape.TODAY else Type.SMALL
    return max(
        paint.width_of(row.when, strong),
        paint.width_of(row.how_long, Type.HELP),
        paint.width_of(row.paragraph, Type.SMALL),
    )


def button_rect(row: Row, rect: QRectF, where: Places) -> QRectF:
    """Where the row's button is painted."""
    width = button_width(row)
    height = fonts.px(BUTTON)
    right = rect.left() + where.button + _widest(rect, where)
    top = rect.center().y() - height / 2
    if where.stacked:
        top = rect.bottom() - fonts.px(10) - height
    return QRectF(right - width, top, width, height)


def _widest(rect: QRectF, where: Places) -> float:
    return rect.width() - where.left - where.button


def paint_row(
    painter: QPainter, rect: QRectF, row: Row, shape: Shape, where: Places, *, selected: bool
) -> None:
    """A whole row but for its ground."""
    top = rect.top() + (fonts.px(10) if shape is not Shape.RESULTS else fonts.px(6))
    title_height = paint.height_of(Type.GROUP)
    if shape is Shape.RESULTS and not row.why:
        top = rect.center().y() - title_height / 2
    middle = top + title_height / 2
    left = rect.left() + where.left
    if row.chip is not None and shape is Shape.TODAY:
        paint_chip(painter, left, middle + fonts.px(2), row.chip, selected=selected)
    elif row.icon is not None:
        token = row.icon_tone.shape if row.icon_tone else Token.TEXT2
        weight = Weight.FILL if row.icon_tone else Weight.REGULAR
        at = rect.center().y() if shape is Shape.RESULTS else middle
        icons.paint(painter, icons.at(left, at, fonts.px(18)), row.icon, token, weight)
    words = QRectF(rect.left() + where.words, top, where.words_width, title_height)
    y = _words(painter, words, row, shape)
    if shape is Shape.RESULTS:
        _end(painter, rect, row, selected=selected)
    elif where.stacked:
        _under(painter, rect, row, where, y + fonts.px(6))
    else:
        _when(painter, rect, row, shape, where, top)
        if row.action:
            _button(painter, button_rect(row, rect, where), row)


def _words(painter: QPainter, first: QRectF, row: Row, shape: Shape) -> float:
    """Title and why from the title's first line on; gives where they end."""
    place = QRectF(first)
    if shape is Shape.RESULTS:
        _title(painter, place, row)
        place.translate(0, first.height())
    else:
        for line in _title_lines(row, shape, first.width()):
            paint.text(painter, place, line, _title_kind(shape), Token.TEXT)
            place.translate(0, first.height())
    place.setHeight(paint.height_of(Type.HELP))
    kind = Type.SMALL if shape is Shape.RESULTS else Type.HELP
    for line in _why_lines(row, shape, first.width()):
        paint.text(painter, place, line, kind, Token.TEXT2)
        place.translate(0, place.height())
    place.setHeight(paint.height_of(Type.SMALL))
    for line in _foot_lines(row, first.width()):
        paint.text(painter, place, line, Type.SMALL, Token.TEXT2)
        place.translate(0, place.height())
    return place.top()


def _title(painter: QPainter, rect: QRectF, row: Row) -> None:
    """The title in one line, with the searched part in bold."""
    start, end = row.match
    if end <= start:
        paint.text(painter, rect, row.title, Type.BODY_STRONG, Token.TEXT)
        return
    x = rect.left()
    for piece, kind in (
        (row.title[:start], Type.BODY),
        (row.title[start:end], Type.GROUP),
        (row.title[end:], Type.BODY),
    ):
        room = QRectF(x, rect.top(), max(0.0, rect.right() - x), rect.height())
        x += paint.text(painter, room, piece, kind, Token.TEXT) if piece else 0.0


def _when(
    painter: QPainter, rect: QRectF, row: Row, shape: Shape, where: Places, top: float
) -> None:
    x = rect.left() + where.when
    width = where.button - where.when
    urgent = row.tone.words if row.tone else Token.TEXT2
    today = shape is Shape.TODAY
    for words, kind, token in (
        (row.when, Type.GROUP if today else Type.SMALL, Token.TEXT if today else Token.TEXT2),
        (row.how_long, Type.HELP, urgent),
        (row.paragraph, Type.SMALL, Token.TEXT2),
    ):
        if words:
            height = paint.height_of(kind)
            paint.text(painter, QRectF(x, top, width, height), words, kind, token)
            top += height


def _under(painter: QPainter, rect: QRectF, row: Row, where: Places, top: float) -> None:
    """The stacked row's last part: the date in one line, its source below, the button right."""
    x = rect.left() + where.words
    end = button_rect(row, rect, where).left() - fonts.px(12)
    height = paint.height_of(Type.GROUP)
    urgent = row.tone.words if row.tone else Token.TEXT2
    if row.when:
        room = QRectF(x, top, end - x, height)
        x += paint.text(painter, room, row.when, Type.GROUP, Token.TEXT) + fonts.px(8)
    if row.how_long and x < end:
        paint.text(painter, QRectF(x, top, end - x, height), row.how_long, Type.HELP, urgent)
    if row.paragraph:
        x = rect.left() + where.words
        top += height if row.when or row.how_long else 0.0
        room = QRectF(x, top, end - x, paint.height_of(Type.SMALL))
        paint.text(painter, room, row.paragraph, Type.SMALL, Token.TEXT2)
    if row.action:
        _button(painter, button_rect(row, rect, where), row)


def _button(painter: QPainter, rect: QRectF, row: Row) -> None:
    paint.box(painter, rect, Token.RAISED, Token.FIELD, 6)
    x = rect.left() + fonts.px(13)
    if row.action_icon:
        place = icons.at(x, rect.center().y(), fonts.px(16))
        icons.paint(painter, place, row.action_icon, Token.TEXT2)
        x += fonts.px(26)
    room = QRectF(x, rect.top(), rect.right() - x, rect.height())
    paint.text(painter, room, row.action, Type.LABEL, Token.TEXT)


def _end(painter: QPainter, rect: QRectF, row: Row, *, selected: bool) -> None:
    """The right end of a result: chip, words, and what Enter does on the chosen line."""
    right = rect.right() - fonts.px(12)
    middle = rect.center().y()
    cap = row.key_cap or ("Enter" if selected else "")
    if cap:
        right -= paint.key_cap(painter, right, middle, cap, on_fill=False) + fonts.px(10)
    if row.end_chip:
        right -= chip_width(row.end_chip)
        paint_chip(painter, right, middle, row.end_chip, selected=selected)
        right -= fonts.px(10)
    if row.end_words:
        room = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
        paint.text(painter, room, row.end_words, Type.SMALL, Token.TEXT2, paint.RIGHT)
