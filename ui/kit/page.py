"""The frame of a page: margins, header and filters that stay, a body that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.header import PageHeader


class ScrollBody(QScrollArea):
    """A body of any height; it never asks for more width than the window has."""

    def __init__(self, inner: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.inner = inner or QWidget()
        self.inner.setAutoFillBackground(False)
        self.setWidget(self.inner)
        self.column = self.inner.layout()
        if self.column is None:
            self.column = QVBoxLayout(self.inner)
            self.column.setContentsMargins(0, 0, fonts.px(4), 0)
            self.column.setSpacing(fonts.px(12))

    def add(self, *parts: QWidget) -> None:
        """Put cards below each other."""
        for part in parts:
            if self.column is not None:
                self.column.addWidget(part)


class Page(QWidget):
    """A page with its margins: header first, then parts; `body()` for what may be long."""

    def __init__(self, header: PageHeader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = header
        self.setAccessibleName(header.title)
        self.column = QVBoxLayout(self)
        side, end = fonts.px(28), fonts.px(20)
        self.column.setContentsMargins(side, end, side, end)
        self.column.setSpacing(fonts.px(14))
        self.column.addWidget(header)

    def add(self, part: QWidget, *, stretch: bool = False) -> None:
        """Put a part below; one of them should stretch."""
        self.column.addWidget(part, 1 if stretch else 0)

    def body(self) -> ScrollBody:
        """A scrolling body that takes the rest of the page."""
        body = ScrollBody()
        self.column.addWidget(body, 1)
        return body
