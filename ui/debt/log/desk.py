"""«Lag brevet»: what we came to and what goes on, the closing letter beside it."""

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.debt.closing.model import FarewellDraft
from app.debt.model import DebtCase
from app.office import Office
from ui.debt.log.words import tr
from ui.kit.fields import MultilineField
from ui.labels import named
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

CLOSING_LETTER = "closing_letter"


class ClosingDesk(LetterDesk):
    """Begins with what was written when the case was closed."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        self._case = case
        title = tr("Brev om at saken er avsluttet")
        super().__init__(office, navigator, title, "debt_closing.letter_issued", "", parent)
        self.header.set_subtitle(named(case.name))
        self.form.set_values({"agreed": office.closing_letters.drafted(case.id).agreed})
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def add_fields(self) -> None:
        each = self.tr("Én ting på hver linje. Skriv til personen: «du».")
        self.form.line(MultilineField("agreed", tr("Dette kom vi fram til"), lines=4, hint=each))
        more = self.tr("Brevet sier selv hvilke tiltak som løper, og husleie som ikke er betalt.")
        self.form.line(
            MultilineField(
                "goes_on", tr("Dette må du følge med på"), optional=True, lines=3, hint=more
            )
        )

    def draft(self) -> FarewellDraft:
        """What is typed."""
        values = self.form.values()
        return FarewellDraft(str(values["agreed"] or ""), str(values["goes_on"] or ""))

    def preview(self) -> bytes:
        problems = self.office.closing_letters.check(self._case.id, self.draft())
        if problems:
            raise Invalid(problems)
        document = self.office.closing_letters.preview(self._case.id, self.draft())
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.closing_letters.issue(self._case.id, self.draft())
