"""The papers of an assessment: the blank form, and the one that is handed over."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import FileProblem
from app.core.text import Language
from app.followup.assessments.model import Assessment, AssessmentArea, AssessmentPrint
from app.letters.model import OnPaper
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.beside import PaperDialog
from ui.kit.choice_fields import CheckField
from ui.kit.document_dialog import DocumentDialog
from ui.kit.printing import print_pdf
from ui.kit.save import ask_where, write
from ui.labels import done, message, problem, title_word, word
from ui.navigation import Navigator

PDF = "PDF (*.pdf)"


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("assessment_papers", text)


class BlankAssessmentDialog(DocumentDialog):
    """The form to take along on a visit; bokmål or nynorsk is chosen above it."""

    def __init__(self, office: Office, first: Language, parent: QWidget | None = None) -> None:
        order = sorted(Language, key=lambda each: each is not first)
        self._forms = {each: office.assessment_papers.blank(each) for each in order}
        super().__init__(
            tr("Tomt skjema for kartlegging"),
            tr("Ta det med på besøk. Spørsmålene står i samme rekkefølge som her i Husrom."),
            [(title_word(each), data) for each, data in self._forms.items()],
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finished.connect(lambda _result: self.release())
        self.save_button = self.add_button(tr("Lagre …"), self._ask_where)
        if self.primary is not None:
            self.primary.set_words(tr("Skriv ut"))

    @property
    def language(self) -> Language:
        """The language of the form in sight."""
        return list(self._forms)[self._stack.currentIndex()]

    def _print_all(self) -> bool:
        """The one in sight is enough: nobody fills in both."""
        return self._print(self._forms[self.language])

    def _ask_where(self) -> bool:
        name = f"Kartlegging {word(self.language)}.pdf"
        path = ask_where(self, tr("Lagre skjemaet"), name, PDF)
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Write the form in sight there; what the disk refuses is told in the dialog."""
        try:
            write(path, self._forms[self.language])
        except FileProblem as error:
            self._reason.setText(message(error))
            return False
        return True


def print_dialog(
    office: Office, navigator: Navigator, known: Assessment, window: QWidget
) -> AskDialog:
    """How a finished one is printed; it is kept as it was handed over."""

    def act(values: Mapping[str, object]) -> None:
        choice = AssessmentPrint(
            with_health=bool(values.get("with_health")), large=bool(values["large"])
        )
        made = office.assessment_papers.issue(known.id, choice)
        if isinstance(made, OnPaper):
            PaperDialog(tr("Kartlegging"), made.content, window.window()).open()
            return
        navigator.tell(done("assessment.printed"), undo=False)
        print_pdf(window.window(), office.letters.content(made))

    dialog = AskDialog(
        tr("Skriv ut kartleggingen"),
        tr("Arket lagres under «Brev» slik det blir delt ut."),
        tr("Skriv ut"),
        act,
        words=problem,
        message=message,
        parent=window.window(),
    )
    if known.draft.of(AssessmentArea.HEALTH).answer.told:
        hint = tr("På et ark for seg selv. Ta det bort når andre enn personen skal ha arket.")
        dialog.form.line(CheckField("with_health", tr("Ta med helse og rus"), hint=hint))
        dialog.form.set_values({"with_health": True})
    dialog.form.line(CheckField("large", tr("Stor skrift")))
    return dialog
