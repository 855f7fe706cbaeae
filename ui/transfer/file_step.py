"""Choosing the file: by a dialog, or by letting it fall on the page."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.transfer.model import ImportKind
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Card, clear
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.labels import message

FOLDER_KEY = "import/folder"
_WHY = {
    ImportKind.DWELLINGS: (
        "Velg regnearket med boligene, for eksempel Kobo-arket med 35 kolonner."
        " Slipp det her, eller finn det på maskinen. Ingenting lagres før du sier fra."
    ),
    ImportKind.APPLICANTS: (
        "Velg ventelista deres. Slipp den her, eller finn den på maskinen."
        " Ingenting lagres før du sier fra."
    ),
    ImportKind.RENT_LIST: (
        "Velg lista med krav, betalinger eller saldoer. Slipp den her, eller finn den på"
        " maskinen. Ingenting lagres før du sier fra."
    ),
    ImportKind.DEBT_OVERVIEW: (
        "Velg oversikten over gjeld, med kreditor og beløp på hver linje. Slipp den her, eller"
        " finn den på maskinen. Ingenting lagres før du sier fra."
    ),
}


class FileStep(QWidget):
    """`chosen` with the path. Excel and text files."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        self._problem = QVBoxLayout()
        column.addLayout(self._problem)
        self._card = Card()
        column.addWidget(self._card, 1)
        self.show_kind(ImportKind.DWELLINGS)

    def show_kind(self, kind: ImportKind, whose: str = "") -> None:
        """What is to be taken in, and who it is from when it is a biller's list."""
        clear(self._card.body)
        self.choose_button = Button(
            self.tr("Velg fil"), self.choose, kind=ButtonKind.PRIMARY, icon=Icon.FOLDER
        )
        words = self.tr("Hvilket regneark?")
        if whose:
            words = self.tr("Hvilken liste fra {}?").format(whose)
        self._card.add(EmptyState(words, self.tr(_WHY[kind]), primary=self.choose_button))
        self.show_problem(None)

    def show_problem(self, problem: OfficeError | None) -> None:
        """Why the last file could not be read, over the way to choose another."""
        clear(self._problem)
        if problem is not None:
            what, _, then = message(problem).partition(". ")
            self._problem.addWidget(Callout(ChipKind.SOON, f"{what.rstrip('.')}.", then))

    def choose(self) -> None:
        """Ask for a file, beginning in the folder of the last one."""
        settings = QSettings()
        folder = str(settings.value(FOLDER_KEY, ""))
        kinds = self.tr("Regneark (*.xlsx *.csv *.txt);;Alle filer (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Velg regneark"), folder, kinds)
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """This is the file."""
        QSettings().setValue(FOLDER_KEY, str(path.parent))
        self.chosen.emit(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        urls = event.mimeData().urls()
        if urls:
            event.acceptProposedAction()
            self.take(Path(urls[0].toLocalFile()))
