"""Many letters made one by one in a job: a count, «Avbryt» at a whole one, and how it went."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from app.core.errors import Invalid
from app.core.events import Event
from app.office import Office
from ui.kit.jobs import Cancelled, Progress
from ui.navigation import Navigator

R = TypeVar("R")
GoOn = Callable[[int, int], bool]
Make = Callable[[Office, GoOn], R]

AT_ONCE = 3
"""Up to so many are made without a job."""


class LetterJob(QObject):
    """What was committed is told when the job ends, also when it was stopped in the middle."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        refused: Callable[[Invalid], None],
        home: QObject,
    ) -> None:
        super().__init__(home)
        self._office, self._navigator, self._refused = office, navigator, refused
        self._committed: Callable[[], None] | None = None
        navigator.jobs.ended.connect(self._ended)

    def run(self, count: int, words: str, make: Make[R], made: Callable[[R], None]) -> None:
        """Make so many; `make` gets an office of its own and asks before each whether to go on."""
        if count <= AT_ONCE:
            self._at_once(make, made)
            return

        def work(progress: Progress) -> None:
            progress.step(0, count, words)
            events: list[Event] = []
            with self._office.for_job() as own:
                own.listen(events.append)
                result = make(own, partial(_go_on, progress))
            self._committed = lambda: self._tell(events, result, made)

        self._navigator.attempt(
            lambda: self._navigator.jobs.start(work, lambda _: self._deliver(), self._failed)
        )

    def _at_once(self, make: Make[R], made: Callable[[R], None]) -> None:
        try:
            result = make(self._office, lambda *_: True)
        except Invalid as error:
            self._refused(error)
        else:
            made(result)

    def _tell(self, events: list[Event], result: R, made: Callable[[R], None]) -> None:
        for event in events:
            self._office.publish(event)
        made(result)

    def _ended(self) -> None:
        """A method, so that the tie goes with the page when the register is locked."""
        QTimer.singleShot(0, self, self._deliver)

    def _deliver(self) -> None:
        committed, self._committed = self._committed, None
        if committed is not None:
            committed()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Invalid):
            self._refused(error)
        else:
            self._navigator.failed.emit(error)


def _go_on(progress: Progress, done: int, total: int) -> bool:
    """Stops at a whole letter: what is asked for in the middle waits for its end."""
    try:
        progress.step(done, total)
    except Cancelled:
        return False
    return True
