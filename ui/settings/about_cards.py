"""What «Om Husrom» tells beside the version: the page for IT, and how Qt is used."""

from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import FileProblem
from app.office import Office
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.document_dialog import DocumentDialog
from ui.kit.icons import Icon
from ui.kit.save import ask_where, write
from ui.labels import message
from ui.settings.section import buttons, explained

PDF = "PDF (*.pdf)"


class ForItCard(Card):
    """Opens the page that the municipality's IT and privacy officer ask for."""

    def __init__(self, office: Office) -> None:
        super().__init__(self.tr("For IT og personvernombud"), icon=Icon.DOCUMENT)
        self._office = office
        self.button = Button(self.tr("Åpne siden …"), self.show_page)
        self.add(
            explained(
                self.tr(
                    "Hva som ligger hvor, kryptering, nøkler og kopier, stille installasjon, "
                    "stoff til vurdering av personvern, og hva som aldri er prøvd."
                )
            ),
            buttons(self.button),
        )

    def show_page(self) -> "ForItDialog":
        """The page, to be read, printed or saved."""
        dialog = ForItDialog(self._office, self.window())
        dialog.open()
        return dialog


class ForItDialog(DocumentDialog):
    """The page as it is printed."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        self._data = office.settings.for_it()
        title = "For IT og personvernombud"
        super().__init__(
            title,
            "Siden forteller om programmet og har ingen opplysninger fra registeret.",
            [(title, self._data)],
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finished.connect(lambda _result: self.release())
        self.save_button = self.add_button("Lagre …", self._ask_where)

    def _ask_where(self) -> bool:
        path = ask_where(self, "Lagre siden", "Husrom for IT og personvernombud.pdf", PDF)
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Write the page there; what the disk refuses is told in the dialog."""
        try:
            write(path, self._data)
        except FileProblem as error:
            self._reason.setText(message(error))
            return False
        return True


def qt_words() -> str:
    """How Qt is used, in a few words (LGPL-3.0); the whole stands among the licences."""
    said = QCoreApplication.translate(
        "AboutPart",
        "Vinduene er laget med Qt {} og PySide6, som brukes uendret under LGPL-3.0. Bibliotekene "
        "er egne filer i programmappen og kan byttes ut, og det er lov å ta programmet fra "
        "hverandre for å rette feil i slike endringer. Kildekoden ligger på qt.io, og kan også "
        "fås av den som ga deg Husrom: se «Qt-og-PySide6» under. Der Husrom er installert, står "
        "alle pakker og vilkår i NOTICES.txt i programmappen, på Linux i /usr/share/doc/husrom.",
    )
    return said.format(qt_version)
