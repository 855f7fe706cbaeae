"""One part of «Boliger og behov»: a finding, a picture, and the table of the same numbers."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import Ref
from app.office import Office
from ui.kit import fonts
from ui.kit.table import RecordTable
from ui.navigation import Navigator, Page
from ui.overview.behind import BehindDialog

T = TypeVar("T")
MOST_SEEN = 14


class StockPart(QWidget):
    """Shown under the page's own day. A subclass fills `column` and reads in `count`.

    `key` names it in a place, `words` in the row of parts, `sheet` names what is exported.
    """

    key: ClassVar[str]
    words: ClassVar[str]
    sheet: ClassVar[str]
    chosen = Signal()
    """Something is chosen that must be counted."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.navigator = navigator
        self.setAccessibleName(self.words)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(fonts.px(12))

    def count(self, own: Office, day: date) -> Callable[[], None]:
        """Count a day; what comes back shows it. OfficeError in words.

        Called off the screen's thread with an office of its own: it touches no widget.
        """
        raise NotImplementedError

    @property
    def counts(self) -> Hashable:
        """What is chosen on the part that makes its numbers others; most have nothing."""
        return None

    def told(self) -> str:
        """The finding in a few words, for the line under the page's title."""
        raise NotImplementedError

    def export(self, page: Page) -> None:
        """The table, as a sheet where the officer chooses."""
        raise NotImplementedError

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
