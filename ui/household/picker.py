"""Choosing a person among those who are registered, by name or number."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import PersonId
from app.overview.model import Hit, HitKind
from ui.kit import fonts
from ui.kit.chips import Chip, ChipKind
from ui.kit.filters import SearchField
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape

SHOWN = 4

Find = Callable[[str], Sequence[Hit]]


class PersonPicker(QWidget):
    """A search field and the persons it finds; `picked` comes when one is stood on."""

    picked = Signal(object)  # PersonId | None
    searched = Signal()

    def __init__(
        self, find: Find, without: frozenset[PersonId], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find, self._without = find, without
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        self.search = SearchField("Finn navn eller nummer")
        self.rows = RowList("Personer som passer", Shape.RESULTS)
        self.rows.setFixedHeight(fonts.px(47) * SHOWN)
        column.addWidget(self.search)
        column.addWidget(self.rows)
        self.rows.hide()
        self.search.searched.connect(self._search)
        self.rows.current_key.connect(self.picked)
        self.setFocusProxy(self.search)

    @property
    def person(self) -> PersonId | None:
        """The one stood on."""
        row = self.rows.current
        return PersonId(row.key) if row is not None and isinstance(row.key, int) else None

    def offer(self, hits: Sequence[Hit]) -> None:
        """Show these persons."""
        self.rows.set_rows(
            [
                Row(
                    hit.ref.id,
                    hit.title,
                    hit.detail,
                    icon=Icon.PERSON,
                    end_chip=Chip(ChipKind.PROTECTED) if hit.protected else None,
                )
                for hit in hits
                if hit.kind is HitKind.PERSON and hit.ref.id not in self._without
            ]
        )

    def _search(self, words: str) -> None:
        self.offer(self._find(words))
        self.rows.setVisible(bool(self.rows.rows))
        self.searched.emit()
        self.rows.step(1)
        if not self.rows.rows:
            self.picked.emit(None)
