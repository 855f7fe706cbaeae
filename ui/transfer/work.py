"""Work off the main thread: what is under way, and telling at home what a job has written."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.events import Event
from app.office import Office
from ui.kit.jobs import Progress
from ui.navigation import Navigator

T = TypeVar("T")


class Work(QObject):
    """One job at a time, with progress and cancel; `changed` when one begins or ends."""

    changed = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self.under_way = ""
        self._committed: Callable[[], None] | None = None
        navigator.jobs.ended.connect(self._ended)

    def run(self, words: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Do something that takes its time; what is refused is shown."""

        def start() -> None:
            self.under_way = words
            self._navigator.jobs.start(work, done, self._navigator.failed.emit)

        if not self._navigator.attempt(start):
            self.under_way = ""
        self.changed.emit()

    def write(
        self, words: str, act: Callable[[Office, Progress], T], done: Callable[[T], None]
    ) -> None:
        """A job that writes on its own connection; its events are told here afterwards.

        What was committed is told even if «Avbryt» came a moment too late.
        """

        def work(progress: Progress) -> None:
            events: list[Event] = []
            with self._office.for_job() as own:
                own.listen(events.append)
                result = act(own, progress)
            self._committed = lambda: self._tell(tuple(events), lambda: done(result))

        self.run(words, work, lambda _: self._deliver())

    def _ended(self) -> None:
        self.under_way = ""
        self.changed.emit()
        QTimer.singleShot(0, self, self._deliver)

    def _deliver(self) -> None:
        committed, self._committed = self._committed, None
        if committed is not None:
            committed()

    def _tell(self, events: tuple[Event, ...], done: Callable[[], None]) -> None:
        for event in events:
            self._office.publish(event)
        done()
