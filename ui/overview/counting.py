"""Counting beside the screen: what is wanted now, how far it has come, and a way to stop it."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.records import dataclass
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.fonts import Type
from ui.kit.jobs import Progress
from ui.kit.palette import Token
from ui.kit.progress import Bar
from ui.kit.words import Label
from ui.navigation import Navigator

T = TypeVar("T")
Told = Callable[[int, int], None]

AT_ONCE_MS = 100
"""What is counted within this is on the page before anything is painted."""
SHOWN_AFTER_MS = 300
"""After so much more it is told that we count; until then the page stands as it was."""
QUARTERS = 4
MOST_KNOWN = 16


@dataclass(frozen=True, slots=True)
class Wish(Generic[T]):
    """What is to be counted: named by `key`, told in `words`, made by an office of the job's own.

    `beside` is made for the numbers in sight, a paper of them, and they are left standing.
    """

    key: Hashable
    words: str
    make: Callable[[Office, Told], T]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class _Asked(Generic[T]):
    """A wish, and who hears what came of it."""

    wish: Wish[T]
    done: Callable[[T], None]
    refused: Callable[[OfficeError], None]


class Counting(QWidget):
    """One at a time; a newer wish takes the place of the one that runs.

    `numbers` are hidden while others than those they show are counted. What was counted is
    remembered until something is done in the register, or a new day comes.
    """

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        name: str,
        numbers: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._jobs = navigator.jobs.beside(name)
        self._numbers = tuple(numbers)
        self._asked: _Asked[object] | None = None
        self._stopped: _Asked[object] | None = None
        self._shown: Hashable = None
        self._known: dict[Hashable, object] = {}
        self._known_at: object = None
        self._told_quarters = 0
        self._far = (0, 0)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SHOWN_AFTER_MS)
        self._wait.timeout.connect(self._show_waiting)
        self._jobs.progressed.connect(self._tell)
        self._build()
        self.hide()

    def _build(self) -> None:
        small = ButtonSize.SMALL
        self.words = Label("", Type.BODY_STRONG, wrap=True)
        self.count = Label("", Type.HELP, Token.TEXT2, tabular=True)
        self.stop_button = Button(self.tr("Avbryt"), self.cancel, kind=ButtonKind.QUIET, size=small)
        self.again_button = Button(self.tr("Tell på nytt"), self._again, size=small)
        self.bar = Bar(self.tr("Framdrift"))
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        row.addWidget(self.words, 1)
        for each in (self.count, self.stop_button, self.again_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addStretch(1)

    @property
    def busy(self) -> bool:
        """Whether something is being counted."""
        return self._asked is not None

    def read(
        self, wish: Wish[T], done: Callable[[T], None], refused: Callable[[OfficeError], None]
    ) -> None:
        """Count it, and tell `done` on this thread if it is still wanted then."""
        self.leave()
        self._stopped = None
        self._forget_the_old()
        if wish.key in self._known:
            self._rest(wish)
            done(self._known[wish.key])  # type: ignore[arg-type]  # kept under the key of this wish
            return
        self._far = (0, 0)
        asked = _Asked(wish, done, refused)
        self._asked = asked  # type: ignore[assignment]  # the same T in and out

        def work(progress: Progress) -> T:
            with self._office.for_job(lambda: progress.cancelled) as own:
                return wish.make(own, progress.step)

        self._jobs.newest(work, partial(self._done, asked), partial(self._failed, asked))
        if not self._jobs.wait(AT_ONCE_MS) and self._asked is asked:
            self._wait.start()

    def leave(self) -> bool:
        """Stop what is counted, for it is not wanted any more; whether there was anything."""
        self._wait.stop()
        asked, self._asked = self._asked, None
        if asked is not None:
            self._jobs.cancel()
        return asked is not None

    def cancel(self) -> None:
        """The officer stops it: that is told, with a way to begin anew."""
        asked = self._asked
        if asked is None:
            return
        self.leave()
        self._stopped = asked
        self._say(self.tr("Stoppet. Ingenting er endret."), runs=False)

    def _again(self) -> None:
        if self._stopped is not None:
            self.read(self._stopped.wish, self._stopped.done, self._stopped.refused)
            self._show_waiting()

    def _forget_the_old(self) -> None:
        """What was counted holds until something is done, or another day comes."""
        now = (self._office.history.head(), self._office.clock.today())
        if now != self._known_at or len(self._known) > MOST_KNOWN:
            self._known, self._known_at = {}, now

    def _done(self, asked: _Asked[T], counted: T) -> None:
        if self._asked is not asked:
            return
        self._asked = None
        if not asked.wish.beside:
            self._known[asked.wish.key] = counted
        self._rest(asked.wish)
        asked.done(counted)

    def _failed(self, asked: _Asked[T], error: Exception) -> None:
        if self._asked is not asked:
            return
        self._asked = None
        self._rest(asked.wish)
        if not isinstance(error, OfficeError):
            raise error
        asked.refused(error)

    def _rest(self, wish: Wish[T]) -> None:
        """The numbers again, where this was told of."""
        self._wait.stop()
        if self.isVisible():
            self._announce(self.tr("Ferdig"))
        self.hide()
        for each in self._numbers:
            each.show()
        if not wish.beside:
            self._shown = wish.key

    # what is told

    def _show_waiting(self) -> None:
        """It takes longer than a moment: say so, and show no numbers of anything else."""
        if self._asked is None:
            return
        self._told_quarters = 0
        wish = self._asked.wish
        if not wish.beside and wish.key != self._shown:
            for each in self._numbers:
                each.hide()
        self._say(wish.words, runs=True)
        self._show_share()

    def _say(self, words: str, *, runs: bool) -> None:
        self.words.setText(words)
        self.count.setText("")
        self.bar.hide()
        self.stop_button.setVisible(runs)
        self.again_button.setVisible(not runs)
        self.show()
        self._announce(words)

    def _tell(self, done: int, total: int, _words: str) -> None:
        """How far it is; each quarter is said."""
        self._far = (done, total)
        if self._asked is not None and self.isVisible():
            self._show_share()

    def _show_share(self) -> None:
        done, total = self._far
        if not total:
            return
        self.count.setText(self.tr("{} av {}").format(done, total))
        self.bar.set_share(done / total)
        self.bar.show()
        quarters = done * QUARTERS // total
        if quarters > self._told_quarters:
            self._told_quarters = quarters
            self._announce(self.bar.accessibleName())

    def _announce(self, words: str) -> None:
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
