"""The contrast table of the look, walked pair by pair in all three schemes."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import palette
from ui.kit.palette import PALETTES, Scheme, Token
from ui.kit.words import Label

T = Token
TEXT_PAIRS = [
    *[(T.TEXT, on) for on in (T.SIDEBAR, T.PAGE, T.CARD, T.RAISED, T.HOVER, T.SEL, T.NAVSEL)],
    *[(T.TEXT2, on) for on in (T.SIDEBAR, T.PAGE, T.CARD, T.RAISED, T.HOVER, T.SEL, T.NEUTRALBG)],
    (T.TEXT2, T.NAVSEL),
    (T.RED, T.NAVSEL),
    *[(T.TEXT3, on) for on in (T.SIDEBAR, T.PAGE, T.CARD)],
    *[(T.ACCENT, on) for on in (T.SIDEBAR, T.PAGE, T.CARD, T.ACCENTSOFT, T.HOVER, T.RAISED)],
    (T.ONACCENT, T.ACCENTFILL),
    *[(T.RED, on) for on in (T.CARD, T.PAGE, T.REDBG, T.SEL, T.SIDEBAR, T.RAISED, T.HOVER)],
    *[(T.AMBER, on) for on in (T.CARD, T.PAGE, T.AMBERBG, T.SEL)],
    *[(T.GREEN, on) for on in (T.CARD, T.PAGE, T.GREENBG, T.SEL)],
    (T.NEUTRAL, T.NEUTRALBG),
    (T.NEUTRAL, T.CARD),
    (T.TEXT, T.REDBG),
    (T.TEXT, T.AMBERBG),
    (T.TEXT, T.GREENBG),
    (T.TEXT, T.ACCENTSOFT),
    (T.TEXT2, T.ACCENTSOFT),
    (T.RED, T.RING4),
    (T.PAPERINK, T.PAPER),
]
SHAPE_PAIRS = [
    *[(T.REDFILL, on) for on in (T.CARD, T.REDBG, T.SIDEBAR)],
    *[(T.AMBERFILL, on) for on in (T.CARD, T.AMBERBG, T.SIDEBAR)],
    *[(T.GREENFILL, on) for on in (T.CARD, T.GREENBG, T.SIDEBAR)],
    *[(T.FIELD, on) for on in (T.CARD, T.PAGE, T.SIDEBAR, T.RAISED)],
    *[(T.FOCUS, on) for on in (T.CARD, T.PAGE, T.SIDEBAR, T.SEL)],
    *[(T.ACCENTFILL, on) for on in (T.CARD, T.PAGE)],
    (T.ACCENT, T.SEL),
    (T.ACCENT, T.NAVSEL),
    (T.REDFILL, T.NAVSEL),
    (T.CHART1, T.CARD),
    (T.CHART3, T.CARD),
    (T.TEXT3, T.NEUTRALBG),  # the words of a button that is off
]


def _luminance(code: str) -> float:
    colour = QColor(code)
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(
    ("pair", "least"),
    [(p, 4.5) for p in TEXT_PAIRS] + [(p, 3.0) for p in SHAPE_PAIRS],
    ids=lambda v: "-on-".join(v) if isinstance(v, tuple) else "",
)
def test_pairs_can_be_read(scheme: Scheme, pair: tuple[Token, Token], least: float) -> None:
    colours = PALETTES[scheme]
    assert contrast(colours[pair[0]], colours[pair[1]]) >= least


def test_the_palettes_have_the_same_keys() -> None:
    assert {frozenset(colours) for colours in PALETTES.values()} == {frozenset(Token)}


def test_the_table_is_computed_as_in_the_look() -> None:
    assert round(contrast("#1B2127", "#F0EFEB"), 1) == 14.1
    assert round(contrast("#FFFFFF", "#3876BE"), 1) == 4.7


@pytest.mark.parametrize("scheme", list(Scheme))
def test_qt_and_labels_follow_the_scheme(
    dressed: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = Label("Forfalt", token=Token.RED, parent=window)
    window.show()
    palette.apply(dressed, scheme)
    dressed.processEvents()
    role = QPalette.ColorRole
    assert dressed.palette().color(role.Window) == QColor(PALETTES[scheme][Token.PAGE])
    assert dressed.palette().color(role.Highlight) == QColor(PALETTES[scheme][Token.SEL])
    assert label.palette().color(role.WindowText) == QColor(PALETTES[scheme][Token.RED])


def test_without_a_choice_the_system_decides(dressed: QApplication) -> None:
    palette.apply(dressed, None)
    assert palette.current() is palette.system_scheme()
