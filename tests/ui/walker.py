"""Walks a window as a screen reader and a keyboard would; for every page's tests."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QWidget,
)


def focusables(widget: QWidget) -> list[QWidget]:
    """Every widget inside that can take the keyboard by Tab or click."""
    return [
        one
        for one in [widget, *widget.findChildren(QWidget)]
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and not _inside_a_view(one)
    ]


def _inside_a_view(widget: QWidget) -> bool:
    """Viewports, headers and scroll bars belong to their view."""
    parent = widget.parentWidget()
    area = isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
    return area or isinstance(widget, QHeaderView)


def spoken_name(widget: QWidget) -> str:
    """What the accessibility tree calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def unnamed_focusables(widget: QWidget) -> list[str]:
    """What can be reached but has no name, as «class in class»; must be empty."""
    return [
        f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        for one in focusables(widget)
        if not spoken_name(one).strip()
    ]


def roleless_focusables(widget: QWidget) -> list[str]:
    """What can be reached but is only a «client» to a screen reader; must be empty."""
    bad = {QAccessible.Role.NoRole, QAccessible.Role.Client}
    found = []
    for one in focusables(widget):
        interface = QAccessible.queryAccessibleInterface(one)
        if interface is None or interface.role() in bad:
            found.append(type(one).__name__)
    return found


def rich_labels(widget: QWidget) -> list[str]:
    """Labels that would read markup in what an officer typed; must be empty."""
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]


def silent_icon_buttons(widget: QWidget) -> list[str]:
    """Buttons without words that lack a name or a tool tip; must be empty."""
    return [
        type(button).__name__
        for button in widget.findChildren(QAbstractButton)
        if not button.text()
        and not isinstance(button.parentWidget(), QAbstractItemView)
        and not (button.accessibleName())
    ]


def spoken_tree(widget: QWidget) -> str:
    """All names, values and descriptions the accessibility tree would tell, one a line."""
    lines: list[str] = []
    for one in [widget, *widget.findChildren(QWidget)]:
        interface = QAccessible.queryAccessibleInterface(one)
        if interface is None:
            continue
        for kind in (
            QAccessible.Text.Name,
            QAccessible.Text.Value,
            QAccessible.Text.Description,
        ):
            words = interface.text(kind)
            if words:
                lines.append(words)
    return "\n".join(lines)
