"""What must be done before a big register is opened: told in words, and one may leave it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.opening import OpeningStage
from app.register import Ajar
from ui.kit import fonts
from ui.kit.fonts import Type
from ui.kit.jobs import Jobs, Progress
from ui.kit.palette import Token
from ui.kit.progress import JobProgress
from ui.kit.words import Label
from ui.labels import title_word


class Readying(QWidget):
    """`ready` when it may be opened, `left` when the officer broke it off, `failed(OfficeError)`.

    The window lives meanwhile. Whoever made this opens or leaves the register then.
    """

    ready = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, ajar: Ajar, jobs: Jobs) -> None:
        super().__init__()
        self._ajar, self._jobs = ajar, jobs
        self._over = False
        outdated = OpeningStage.RAISED in ajar.stages
        why = (
            self.tr("Registeret er fra en eldre utgave av Husrom og må oppdateres først.")
            if outdated
            else self.tr("Husrom ble ikke lukket riktig sist. Registeret må ses gjennom først.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(10))
        column.addWidget(Label(self.tr("Gjør registeret klart"), Type.BODY_STRONG))
        words = self.tr("Det er stort, og det kan ta noen minutter. Du kan avbryte: ingenting går")
        words += self.tr(" tapt, og neste gang begynner det på nytt.")
        column.addWidget(Label(f"{why} {words}", Type.HELP, Token.TEXT2, wrap=True))
        self.progress = JobProgress(jobs, stopping=self.tr("Stopper så snart det er trygt"))
        column.addWidget(self.progress)
        jobs.ended.connect(self._ended)

    def begin(self) -> None:
        """Start the job."""
        self._jobs.start(self._work, self._done, self._fail)

    def _work(self, progress: Progress) -> None:
        stages = self._ajar.stages

        def told(stage: OpeningStage) -> None:
            progress.step(stages.index(stage) + 1, len(stages), title_word(stage))

        self._ajar.make_fit(told, lambda: progress.cancelled)

    def _done(self, _nothing: object) -> None:
        self._over = True
        self.ready.emit()

    def _fail(self, error: Exception) -> None:
        self._over = True
        if not isinstance(error, OfficeError):
            self._ajar.leave()
            raise error
        self.failed.emit(error)

    def _ended(self) -> None:
        """What was done or failed is told right after this; what was broken off is not."""
        QTimer.singleShot(0, self, self._tell_left)

    def _tell_left(self) -> None:
        if not self._over:
            self._over = True
            self.left.emit()
