"""The pages of the first run. Each says in `reason` what is missing before going on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Problem
from app.settings.model import Duty, OfficerDraft
from ui.kit import fonts
from ui.kit.choice_fields import CheckField
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.form import Form
from ui.kit.new_passphrase import NewPassphrase
from ui.kit.office_form import add_letterhead, add_office
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import problem, title_word


class FirstStep(QWidget):
    """One step: `changed` when `reason` may have changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, fonts.px(4), fonts.px(4))
        self.column.setSpacing(fonts.px(12))

    @property
    def reason(self) -> str:
        """What is missing before going on; empty when nothing is."""
        return ""

    def show_problems(self, problems: tuple[Problem, ...]) -> bool:
        """Tell what belongs here; whether anything did."""
        return False


class _FormStep(FirstStep):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.form = Form(name, problem)
        self.form.changed.connect(lambda _name: self.changed.emit())
        self.form.left.connect(lambda _name: self.changed.emit())
        self.column.addWidget(self.form)

    def show_problems(self, problems: tuple[Problem, ...]) -> bool:
        mine = [each for each in problems if each.field in self.form.names]
        self.form.show_problems(mine)
        return bool(mine)

    def _missing(self, *wanted: tuple[str, str]) -> str:
        values = self.form.values()
        missing = next((words for name, words in wanted if not values[name]), "")
        unread = self.tr("Rett feltene som er merket")
        return missing or (unread if self.form.problem_count else "")


class OfficeStep(_FormStep):
    """Which municipality and office."""

    def __init__(self) -> None:
        super().__init__(self.tr("Kommunen og kontoret"))
        add_office(self.form)
        self.column.addStretch(1)

    @property
    def reason(self) -> str:
        return self._missing(
            ("municipality", self.tr("Skriv navnet på kommunen")),
            ("name", self.tr("Skriv navnet på kontoret")),
        )


class LetterheadStep(_FormStep):
    """The head of letters, and what the office does."""

    def __init__(self) -> None:
        super().__init__(self.tr("Brevhode og oppgaver"))
        self.form.section(self.tr("Brevhode"))
        add_letterhead(self.form)
        self.form.section(self.tr("Hva kontoret gjør"))
        self.form.add_part(
            Label(self.tr("Resten skjules. Du kan endre dette senere."), Type.HELP, Token.TEXT2)
        )
        self.duties = {duty: CheckField(f"duty_{duty}", title_word(duty)) for duty in Duty}
        for field in self.duties.values():
            field.set_value(True)
            self.form.line(field)
        self.column.addStretch(1)

    @property
    def chosen(self) -> frozenset[Duty]:
        """What the office does."""
        return frozenset(duty for duty, field in self.duties.items() if field.value())

    @property
    def reason(self) -> str:
        if not self.chosen:
            return self.tr("Velg minst én ting kontoret gjør")
        return self._missing()


class PersonStep(_FormStep):
    """The first person and the passphrase."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Deg som åpner registeret"))
        self.form.line(TextField("officer_name", self.tr("Navnet ditt")))
        self.form.line(TextField("title", self.tr("Stilling"), example=self.tr("boligkonsulent")))
        self.passphrase = NewPassphrase()
        self.passphrase.changed.connect(self.changed)
        self.passphrase.submitted.connect(self.submitted)
        self.form.add_part(self.passphrase)
        self.column.addWidget(
            Label(
                self.tr(
                    "Navnet står på brevene du skriver og i historikken. Passordet vet bare du. "
                    "Det lagres ikke noe sted."
                ),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
        )
        self.column.addStretch(1)

    @property
    def draft(self) -> OfficerDraft:
        """Who it is."""
        values = self.form.values()
        name, title = str(values["officer_name"] or ""), str(values["title"] or "")
        return OfficerDraft(name, title, self.passphrase.passphrase)

    @property
    def reason(self) -> str:
        missing = self._missing(("officer_name", self.tr("Skriv navnet ditt")))
        return missing or self.passphrase.reason

    def show_problems(self, problems: tuple[Problem, ...]) -> bool:
        for each in problems:
            if each.field == "passphrase":
                self.passphrase.refuse(problem(each))
        return any(each.field == "passphrase" for each in problems)
