"""«Kartlegging» being written: saved as each field is left, the paper beside it."""

from PySide6.QtWidgets import QWidget

from app.followup.assessments.model import AssessmentDraft
from app.office import Office
from app.people.model import AddressProtection, Person
from ui.followup.assessment.finish import finish_dialog
from ui.followup.assessment.form import AssessmentForm
from ui.kit.ask import AskDialog
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.form import Form
from ui.labels import named, problem
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator


class AssessmentDesk(LetterDesk):
    """One assessment of one person; nothing is kept before something is written."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        self._person = person
        self.finishing: AskDialog | None = None
        self._kept: AssessmentDraft = office.assessments.drafted(person.id)
        super().__init__(
            office, navigator, "Kartlegging", "assessment.finished", "Gjør ferdig …", parent
        )
        self.header.set_subtitle(named(person.name))
        self.written.show_draft(self._kept)
        self.show_letter()
        self.form.show_problems(())  # nobody has typed yet; the paper tells what it lacks

    @property
    def paper(self) -> str:
        return self.tr("Arket")

    def make_form(self) -> Form:
        questions = self.office.assessment_papers.questions()
        self.written = AssessmentForm(questions, self.office.clock.today)
        return self.written

    def add_fields(self) -> None:
        """The form has them."""

    def above(self) -> tuple[QWidget, ...]:
        if self._person.protection is AddressProtection.NONE:
            return ()
        return (
            Callout(
                ChipKind.PROTECTED,
                self.tr("Adressen er skjermet."),
                self.tr("Skriv ikke hvor personen bor, heller ikke gate, bydel eller skole."),
            ),
        )

    def preview(self) -> bytes:
        self._keep()
        papers = self.office.assessment_papers
        return self.office.letters.preview(papers.preview_draft(self._person.id, self._kept))

    def _keep(self) -> None:
        """What is new is kept in the register."""
        draft = self.written.draft()
        if draft.held_on is None or draft == self._kept_as_shown():
            return
        self.office.assessments.keep(self._person.id, draft)
        self._kept = draft

    def _kept_as_shown(self) -> AssessmentDraft:
        """An area that was not talked about stands in the form too."""
        shown = self._kept
        known = self.written.draft().findings
        return AssessmentDraft(
            shown.held_on,
            shown.present,
            shown.interpreter,
            {area: shown.of(area) for area in known},
            shown.wishes,
            shown.helpers,
        )

    def show_letter(self) -> bool:
        if not super().show_letter():
            return False
        problems = self.office.assessments.check(self._kept)
        if problems:
            self.form.show_problems([each for each in problems if each.field == "held_on"])
            self.off(problem(problems[0]))
        return not problems

    def ask(self) -> None:
        """Ask which needs it makes."""
        if self.form.problem_count or not self.show_letter():
            self.form.jump_to_first()
            return
        known = self.office.assessments.open(self._person.id)
        if known is None:
            return
        self.finishing = finish_dialog(self.office, self.navigator, known, self)
        self.finishing.accepted.connect(super().leave)
        self.finishing.open()

    def leave(self) -> None:
        """What is typed is kept: it is written on from where it was left."""
        self.navigator.attempt(self._keep)
        super().leave()
