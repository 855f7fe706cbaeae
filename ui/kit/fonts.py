"""Inter in four weights and the type scale, written as factors of the application font."""

from enum import Enum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FAMILY = "Inter"
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
BASE_POINTS = 10.5
BASE_PX = 14

_W = QFont.Weight


class Type(Enum):
    """A place in the type scale: size in pixels at 100 % and weight."""

    WIZARD_TITLE = (26, _W.DemiBold)
    PAGE_TITLE = (22, _W.DemiBold)
    NUMBER = (24, _W.DemiBold)
    COUNTDOWN = (32, _W.DemiBold)
    EMPTY_TITLE = (20, _W.DemiBold)
    SEARCH = (18, _W.Normal)
    CARD_TITLE = (16, _W.DemiBold)
    SECTION = (15, _W.DemiBold)
    GROUP = (14, _W.DemiBold)
    BRAND = (16, _W.Bold)
    BODY = (14, _W.Normal)
    BODY_STRONG = (14, _W.Medium)
    HELP = (13, _W.Normal)
    LABEL = (13, _W.Medium)
    LABEL_STRONG = (13, _W.DemiBold)
    SMALL = (12, _W.Normal)
    SMALL_STRONG = (12, _W.Medium)
    SMALL_BOLD = (12, _W.DemiBold)
    BADGE = (13, _W.Bold)
    AXIS = (11, _W.Normal)


class MissingFontError(RuntimeError):
    """A font file of ours is gone or broken: the program cannot be drawn as meant."""


_scale: list[float] = [1.0]
_made: dict[tuple[Type, bool], QFont] = {}


def install(application: QApplication, factor: float = 1.0) -> None:
    """Load our files and make Inter the application font, never under 10.5 pt.

    `factor` is the officer's own setting (1.0 to 2.0) on top of the system's size.
    """
    _load()
    base = max(BASE_POINTS, system_points()) * factor
    _scale[0] = base / BASE_POINTS
    _made.clear()
    font = QFont(FAMILY)
    font.setPointSizeF(base)
    application.setFont(font)


_system: list[float] = []


def system_points() -> float:
    """The system's own text size in points, as it was before we set ours."""
    if not _system:
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        _system.append(general.pointSizeF())
    return _system[0]


def _load() -> None:
    loaded = set(QFontDatabase.families())
    if FAMILY in loaded and len(QFontDatabase.styles(FAMILY)) >= len(FILES):
        return
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(FOLDER / name)) < 0:
            raise MissingFontError(name)
    if FAMILY not in QFontDatabase.families():
        raise MissingFontError(FAMILY)


def px(size: float) -> int:
    """A measure of the look, in logical pixels, grown with the text size."""
    return max(1, round(size * _scale[0]))


def room(width: int) -> int:
    """A width in the measure of the look: with larger text there is less room."""
    return round(width / _scale[0])


def font(kind: Type, *, tabular: bool = False) -> QFont:
    """A font of the scale; `tabular` for columns, sums and what is right-aligned."""
    known = _made.get((kind, tabular))
    if known is None:
        known = _made[(kind, tabular)] = _make(kind, tabular=tabular)
    return QFont(known)


def _make(kind: Type, *, tabular: bool) -> QFont:
    size, weight = kind.value
    made = QFont(FAMILY)
    made.setPointSizeF(BASE_POINTS * _scale[0] * size / BASE_PX)
    made.setWeight(weight)
    if kind is Type.PAGE_TITLE:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
