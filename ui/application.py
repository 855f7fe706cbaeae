"""The program: one window on one register. First run, unlocking, locking and closing."""

import gc
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QObject,
    QThread,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMenu, QWidget

from app.core.errors import OfficeError
from app.office import Office
from app.register import Register
from ui.kit import fonts, machine
from ui.kit.jobs import Jobs
from ui.kit.keys import Key, bind
from ui.kit.lock_watch import LockWatch
from ui.kit.system_signals import SystemSignals
from ui.labels import message
from ui.main_window import MainWindow, OfficeView
from ui.navigation import PageId, Place
from ui.unlock.first_run import FirstRunWizard
from ui.unlock.new_access import NewAccess
from ui.unlock.older import OlderCopy
from ui.unlock.page import UnlockPage
from ui.unlock.restore import RestorePage

CLOSING_WAITS_MS = 3000
"""For the copy of what was changed; one that takes longer is made at the next start."""
STOPPING_WAITS_MS = 20_000
"""For what was told to stop, with the window gone. The pages of a register of 1 GB are looked
through in one statement that nothing breaks off, and it takes nine seconds."""
_RETRY_MS = 20

_log = logging.getLogger(__name__)


class Program(QObject):
    """What stands in the window, and the register behind it.

    `locked` when nothing of the register is left: connections, key, pages and models are gone.
    """

    locked = Signal()

    def __init__(
        self,
        register: Register,
        *,
        make_register: Callable[[Path], Register] = Register,
        leave_process: Callable[[int], object] = os._exit,
    ) -> None:
        super().__init__()
        self.register = register
        self._make_register, self._leave_process = make_register, leave_process
        self.window = MainWindow()
        self.jobs = Jobs(self)
        self.office: Office | None = None
        self.view: OfficeView | None = None
        self.watch = LockWatch(machine.idle_minutes, self)
        self._signals = SystemSignals(self)
        self._closing = False
        self._hurried = False
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.setInterval(_RETRY_MS)
        self._ending.timeout.connect(self._back_up_and_let_go)
        self._when_locked: Callable[[], object] | None = None
        self.watch.wanted.connect(self.lock)
        self._signals.away.connect(self.lock)
        self.window.closing.connect(self.close)
        bind(Key.QUIT, self.window, self.window.close)

    @property
    def inside(self) -> QWidget | None:
        """What stands in the window now."""
        return self.window.centralWidget()

    def begin(self) -> None:
        """Show the window with the first run or the way in."""
        if self.register.exists:
            self._show_unlock(at_start=True)
        else:
            wizard = FirstRunWizard(self.register)
            wizard.made.connect(self._first_shown)
            self.window.show_inside(wizard)
        self.window.show()
        self.watch.listen_to(self.window.windowHandle())
        self._signals.begin(self.window.windowHandle())

    # ways in

    def _show_unlock(self, *, at_start: bool = False, note: str = "") -> None:
        page = UnlockPage(self.register, at_start=at_start, note=note, jobs=self.jobs)
        page.opened.connect(self._opened)
        page.hurried.connect(self._hurry)
        page.restore_wanted.connect(self._show_restore)
        page.other_wanted.connect(self._open_other)
        self.window.show_inside(page)

    def _show_restore(self) -> None:
        if self.office is not None:  # its last copy is still being made
            self._when_locked = self._show_restore
            return
        page = RestorePage(self.register, self.jobs)
        page.left.connect(self._show_unlock)
        page.restored.connect(lambda note: self._show_unlock(note=note))
        self.window.show_inside(page)

    def _open_other(self, path: Path) -> None:
        if self.office is not None:
            self._when_locked = lambda: self._open_other(path)
            return
        self.register = self._make_register(path)
        self._show_unlock(at_start=True)

    def _opened(self, office: Office) -> None:
        """The key was right. What must be said or made first comes before the register."""
        self.office = office
        if office.settings.me is None:
            access = NewAccess(office)
            access.made.connect(self._reopen)
            access.left.connect(self.lock)
            self.window.show_inside(access)
        elif office.opening.compared == "older":
            older = OlderCopy(office)
            older.accepted.connect(lambda: self.show_register(office))
            older.restore_wanted.connect(self._lock_and_restore)
            older.left.connect(self.lock)
            self.window.show_inside(older)
        else:
            self.show_register(office)
            self._say_how_found(office)
        self.watch.begin()

    def _reopen(self, passphrase: str) -> None:
        """The recovery key opened it for nobody: from here on a person has opened it."""
        self._let_go()
        try:
            self._opened(self.register.open_with_passphrase(passphrase))
        except OfficeError as error:
            self._show_unlock(note=message(error))

    def _first_shown(self, office: Office) -> None:
        """A new register has its first copy at once."""
        self.show_register(office)
        if self.view is not None:
            self.view.back_up()

    def show_register(self, office: Office) -> None:
        """The open register, from now on."""
        self.office = office
        profile = office.settings.profile
        machine.remember_names(office.files.register, profile.municipality, profile.name)
        view = OfficeView(office, self.jobs)
        view.lock_wanted.connect(self.lock)
        view.navigator.wanted.connect(self._listen)
        self.view = view
        self.window.show_inside(view)
        self.watch.begin()

    def _say_how_found(self, office: Office) -> None:
        if self.view is None:
            return
        if machine.known_register(office.files.register).key_unconfirmed:
            words = self.tr(
                "Gjenopprettingsnøkkelen er ikke bekreftet. Se «Innstillinger», «Tilgang»"
            )
            self.view.toast.say(words)
        elif office.opening.compared == "unknown":
            self.view.toast.say(self.tr("Denne maskinen har ikke åpnet dette registeret før"))
        elif not office.opening.clean_end:
            words = self.tr("Husrom ble ikke lukket riktig sist. Registeret er kontrollert og helt")
            self.view.toast.say(words)

    def _listen(self, place: Place) -> None:
        """The settings ask for what can only be done when the register is closed."""
        if place.page is PageId.SETTINGS and place.task == "restore":
            QTimer.singleShot(0, self, self._lock_and_restore)

    def _lock_and_restore(self) -> None:
        self._when_locked = self._show_restore
        self.lock()

    # locking

    def lock(self) -> None:
        """Empty the screen at once, then take a backup if one waits, and let everything go."""
        if self.office is None or isinstance(self.inside, UnlockPage):
            return
        if _close_floating() or QThread.currentThread().loopLevel() > 1:
            QTimer.singleShot(_RETRY_MS, self, self.lock)  # the dialog's caller must end first
            return
        self.watch.stop()
        self._empty_window()
        _clear_clipboard()
        self.jobs.stop_all()
        self._hurried = False
        self._back_up_and_let_go()

    def _empty_window(self) -> None:
        """Drafts are kept, then every page, model and document in memory is destroyed."""
        if self.view is not None:
            with suppress(OfficeError):  # a full disk keeps no register open
                self.view.leave()
            for table in self.view.findChildren(QAbstractItemView):
                table.model().deleteLater()  # nobody owns a model but its own reference
        self.view = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            fonts.install(application, machine.text_size() / 100)
        self._show_unlock()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _back_up_and_let_go(self) -> None:
        """The window stays alive while a copy is made; what failed is made at the next start."""
        office = self.office
        if not self.jobs.still:  # a job that had not come to a whole document in time
            self._tell_waiting(self.tr("Lukker registeret …"))
            self._ending.start()
            return
        if office is None or self._hurried or not office.safekeeping.pending:
            self._let_go()
            return
        self._tell_waiting(self.tr("Tar sikkerhetskopi …"))
        self.jobs.start(
            lambda progress: office.back_up(lambda: progress.cancelled),
            lambda _path: self._let_go(),
            lambda _error: self._let_go(),
        )

    def _hurry(self) -> None:
        """The officer wants in again: the copy after the lock is broken off and made later."""
        self._hurried = True
        self._when_locked = None
        self.jobs.cancel()
        self._ending.start()

    def _tell_waiting(self, words: str) -> None:
        if isinstance(self.inside, UnlockPage):
            self.inside.set_waiting(words)

    def _let_go(self) -> None:
        office, self.office = self.office, None
        try:
            if office is not None:
                office.close()
        finally:
            self.register.let_go()
        del office
        gc.collect()
        self._tell_waiting("")
        self.locked.emit()
        act, self._when_locked = self._when_locked, None
        if act is not None:
            act()

    # closing

    def close(self) -> None:
        """Keep drafts, back up for at most three seconds, close. Harmless when called again.

        What does not stop when it is told to is the only thing that ends the process here.
        """
        if self._closing:
            return
        self._closing = True
        self.watch.stop()
        in_time = self._close_register()
        _log.info("closed")
        if not in_time:
            self._leave_process(0)

    def _close_register(self) -> bool:
        if isinstance(self.inside, FirstRunWizard) and self.office is None:
            self.office = self.inside.office
        if self.view is not None:
            with suppress(OfficeError):
                self.view.leave()
        self.window.hide()
        self._ending.stop()
        until = QDeadlineTimer(CLOSING_WAITS_MS)
        in_time = self.jobs.stop_all(STOPPING_WAITS_MS)
        if in_time and isinstance(self.inside, UnlockPage):
            self.inside.leave()
        office = self.office
        if in_time and office is not None and office.safekeeping.pending:
            in_time = self._back_up_until(until, office)
        self.office = None
        try:
            if office is not None:
                office.close()
        finally:
            self.register.let_go()
        return in_time

    def _back_up_until(self, until: QDeadlineTimer, office: Office) -> bool:
        """A copy of what was changed, if there is time. False when it could not be broken off."""
        if until.hasExpired():
            return True
        self.jobs.start(
            lambda progress: office.back_up(lambda: progress.cancelled),
            lambda _path: None,
            lambda _error: None,
        )
        self.jobs.wait(until.remainingTime())
        return self.jobs.stop_all(STOPPING_WAITS_MS)


def _close_floating() -> bool:
    """Leave every dialog and menu; whether there was any."""
    floating = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog | QMenu) and one.isVisible()
    ]
    for one in floating:
        if isinstance(one, QDialog):
            one.reject()
        else:
            one.close()
    return bool(floating)


def _clear_clipboard() -> None:
    """Only what we put there."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
