"""How the file is read: encoding, separator or sheet, with its first lines as they come out."""

from collections.abc import Callable
from dataclasses import field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.records import dataclass
from app.transfer.model import ReadOptions, Sheet
from ui.kit import fonts, paint
from ui.kit.cards import Callout, Card, clear
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.columns import Align, Column
from ui.kit.fonts import Type
from ui.kit.models import RecordModel
from ui.kit.table_view import TableView
from ui.labels import capital, message
from ui.transfer.wording import ENCODINGS, SEPARATORS, read_cell

PREVIEW_LINES = 40
PREVIEW_COLUMNS = 60
WIDEST = 240


@dataclass(frozen=True, slots=True)
class Raw:
    """One line of the file as read."""

    number: int
    texts: tuple[str, ...] = field(repr=False)


class ReadingStep(QWidget):
    """`changed` with other ReadOptions when the officer corrects the guess."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        self._problem = QVBoxLayout()
        column.addLayout(self._problem)
        column.addLayout(self._fields())
        self._card = Card(flush=True)
        column.addWidget(self._card, 1)
        self.view: TableView | None = None

    def _fields(self) -> QLayout:
        self.encoding = ChoiceField("encoding", self.tr("Tegnkoding"), ENCODINGS, width=200)
        marks = [(mark, capital(words)) for mark, words in SEPARATORS]
        self.separator = ChoiceField("separator", self.tr("Skilletegn"), marks, width=160)
        self.sheet = ChoiceField("sheet", self.tr("Ark"), (), width=280)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(16))
        for part in (self.encoding, self.separator, self.sheet):
            row.addWidget(part)
            part.left.connect(lambda _name: self._tell())
        row.addStretch(1)
        return row

    def show_sheet(self, sheet: Sheet) -> None:
        """What was read, and how."""
        self.show_problem(None)
        text = sheet.encoding is not None
        for part in (self.encoding, self.separator):
            part.setVisible(text)
        self.sheet.setVisible(not text)
        self.encoding.set_value(sheet.encoding)
        self.separator.set_value(sheet.separator)
        self.sheet.set_options([(name, name) for name in sheet.names])
        self.sheet.set_value(sheet.name)
        self._preview(sheet)

    def show_problem(self, problem: OfficeError | None) -> None:
        """Why it cannot be read so."""
        clear(self._problem)
        if problem is not None:
            what, _, then = message(problem).partition(". ")
            self._problem.addWidget(Callout(ChipKind.SOON, f"{what.rstrip('.')}.", then))

    def _preview(self, sheet: Sheet) -> None:
        rows = sheet.rows[:PREVIEW_LINES]
        width = min(max((len(row.cells) for row in rows), default=1), PREVIEW_COLUMNS)
        lines = [
            Raw(row.line, tuple(read_cell(row.cell(at)) for at in range(width))) for row in rows
        ]
        clear(self._card.body)
        self.view = TableView(self.tr("Første linjer i fila"), 30)
        self.view.setModel(RecordModel(_columns(width), lines, self.view))
        self.view.setColumnWidth(0, fonts.px(66))
        for at in range(width):
            # a title line over the table is let be cut: it would make its column far too wide
            texts = [line.texts[at] for line in lines if sum(map(bool, line.texts)) > 1]
            widest = max((paint.width_of(text, Type.BODY) for text in texts), default=0)
            wanted = round(widest) + fonts.px(28)
            self.view.setColumnWidth(at + 1, min(max(wanted, fonts.px(64)), fonts.px(WIDEST)))
        self._card.add(self.view)

    def _tell(self) -> None:
        encoding, separator, sheet = (
            part.value() for part in (self.encoding, self.separator, self.sheet)
        )
        text = not self.encoding.isHidden()
        self.changed.emit(
            ReadOptions(
                encoding=str(encoding) if text and encoding else None,
                separator=str(separator) if text and separator else None,
                sheet=str(sheet) if not text and sheet else None,
            )
        )


def _columns(width: int) -> tuple[Column[Raw], ...]:
    return (
        Column("line", "Linje", lambda raw: str(raw.number), align=Align.RIGHT, sortable=False),
        *(Column(str(at), _letters(at), _text(at), sortable=False) for at in range(width)),
    )


def _text(at: int) -> Callable[[Raw], str]:
    return lambda raw: raw.texts[at] or " "


def _letters(at: int) -> str:
    """A, B … Z, AA, as in a spreadsheet."""
    first, last = divmod(at, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)
