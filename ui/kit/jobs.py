"""One background thread for work over 200 ms: progress, cancel, and failures brought home."""

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QObject,
    QRunnable,
    QThreadPool,
    Signal,
    Slot,
)

from app.core.errors import OfficeError

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818  it is no error: the officer asked for it
    """Raised inside a job at its next step after the officer cancelled or locked."""


class Progress:
    """What a job is given: it tells how far it is, and is told to stop."""

    def __init__(self, told: Callable[[int, int, str], None]) -> None:
        self._told = told
        self._stop = threading.Event()

    def step(self, done: int, total: int, words: str = "") -> None:
        """Tell how far; raises Cancelled if the job should stop here."""
        self.check()
        self._told(done, total, words)

    def check(self) -> None:
        """Raise Cancelled if the job should stop; call between whole documents or rows."""
        if self._stop.is_set():
            raise Cancelled

    @property
    def cancelled(self) -> bool:
        """Whether the job has been asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()


class _Run(QRunnable):
    """Does the work on the thread and posts the outcome to the main thread."""

    def __init__(
        self, work: Callable[[Progress], object], progress: Progress, home: "Jobs"
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work, self._progress, self._home = work, progress, home

    def run(self) -> None:
        try:
            self._home.finished.emit(self, self._work(self._progress), None)
        except Exception as error:  # noqa: BLE001  whatever it is, the main thread must hear it
            self._home.finished.emit(self, None, error)


class Jobs(QObject):
    """Runs one job at a time; `done`, `failed` and `told` are called on the main thread.

    A cancelled job calls neither `done` nor `failed`, only `ended`.
    """

    finished = Signal(object, object, object)
    reported = Signal(int, int, str)
    progressed = Signal(int, int, str)
    started = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._run: _Run | None = None
        self._progress: Progress | None = None
        self._done: Callable[[object], None] | None = None
        self._failed: Callable[[Exception], None] | None = None
        self._next: Callable[[], object] | None = None
        self._beside: dict[str, Jobs] = {}
        self.finished.connect(self._finish)
        self.reported.connect(self.progressed)

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._run is not None

    @property
    def still(self) -> bool:
        """Whether nothing runs here, nor beside."""
        return not self.busy and all(each.still for each in self._beside.values())

    def beside(self, name: str) -> "Jobs":
        """For what only reads: in the way of none of these, and stopped with them."""
        if name not in self._beside:
            self._beside[name] = Jobs(self)
        return self._beside[name]

    @property
    def upkeep(self) -> "Jobs":
        """For the backup and check that nobody asked for: whoever asks for a job is not refused."""
        return self.beside("upkeep")

    def start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Progress:
        """Run `work` on the thread. Raises OfficeError `job_running` if one runs already."""
        if self.busy:
            raise OfficeError("job_running")
        progress = Progress(self.reported.emit)
        self._done, self._failed = done, failed  # type: ignore[assignment]  # the same T in and out
        self._progress = progress
        self._run = _Run(work, progress, self)
        self.started.emit()
        self._pool.start(self._run)
        return progress

    def newest(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run this instead of what runs, which is cancelled; begins when that has stopped."""
        self.cancel()
        if self.busy:
            self._next = partial(self.start, work, done, failed)
        else:
            self.start(work, done, failed)

    def wait(self, wait_ms: int) -> bool:
        """Wait a moment for what runs, and hear what came of it. False if it still runs."""
        until = QDeadlineTimer(wait_ms)
        while self.busy and self._pool.waitForDone(until.remainingTime()):
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return not self.busy

    def cancel(self) -> None:
        """Ask the running job to stop at its next step, and let none wait behind it."""
        self._next = None
        if self._progress is not None:
            self._progress.cancel()

    def stop_all(self, wait_ms: int = 3000) -> bool:
        """For locking and closing: cancel, wait, forget. False if a job did not stop in time.

        The time is for all of them together.
        """
        until = QDeadlineTimer(wait_ms)
        for each in (self, *self._beside.values()):
            each.cancel()
        stopped = self._pool.waitForDone(until.remainingTime())
        self._done = self._failed = None
        if stopped:
            self._clear()
        beside = [each.stop_all(until.remainingTime()) for each in self._beside.values()]
        return stopped and all(beside)

    @Slot(object, object, object)
    def _finish(self, run: object, result: object, error: object) -> None:
        done, failed, progress = self._done, self._failed, self._progress
        if run is not self._run:
            return  # a job that was stopped and forgotten
        self._pool.waitForDone()  # the thread is at its last line; its object must outlive that
        self._clear()
        if isinstance(error, Cancelled) or (progress is not None and progress.cancelled):
            return
        if isinstance(error, Exception):
            if failed is not None:
                failed(error)
        elif done is not None:
            done(result)

    def _clear(self) -> None:
        self._run = self._progress = self._done = self._failed = None
        self.ended.emit()
        begin, self._next = self._next, None
        if begin is not None and not self.busy:
            begin()
