"""The pages of the first run. Each says in `reason` what is missing before going on."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Problem
from app.settings.model import Duty, OfficerDraft
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import CheckField, RadioField
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.form import Form
from ui.kit.icons import Icon
from ui.kit.key_groups import ConfirmGroups, KeyGroups
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


class RecoveryStep(FirstStep):
    """The recovery key: shown, printed, confirmed. Empty until the register is made."""

    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._confirm: ConfirmGroups | None = None

    def show_groups(self, groups: tuple[str, ...]) -> None:
        """Show the key; once."""
        card = Card()
        card.add(KeyGroups(groups))
        row = QHBoxLayout()
        row.setSpacing(fonts.px(12))
        self.print_button = Button(
            self.tr("Vis og skriv ut arkene"), self.print_wanted.emit, icon=Icon.PRINT
        )
        self.told = Label(
            self.tr("To ark: nøkkelen til safen, og «Mistet maskin» til veggen"),
            Type.HELP,
            Token.TEXT2,
            wrap=True,
        )
        row.addWidget(self.print_button)
        row.addWidget(self.told, 1)
        card.add(row)
        self.column.addWidget(card)
        self._confirm = ConfirmGroups(groups)
        self._confirm.changed.connect(self.changed)
        self.column.addWidget(self._confirm)
        self.column.addStretch(1)

    @property
    def confirm(self) -> ConfirmGroups | None:
        """Where the groups are typed back."""
        return self._confirm

    @property
    def reason(self) -> str:
        return self._confirm.reason if self._confirm else self.tr("Registeret er ikke laget ennå")


class SafetyStep(FirstStep):
    """A second place for backups, and whether the machine's keyring may open the register."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = ""
        card = Card(self.tr("Et sted utenfor maskinen"), icon=Icon.SAVED)
        self._where = Label("", Type.BODY, wrap=True)
        card.add(
            Label(
                self.tr(
                    "En minnepinne eller en mappe på kommunens server. "
                    "Kopiene er kryptert, og åpnes bare med passord eller gjenopprettingsnøkkel."
                ),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            ),
            self._where,
        )
        row = QHBoxLayout()
        self.choose_button = Button(self.tr("Velg mappe …"), self.choose, icon=Icon.FOLDER)
        self.later_button = Button(self.tr("Ta bort"), self.postpone, kind=ButtonKind.QUIET)
        row.addWidget(self.choose_button)
        row.addWidget(self.later_button)
        row.addStretch(1)
        card.add(row)
        self._late = Callout(
            ChipKind.SOON,
            self.tr("Uten et slikt sted finnes alt bare på denne maskinen"),
            self.tr(
                "Blir den borte eller ødelagt, er registeret borte. "
                "«I dag» minner om det til et sted er valgt."
            ),
        )
        card.add(self._late)
        self.column.addWidget(card)
        self.keyring = RadioField(
            "keyring",
            self.tr("Når Husrom startes på denne maskinen"),
            (
                (False, self.tr("Skriv passordet hver gang")),
                (True, self.tr("Maskinens nøkkelring kan åpne")),
            ),
            hint_of={
                True: self.tr("Bare ved oppstart. Etter en lås må passordet skrives uansett.")
            },
        )
        self.keyring.set_value(False)
        ring = Card()
        ring.add(self.keyring)
        self.column.addWidget(ring)
        self.column.addStretch(1)
        self._tell()

    def choose(self) -> None:
        """Ask for the folder."""
        dialog = QFileDialog(self, self.tr("Velg mappe for sikkerhetskopier"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if chosen:
            self.set_folder(str(Path(chosen[0])))

    def postpone(self) -> None:
        """No second place for now."""
        self.set_folder("")

    def set_folder(self, folder: str) -> None:
        """The chosen place; empty for none."""
        self.folder = folder
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self._where.setText(self.folder)
        self._where.setVisible(bool(self.folder))
        self.later_button.setVisible(bool(self.folder))
        self._late.setVisible(not self.folder)
