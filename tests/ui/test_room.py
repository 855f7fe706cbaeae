"""On the smallest window, a whole screen at 200 %, no list is wider than its page."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.office import Office
from ui.kit import fonts
from ui.kit.cells import EDGE_PAD, PAD
from ui.kit.jobs import Jobs
from ui.kit.table import RecordTable
from ui.main_window import OfficeView
from ui.navigation import Place
from ui.pages import PAGES

ROOM = 817
"""What is left of 960 for a table: less the rail, the margins and two scroll bars."""


@pytest.fixture
def view(qtbot: QtBot, office: Office) -> Iterator[OfficeView]:
    """The open register in the smallest window."""
    view = OfficeView(office, Jobs())
    qtbot.addWidget(view)
    view.resize(960, 540)
    view.show()
    yield view
    view.leave()


def test_the_columns_that_never_step_aside_have_room(
    view: OfficeView, dressed: QApplication
) -> None:
    too_wide = dict[str, int]()
    edges = 2 * fonts.px(EDGE_PAD - PAD)
    for spec in PAGES:
        view.go(Place(spec.page))
        dressed.processEvents()
        for table in view.findChildren(RecordTable):
            layout = table._layout
            widths = [fonts.px(c.width) for c in layout._columns if not (c.hidden or c.spare)]
            if sum(widths) + edges > ROOM:
                too_wide[layout._group] = sum(widths)
    assert too_wide == {}
