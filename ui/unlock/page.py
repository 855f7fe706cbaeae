"""Unlocking: the passphrase first, quiet second ways, the last backup in sight."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.days import day_and_year
from app.core.errors import FileProblem, OfficeError
from app.register import Ajar, Register
from ui.kit import fonts, machine, paint
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import clear
from ui.kit.field import Field, Verdict
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.jobs import Jobs
from ui.kit.palette import Token
from ui.kit.secret_fields import PassphraseField
from ui.kit.words import IconLabel, Label
from ui.labels import message, moment
from ui.unlock.backdrop import Backdrop, FloatingCard
from ui.unlock.readying import Readying
from ui.unlock.ways import Head, Or, SecondWay, Trouble

# what a backup mends
MENDED_BY_BACKUP = frozenset(
    {
        "register_missing",
        "register_empty",
        "register_damaged",
        "register_plain",
        "envelope_missing",
        "envelope_damaged",
    }
)
_PAINTED_MS = 150
"""The page stands there by then; what is read ahead is read while the officer types."""


class UnlockPage(QWidget):
    """`opened(Office)` when a way in has worked; the other signals are wishes for other pages.

    `hurried` when one wants in while something else must end first: it is to end soon.

    The keyring is offered at the program's start alone, never after a lock.
    """

    opened = Signal(object)
    hurried = Signal()
    restore_wanted = Signal()
    other_wanted = Signal(object)  # Path

    def __init__(
        self, register: Register, *, at_start: bool, note: str = "", jobs: Jobs | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Lås opp"))
        self._register = register
        self._jobs = jobs or Jobs(self)
        self._ajar: Ajar | None = None
        self._at_start = at_start
        self._known = machine.known_register(register.files.register)
        self.card = FloatingCard()
        self.field: Field = TextField("none", "")
        backup = register.newest_backup()
        self._foot = _Foot(self._backup_words(backup), self._choose_other, saved=backup is not None)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Backdrop(self.card, self._foot))
        self._note = note
        self._waiting = ""
        self._asked = False
        self.show_passphrase()
        QTimer.singleShot(_PAINTED_MS, self, register.read_ahead)

    # what the card shows

    def show_passphrase(self) -> None:
        """The usual way."""
        field = PassphraseField("passphrase", self.tr("Passord"))
        field.submitted.connect(self.unlock)
        field.line.textEdited.connect(self._think_again)
        field.line.installEventFilter(self)
        self.caps = Label(self.tr("Caps Lock er på"), Type.HELP, Token.AMBER)
        self.caps.hide()
        self._fill(field, self.tr("Lås opp"), self.caps)
        if self._at_start and self._known.keyring_since is not None:
            since = day_and_year(self._known.keyring_since)
            self._add_way(
                Icon.KEYRING,
                self.tr("Lås opp med nøkkelringen på maskinen"),
                self.tr("Slått på for denne maskinen {}").format(since),
                self._by_keyring,
            )
        self._add_way(
            Icon.RECOVERY,
            self.tr("Bruk gjenopprettingsnøkkelen"),
            self.tr("Arket med åtte grupper i kommunens safe"),
            self.show_recovery,
        )
        self._add_restore()

    def show_recovery(self) -> None:
        """The printed key; a new passphrase must be made afterwards."""
        field = TextField(
            "recovery",
            self.tr("Gjenopprettingsnøkkel"),
            hint=self.tr("Åtte grupper med fem tegn. Store og små bokstaver er like."),
            longest=80,
        )
        field.line.returnPressed.connect(self.unlock)
        field.changed.connect(lambda _name: self._count(field))
        self._fill(field, self.tr("Lås opp"))
        self._add_way(
            Icon.LEASES,
            self.tr("Bruk passordet"),
            self.tr("Hvis du husker det likevel"),
            self.show_passphrase,
        )
        self._add_restore()

    def show_trouble(self, error: OfficeError) -> None:
        """What keeps the register shut, with the right way on."""
        self._empty()
        ways = [Button(self.tr("Prøv igjen"), self.show_passphrase, size=ButtonSize.LARGE)]
        more = ""
        if error.code in MENDED_BY_BACKUP:
            words, wish = self.tr("Gjenopprett sikkerhetskopi"), self.restore_wanted.emit
            ways.insert(0, Button(words, wish, kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE))
            more = self._backup_words(self._register.newest_backup())
        self.trouble = Trouble(error, *ways, more=f"{more}." if more else "")
        self.card.body.addWidget(self.trouble)
        self.card.body.addStretch(1)
        ways[0].setFocus()

    def _fill(self, field: Field, words: str, *under: QWidget) -> None:
        self._empty()
        if self._note:
            self.card.body.addWidget(Label(self._note, Type.HELP, Token.TEXT2, wrap=True))
        self.field = field
        self.card.body.addWidget(field)
        for part in under:
            self.card.body.addWidget(part)
        self.button = Button(words, self.unlock, kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE)
        self.button.setSizePolicy(self.field.sizePolicy())
        self.card.body.addWidget(self.button)
        self.waited_for = Label("", Type.HELP, Token.TEXT2)
        self.card.body.addWidget(self.waited_for)
        self.card.body.addWidget(Or())
        self.set_waiting(self._waiting)
        QTimer.singleShot(0, field, field.setFocus)

    def _empty(self) -> None:
        clear(self.card.body)
        name = self._register.files.register.stem
        office = " · ".join(part for part in (self._known.office, name) if part)
        self.card.body.addWidget(Head(self._known.municipality or "Husrom", office))

    def _add_way(self, icon: Icon, words: str, when: str, act: Callable[[], object]) -> None:
        self.card.body.addWidget(SecondWay(icon, words, when, act))

    def _add_restore(self) -> None:
        self._add_way(
            Icon.UNDO,
            self.tr("Gjenopprett en sikkerhetskopi"),
            self.tr("Hvis registeret er borte eller skadet"),
            self.restore_wanted.emit,
        )

    def set_waiting(self, words: str) -> None:
        """Something must end before it can be unlocked; empty when it has."""
        self._waiting = words
        self.waited_for.setText(words)
        self.waited_for.setVisible(bool(words))
        if self._asked and not words:
            QTimer.singleShot(0, self, self.unlock)
        self._ask(asked=self._asked and bool(words))

    def _ask(self, *, asked: bool) -> None:
        """Whether it is to be unlocked as soon as what must end first has ended."""
        self._asked = asked
        self.button.set_words(self.tr("Låser opp …") if asked else self.tr("Lås opp"))

    # trying

    def unlock(self) -> None:
        """Try what is typed; while something must end first, as soon as it has."""
        typed = self.field.value()
        if self._waiting and typed:
            self._ask(asked=True)
            self.hurried.emit()
            return
        if not typed:
            self.field.show_verdict(Verdict.PROBLEM, self.tr("Feltet er tomt."))
            self.field.control.setFocus()
            return
        self.button.set_words(self.tr("Låser opp …"))
        self.button.repaint()
        if isinstance(self.field, PassphraseField):
            self._try(lambda: self._register.unlock_with_passphrase(str(typed)))
        else:
            self._try(lambda: self._register.unlock_with_recovery_key(str(typed)))

    def _think_again(self) -> None:
        self._ask(asked=False)

    def _by_keyring(self) -> None:
        words = self.tr("Nøkkelringen åpner ikke registeret nå. Skriv passordet.")
        self._try(self._register.unlock_with_keyring, words)

    def _try(self, way: Callable[[], Ajar | None], refusal: str = "") -> None:
        try:
            ajar = way()
            if ajar is not None and ajar.takes_long:
                self._make_ready(ajar)
                return
            office = ajar.open() if ajar is not None else None
        except FileProblem as error:
            self.show_trouble(error)
        except OfficeError as error:
            self._refuse(refusal or message(error))
        else:
            if office is None:
                self._refuse(refusal)
                return
            self._forget()
            self.opened.emit(office)

    def _make_ready(self, ajar: Ajar) -> None:
        """The key was right, and what comes before the pages takes its time."""
        self._forget()
        self._empty()
        self._ajar = ajar
        self.readying = Readying(ajar, self._jobs)
        self.readying.ready.connect(self._enter)
        self.readying.left.connect(self._leave_and_show)
        self.readying.failed.connect(self._not_ready)
        self.card.body.addWidget(self.readying)
        self.card.body.addStretch(1)
        self._foot.setEnabled(False)
        self.readying.begin()
        self.readying.progress.cancel_button.setFocus()

    def _enter(self) -> None:
        ajar, self._ajar = self._ajar, None
        self._foot.setEnabled(True)
        self.show_passphrase()
        if ajar is not None:
            self._try(lambda: ajar)

    def _not_ready(self, error: object) -> None:
        self.leave()
        if isinstance(error, OfficeError):
            self.show_trouble(error)

    def _leave_and_show(self) -> None:
        self.leave()
        self.show_passphrase()

    def leave(self) -> None:
        """Let go of a register that is not opened after all; once its job has stopped."""
        ajar, self._ajar = self._ajar, None
        self._foot.setEnabled(True)
        if ajar is not None:
            ajar.leave()

    def _refuse(self, words: str) -> None:
        self.button.set_words(self.tr("Lås opp"))
        self.field.show_verdict(Verdict.PROBLEM, words)
        if isinstance(self.field, PassphraseField):
            self.field.line.selectAll()
        self.field.control.setFocus()

    def _forget(self) -> None:
        if isinstance(self.field, PassphraseField):
            self.field.forget()
        else:
            self.field.set_value(None)

    def _count(self, field: TextField) -> None:
        typed = sum(letter.isalnum() for letter in field.text())
        words = self.tr("{} av 40 tegn").format(typed)
        field.show_verdict(Verdict.GOOD if typed == 40 else Verdict.QUESTION, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """A capital without Shift, or a small letter with it: Caps Lock is on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text()
            if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.caps.setVisible(text.isupper() != shift)
        return False

    # the foot

    def _backup_words(self, newest: Path | None) -> str:
        if newest is None:
            return self.tr("Ingen sikkerhetskopi på denne maskinen ennå")
        made = datetime.fromtimestamp(newest.stat().st_mtime).astimezone()
        return self.tr("Siste sikkerhetskopi {}").format(moment(made, self._register.clock.today()))

    def _choose_other(self) -> None:
        chosen = choose_file(self, self.tr("Åpne et annet register"), "Husrom (*.husrom)")
        if chosen is not None:
            self.other_wanted.emit(chosen)


class _Foot(QWidget):
    """The last backup, and another register."""

    def __init__(self, backup: str, other: Callable[[], object], *, saved: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(14), fonts.px(3), fonts.px(8), fonts.px(3))
        row.setSpacing(fonts.px(8))
        icon, tone = (Icon.SAVED, Token.GREENFILL) if saved else (Icon.WARNING, Token.AMBERFILL)
        row.addWidget(IconLabel(icon, tone, 16, Weight.FILL))
        row.addWidget(Label(backup, Type.HELP, Token.TEXT2))
        words = self.tr("Åpne et annet register")
        row.addWidget(Button(words, other, kind=ButtonKind.QUIET, size=ButtonSize.SMALL))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint.box(painter, self.rect(), Token.CARD, Token.LINE, 9)
        painter.end()


def choose_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for an existing file; None when the officer leaves."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
