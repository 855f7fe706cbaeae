"""The target: every ring and dot is painted in each scheme, and tells itself apart in grey."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit import palette
from ui.kit.palette import Scheme
from ui.kit.target import Spot, SpotKind, Target
from ui.kit.target_flow import Flow, FlowTarget

SPOTS = (
    Spot(4, SpotKind.EARLIER, "Nivå 4 før"),
    Spot(3, SpotKind.NOW, "Nivå 3 nå"),
    Spot(1, SpotKind.GOAL, "Nivå 1 er målet"),
)


def _painted(widget: Target | FlowTarget) -> QImage:
    widget.resize(widget.sizeHint())
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_it_is_silent_paint_whose_name_says_all(qtbot: QtBot) -> None:
    made = Target("Blinken", SPOTS)
    qtbot.addWidget(made)
    assert made.accessibleName() == "Blinken"
    assert made.accessibleDescription() == "Nivå 4 før. Nivå 3 nå. Nivå 1 er målet"


@pytest.mark.parametrize("scheme", list(Scheme))
def test_where_one_stands_is_seen_in_grey(
    qtbot: QtBot, dressed: QApplication, scheme: Scheme
) -> None:
    """E1: printing in grey keeps the level readable."""
    palette.apply(dressed, scheme)
    try:
        pictures = []
        for ring in range(5):
            made = Target("Blinken", (Spot(ring, SpotKind.NOW, str(ring)),))
            qtbot.addWidget(made)
            pictures.append(_painted(made))
        assert all(one != other for one in pictures for other in pictures if one is not other)
    finally:
        palette.apply(dressed, Scheme.LIGHT)


def test_arrows_are_drawn_only_where_somebody_moved(qtbot: QtBot) -> None:
    made = FlowTarget("Blinken")
    qtbot.addWidget(made)
    made.show_flows((0, 1, 2, 3, 4), (Flow(2, 0, 0),), "Ingen flyttet seg.")
    still = _painted(made)
    made.show_flows((0, 1, 2, 3, 4), (Flow(2, 1, 0),), "1 innover.")
    inwards = _painted(made)
    made.show_flows((0, 1, 2, 3, 4), (Flow(2, 0, 1),), "1 utover.")
    assert still != inwards
    assert inwards != _painted(made)
