"""«Sjekk oppdateringsfil»: whether it is genuine, whole and newer, a backup, and how to install."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QFileDialog, QWidget

from app.core import words
from app.core.errors import OfficeError
from app.core.records import dataclass
from app.office import Office
from app.settings.updates.model import CheckedUpdate
from ui.kit import fonts
from ui.kit.ask import Fields, fit
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Fact, Facts, Section
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.jobs import Progress
from ui.kit.list import Row, RowList, Shape
from ui.kit.progress import JobProgress
from ui.labels import day, title_word
from ui.navigation import Navigator

MB = 1024 * 1024
_PAGE_KEYS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
KINDS = "Oppdateringer av Husrom (husrom* SHA256SUMS*);;Alle filer (*)"
GROUP = 8
"""Letters of a digest that stand together: it is compared by eye, and wraps between them."""
HARMLESS = {"update_same"}
ALARMING = {
    "signature_other_key",
    "signature_wrong",
    "update_damaged",
    "update_not_named",
    "update_other_program",
    "update_version_unclear",
}


@dataclass(frozen=True, slots=True)
class Ready:
    """What was checked, and what became of the backup; `trouble` when it did not come all the way.

    `copy` is None when there is none to rely on.
    """

    update: CheckedUpdate
    copy: Path | None
    trouble: OfficeError | None


Work = Callable[[Progress], Ready]


class UpdateDialog(Dialog):
    """One job: the file is checked, and the register backed up. Never starts what it checked."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(
            "Sjekk oppdateringsfil",
            "Velg filen eller mappen du har fått, for eksempel på en minnepinne. Husrom ser om"
            " den er ekte, hel og nyere, og tar en sikkerhetskopi. Ingenting blir installert.",
            leave="Lukk",
            width=620,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._office, self._navigator = office, navigator
        self._running: Progress | None = None
        self._parts: list[QWidget] = []
        self.progress = JobProgress(navigator.jobs)
        self._result = Fields()
        self._result.hide()
        self.add(self.progress)
        self.body.addWidget(self._result, 1)
        self.folder_button = self.add_button("Velg mappe …", self.choose_folder)
        self.file_button = self.add_button("Velg fil …", self.choose_file, ButtonKind.PRIMARY)
        navigator.jobs.ended.connect(self._ended)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        fit(self)
        super().showEvent(event)
        self.file_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """In a low window the page keys move what is told, which itself takes no keyboard."""
        move = _PAGE_KEYS.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        else:
            self._result.verticalScrollBar().triggerAction(move)

    # choosing

    def choose_file(self) -> bool:
        """Ask for the installer, its list or its signature; the dialog stays."""
        dialog = QFileDialog(self, "Velg oppdateringsfil", "", KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._chosen(dialog)

    def choose_folder(self) -> bool:
        """Ask for the folder as it was handed over; the dialog stays."""
        dialog = QFileDialog(self, "Velg mappen med oppdateringen")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self._chosen(dialog)

    def _chosen(self, dialog: QFileDialog) -> bool:
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if chosen:
            self.check(Path(chosen[0]))
        return False

    # the work

    def check(self, chosen: Path) -> None:
        """Check it and make a backup, as one job."""
        office = self._office

        def work(progress: Progress) -> Ready:
            def told(done: int, total: int) -> None:
                progress.step(done // MB, max(1, total // MB), "Kontrollerer filen, i MB")

            found = office.settings.updates.check(chosen, told)
            progress.step(0, 0, "Tar sikkerhetskopi")
            return _backed_up(office, found, progress)

        self._start(work)

    def back_up_again(self, update: CheckedUpdate) -> None:
        """The backup alone, when there was no room for the first."""
        self._start(lambda progress: _backed_up(self._office, update, progress))

    def _start(self, work: Work) -> None:
        self._clear()
        try:
            self._running = self._navigator.jobs.start(work, self._tell, self._failed)
        except OfficeError as error:
            self._refuse(error)
            return
        for button in (self.file_button, self.folder_button):
            button.set_off("Kontrollerer")

    def _ended(self) -> None:
        """Any job's end: ours, when it was ours, told after what `done` has to say."""
        running, self._running = self._running, None
        if running is None:
            return
        for button in (self.file_button, self.folder_button):
            button.set_off("")
        if running.cancelled:
            self._show(Callout(ChipKind.INFO, "Kontrollen er avbrutt", "Ingenting er endret."))

    def reject(self) -> None:
        """Leaving stops what runs."""
        if self._running is not None:
            self._running.cancel()
            self._running = None
        super().reject()

    # what came of it

    def _tell(self, ready: Ready) -> None:
        told = Callout(
            ChipKind.OK,
            "Oppdateringen er ekte, hel og nyere",
            "Den er signert med nøkkelen Husrom kjenner, og er ikke endret siden.",
        )
        self._show(told, Facts(_facts(ready)))
        if ready.trouble is not None:
            self._tell_trouble(ready, ready.trouble)
        if ready.copy is not None:
            self._show(self._steps(ready.update))
            for button in (self.folder_button, self.file_button):
                button.hide()  # there is nothing more to choose
        self.leave_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell_trouble(self, ready: Ready, trouble: OfficeError) -> None:
        """The copy outside may wait; without any copy nothing should be installed."""
        what, _, then = words.message(trouble).partition(". ")
        remedy = None
        if ready.copy is None:
            then = f"{then} Ikke installer oppdateringen før kopien er tatt."
            remedy = Button("Ta kopi på nytt", lambda: self.back_up_again(ready.update))
        self._show(Callout(ChipKind.SOON, f"{what}.", then, remedy))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        self._refuse(error)

    def _refuse(self, error: OfficeError) -> None:
        digest = str(error.facts.get("digest", ""))
        facts = {**error.facts, "digest": grouped_digest(digest)}
        what, _, then = words.sentence(error.code, facts).partition(". ")
        kind = ChipKind.URGENT if error.code in ALARMING else ChipKind.SOON
        self._show(Callout(ChipKind.INFO if error.code in HARMLESS else kind, f"{what}.", then))
        if error.code == "update_no_key":
            self._show(Button("Kopier SHA-256", lambda: _copy(digest)))
        self.file_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        self._result.hide()
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []

    def _show(self, *parts: QWidget) -> None:
        self._parts += parts
        self._result.add(*parts)
        self._result.show()
        self.setAccessibleDescription(self.told)
        fit(self)
        QTimer.singleShot(0, self, self._fit_again)

    def _fit_again(self) -> None:
        """Rows know their height when they have had a width, the window one round later."""
        fit(self)
        QTimer.singleShot(0, self, lambda: fit(self))

    def _steps(self, update: CheckedUpdate) -> Section:
        """One row a step, so that they can be walked through by keyboard and read aloud."""
        version = update.published.version.text
        said = words.sentence(update.steps, {"name": update.installer.name, "version": version})
        section = Section("Slik installerer du")
        rows = RowList("Slik installerer du", Shape.TIMELINE, whole=True)
        rows.set_rows(
            [Row(at, f"{at}. {each}") for at, each in enumerate(said.splitlines(), start=1)]
        )
        rows.current_key.connect(lambda _key: self._keep_in_sight(rows))
        section.add(rows)
        return section

    def _keep_in_sight(self, rows: RowList) -> None:
        """The row stood on, in a low window."""
        at = rows.visualRect(rows.currentIndex()).center()
        seen = rows.viewport().mapTo(self._result.inner, at)
        self._result.ensureVisible(seen.x(), seen.y(), 0, fonts.px(40))

    @property
    def told(self) -> str:
        """What came of it, as a screen reader says it."""
        callouts = [part for part in self._parts if isinstance(part, Callout)]
        return " ".join(f"{part.what.text()} {part.then.text()}" for part in callouts)


def _backed_up(office: Office, update: CheckedUpdate, progress: Progress) -> Ready:
    """When only the copy outside could not be made, the one here is to rely on."""
    try:
        return Ready(update, office.back_up(lambda: progress.cancelled), None)
    except OfficeError as error:
        outside = error.code == "outside_missing"
        return Ready(update, office.safekeeping.newest() if outside else None, error)


def _facts(ready: Ready) -> list[Fact]:
    update = ready.update
    published = update.published
    return [
        Fact("Utgave", f"{published.version.text}, signert {day(published.day)}"),
        Fact("Du har nå", update.own.text),
        Fact("Fil", update.installer.name),
        Fact("Hva det er", title_word(update.installer.kind)),
        Fact("SHA-256", grouped_digest(update.digest)),
        Fact("Sikkerhetskopi", str(ready.copy) if ready.copy else "Ikke tatt ennå"),
    ]


def grouped_digest(digest: str) -> str:
    """In groups that can be compared by eye."""
    return " ".join(digest[at : at + GROUP] for at in range(0, len(digest), GROUP))


def _copy(digest: str) -> None:
    """Whole, for whoever compares it by search; cleared when the register is locked."""
    QGuiApplication.clipboard().setText(digest)
