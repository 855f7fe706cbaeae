"""Colours by name: three schemes with the same tokens. No widget names a colour itself."""

from enum import StrEnum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


class Scheme(StrEnum):
    """Which of our palettes is used."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Token(StrEnum):
    """What a colour is for."""

    SIDEBAR = auto()
    PAGE = auto()
    CARD = auto()
    RAISED = auto()
    LINE = auto()
    HAIR = auto()
    FIELD = auto()
    TEXT = auto()
    TEXT2 = auto()
    TEXT3 = auto()
    ACCENT = auto()
    ACCENTFILL = auto()
    ONACCENT = auto()
    ACCENTSOFT = auto()
    SEL = auto()
    HOVER = auto()
    NAVSEL = auto()
    RED = auto()
    REDBG = auto()
    REDFILL = auto()
    AMBER = auto()
    AMBERBG = auto()
    AMBERFILL = auto()
    GREEN = auto()
    GREENBG = auto()
    GREENFILL = auto()
    NEUTRAL = auto()
    NEUTRALBG = auto()
    RING4 = auto()
    FOCUS = auto()
    CHART1 = auto()
    CHART2 = auto()
    CHART3 = auto()
    PAPER = auto()
    PAPERINK = auto()


_TABLE: dict[Token, tuple[str, str, str]] = {  # light, dark, high contrast
    Token.SIDEBAR: ("#F0EFEB", "#16181B", "#000000"),
    Token.PAGE: ("#FAF9F7", "#1B1E22", "#000000"),
    Token.CARD: ("#FFFFFF", "#23272C", "#000000"),
    Token.RAISED: ("#FFFFFF", "#2A2F35", "#000000"),
    Token.LINE: ("#E4E2DC", "#353B42", "#FFFFFF"),
    Token.HAIR: ("#EDEBE6", "#2D3238", "#8A8A8A"),
    Token.FIELD: ("#83898F", "#858D96", "#FFFFFF"),
    Token.TEXT: ("#1B2127", "#E9EBED", "#FFFFFF"),
    Token.TEXT2: ("#4E565E", "#B4BBC3", "#FFFFFF"),
    Token.TEXT3: ("#646C74", "#9AA2AB", "#E0E0E0"),
    Token.ACCENT: ("#1D5A96", "#8FBFF0", "#8FD0FF"),
    Token.ACCENTFILL: ("#1D5A96", "#3876BE", "#FFE14D"),
    Token.ONACCENT: ("#FFFFFF", "#FFFFFF", "#000000"),
    Token.ACCENTSOFT: ("#E4EDF6", "#22374C", "#00304F"),
    Token.SEL: ("#E4EDF6", "#22374C", "#00304F"),
    Token.HOVER: ("#F5F3EF", "#292E34", "#1A1A1A"),
    Token.NAVSEL: ("#FFFFFF", "#2A2F35", "#00304F"),
    Token.RED: ("#A11C16", "#FFA59D", "#FFB3AD"),
    Token.REDBG: ("#FBE9E7", "#43211F", "#000000"),
    Token.REDFILL: ("#B3261E", "#F2877D", "#FF8A80"),
    Token.AMBER: ("#754800", "#F0C36A", "#FFD866"),
    Token.AMBERBG: ("#FBF0D9", "#3C2F16", "#000000"),
    Token.AMBERFILL: ("#9A6400", "#E0AE4A", "#FFD866"),
    Token.GREEN: ("#1C6539", "#86D3A2", "#8DF0AE"),
    Token.GREENBG: ("#E3F2E8", "#1C3626", "#000000"),
    Token.GREENFILL: ("#2B7A48", "#6CC18C", "#8DF0AE"),
    Token.NEUTRAL: ("#454C54", "#C4CAD1", "#FFFFFF"),
    Token.NEUTRALBG: ("#ECEAE5", "#32373D", "#000000"),
    Token.RING4: ("#F6D3CF", "#5A2A27", "#000000"),
    Token.FOCUS: ("#1D5A96", "#8FBFF0", "#FFE14D"),
    Token.CHART1: ("#1D5A96", "#7FB2E6", "#8FD0FF"),
    Token.CHART2: ("#A9BBCB", "#56636F", "#BBBBBB"),
    Token.CHART3: ("#5E8FC0", "#4F7FAE", "#5FA8DA"),
    Token.PAPER: ("#FFFFFF", "#F4F3F0", "#FFFFFF"),
    Token.PAPERINK: ("#1B2127", "#1B2127", "#000000"),
}


def _side(place: int) -> dict[Token, str]:
    return {token: _TABLE[token][place] for token in Token}


LIGHT: dict[Token, str] = _side(0)
DARK: dict[Token, str] = _side(1)
CONTRAST: dict[Token, str] = _side(2)
PALETTES: dict[Scheme, dict[Token, str]] = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.CONTRAST: CONTRAST,
}
SCRIM = QColor(0x14, 0x18, 0x1C, 110)


class _Current:
    """The scheme in use and its colours, ready made."""

    def __init__(self) -> None:
        self.scheme = Scheme.LIGHT
        self.colours: dict[Token, QColor] = {}
        self.follows_system = True
        self.listens = False
        self.set(Scheme.LIGHT)

    def set(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.colours = {token: QColor(code) for token, code in PALETTES[scheme].items()}


_current = _Current()


def current() -> Scheme:
    """The scheme in use."""
    return _current.scheme


def color(token: Token) -> QColor:
    """The colour of a token in the scheme in use; ask anew at every painting."""
    return _current.colours[token]


def high_contrast() -> bool:
    """Soft grounds give way to edges."""
    return _current.scheme is Scheme.CONTRAST


def system_scheme() -> Scheme:
    """What the system asks for: contrast before dark before light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    if hints.colorScheme() == Qt.ColorScheme.Dark:
        return Scheme.DARK
    return Scheme.LIGHT


