"""Groups of rows as cards below each other, as on I dag; the arrows run through all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.cards import Card, Hairline
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape


class RowGroup(Card):
    """A card with a title, its count, a note at the right, and rows.

    `count` is how many there are where more than `rows`; `link` leads to the others.
    """

    def __init__(
        self,
        title: str,
        rows: Sequence[Row],
        icon: Icon,
        note: str = "",
        *,
        count: int | None = None,
        link: Button | None = None,
    ) -> None:
        super().__init__(title, icon=icon, fact=note, link=link, flush=True)
        self.list = RowList(title, Shape.TODAY, whole=True)
        self.list.set_rows(rows)
        self.set_count(len(rows) if count is None else count)
        self.body.addSpacing(fonts.px(4))
        self.body.addWidget(Hairline())
        self.body.addWidget(self.list)


class RowGroups(QWidget):
    """Groups one below the other; the arrows run through all of them."""

    activated_key = Signal(object)
    current_key = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[RowGroup] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(fonts.px(12))
        self._column.addStretch(1)

    @property
    def groups(self) -> tuple[RowGroup, ...]:
        """The groups shown, in order."""
        return tuple(self._groups)

    def set_groups(self, groups: Sequence[RowGroup]) -> None:
        """Show other groups; the row stood on stays current if it is still there."""
        current = next((g.list.current for g in self._groups if g.list.hasFocus()), None)
        for old in self._groups:
            old.hide()
            old.deleteLater()
        self._groups = list(groups)
        for place, group in enumerate(self._groups):
            self._column.insertWidget(place, group)
            group.list.activated_key.connect(self.activated_key)
            group.list.current_key.connect(self.current_key)
            group.list.menu_wanted.connect(self.menu_wanted)
            group.list.left_over.connect(lambda by, at=place: self._cross(at, by))
        wants = [group.list.wants for group in self._groups] or [(0.0, 0.0, 0.0)]
        for group in self._groups:
            group.list.line_up(*(max(widths) for widths in zip(*wants, strict=True)))
        if current is not None:
            self.select(current.key)

    def select(self, key: object) -> bool:
        """Stand on a row, in whichever group it is."""
        for group in self._groups:
            if group.list.select(key):
                group.list.setFocus()
                return True
        return False

    def _cross(self, place: int, by: int) -> None:
        after = place + by
        if 0 <= after < len(self._groups):
            there = self._groups[after].list
            there.select_end(last=by < 0)
            there.setFocus()
