"""«Historikk»: everything that was done, newest first, and taking the newest back."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.text import plural
from app.office import Office
from ui.history.columns import COLUMNS
from ui.history.details import Details
from ui.kit.buttons import Button
from ui.kit.empty import EmptyState
from ui.kit.filters import FilterRow, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.shell import WithPanel
from ui.kit.table import RecordTable
from ui.labels import done
from ui.navigation import Navigator, Page, PageId
from ui.past import PastRow, latest

AT_ONCE = 300


class HistoryPage(Page):
    """The list, with what the chosen line changed beside it."""

    page_id = PageId.HISTORY
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._rows: tuple[PastRow, ...] = ()
        self.undo_button = Button(self.tr("Angre det siste"), self._take_back, icon=Icon.UNDO)
        self._older = Button(self.tr("Vis eldre"), self._show_older)
        self._header = PageHeader(self.tr("Historikk"), secondary=(self._older, self.undo_button))
        self._filters = FilterRow(SearchField(self.tr("Finn i historikken")))
        self.table: RecordTable[PastRow] = RecordTable(
            "history",
            self.tr("Historikk"),
            RecordModel(COLUMNS),
            empty=EmptyState(self.tr("Ingenting er gjort ennå"), drawing=False),
            identity=lambda row: row.id,
        )
        self.details = Details(office, navigator, self._reverse)
        self._build()

    def _build(self) -> None:
        frame = self.begin(self._header)
        frame.add(self._filters)
        self._split = WithPanel(self.table, self.details, 300)
        frame.add(self._split, stretch=True)
        self._filters.changed.connect(self._show)
        self.table.clear_filters.connect(self._filters.clear)
        self.table.current_changed.connect(self.details.show_row)
        self.table.opened.connect(lambda _row: self._split.open_panel())

    def reload(self) -> None:
        self._rows = latest(self.office, max(AT_ONCE, len(self._rows)))
        self._show()
        self._tell()
        if self.table.current is None and self._rows:
            self.table.select(self._rows[0].id)
        self.details.show_row(self.table.current)

    def _show(self) -> None:
        self.table.set_rows(self._rows, filtered_by=self._filters.words)
        search = self._filters.search
        self.table.search(search.text() if search else "")

    def _tell(self) -> None:
        whole = self.office.history.head().events
        words = plural(whole, self.tr("hendelse"), self.tr("hendelser"))
        if len(self._rows) < whole:
            words += " · " + self.tr("de nyeste {} vises").format(len(self._rows))
        self._older.setVisible(len(self._rows) < whole)
        newest = self.office.history.undoable()
        if newest is None:
            self.undo_button.set_off(self.tr("Det er ikke noe å angre"))
            words += " · " + self.tr("ingenting å angre nå")
        else:
            self.undo_button.set_off("")
            words += " · " + self.tr("sist: {}").format(done(newest.verb))
        self._header.set_subtitle(words)

    def _show_older(self) -> None:
        before = self._rows[-1].id if self._rows else 2**62
        self._rows += latest(self.office, AT_ONCE, before)
        self._show()
        self._tell()

    def _take_back(self) -> None:
        newest = self.office.history.undoable()
        if newest is not None and self.navigator.attempt(self.office.history.undo):
            self.navigator.tell(self.tr("Angret: {}").format(done(newest.verb)), undo=False)

    def _reverse(self, row: PastRow) -> None:
        event = self.office.history.event(row.id)
        if event is not None and self.navigator.attempt(lambda: self.office.history.reverse(event)):
            self.navigator.tell(self.tr("Angret: {}").format(row.what), undo=False)
