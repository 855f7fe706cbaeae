"""«Om Husrom»: versions, and the licences of what is shipped."""

import platform
from importlib import metadata
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtWidgets import QPlainTextEdit

from app.core.paths import RESOURCES
from app.office import Office
from ui.kit.buttons import Button
from ui.kit.cards import Card, Fact, Facts
from ui.kit.dialogs import Dialog
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.navigation import Navigator
from ui.settings.about_cards import ForItCard, qt_words
from ui.settings.section import SettingsPart, buttons, explained
from ui.settings.update_dialog import UpdateDialog

LICENCES = RESOURCES / "licences"


def version() -> str:
    """The program's own version, where it is installed."""
    try:
        return metadata.version("husrom")
    except metadata.PackageNotFoundError:
        return ""


def licences() -> tuple[Path, ...]:
    """The texts that are shipped."""
    return tuple(sorted(LICENCES.glob("*.txt")))


class AboutPart(SettingsPart):
    """What this program is."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__(office, navigator)
        about = Card(self.tr("Om Husrom"), icon=Icon.HOME)
        about.add(
            explained(
                self.tr(
                    "Husrom er for boligkontoret i en liten kommune. Alt blir på denne maskinen, "
                    "i ett kryptert register. Programmet bruker aldri nettet."
                )
            ),
            Facts(
                (
                    Fact(self.tr("Utgave"), version()),
                    Fact("Python", platform.python_version()),
                    Fact("Qt", qt_version),
                    Fact(self.tr("Lisens"), "EUPL-1.2"),
                )
            ),
        )
        updates = Card(self.tr("Oppdateringer"), icon=Icon.REFRESH)
        updates.add(
            explained(
                self.tr(
                    "Har du fått en ny utgave av Husrom, for eksempel på en minnepinne, kan du se "
                    "om den er ekte, og hvordan den installeres. Husrom henter aldri noe selv."
                )
            ),
            buttons(Button(self.tr("Sjekk oppdateringsfil …"), self.check_update)),
        )
        texts = Card(self.tr("Lisenser for det som følger med"), icon=Icon.BOOK)
        self.list = RowList(self.tr("Lisenser"), Shape.TIMELINE, whole=True)
        self.list.set_rows(
            [Row(path, path.stem, icon=Icon.DOCUMENT, action="Vis") for path in licences()]
        )
        self.list.activated_key.connect(self.show_licence)
        texts.add(explained(qt_words()), self.list)
        self.for_it = ForItCard(office)
        self.add(about, updates, self.for_it, texts)

    def check_update(self) -> UpdateDialog:
        """Look at an update that somebody handed over."""
        dialog = UpdateDialog(self.office, self.navigator, self.window())
        dialog.open()
        return dialog

    def show_licence(self, path: object) -> None:
        """One text, as it was written."""
        if isinstance(path, Path):
            dialog = licence_dialog(path, self)
            dialog.exec()
            dialog.deleteLater()


def licence_dialog(path: Path, parent: SettingsPart) -> Dialog:
    """A text to be read."""
    dialog = Dialog(
        path.stem, "Teksten står på språket den er gitt på.", leave="Lukk", width=660, parent=parent
    )
    box = QPlainTextEdit(path.read_text("utf-8"))
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(path.stem)
    box.setMinimumHeight(380)
    dialog.add(box)
    return dialog
