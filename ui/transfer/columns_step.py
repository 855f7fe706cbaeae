"""What each column of the sheet is: found by its heading, changed by the officer, remembered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.transfer.model import ColumnMap, ImportKind, Profile, Sheet
from ui.kit import fonts
from ui.kit.cards import Callout, Card, clear
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import Combo
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.words import ElidedLabel, Label
from ui.transfer.wording import field_choices, hidden, is_secret, not_found_words, read_cell

EXAMPLES = 3
COMBO_WIDTH = 230


class ColumnsStep(QWidget):
    """`changed(heading, field)` when a column is said to be something else."""

    changed = Signal(str, str)
    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        self._problem = QVBoxLayout()
        column.addLayout(self._problem)
        self.name = TextField(
            "profile",
            self.tr("Navn på oppsettet"),
            hint=self.tr("Endrer du en kolonne, huskes oppsettet under dette navnet."),
            width=320,
            longest=60,
        )
        self.name.left.connect(lambda _name: self.renamed.emit(self.name.text()))
        column.addWidget(self.name)
        card = Card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(fonts.px(16))
        self._grid.setVerticalSpacing(fonts.px(8))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        card.add(self._grid)
        card.body.addStretch(1)
        body = ScrollBody(card)
        column.addWidget(body, 1)
        self.combos: dict[str, Combo] = {}
        self._kind = ImportKind.DWELLINGS

    def show_columns(self, sheet: Sheet, columns: ColumnMap, profile: Profile) -> None:
        """Every column that has a heading, with some of what stands in it."""
        self._kind = profile.kind
        self.name.set_value(profile.name)
        self.name.setVisible(profile.biller is None)
        clear(self._grid)
        self.combos.clear()
        titles = (self.tr("I fila"), self.tr("Eksempler"), self.tr("Leses som"))
        for at, words in enumerate(titles):
            self._grid.addWidget(Label(words, Type.SMALL_STRONG, Token.TEXT2), 0, at)
        choices = field_choices(profile.kind)
        values = [value for value, _ in choices]
        for at, (heading, field) in enumerate(zip(columns.headings, columns.fields, strict=True)):
            if not heading:
                continue
            row = at + 1
            self._grid.addWidget(ElidedLabel(heading, Type.BODY_STRONG), row, 0)
            told = self._examples(sheet, columns, at, field)
            self._grid.addWidget(ElidedLabel(told, Type.HELP, Token.TEXT2), row, 1)
            combo = Combo()
            combo.setFixedWidth(fonts.px(COMBO_WIDTH))
            combo.addItems([words for _, words in choices])
            combo.setCurrentIndex(values.index(field))
            combo.setAccessibleName(self.tr("Kolonnen «{}» leses som").format(heading))
            combo.view().setAccessibleName(combo.accessibleName())
            combo.activated.connect(
                lambda place, heading=heading: self.changed.emit(heading, str(values[place]))
            )
            self.combos[heading] = combo
            self._grid.addWidget(combo, row, 2)
        self._show_missing(columns)

    @staticmethod
    def _examples(sheet: Sheet, columns: ColumnMap, at: int, field: str) -> str:
        cells = (row.cell(at) for row in sheet.rows if row.line > columns.line)
        secret = is_secret(field)
        found: list[str] = []
        for cell in cells:
            text = hidden(cell.text.strip()) if secret else read_cell(cell).strip()
            if text and text not in found:
                found.append(text)
            if len(found) == EXAMPLES:
                break
        return " · ".join(found) or "–"

    def _show_missing(self, columns: ColumnMap) -> None:
        clear(self._problem)
        unknown = columns.unknown
        if columns.missing:
            what = not_found_words(self._kind)
            then = self.tr("Velg hva kolonnene er i lista under.")
            self._problem.addWidget(Callout(ChipKind.SOON, what, then))
        elif unknown:
            count = len(unknown)
            what = (
                self.tr("1 kolonne tas ikke inn.")
                if count == 1
                else self.tr("{} kolonner tas ikke inn.").format(count)
            )
            then = self.tr("Velg hva de er, eller la dem stå.")
            self._problem.addWidget(Callout(ChipKind.INFO, what, then))
