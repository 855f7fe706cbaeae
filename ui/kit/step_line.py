"""Steps with their days on one line, and where one is now; all of it is said in words as well."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.records import dataclass
from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color

LEAST = 84  # the room a step needs for its day
HIGH = 58
LATE = 18


class Mark(Enum):
    """How a step is drawn."""

    DONE = "done"
    PASSED = "passed"
    NEXT = "next"
    CURRENT = "current"
    URGENT = "urgent"
    COMING = "coming"

    @property
    def now(self) -> bool:
        """Whether its time has come."""
        return self in {Mark.CURRENT, Mark.URGENT}

    @property
    def ahead(self) -> bool:
        """Whether it is the one that comes next, near or far."""
        return self is Mark.NEXT or self.now


@dataclass(frozen=True, slots=True)
class LineStep:
    """A short name, its day, and the whole of it for one who listens; `kept` is always shown."""

    name: str
    when: str
    mark: Mark
    said: str
    kept: bool = False


class StepLine(QWidget):
    """Done is filled with a tick, what is near a ring with a dot, the rest small rings.

    Where there is no room for all, those around the next are shown.
    """

    def __init__(self, name: str, steps: Sequence[LineStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(". ".join(step.said for step in self._steps))

    @property
    def seen(self) -> tuple[LineStep, ...]:
        """Those there is room for: the next, those that are kept, what follows, what was before."""
        most = max(2, self.width() // fonts.px(LEAST))
        places = range(len(self._steps))
        now = next((at for at in places if self._steps[at].mark.ahead), len(self._steps))
        wanted = [at for at in places if at == now or self._steps[at].kept]
        wanted += [at for at in places if at > now]
        wanted += [at for at in reversed(places) if at < now]
        shown = sorted(list(dict.fromkeys(wanted))[:most])
        return tuple(self._steps[at] for at in shown)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(LEAST) * min(5, max(1, len(self._steps))), fonts.px(HIGH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(LEAST) * 2, fonts.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.seen
        wide = self.width() / max(1, len(shown))
        middle = fonts.px(11)
        if len(shown) > 1:
            painter.setPen(QPen(color(Token.LINE), 2))
            painter.drawLine(round(wide / 2), middle, round(self.width() - wide / 2), middle)
        for place, step in enumerate(shown):
            self._dot(painter, wide * (place + 0.5), middle, step.mark)
            self._words(painter, QRectF(wide * place, fonts.px(24), wide, 0), step)
        painter.end()

    @staticmethod
    def _dot(painter: QPainter, at: float, middle: int, mark: Mark) -> None:
        size = fonts.px(LATE if mark.now or mark is Mark.DONE else 12)
        rect = QRectF(at - size / 2, middle - size / 2, size, size)
        painter.setBrush(QBrush(color(Token.CARD)))
        if mark is Mark.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(rect)
            icons.paint(painter, rect, Icon.OK, Token.ACCENTFILL, Weight.FILL)
            return
        edges = {
            Mark.URGENT: Token.REDFILL,
            Mark.CURRENT: Token.ACCENTFILL,
            Mark.NEXT: Token.ACCENTFILL,
        }
        edge = color(edges.get(mark, Token.FIELD))
        painter.setPen(QPen(edge, 2))
        painter.drawEllipse(rect)
        if mark.now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(edge))
            painter.drawEllipse(rect.adjusted(size / 3.4, size / 3.4, -size / 3.4, -size / 3.4))

    @staticmethod
    def _words(painter: QPainter, room: QRectF, step: LineStep) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        high = paint.height_of(Type.SMALL)
        token = Token.RED if step.mark is Mark.URGENT else Token.TEXT
        room.setHeight(high)
        paint.text(painter, room, step.name, Type.SMALL_STRONG, token, centre)
        room.translate(0, high)
        quiet = token if step.mark is Mark.URGENT else Token.TEXT2
        paint.text(painter, room, step.when, Type.SMALL, quiet, centre)
