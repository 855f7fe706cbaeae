"""Chips (shape and word on a soft ground) and the numbered level badges."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.records import dataclass
from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color, high_contrast


class Tone(Enum):
    """What a colour says about a case: words, ground, shape."""

    RED = (Token.RED, Token.REDBG, Token.REDFILL)
    AMBER = (Token.AMBER, Token.AMBERBG, Token.AMBERFILL)
    GREEN = (Token.GREEN, Token.GREENBG, Token.GREENFILL)
    BLUE = (Token.ACCENT, Token.ACCENTSOFT, Token.ACCENT)
    NEUTRAL = (Token.NEUTRAL, Token.NEUTRALBG, Token.NEUTRAL)

    @property
    def words(self) -> Token:
        """Colour of text."""
        return self.value[0]

    @property
    def ground(self) -> Token:
        """Colour of the soft ground."""
        return self.value[1]

    @property
    def shape(self) -> Token:
        """Colour of the shape."""
        return self.value[2]


_F, _R = Weight.FILL, Weight.REGULAR


class ChipKind(Enum):
    """What a chip means: tone, shape and the word it carries if no other is given."""

    URGENT = (Tone.RED, Icon.URGENT, _F, "Haster")
    SOON = (Tone.AMBER, Icon.WARNING, _F, "Snart")
    OK = (Tone.GREEN, Icon.OK, _F, "I orden")
    INFO = (Tone.BLUE, Icon.INFO, _F, "Til orientering")
    NOT_STARTED = (Tone.NEUTRAL, Icon.EMPTY, _R, "Ikke startet")
    FIXED = (Tone.BLUE, Icon.FIXED, _F, "Rettet")
    UNKNOWN = (Tone.AMBER, Icon.UNKNOWN, _F, "Vet ikke")
    DISPENSED = (Tone.BLUE, Icon.DISPENSED, _F, "Dispensert")
    WAITING = (Tone.NEUTRAL, Icon.HOURGLASS, _R, "Godkjent, venter")
    PROTECTED = (Tone.NEUTRAL, Icon.LOCK, _F, "Skjermet")
    NO = (Tone.NEUTRAL, Icon.CLOSE, _R, "Nei")
    LET = (Tone.NEUTRAL, Icon.LEASES, _R, "Utleid")
    REPAIR = (Tone.AMBER, Icon.REPAIR, _F, "Reparasjon")
    DOUBLE = (Tone.NEUTRAL, Icon.DOUBLE, _F, "Dobbel")
    DEMO = (Tone.AMBER, Icon.DEMO, _F, "Demo")
    LEVEL_0 = (Tone.BLUE, Icon.HOME, _F, "Nivå\u00a00")
    LEVEL_1 = (Tone.GREEN, Icon.EMPTY, _F, "Nivå\u00a01")
    LEVEL_2 = (Tone.AMBER, Icon.DIAMOND, _F, "Nivå\u00a02")
    LEVEL_3 = (Tone.RED, Icon.SQUARE, _F, "Nivå\u00a03")
    LEVEL_4 = (Tone.RED, Icon.OCTAGON, _F, "Nivå\u00a04")

    @property
    def tone(self) -> Tone:
        """Red, amber, green, blue or neutral."""
        return self.value[0]

    @property
    def icon(self) -> Icon:
        """The shape."""
        return self.value[1]

    @property
    def weight(self) -> Weight:
        """Filled for status, outline for what is not judged."""
        return self.value[2]

    @property
    def word(self) -> str:
        """The usual word."""
        return self.value[3]


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip as a value, for cells, rows and headers. Empty `word` takes the kind's own."""

    kind: ChipKind
    word: str = ""

    @property
    def text(self) -> str:
        """The word that is shown and read aloud."""
        return self.word or self.kind.word


def chip_width(chip: Chip) -> int:
    """How wide a chip is painted."""
    return round(paint.width_of(chip.text, Type.SMALL_STRONG)) + fonts.px(33)


def chip_height() -> int:
    """How high a chip is painted."""
    return fonts.px(22)


