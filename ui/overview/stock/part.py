"""One part of «Boliger og behov»: a finding, a picture, and the table of the same numbers."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Signal

from app.core.ids import Ref
from app.office import Office
from ui.kit.table import RecordTable
from ui.overview.behind import BehindDialog
from ui.overview.part import OverviewPart

T = TypeVar("T")
MOST_SEEN = 14


class StockPart(OverviewPart):
    """Shown for the page's own day. A subclass reads in `count`."""

    chosen = Signal()
    """Something is chosen that must be counted."""

    def count(self, own: Office, day: date) -> Callable[[], None]:
        """Count a day; what comes back shows it. OfficeError in words.

        Called off the screen's thread with an office of its own: it touches no widget.
        """
        raise NotImplementedError

    @property
    def counts(self) -> Hashable:
        """What is chosen on the part that makes its numbers others; most have nothing."""
        return None

    def go(self, task: str) -> None:
        """Begin with one thing that was asked for; most parts have none."""

    def behind(self, title: str, refs: Sequence[Ref]) -> BehindDialog:
        """The cases behind a number."""
        dialog = BehindDialog(self.office, self.navigator, title, refs, self)
        dialog.open()
        return dialog


def show_rows(table: RecordTable[T], rows: Sequence[T]) -> None:
    """As high as its rows ask for, up to some."""
    table.set_rows(rows)
    table.show_whole(MOST_SEEN)
