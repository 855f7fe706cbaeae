"""The tables of a return: all numbers, or as others get them with the small ones held back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import Ref
from app.core.text import plural
from app.documents.model import Document
from app.office import Office
from app.overview.return_tables.model import (
    HELD_BACK,
    ReturnTables,
    ShownRow,
    ShownTable,
    share_words,
    shown,
)
from ui.kit import fonts
from ui.kit.buttons import Segments
from ui.kit.cards import clear
from ui.kit.columns import Align, Column
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.save import ask_where, write
from ui.kit.side_by_side import SideBySide
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import capital
from ui.navigation import Navigator, Page
from ui.overview.behind import BehindDialog

INSIDE, OUTSIDE = "inside", "outside"
MOST_ROWS = 20


def columns_of(table: ShownTable) -> tuple[Column[ShownRow], ...]:
    """What is counted, and one column for each number."""
    return (
        Column(
            "what",
            "Hva",
            lambda row: capital(row.words),
            sortable=False,
            strong=True,
            stretch=True,
            width=200,
        ),
        *(_number(at, name) for at, name in enumerate(table.columns)),
        *((_share(table),) if table.whole else ()),
    )


def _share(table: ShownTable) -> Column[ShownRow]:
    return Column(
        "share",
        "Andel",
        lambda row: share_words(table.share(row)),
        value=lambda row: table.share(row),
        sortable=False,
        align=Align.RIGHT,
        width=84,
    )


def _number(at: int, name: str) -> Column[ShownRow]:
    return Column(
        f"count_{at}",
        capital(name),
        lambda row: shown(row.counts[at]),
        value=lambda row: row.counts[at],
        sortable=False,
        align=Align.RIGHT,
        width=max(92, 8 * len(name) + 24),
    )


class TablesView(QWidget):
    """Enter on a row opens the cases in it, where all numbers are shown."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.navigator = navigator
        self.read: ReturnTables | None = None
        self.tables: list[RecordTable[ShownRow]] = []
        choices = [(INSIDE, self.tr("Alle tall")), (OUTSIDE, self.tr("Slik andre får dem"))]
        self.edition = Segments(self.tr("Tallene"), choices, INSIDE)
        self.edition.chosen.connect(lambda _edition: self._show())
        self.note = Label("", Type.HELP, Token.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        column.addWidget(self.edition)
        column.addWidget(self.note)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(fonts.px(12))
        column.addLayout(self._cards)

    @property
    def outside(self) -> bool:
        """Whether small numbers are held back in what is shown."""
        return self.edition.value == OUTSIDE

    def show_tables(self, read: ReturnTables) -> None:
        """Other numbers."""
        self.read = read
        self._show()

    def _show(self) -> None:
        if self.read is None:
            return
        reports = self.office.counted_returns.reports
        told = reports.shown(self.read, outside=self.outside)
        clear(self._cards)
        self.tables = []
        narrow: list[QWidget] = []
        for table in told:
            section = self._section(table)
            if len(table.columns) == 1:
                narrow.append(section)
                continue
            self._lay(narrow)
            narrow = []
            self._cards.addWidget(section)
        self._lay(narrow)
        if not self.outside:
            self.note.setText(self.tr("Trykk Enter på en rad for å se hvem som er talt med."))
            return
        words = self.tr(
            "Tall under {} er skjult, og noen større tall så ingen kan regne ut de små. {}."
        )
        hidden = sum(table.hidden for table in told)
        count = self.tr("{} er {}").format(plural(hidden, "tall", "tall"), HELD_BACK)
        if not hidden:
            count = self.tr("Ingen tall måtte skjules")
        self.note.setText(words.format(reports.least, count))

    def _lay(self, narrow: list[QWidget]) -> None:
        """Tables of one number a row stand two and two."""
        for at in range(0, len(narrow), 2):
            pair = narrow[at : at + 2]
            self._cards.addWidget(SideBySide(*pair, *([QWidget()] if len(pair) == 1 else [])))

    def _section(self, told: ShownTable) -> QWidget:
        """The name of a table, and the table."""
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, fonts.px(4), 0, 0)
        column.setSpacing(fonts.px(6))
        column.addWidget(Label(capital(told.name), Type.SECTION))
        table: RecordTable[ShownRow] = RecordTable(
            f"return_table_{len(told.columns)}{'_shares' if told.whole else ''}",
            capital(told.name),
            RecordModel(columns_of(told)),
            empty=EmptyState(self.tr("Ingen i denne tabellen"), "", drawing=False),
            identity=lambda row: row.words,
        )
        table.set_rows(told.rows)
        table.show_whole(MOST_ROWS)
        table.opened.connect(partial(self._open, told.name))
        column.addWidget(table)
        column.addStretch(1)
        self.tables.append(table)
        return section

    def _open(self, name: str, row: object) -> None:
        if isinstance(row, ShownRow) and row.behind:
            refs: tuple[Ref, ...] = tuple(dict.fromkeys(r for each in row.behind for r in each))
            title = f"{capital(name)}: {row.words}"
            BehindDialog(self.office, self.navigator, title, refs, self).open()

    # what leaves

    def paper(self, *, estimate: bool = False) -> Callable[[Office], Document]:
        """Makes what is shown, to print."""
        read, outside = self.read, self.outside
        if read is None:
            raise ValueError("nothing is shown")
        return lambda own: own.counted_returns.reports.paper(
            read, outside=outside, estimate=estimate
        )

    def export(self, page: Page, name: str) -> None:
        """The tables as a sheet, always with small numbers held back: it leaves the office."""
        read = self.read
        path = ask_where(self, self.tr("Eksporter uten navn"), f"{name.lower()}.xlsx")
        if path is None or read is None:
            return

        def save() -> None:
            headings, rows = self.office.counted_returns.reports.sheet(read, outside=True)
            write(path, self.office.transfer.to_xlsx(name, headings, rows))
            page.note_export(path, name, self.tr("uten navn"), len(rows))

        if self.navigator.attempt(save):
            told = self.tr("Tallene er lagret uten navn, og små tall er skjult")
            self.navigator.tell(told, undo=False)
