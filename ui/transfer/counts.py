"""The figures over the preview: each is a button that shows its lines alone."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.core.records import dataclass
from app.transfer.model import Counts, FindingKind
from ui.kit import fonts, icons, paint
from ui.kit.chips import ChipKind, Tone
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token
from ui.kit.table import number
from ui.transfer.rows import Line

GAP = 8
ALWAYS_SEEN = 3
_LEFT_OUT = frozenset((FindingKind.ERROR, FindingKind.DOUBLE, FindingKind.SKIPPED))


@dataclass(frozen=True, slots=True)
class Figure:
    """One count: what it is called, its shape, and which lines it counts."""

    key: str
    icon: Icon
    tone: Tone
    words: Callable[[int], str]
    count: Callable[[Counts], int]
    keeps: Callable[[Line], bool]


def _always(words: str) -> Callable[[int], str]:
    return lambda _count: words


def _counted(one: str, many: str) -> Callable[[int], str]:
    return lambda count: one if count == 1 else many


FIGURES = (
    Figure("all", Icon.LIST, Tone.NEUTRAL, _counted("linje i alt", "linjer i alt"),
           lambda c: c.rows, lambda _line: True),
    Figure("taken", Icon.OK, Tone.GREEN, _always("tas inn"),
           lambda c: c.taken, lambda line: line.outcome not in _LEFT_OUT),
    Figure("waiting", ChipKind.URGENT.icon, Tone.RED, _always("venter på deg"),
           lambda c: c.waiting, lambda line: line.outcome is FindingKind.ERROR),
    Figure("to_check", ChipKind.SOON.icon, Tone.AMBER, _always("merket"),
           lambda c: c.to_check, lambda line: line.outcome is FindingKind.TO_CHECK),
    Figure("fixed", ChipKind.FIXED.icon, Tone.BLUE, _always("rettet av seg selv"),
           lambda c: c.fixed, lambda line: FindingKind.FIXED in line.kinds),
    Figure("doubles", ChipKind.DOUBLE.icon, Tone.NEUTRAL, _counted("dobbel", "doble"),
           lambda c: c.doubles, lambda line: line.outcome is FindingKind.DOUBLE),
)  # fmt: skip


class FigureButton(QPushButton):
    """A card with shape, count and words; pressed when its lines alone are shown."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = figure
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Another number."""
        self._count, self._words = number(count), self.figure.words(count)
        self.setAccessibleName(f"{self._count} {self._words}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        words = paint.width_of(f"{self._count}  {self._words}", Type.LABEL_STRONG)
        return QSize(round(words) + fonts.px(50), fonts.px(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = self.rect().toRectF()
        on = self.isChecked()
        ground = Token.ACCENTSOFT if on else Token.HOVER if self.underMouse() else Token.CARD
        paint.box(painter, rect, ground, Token.ACCENT if on else Token.LINE, 7, 2 if on else 1)
        size = fonts.px(16)
        place = icons.at(fonts.px(13), rect.center().y(), size)
        weight = Weight.REGULAR if self.figure.key == "all" else Weight.FILL
        icons.paint(painter, place, self.figure.icon, self.figure.tone.shape, weight)
        words = rect.adjusted(fonts.px(38), 0, 0, 0)
        text = f"{self._count}  {self._words}"
        paint.text(painter, words, text, Type.LABEL_STRONG, Token.TEXT)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 7)
        painter.end()


class Figures(QWidget):
    """The row of figures; it breaks into more rows where there is no room. One is pressed."""

    chosen = Signal(object)  # Figure

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Vis linjer")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(fonts.px(GAP))
        self._group = QButtonGroup(self)
        self.buttons = tuple(FigureButton(figure, self) for figure in FIGURES)
        for button in self.buttons:
            self._group.addButton(button)
        self._gone: set[str] = set()
        self._laid: list[list[FigureButton]] = []
        self.buttons[0].setChecked(True)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.figure))

    @property
    def current(self) -> Figure:
        """Whose lines are shown."""
        return next(button.figure for button in self.buttons if button.isChecked())

    def choose(self, key: str) -> None:
        """Press one and tell."""
        button = next(each for each in self.buttons if each.figure.key == key)
        button.setChecked(True)
        self.chosen.emit(button.figure)

    def set_counts(self, counts: Counts) -> None:
        """Other numbers; those of nothing go away, but for the first three."""
        self._gone.clear()
        for place, button in enumerate(self.buttons):
            count = button.figure.count(counts)
            button.set_count(count)
            gone = not count and place >= ALWAYS_SEEN
            button.setVisible(not gone)
            if gone:
                self._gone.add(button.figure.key)
        self._arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        widest = max(button.sizeHint().width() for button in self.buttons)
        return QSize(widest, super().minimumSizeHint().height())

    def _arrange(self, width: int) -> None:
        """As many in a row as there is room for."""
        rows: list[list[FigureButton]] = [[]]
        used = 0
        for button in self.buttons:
            if button.figure.key in self._gone:
                continue
            wide = button.sizeHint().width() + fonts.px(GAP)
            if rows[-1] and used + wide - fonts.px(GAP) > width:
                rows.append([])
                used = 0
            rows[-1].append(button)
            used += wide
        if rows != self._laid:
            self._laid = rows
            self._lay(rows)

    def _lay(self, rows: list[list[FigureButton]]) -> None:
        while (old := self._rows.takeAt(0)) is not None:
            line = old.layout()
            while line is not None and line.takeAt(0) is not None:
                pass
        for buttons in rows:
            line = QHBoxLayout()
            line.setSpacing(fonts.px(GAP))
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            self._rows.addLayout(line)
