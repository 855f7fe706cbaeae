"""Where Tab goes when parts are put into a form that is already there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget


def tab_before(later: QWidget, parts: Sequence[QWidget]) -> None:
    """Let Tab visit these in order just before `later`; what is added last would come last."""
    at = later.previousInFocusChain()
    while at is not None and (at in parts or at.focusPolicy() == Qt.FocusPolicy.NoFocus):
        at = at.previousInFocusChain()
    for part in parts:
        if at is not None:
            QWidget.setTabOrder(at, part)
        at = part


def tab_after(earlier: QWidget, later: QWidget) -> None:
    """Let Tab visit all in `later` after what is in `earlier`, which was made anew."""
    before = _tabbed(earlier)
    if not before:
        return
    at = before[-1]
    for part in _tabbed(later):
        QWidget.setTabOrder(at, part)
        at = part


_BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def _tabbed(whole: QWidget) -> list[QWidget]:
    return [each for each in whole.findChildren(QWidget) if each.focusPolicy() in _BY_TAB]


def stand_on(part: QWidget) -> None:
    """Put the cursor there and bring it into sight, as Tab does by itself."""
    part.setFocus(Qt.FocusReason.TabFocusReason)
    QTimer.singleShot(0, part, lambda: _into_sight(part))


def same_in(page: QWidget, before: QWidget) -> QWidget | None:
    """What is called the same on a page that was made anew, if the keyboard can go there."""
    called = _called(before)
    if not any(called):
        return None
    found = (each for each in page.findChildren(type(before)) if _called(each) == called)
    return next((each for each in found if each.isVisibleTo(page) and each.isEnabled()), None)


def _called(part: QWidget) -> tuple[str, str]:
    words = part.text() if isinstance(part, QAbstractButton) else ""
    return part.accessibleName() or words, part.accessibleDescription()


def _into_sight(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(part)
