"""One house: a square for every flat, floors as rows, with shape and word for its state."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.core.text import plural
from app.dwellings.model import DwellingRow, DwellingStatus
from ui.dwellings.columns import status_chip
from ui.dwellings.status import CHIPS
from ui.kit import fonts, icons, paint
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Card, Fact, Facts, Hairline, clear
from ui.kit.chips import ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import dash, title_word

ACROSS = 6
SIDE = 30
_UNIT = re.compile(r"[HLUK](\d\d)(\d\d)")


def house_of(row: DwellingRow) -> tuple[str, str]:
    """What flats of the same house share: the street address and the postal place."""
    return row.address.partition(", ")[0], row.postal


def unit_of(row: DwellingRow) -> str:
    """«H0201», or the address when the flat has no number."""
    return row.address.partition(", ")[2] or row.address


def one_house(rows: Sequence[DwellingRow]) -> bool:
    """Whether all of them, and at least two, are in the same house."""
    return len(rows) > 1 and all(house_of(row) == house_of(rows[0]) for row in rows)


class Square(QAbstractButton):
    """One flat. Its name says number and state; the chosen one has a ring."""

    def __init__(self, row: DwellingRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._kind = CHIPS[row.status]
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name = f"{unit_of(row)}, {status_chip(row).text}"
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(SIDE), fonts.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_square(painter, rect, self._kind)
        if self.isChecked():
            paint.box(painter, rect, None, Token.ACCENT, 6, 2)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 6)
        painter.end()


def paint_square(painter: QPainter, rect: QRectF, kind: ChipKind) -> None:
    """A state as a square: ground, edge and shape."""
    paint.box(painter, rect, kind.tone.ground, kind.tone.shape, 6)
    size = rect.width() * 0.5
    place = icons.at(rect.center().x() - size / 2, rect.center().y(), size)
    icons.paint(painter, place, kind.icon, kind.tone.shape, kind.weight)


class _Swatch(QWidget):
    """The square of the legend; silent, its words stand beside it."""

    def __init__(self, kind: ChipKind) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(18), fonts.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint_square(painter, QRectF(self.rect()), self._kind)
        painter.end()


class BuildingCard(Card):
    """`chosen(id)` when a square is pressed, `opened(id)` for «Åpne boligen».

    `counted(address, place)` asks for follow-up and incidents of the whole house (B10).
    """

    chosen = Signal(int)
    opened = Signal(int)
    counted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Huset"), icon=Icon.DWELLINGS, parent=parent)
        self.squares: list[Square] = []
        self._rows: tuple[DwellingRow, ...] = ()
        self._place = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self._grid_box, self._legend = QWidget(), QWidget()
        self._grid, self._lines = QGridLayout(self._grid_box), QGridLayout(self._legend)
        for layout, gap in ((self._grid, 4), (self._lines, 8)):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(fonts.px(gap))
        self._flat = QWidget()
        self._flat_lines = QGridLayout(self._flat)
        self._flat_lines.setContentsMargins(0, 0, 0, 0)
        inside = ScrollBody()
        inside.column.setSpacing(fonts.px(8))
        counts = Button(self.tr("Oppfølging og hendelser"), self._ask_counts, kind=ButtonKind.QUIET)
        way = QHBoxLayout()
        way.addWidget(counts)
        way.addStretch(1)
        line = QWidget()
        line.setLayout(way)
        way.setContentsMargins(0, 0, 0, 0)
        inside.add(self._place, self._grid_box, self._legend, line, Hairline(), self._flat)
        self.body.addWidget(inside, 1)

    def set_flats(self, rows: Sequence[DwellingRow]) -> None:
        """Show the flats of one house."""
        if tuple(rows) == self._rows or not rows:
            return
        self._rows = tuple(rows)
        address, postal = house_of(rows[0])
        self.title.setText(address)
        self.setAccessibleName(address)
        self._place.setText(f"{postal} · {plural(len(rows), 'bolig', 'boliger')} i samme hus")
        self._fill(rows)
        self._fill_legend(rows)
        clear(self._flat_lines)

    def _fill(self, rows: Sequence[DwellingRow]) -> None:
        clear(self._grid)
        self.squares = [Square(row) for row in rows]
        places = _places(rows)
        floors = sorted({line for line, _, floor in places if floor is not None})
        for square, (line, column, _) in zip(self.squares, places, strict=True):
            square.clicked.connect(partial(self.choose, square.row.id))
            self._grid.addWidget(square, line, column + 1)
        for line, _, floor in places:
            if floor is not None and line in floors:
                floors.remove(line)
                self._grid.addWidget(Label(f"{floor}.", Type.SMALL, Token.TEXT2), line, 0)
        self._grid.setColumnStretch(ACROSS + 1, 1)

    def _fill_legend(self, rows: Sequence[DwellingRow]) -> None:
        clear(self._lines)
        counts = Counter(row.status for row in rows)
        for line, status in enumerate(s for s in DwellingStatus if counts[s]):
            self._lines.addWidget(_Swatch(CHIPS[status]), line, 0)
            self._lines.addWidget(Label(title_word(status), Type.HELP), line, 1)
            count = Label(str(counts[status]), Type.LABEL_STRONG, tabular=True)
            self._lines.addWidget(count, line, 2, Qt.AlignmentFlag.AlignRight)
        self._lines.setColumnStretch(1, 1)

    def _ask_counts(self) -> None:
        if self._rows:
            self.counted.emit(*house_of(self._rows[0]))

    def choose(self, dwelling: int) -> None:
        """Stand on one flat and tell."""
        self.mark(dwelling)
        self.chosen.emit(dwelling)

    def mark(self, dwelling: int | None) -> None:
        """Show which flat is stood on."""
        clear(self._flat_lines)
        for square in self.squares:
            square.setChecked(square.row.id == dwelling)
        row = next((row for row in self._rows if row.id == dwelling), None)
        if row is not None:
            self._tell(row)

    def _tell(self, row: DwellingRow) -> None:
        lines = self._flat_lines
        lines.addWidget(Label(unit_of(row), Type.GROUP), 0, 0)
        lines.addWidget(ChipLabel(status_chip(row)), 1, 0, Qt.AlignmentFlag.AlignLeft)
        facts = [
            Fact("Soverom", dash("" if row.bedrooms is None else str(row.bedrooms))),
            Fact("Eier", row.owner),
            Fact("Tildeles av", row.allocator),
        ]
        lines.addWidget(Facts(facts), 2, 0)
        foot = QHBoxLayout()
        foot.addWidget(Button(self.tr("Åpne boligen"), partial(self.opened.emit, row.id)))
        foot.addStretch(1)
        lines.addLayout(foot, 3, 0)


def _places(rows: Sequence[DwellingRow]) -> list[tuple[int, int, int | None]]:
    """Line, column and floor of each flat: the top floor first, or simply row after row."""
    numbers = [_UNIT.fullmatch(unit_of(row)) for row in rows]
    known = [(int(found[1]), int(found[2])) for found in numbers if found]
    fits = len(set(known)) == len(rows) and all(1 <= flat <= ACROSS for _, flat in known)
    if not fits:
        return [(place // ACROSS, place % ACROSS, None) for place in range(len(rows))]
    floors = sorted({floor for floor, _ in known}, reverse=True)
    return [(floors.index(floor), flat - 1, floor) for floor, flat in known]
