"""The table of every document: all rows while they are few, a window over them when many."""

from __future__ import annotations  # array[int] is only a type, not an object, on 3.11

from array import array
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.order import search_words, sort_key
from app.letters.model import (
    Channel,
    DocumentKind,
    DocumentOrder,
    DocumentQuery,
    DocumentState,
    KeptRow,
)
from app.office import Office
from ui.kit import fonts
from ui.kit.columns import SortBy
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.models import IdWindowModel, RecordModel, TableModel
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.letters.columns import COLUMNS


class Register(QWidget):
    """Nothing is read before it is seen. `changed` when the filters keep other rows."""

    changed = Signal()
    long: ClassVar[int] = 20_000
    """From so many documents on, rows are read a page at a time: reading all takes too long."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.windowed = office.letters.count() > self.long
        self._rows: tuple[KeptRow, ...] | None = None
        self._seen = False
        self._turn = 0
        self.kind = Pill(self.tr("Type"), [Choice(kind, title_word(kind)) for kind in DocumentKind])
        self.state = Pill(
            self.tr("Status"), [Choice(state, title_word(state)) for state in DocumentState]
        )
        self.filters = FilterRow(
            SearchField(self.tr("Finn navn eller nummer")), (self.kind, self.state)
        )
        self.table: RecordTable[KeptRow] = RecordTable(
            "letters",
            self.tr("Dokumenter"),
            self._model(),
            empty=EmptyState(
                self.tr("Ingen dokumenter ennå"),
                self.tr("Her står hvert brev, vedtak og hver avtale kontoret har laget."),
            ),
            identity=lambda row: row.document.id,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(14))
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        self.filters.changed.connect(self.changed)
        self.table.clear_filters.connect(self.filters.clear)

    def _model(self) -> TableModel[KeptRow]:
        if not self.windowed:
            return RecordModel(COLUMNS)
        return IdWindowModel(COLUMNS, self._sorted, self._fetch, lambda row: row.document.id)

    def forget(self) -> None:
        """What was read is no longer so."""
        self._rows = None
        self._turn += 1

    def fill(self) -> None:
        """Show what the filters keep."""
        self._seen = True
        if self.windowed:
            self.table.refresh(whole=self._office.letters.count(), filtered_by=self.filters.words)
            return
        self.table.search(self.filters.searched)
        kept, whole = self.matching(), len(self._every)
        self.table.set_rows(kept, whole=whole, filtered_by=self.filters.words)

    @property
    def worked_out_of(self) -> object:
        """All there are, whatever is filtered; of a long register a number for each reading."""
        return self._turn if self.windowed else self._every

    @property
    def _every(self) -> tuple[KeptRow, ...]:
        if self._rows is None:
            self._rows = self._office.letters.rows()
        return self._rows

    def matching(self) -> list[KeptRow]:
        """Those the filters keep, whatever is searched for."""
        return [row for row in self._every if self._matches(row)]

    def _matches(self, row: KeptRow) -> bool:
        kinds, states = {None, row.document.kind}, {None, row.document.state}
        return self.kind.value in kinds and self.state.value in states

    # a long register

    def count(self, searched: str) -> int:
        """How many the filters keep with these words, counted by the register itself."""
        return len(self._office.letters.ids(self._query(searched), DocumentOrder()))

    def _query(self, searched: str) -> DocumentQuery:
        kind, state = self.kind.value, self.state.value
        return DocumentQuery(
            kind if isinstance(kind, DocumentKind) else None,
            state if isinstance(state, DocumentState) else None,
            tuple(search_words(searched).split()),
        )

    def _sorted(self, sorting: tuple[SortBy, ...]) -> array[int]:
        if not self._seen:
            return array("q")
        order = DocumentOrder(
            tuple((step.column, step.descending) for step in sorting),
            tuple(sorted(DocumentKind, key=_as_read)),
            tuple(sorted(DocumentState, key=_as_read)),
            tuple(sorted(Channel, key=_as_read)),
        )
        return array("q", self._office.letters.ids(self._query(self.filters.searched), order))

    def _fetch(self, ids: Sequence[int]) -> Sequence[KeptRow]:
        return self._office.letters.rows_of(ids)


def _as_read(code: DocumentKind | DocumentState | Channel) -> str:
    return sort_key(title_word(code))
