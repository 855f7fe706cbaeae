"""Control: every line with what was put right, what is marked, and what waits for an answer."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.transfer.model import CheckedSheet, FindingKind, WrongBiller
from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.models import RecordModel
from ui.kit.shell import WithPanel
from ui.kit.table import RecordTable
from ui.transfer.counts import Figure, Figures
from ui.transfer.question import QuestionPanel
from ui.transfer.rows import Line, columns_of, filled_in, lines_of
from ui.transfer.wording import heading


class ControlStep(QWidget):
    """Figures, table and panel. `answered` with what the officer said about a cell.

    `right_biller` when the list is whose it was said to be, `other_biller` when another's.
    """

    answered = Signal(object)
    list_wanted = Signal()
    right_biller = Signal()
    other_biller = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked: CheckedSheet | None = None
        self._fields: tuple[tuple[str, ...], frozenset[str]] = ((), frozenset())
        self._lines: tuple[Line, ...] = ()
        self.figures = Figures()
        self.panel = QuestionPanel()
        self._holder = QWidget()
        self._place = QVBoxLayout(self._holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.table: RecordTable[Line] | None = None
        self.beside = WithPanel(self._holder, self.panel, 244)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(14))
        self.wrong = QVBoxLayout()
        column.addLayout(self.wrong)
        column.addWidget(self.figures)
        column.addWidget(self.beside, 1)
        self.figures.chosen.connect(lambda _figure: self._show())
        self.panel.answered.connect(self.answered)
        self.panel.wanted.connect(self.stand_on)
        self.panel.list_wanted.connect(self.list_wanted)

    def show_checked(self, checked: CheckedSheet) -> None:
        """Show a check; the line stood on stays, else the first that waits is chosen."""
        before = self.table.current if self.table is not None else None
        first = self._checked is None
        self._checked = checked
        self._lines = lines_of(checked)
        self.figures.set_counts(checked.counts)
        if self.table is None or self._fields != (checked.columns.fields, filled_in(checked)):
            self._make_table(checked)
        self._show()
        stood = before.number if before is not None and not first else None
        if stood is None or not self._select(stood) or not self._waits(stood):
            self.stand_on(self._next_waiting(stood))
        self._ask()

    def show_wrong(self, wrong: WrongBiller | None) -> None:
        """The list looks like another biller's: asked over everything else."""
        clear(self.wrong)
        if wrong is None:
            return
        told = self.tr("{} av {} linjer gjelder leieforhold som {} krever inn for.").format(
            wrong.rows, wrong.known, wrong.name
        )
        if not wrong.rows:
            told = self.tr("Overskriftene er de samme som i lista fra {}.").format(wrong.name)
        callout = Callout(ChipKind.URGENT, self.tr("Er dette feil innkrever?"), told)
        ways = QHBoxLayout()
        ways.setSpacing(fonts.px(8))
        other = self.tr("Lista er fra {}").format(wrong.name)
        ways.addWidget(Button(other, partial(self.other_biller.emit, wrong.other)))
        ways.addWidget(Button(self.tr("Innkreveren er riktig"), self.right_biller.emit))
        ways.addStretch(1)
        self.wrong.addWidget(callout)
        self.wrong.addLayout(ways)

    def _waits(self, line: int) -> bool:
        found = self._checked.about(line) if self._checked else ()
        return any(each.kind is FindingKind.ERROR for each in found)

    def _next_waiting(self, after: int | None) -> int:
        """The first that waits, after a line if there are more; else that line or the first."""
        waiting = [line.number for line in self._lines if line.outcome is FindingKind.ERROR]
        later = [line for line in waiting if line > (after or 0)]
        return next(iter((*later, *waiting)), after or self._lines[0].number)

    def _make_table(self, checked: CheckedSheet) -> None:
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self._fields = (checked.columns.fields, filled_in(checked))
        self.table = RecordTable(
            f"import_{checked.kind.value}",
            heading(checked.kind),
            RecordModel(columns_of(checked)),
            identity=lambda line: line.number,
        )
        self._place.addWidget(self.table)
        self.table.current_changed.connect(lambda _line: self._ask())
        self.table.opened.connect(lambda _line: self._open())
        self.table.clear_filters.connect(lambda: self.figures.choose("all"))

    def _show(self) -> None:
        if self.table is None:
            return
        figure: Figure = self.figures.current
        rows = [line for line in self._lines if figure.keeps(line)]
        everything = figure.key == "all"
        words = "" if everything else figure.words(len(rows))
        whole = None if everything else len(self._lines)
        self.table.set_rows(rows, whole=whole, filtered_by=words)

    def stand_on(self, line: int) -> None:
        """Stand on a line, showing all lines if it is hidden."""
        if not self._select(line):
            self.figures.choose("all")
            self._select(line)
        self._ask()

    def _select(self, line: int) -> bool:
        return self.table is not None and self.table.select(line)

    def _ask(self) -> None:
        if self._checked is None or self.table is None:
            return
        line = self.table.current
        self.panel.show_line(self._checked, line.number if line else None)

    def _open(self) -> None:
        if self.beside.floats:
            self.beside.open_panel()
        elif self.panel.apply_button is not None:
            self.panel.focusNextChild()
