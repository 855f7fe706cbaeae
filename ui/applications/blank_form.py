"""The paper form: with nothing filled in, in both languages, or with what is registered."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import FileProblem
from app.core.ids import ApplicationId
from app.core.text import Language
from app.office import Office
from ui.kit.document_dialog import DocumentDialog
from ui.kit.save import ask_where, write
from ui.labels import message, title_word, word

PDF = "PDF (*.pdf)"


class BlankFormDialog(DocumentDialog):
    """The form to be read, printed or saved; bokmål or nynorsk is chosen above it."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        self._forms = {each: office.intake.blank_form(each) for each in Language}
        super().__init__(
            "Tomt søknadsskjema",
            "Spørsmålene står i samme rekkefølge som i «Ny søknad».",
            [(title_word(each), data) for each, data in self._forms.items()],
            parent,
        )
        self.save_button = self.add_button("Lagre …", self._ask_where)
        if self.primary is not None:
            self.primary.set_words("Skriv ut")

    @property
    def language(self) -> Language:
        """The language of the form in sight."""
        return list(self._forms)[self._stack.currentIndex()]

    def _print_all(self) -> bool:
        """The one in sight is enough: nobody fills in both."""
        return self._print(self._forms[self.language])

    def _ask_where(self) -> bool:
        name = f"Søknadsskjema {word(self.language)}.pdf"
        path = ask_where(self, "Lagre skjemaet", name, PDF)
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Write the form in sight there; what the disk refuses is told in the dialog."""
        try:
            write(path, self._forms[self.language])
        except FileProblem as error:
            self._reason.setText(message(error))
            return False
        return True


class FilledFormDialog(DocumentDialog):
    """What is registered of a request, as the form it would be on paper."""

    def __init__(
        self, office: Office, application: ApplicationId, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Søknaden på papir",
            "Slik søknaden er registrert nå. Les gjennom den sammen med søkeren.",
            [("Søknaden", office.intake.filled_form(application))],
            parent,
        )
        self.finished.connect(lambda _result: self.release())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