def paint_chip(
    painter: QPainter, left: float, middle: float, chip: Chip, *, selected: bool = False
) -> QRectF:
    """Paint a chip whose left edge and middle line are given; returns its rectangle."""
    height = chip_height()
    rect = QRectF(left, middle - height / 2, chip_width(chip), height)
    tone = chip.kind.tone
    ground = tone.ground
    if selected and tone in {Tone.NEUTRAL, Tone.BLUE}:
        ground = Token.CARD
    edge = tone.words if high_contrast() else None
    paint.box(painter, rect, ground, edge, height / 2)
    size = fonts.px(14)
    place = icons.at(rect.left() + fonts.px(8), middle, size)
    icons.paint(painter, place, chip.kind.icon, tone.shape, chip.kind.weight)
    words = rect.adjusted(fonts.px(25), 0, 0, 0)
    paint.text(painter, words, chip.text, Type.SMALL_STRONG, tone.words)
    return rect


class ChipLabel(QWidget):
    """A chip as a widget, read aloud as its word."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._chip = chip
        self.set_chip(chip)

    def set_chip(self, chip: Chip) -> None:
        """Another chip in the same place."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.updateGeometry()
        self.update()

    @property
    def chip(self) -> Chip:
        """The chip shown."""
        return self._chip

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(chip_width(self._chip), chip_height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint_chip(painter, 0, self.height() / 2, self._chip)
        painter.end()


class Level(Enum):
    """How much follow-up a household needs, 0 to 4: number, word, tone."""

    ALONE = (0, "klarer seg selv", Tone.BLUE)
    GREEN = (1, "grønn", Tone.GREEN)
    YELLOW = (2, "gul", Tone.AMBER)
    RED = (3, "rød", Tone.RED)
    RED_HIGH = (4, "rød, høyest", Tone.RED)

    @property
    def number(self) -> int:
        """0 to 4."""
        return self.value[0]

    @property
    def words(self) -> str:
        """«Nivå 3 · rød»."""
        return f"Nivå\u00a0{self.value[0]} · {self.value[1]}"

    @property
    def tone(self) -> Tone:
        """Its colour; shape and number say the same."""
        return self.value[2]

    @property
    def chip(self) -> Chip:
        """Number and shape without the word, for a header."""
        return Chip(ChipKind[f"LEVEL_{self.number}"])

    @staticmethod
    def of(number: int) -> "Level":
        """The level with this number; ValueError outside 0 to 4."""
        for level in Level:
            if level.number == number:
                return level
        raise ValueError(number)


def _outline(level: Level, rect: QRectF) -> QPolygonF | None:
    """The shape as a polygon; None for a circle."""
    if level is Level.YELLOW:
        middle = rect.center()
        return QPolygonF(
            [
                QPointF(middle.x(), rect.top()),
                QPointF(rect.right(), middle.y()),
                QPointF(middle.x(), rect.bottom()),
                QPointF(rect.left(), middle.y()),
            ]
        )
    if level is not Level.RED_HIGH:
        return None
    cut = rect.width() * 0.29
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    return QPolygonF(
        [
            QPointF(left + cut, top),
            QPointF(right - cut, top),
            QPointF(right, top + cut),
            QPointF(right, bottom - cut),
            QPointF(right - cut, bottom),
            QPointF(left + cut, bottom),
            QPointF(left, bottom - cut),
            QPointF(left, top + cut),
        ]
    )


def paint_level(painter: QPainter, rect: QRectF, level: Level) -> None:
    """The badge of a level: own outline, number inside."""
    tone = level.tone
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(tone.words), 1.5, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(QBrush(color(tone.ground)))
    inner = rect.adjusted(1, 1, -1, -1)
    outline = _outline(level, inner)
    if outline is not None:
        painter.drawPolygon(outline)
    elif level is Level.RED:
        painter.drawRoundedRect(inner, 3, 3)
    else:
        painter.drawEllipse(inner)
    painter.restore()
    paint.text(painter, rect, str(level.number), Type.BADGE, tone.words, paint.CENTRE)


class LevelBadge(QWidget):
    """A level as a widget, read aloud with its word."""

    def __init__(self, level: Level, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._size = level, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(level.words)
        self.setToolTip(level.words)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(self._size), fonts.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint_level(painter, self.rect().toRectF(), self._level)
        painter.end()
