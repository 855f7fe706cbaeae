"""Copies: when they were made and where, taking one now, checking, and restoring."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog

from app.core.errors import OfficeError
from app.core.text import grouped
from app.office import Office
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind, Tone
from ui.kit.icons import Icon
from ui.kit.jobs import Progress
from ui.kit.progress import JobProgress
from ui.kit.words import Label
from ui.labels import message, moment
from ui.navigation import Navigator, PageId
from ui.settings.section import SettingsPart, buttons, explained


class CopiesPart(SettingsPart):
    """What is safe, and how to make it safer."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__(office, navigator)
        self._facts = Facts()
        self._late = Callout(
            ChipKind.SOON,
            self.tr("Alt finnes bare på denne maskinen"),
            self.tr("Velg et sted utenfor den, og ta en kopi."),
        )
        self._told = Label("", wrap=True)
        self._running: Progress | None = None
        self.add(self._copies(), self._second_place(), self._checking(), self._restoring())

    def _copies(self) -> Card:
        card = Card(self.tr("Sikkerhetskopier"), icon=Icon.SAVED)
        self.copy_button = Button(
            self.tr("Ta kopi nå"), self.take, kind=ButtonKind.PRIMARY, icon=Icon.SAVED
        )
        card.add(self._facts, self._late, buttons(self.copy_button))
        jobs = self.navigator.jobs
        card.add(JobProgress(jobs, stopping=self.tr("Stopper så snart det er trygt")), self._told)
        jobs.ended.connect(self._ended)
        self._told.hide()
        return card

    def _second_place(self) -> Card:
        card = Card(self.tr("Et sted utenfor maskinen"), icon=Icon.FOLDER)
        card.add(
            explained(
                self.tr(
                    "En minnepinne eller en mappe på kommunens server. Kopiene er kryptert, og "
                    "åpnes bare med passord eller gjenopprettingsnøkkel."
                )
            )
        )
        self.choose_button = Button(self.tr("Velg mappe …"), self.choose_folder)
        self.drop_button = Button(
            self.tr("Ta bort stedet"), lambda: self.set_folder(""), kind=ButtonKind.QUIET
        )
        card.add(buttons(self.choose_button, self.drop_button))
        return card

    def _checking(self) -> Card:
        card = Card(self.tr("Kontroll"), icon=Icon.OK)
        card.add(
            explained(
                self.tr("Leser hele registeret: sider, tabeller og historikk. Du kan vente litt.")
            )
        )
        self.check_button = Button(self.tr("Kontroller registeret nå"), self.check)
        card.add(buttons(self.check_button))
        return card

    def _restoring(self) -> Card:
        card = Card(self.tr("Gjenopprett"), icon=Icon.UNDO)
        card.add(
            explained(
                self.tr(
                    "Setter en sikkerhetskopi i registerets sted. Registeret låses først, og det "
                    "som er der nå, legges i en mappe ved siden av."
                )
            )
        )
        self.restore_button = Button(
            self.tr("Gjenopprett en sikkerhetskopi …"),
            lambda: self.navigator.open(PageId.SETTINGS, task="restore"),
        )
        card.add(buttons(self.restore_button))
        return card

    def reload(self) -> None:
        status, today = self.office.safekeeping.status(), self.office.clock.today()
        tone = Tone.AMBER if status.outside_late else None
        checked = self.office.safekeeping.known.checked_at
        self._facts.set_facts(
            (
                Fact(self.tr("På denne maskinen"), moment(status.made_at, today)),
                Fact(self.tr("Utenfor maskinen"), moment(status.outside_at, today), tone),
                Fact(
                    self.tr("Sted utenfor maskinen"),
                    status.outside_folder or self.tr("ikke valgt"),
                ),
                Fact(
                    self.tr("Endret siden siste kopi"),
                    self.tr("ja") if status.pending else self.tr("nei"),
                ),
                Fact(self.tr("Sist kontrollert"), moment(checked, today)),
            )
        )
        self._late.setVisible(status.outside_late)
        if status.outside_folder:
            self._late.what.setText(self.tr("Det er over en uke siden kopien utenfor maskinen"))
            self._late.then.setText(self.tr("Koble til stedet, og ta en kopi nå."))
        else:
            self._late.what.setText(self.tr("Alt finnes bare på denne maskinen"))
            self._late.then.setText(self.tr("Velg et sted utenfor den, og ta en kopi."))
        self.drop_button.setVisible(bool(status.outside_folder))

    # verbs

    def take(self) -> None:
        """Make a backup now."""
        words = self.tr("Sikkerhetskopien er tatt og kontrollert.")
        self._run(
            lambda progress: str(self.office.back_up(lambda: progress.cancelled)),
            lambda _path: words,
        )

    def check(self) -> None:
        """The full check; its result in words."""

        def work(progress: Progress) -> str:
            result = self.office.check(lambda: progress.cancelled)
            if result.whole:
                return self.tr("Registeret er helt. Historikken har {} hendelser.").format(
                    grouped(result.events)
                )
            return self.tr(
                "Registeret er skadet. Ingenting er endret. Gjenopprett den siste kopien, eller "
                "be IT om hjelp før du gjør noe annet."
            )

        self._run(work, lambda words: words)

    def _run(self, work: Callable[[Progress], str], told: Callable[[str], str]) -> None:
        reason = self.tr("Noe annet arbeider. Vent litt.")
        jobs = self.navigator.jobs
        if jobs.busy or jobs.upkeep.busy:
            self.tell(reason)
            return
        self._set_off(reason)
        self._running = jobs.start(work, lambda made: self._done(told(made)), self._failed)

    def _ended(self) -> None:
        """What was broken off is told to nobody else."""
        running, self._running = self._running, None
        if running is not None and running.cancelled:
            self._done(self.tr("Avbrutt."))

    def _set_off(self, reason: str) -> None:
        self.copy_button.set_off(reason)
        self.check_button.set_off(reason)

    def _done(self, words: str) -> None:
        self._set_off("")
        self.reload()
        self.tell(words)

    def _failed(self, error: Exception) -> None:
        self._set_off("")
        self.reload()
        if not isinstance(error, OfficeError):
            raise error
        self.tell(message(error))

    def tell(self, words: str) -> None:
        """Say how it went, where it was asked for."""
        self._told.setText(words)
        self._told.show()

    @property
    def told(self) -> str:
        """What was said last."""
        return self._told.text()

    def choose_folder(self) -> None:
        """Ask for the second place."""
        dialog = QFileDialog(self, self.tr("Velg mappe for sikkerhetskopier"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if chosen:
            self.set_folder(chosen[0])

    def set_folder(self, folder: str) -> None:
        """Another second place; empty for none."""
        self.navigator.attempt(lambda: self.office.safekeeping.set_outside(folder))
        self.reload()