def apply(application: QApplication, scheme: Scheme | None = None) -> None:
    """Use a scheme in the whole program; None follows the system, also when it changes."""
    _current.follows_system = scheme is None
    _current.set(scheme or system_scheme())
    application.setPalette(qt_palette())
    if not _current.listens:
        _current.listens = True
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(_system_changed)


def _system_changed() -> None:
    application = QApplication.instance()
    if not (_current.follows_system and isinstance(application, QApplication)):
        return
    if system_scheme() is not _current.scheme:
        apply(application)


_ROLES: dict[QPalette.ColorRole, Token] = {
    QPalette.ColorRole.Window: Token.PAGE,
    QPalette.ColorRole.WindowText: Token.TEXT,
    QPalette.ColorRole.Base: Token.CARD,
    QPalette.ColorRole.AlternateBase: Token.HOVER,
    QPalette.ColorRole.ToolTipBase: Token.RAISED,
    QPalette.ColorRole.ToolTipText: Token.TEXT,
    QPalette.ColorRole.PlaceholderText: Token.TEXT3,
    QPalette.ColorRole.Text: Token.TEXT,
    QPalette.ColorRole.Button: Token.RAISED,
    QPalette.ColorRole.ButtonText: Token.TEXT,
    QPalette.ColorRole.BrightText: Token.RED,
    QPalette.ColorRole.Light: Token.CARD,
    QPalette.ColorRole.Midlight: Token.HAIR,
    QPalette.ColorRole.Mid: Token.LINE,
    QPalette.ColorRole.Dark: Token.FIELD,
    QPalette.ColorRole.Shadow: Token.FIELD,
    QPalette.ColorRole.Highlight: Token.SEL,
    QPalette.ColorRole.HighlightedText: Token.TEXT,
    QPalette.ColorRole.Link: Token.ACCENT,
    QPalette.ColorRole.LinkVisited: Token.ACCENT,
    QPalette.ColorRole.Accent: Token.ACCENTFILL,
}
_OFF: dict[QPalette.ColorRole, Token] = {
    QPalette.ColorRole.WindowText: Token.TEXT3,
    QPalette.ColorRole.Text: Token.TEXT3,
    QPalette.ColorRole.ButtonText: Token.TEXT3,
    QPalette.ColorRole.Base: Token.NEUTRALBG,
    QPalette.ColorRole.Button: Token.NEUTRALBG,
    QPalette.ColorRole.HighlightedText: Token.TEXT3,
    QPalette.ColorRole.Accent: Token.FIELD,
}


def qt_palette() -> QPalette:
    """The whole Qt palette from the tokens, so that Qt's own dialogs follow."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, color(token))
    for role, token in _OFF.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, color(token))
    return palette
