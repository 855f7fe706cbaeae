"""One return on the page «Rapporter»: its numbers, its paper, and what is kept of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.model import Document
from app.office import Office
from app.overview.snapshots.model import Answer, ReturnKind
from ui.kit import fonts
from ui.navigation import Navigator, Page


@dataclass(frozen=True, slots=True)
class Counted:
    """What the register answers for some days; `show` puts the numbers on the part."""

    answer: Answer
    show: Callable[[], None]


class ReturnPart(QWidget):
    """Shown under the page's own choice of days. A subclass fills `column` and answers.

    `key` names it in a place, `words` in the row of parts, `sheet` names what is exported,
    `kind` what is kept of it.
    """

    key: ClassVar[str]
    words: ClassVar[str]
    sheet: ClassVar[str]
    kind: ClassVar[ReturnKind]

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.navigator = navigator
        self.setAccessibleName(self.words)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(fonts.px(12))

    def count(self, own: Office, first: date, last: date) -> Counted:
        """What the register answers for those days now, both counted. OfficeError in words.

        Called off the screen's thread with an office of its own: it touches no widget.
        """
        raise NotImplementedError

    def check(self, first: date, last: date) -> None:
        """Refuse days nobody can count, beside the field they were typed in."""
        self.office.counted_returns.check(first, last)

    def told(self) -> str:
        """The finding in a sentence, for the line under the page's title."""
        return ""

    def paper(self) -> Callable[[Office], Document]:
        """Makes what is shown, to print; it names nobody."""
        raise NotImplementedError

    def export(self, page: Page) -> None:
        """What is shown, as a sheet where the officer chooses."""
        raise NotImplementedError
