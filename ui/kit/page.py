"""The frame of a page: margins, header and filters that stay, a body that scrolls."""

from collections.abc import Sequence
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.header import PageHeader

LEAST_TABLE = 210


class ScrollBody(QScrollArea):
    """A body of any height; it never asks for more width than the window has."""

    def __init__(self, inner: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = inner or QWidget()
        self.column = QVBoxLayout()
        if inner is None:
            self.inner.setLayout(self.column)
            self.column.setContentsMargins(0, 0, 0, 0)
            self.column.setSpacing(fonts.px(12))
            self.column.addStretch(1)
        self.setWidget(self.inner)
        self.inner.setAutoFillBackground(False)  # setWidget turned it on
        self.viewport().setAutoFillBackground(False)

    @classmethod
    def around(
        cls, table: QWidget, *, above: Sequence[QWidget] = (), below: Sequence[QWidget] = ()
    ) -> Self:
        """A table that takes what room there is, among cards; in a low window all of it scrolls."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        table.setMinimumHeight(fonts.px(LEAST_TABLE))
        for part in above:
            column.addWidget(part)
        column.addWidget(table, 1)
        for part in below:
            column.addWidget(part)
        return cls(inner)

    def add(self, *parts: QWidget) -> None:
        """Put cards below each other."""
        for part in parts:
            self.column.insertWidget(self.column.count() - 1, part)


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
