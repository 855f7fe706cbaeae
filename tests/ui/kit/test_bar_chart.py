"""Bars say their numbers in words, and tell two series apart in grey."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.charts import BarChart, BarGroup
from ui.kit import palette
from ui.kit.bar_chart import BarChartView
from ui.kit.palette import Scheme

SERIES = ("Boliger", "Venter")
CHART = BarChart(
    "Flest venter i rus",
    SERIES,
    (BarGroup("Rus", (40, 11)), BarGroup("Barnefamilie", (28, None))),
)


def _painted(chart: BarChart) -> QImage:
    made = BarChartView(chart)
    made.resize(made.sizeHint())
    return made.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_it_is_silent_paint_whose_name_is_the_finding(qtbot: QtBot) -> None:
    made = BarChartView(CHART)
    qtbot.addWidget(made)
    assert made.accessibleName() == "Flest venter i rus"
    said = made.accessibleDescription()
    assert said == "Rus: boliger 40, venter 11. Barnefamilie: boliger 28, venter –"


@pytest.mark.parametrize("scheme", list(Scheme))
def test_two_series_differ_in_grey(dressed: QApplication, scheme: Scheme) -> None:
    palette.apply(dressed, scheme)
    try:
        one = _painted(BarChart("", SERIES, (BarGroup("A", (9, 0)),)))
        other = _painted(BarChart("", SERIES, (BarGroup("A", (0, 9)),)))
        assert one != other
        inks = {one.pixel(180, y) for y in range(one.height())}
        assert not inks >= {other.pixel(180, y) for y in range(other.height())}
    finally:
        palette.apply(dressed, Scheme.LIGHT)


def test_it_is_as_high_as_its_groups_and_stands_empty(qtbot: QtBot) -> None:
    empty, full = BarChartView(BarChart("Ingen", (), ())), BarChartView(CHART)
    for each in (empty, full):
        qtbot.addWidget(each)
        each.grab()
    assert empty.sizeHint().height() < full.sizeHint().height()
