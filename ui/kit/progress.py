"""A bar with known length, words, count and «Avbryt»; shows itself when a job takes a second."""

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import fonts, paint
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.fonts import Type
from ui.kit.jobs import Jobs
from ui.kit.palette import Token, high_contrast
from ui.kit.words import ElidedLabel, Label

SHOWN_AFTER_MS = 1000


class Bar(QWidget):
    """A bar 8 high, filled by its share; read aloud as per cent."""

    def __init__(self, name: str, share: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(share)

    def set_share(self, share: float) -> None:
        """How much is filled, 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(f"{self._name}: {round(self._share * 100)} prosent")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(120), 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        edge = Token.FIELD if high_contrast() else None
        paint.box(painter, rect, Token.NEUTRALBG, edge, 4)
        rect.setWidth(rect.width() * self._share)
        if rect.width() > 0:
            paint.box(painter, rect, Token.ACCENTFILL, None, 4)
        painter.end()


class JobProgress(QWidget):
    """Words, «193 av 312», «Avbryt» and the bar, for the job that runs.

    `stopping` says why a job that is cancelled does not stop at once.
    """

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        stopping: str = "Stopper ved neste hele dokument",
    ) -> None:
        super().__init__(parent)
        self._jobs, self._stopping = jobs, stopping
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(4))
        row = QHBoxLayout()
        self.words = ElidedLabel("Arbeider", Type.LABEL)
        self.count = Label("", Type.HELP, Token.TEXT2, tabular=True)
        self.cancel_button = Button(
            "Avbryt", self._cancel, kind=ButtonKind.QUIET, size=ButtonSize.SMALL
        )
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        row.addWidget(self.cancel_button)
        column.addLayout(row)
        self.bar = Bar("Framdrift")
        column.addWidget(self.bar)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SHOWN_AFTER_MS)
        self._wait.timeout.connect(self.show)
        jobs.started.connect(self._begin)
        jobs.progressed.connect(self.tell)
        jobs.ended.connect(self._end)
        self.hide()

    def _begin(self) -> None:
        self.tell(0, 0, "Arbeider")
        self.cancel_button.set_off("")
        self._wait.start()

    def tell(self, done: int, total: int, words: str) -> None:
        """Show how far it is."""
        if words:
            self.words.setText(words)
        self.count.setText(f"{done} av {total}" if total else "")
        self.bar.set_share(done / total if total else 0.0)

    def _cancel(self) -> None:
        self.cancel_button.set_off(self._stopping)
        self._jobs.cancel()

    def _end(self) -> None:
        self._wait.stop()
        self.hide()
