"""Phosphor icons by meaning, painted as text so that they stay sharp at any scale.

The only module that imports qtawesome. One meaning, one icon.
"""

from enum import Enum
from functools import cache
from pathlib import Path

import qtawesome
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap

from ui.kit.palette import Token, color

SMALLEST_REGULAR = 15  # under this the thin strokes vanish and bold is drawn


class Icon(Enum):
    """What an icon means; the value is its name in Phosphor."""

    TODAY = "sun"
    DWELLINGS = "buildings"
    PEOPLE = "users"
    PERSON = "user"
    CHILD = "baby"
    APPLICATIONS = "tray"
    WAITING_LIST = "list-numbers"
    LEASES = "key"
    FOLLOWUP = "target"
    DEBT = "scales"
    EVICTIONS = "door"
    ARREARS = "receipt"
    OVERVIEW = "chart-line-up"
    SETTINGS = "gear-six"
    SEARCH = "magnifying-glass"
    NEW = "plus"
    REMOVE = "minus"
    PRINT = "printer"
    LETTER = "envelope-simple"
    SEND = "paper-plane-tilt"
    OPEN = "arrow-right"
    BACK = "arrow-left"
    IMPORT = "download-simple"
    EXPORT = "upload-simple"
    COLUMNS = "columns"
    RULES = "sliders-horizontal"
    SAVED = "shield-check"
    LOCK = "lock-simple"
    SHOW = "eye"
    HIDE = "eye-slash"
    NOTE = "note-pencil"
    CALL = "phone"
    COORDINATOR = "handshake"
    SERVICES = "path"
    HEALTH = "first-aid"
    MONEY = "wallet"
    RENT = "currency-circle-dollar"
    DOCUMENT = "file-text"
    PDF = "file-pdf"
    CLOCK = "clock"
    CALENDAR = "calendar-blank"
    BED = "bed"
    WHEELCHAIR = "wheelchair"
    REPAIR = "wrench"
    KEYRING = "fingerprint-simple"
    RECOVERY = "identification-card"
    UNDO = "arrow-counter-clockwise"
    REFRESH = "arrows-clockwise"
    HISTORY = "clock-counter-clockwise"
    DELETE = "trash"
    FIXED = "magic-wand"
    DOUBLE = "copy"
    NEXT_STEPS = "lightning"
    VISIT = "house-line"
    HOME = "house"
    DEMO = "flask"
    URGENT = "warning-octagon"
    WARNING = "warning"
    OK = "check-circle"
    INFO = "info"
    EMPTY = "circle"
    UNKNOWN = "question"
    DISPENSED = "check-square"
    HOURGLASS = "hourglass-medium"
    CHECK = "check"
    CLOSE = "x"
    CARET_DOWN = "caret-down"
    CARET_UP = "caret-up"
    CARET_LEFT = "caret-left"
    CARET_RIGHT = "caret-right"
    ZOOM_IN = "magnifying-glass-plus"
    ZOOM_OUT = "magnifying-glass-minus"
    FILTER = "funnel"
    LIST = "list-bullets"
    MEETING = "users-three"
    MORE = "dots-three"
    FOLDER = "folder"
    LINK = "link-simple"
    SQUARE = "square"
    DIAMOND = "diamond"
    OCTAGON = "octagon"
    STAR = "star"
    HELP = "lifebuoy"
    BELL = "bell"
    EDIT = "pencil-simple"
    TEXT = "text-aa"
    BOOK = "book-open"
    KEYBOARD = "keyboard"
    GRID = "squares-four"
    LAYERS = "stack"
    TABLE = "table"
    SIGN = "pen-nib"


class Weight(Enum):
    """How an icon is drawn: outline, stronger outline or filled."""

    REGULAR = ""
    BOLD = "-bold"
    FILL = "-fill"


_glyphs: dict[tuple[Icon, Weight], str] = {}
_fonts: dict[int, QFont] = {}


@cache
def _phosphor() -> qtawesome.IconicFont:
    """Phosphor alone, from where it lies.

    Asked for all its fonts, qtawesome copies them to the user's own fonts on Windows, where they
    would be left when Husrom is taken away.
    """
    folder = Path(qtawesome.__file__).parent / "fonts"
    font, names = (next(folder.glob(f"phosphor-{kind}")).name for kind in ("[0-9]*.ttf", "*.json"))
    return qtawesome.IconicFont(("ph", font, names, str(folder)))


def glyph(icon: Icon, weight: Weight = Weight.REGULAR) -> str:
    """The character of an icon in its font."""
    key = (icon, weight)
    if key not in _glyphs:
        _glyphs[key] = str(_phosphor().charmap["ph"][f"{icon.value}{weight.value}"])
    return _glyphs[key]


def _font(size: int) -> QFont:
    if size not in _fonts:
        made: QFont = _phosphor().font("ph", size)
        made.setPixelSize(size)
        _fonts[size] = made
    return _fonts[size]


def paint(
    painter: QPainter,
    rect: QRectF,
    icon: Icon,
    colour: QColor | Token,
    weight: Weight = Weight.REGULAR,
) -> None:
    """Paint an icon, centred, as large as the rectangle's lesser side."""
    size = round(min(rect.width(), rect.height()))
    if size < SMALLEST_REGULAR and weight is Weight.REGULAR:
        weight = Weight.BOLD
    painter.save()
    painter.setFont(_font(size))
    painter.setPen(color(colour) if isinstance(colour, Token) else colour)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), glyph(icon, weight))
    painter.restore()


class _Engine(QIconEngine):
    """Asks the palette at each painting, so that a change of scheme is followed."""

    def __init__(self, icon: Icon, token: Token, weight: Weight) -> None:
        super().__init__()
        self._icon, self._token, self._weight = icon, token, weight

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = Token.TEXT3 if mode == QIcon.Mode.Disabled else self._token
        paint(painter, QRectF(rect), self._icon, token, self._weight)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._icon, self._token, self._weight)


def qicon(icon: Icon, token: Token = Token.TEXT2, weight: Weight = Weight.REGULAR) -> QIcon:
    """A QIcon for Qt's own places: menus, actions, window icon."""
    return QIcon(_Engine(icon, token, weight))


def at(x: float, middle: float, size: float) -> QRectF:
    """The square for an icon that starts at x and is centred on a line's middle."""
    return QRectF(QPointF(x, middle - size / 2), QPointF(x + size, middle + size / 2))
