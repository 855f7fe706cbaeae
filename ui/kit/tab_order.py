"""Where Tab goes when parts are put into a form that is already there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_before(later: QWidget, parts: Sequence[QWidget]) -> None:
    """Let Tab visit these in order just before `later`; what is added last would come last."""
    at = later.previousInFocusChain()
    while at is not None and (at in parts or at.focusPolicy() == Qt.FocusPolicy.NoFocus):
        at = at.previousInFocusChain()
    for part in parts:
        if at is not None:
            QWidget.setTabOrder(at, part)
        at = part
