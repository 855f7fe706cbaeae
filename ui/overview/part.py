"""One part of a page under «Oversikt», shown under the page's own choice of days."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.office import Office
from ui.kit import fonts
from ui.navigation import Navigator, Page


class OverviewPart(QWidget):
    """A subclass fills `column`.

    `key` names it in a place, `words` in the row of parts, `sheet` names what is exported.
    """

    key: ClassVar[str]
    words: ClassVar[str]
    sheet: ClassVar[str]

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.navigator = navigator
        self.setAccessibleName(self.words)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(fonts.px(12))

    def told(self) -> str:
        """The finding in a few words, for the line under the page's title."""
        return ""

    def export(self, page: Page) -> None:
        """What is shown, as a sheet where the officer chooses."""
        raise NotImplementedError
