"""Restoring: which backup, which key, what will happen, and where the old set lies."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import OfficeError, WrongKey
from app.register import Register
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import RadioField
from ui.kit.field import Field, Verdict
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.jobs import Jobs
from ui.kit.palette import Token
from ui.kit.progress import JobProgress
from ui.kit.secret_fields import PassphraseField
from ui.kit.words import Label
from ui.labels import message, moment
from ui.unlock.backdrop import Backdrop, FloatingCard
from ui.unlock.page import choose_file
from ui.unlock.ways import Head, Trouble

PASSPHRASE, RECOVERY = "passphrase", "recovery"


class RestorePage(QWidget):
    """`restored(words)` when the backup stands in the register's place; `left` without change."""

    restored = Signal(str)
    left = Signal()

    def __init__(self, register: Register, jobs: Jobs) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Gjenopprett en sikkerhetskopi"))
        self._register, self._jobs = register, jobs
        self.copy = register.newest_backup()
        self._card = FloatingCard()
        self._card.body.addWidget(Head(self.tr("Gjenopprett"), register.files.register.stem))
        self._build()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Backdrop(self._card))
        self._judge()

    def _build(self) -> None:
        body = self._card.body
        body.addWidget(Label(self.tr("Sikkerhetskopi"), Type.LABEL))
        self._which = Label("", Type.BODY, wrap=True)
        body.addWidget(self._which)
        row = QHBoxLayout()
        row.addWidget(Button(self.tr("Velg en annen fil …"), self._choose, icon=Icon.FOLDER))
        row.addStretch(1)
        body.addLayout(row)
        self._make_fields()
        self._trouble = QVBoxLayout()
        for part in (self.way, self.passphrase, self.recovery):
            body.addWidget(part)
        body.addWidget(self._promise())
        body.addLayout(self._trouble)
        body.addWidget(JobProgress(self._jobs))
        self._why = Label("", Type.HELP, Token.TEXT2, wrap=True)
        body.addWidget(self._why)
        self.button = Button(
            self.tr("Gjenopprett kopien"),
            self.restore,
            kind=ButtonKind.PRIMARY,
            size=ButtonSize.LARGE,
        )
        body.addWidget(self.button)
        body.addWidget(Button(self.tr("Tilbake"), self.left.emit, kind=ButtonKind.QUIET))

    def _make_fields(self) -> None:
        self.way = RadioField(
            "way",
            self.tr("Åpne kopien med"),
            ((PASSPHRASE, self.tr("Passord")), (RECOVERY, self.tr("Gjenopprettingsnøkkel"))),
        )
        self.way.set_value(PASSPHRASE)
        self.way.changed.connect(lambda _name: self._judge())
        self.passphrase = PassphraseField(
            "passphrase",
            self.tr("Passord"),
            hint=self.tr("Det som gjaldt da kopien ble tatt."),
        )
        self.recovery = TextField(
            "recovery",
            self.tr("Gjenopprettingsnøkkel"),
            hint=self.tr("Åtte grupper med fem tegn."),
            longest=80,
        )
        for field in (self.passphrase, self.recovery):
            field.changed.connect(lambda _name: self._judge())
        self.passphrase.submitted.connect(self.restore)
        self.recovery.line.returnPressed.connect(self.restore)

    def _promise(self) -> Callout:
        return Callout(
            ChipKind.INFO,
            self.tr("Dette skjer"),
            self.tr(
                "Kopien kontrolleres først. Så legges registeret som er der nå, i en mappe ved "
                "siden av. Ingenting slettes. Det som er endret siden, er bare i den mappen."
            ),
        )

    @property
    def _field(self) -> Field:
        return self.passphrase if self.way.value() == PASSPHRASE else self.recovery

    def _choose(self) -> None:
        title = self.tr("Velg sikkerhetskopi")
        chosen = choose_file(self, title, self.tr("Sikkerhetskopier (*.husromkopi)"))
        if chosen is not None:
            self.set_copy(chosen)

    def set_copy(self, copy: Path) -> None:
        """Another backup."""
        self.copy = copy
        clear(self._trouble)
        self._judge()

    def _judge(self) -> None:
        self.passphrase.setVisible(self._field is self.passphrase)
        self.recovery.setVisible(self._field is self.recovery)
        self._which.setText(self._copy_words())
        reason = ""
        if self.copy is None:
            reason = self.tr("Velg en fil først")
        elif not self._field.value():
            reason = self.tr("Skriv passordet eller nøkkelen")
        self._why.setText(reason)
        self._why.setVisible(bool(reason))
        self.button.set_off(reason)

    def _copy_words(self) -> str:
        if self.copy is None:
            return self.tr(
                "Ingen kopi på denne maskinen. Velg filen på minnepinnen eller serveren."
            )
        if not self.copy.exists():
            return self.copy.name
        made = datetime.fromtimestamp(self.copy.stat().st_mtime).astimezone()
        at = moment(made, self._register.clock.today())
        return self.tr("Kopien fra {}").format(at)

    def restore(self) -> None:
        """Do it, as a job: the whole file is read and checked before anything is moved."""
        copy, typed = self.copy, str(self._field.value() or "")
        if copy is None or not typed or self._jobs.busy:
            return
        clear(self._trouble)
        self.button.set_off(self.tr("Gjenoppretter …"))
        register, by_paper = self._register, self._field is self.recovery

        def work(_progress: object) -> Path | None:
            if by_paper:
                return register.restore(copy, lambda e: e.open_with_recovery(typed)[0])
            return register.restore(copy, lambda e: e.open_with_passphrase(typed)[0])

        self._jobs.start(work, self._done, self._failed)

    def _done(self, aside: Path | None) -> None:
        self.passphrase.forget()
        self.recovery.set_value(None)
        words = self.tr("Kopien er tatt i bruk. Lås opp for å gå videre.")
        if aside is not None:
            words += " " + self.tr("Det som lå der før, ligger i mappen «{}».").format(aside.name)
        self.restored.emit(words)

    def _failed(self, error: Exception) -> None:
        self._judge()
        if isinstance(error, WrongKey):
            self._field.show_verdict(Verdict.PROBLEM, message(error))
            self._field.control.setFocus()
        elif isinstance(error, OfficeError):
            self._trouble.addWidget(Trouble(error))
        else:
            raise error
