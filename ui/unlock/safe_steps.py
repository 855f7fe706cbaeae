"""The last two pages of the first run: the key on paper, and a second place for copies."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import RadioField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.key_groups import ConfirmGroups, KeyGroups
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.unlock.first_steps import FirstStep


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
        self.column.addWidget(self._second_place())
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

    def _second_place(self) -> Card:
        card = Card(self.tr("Et sted utenfor maskinen"), icon=Icon.SAVED)
        self._where = Label("", Type.BODY, wrap=True)
        words = self.tr(
            "En minnepinne eller en mappe på kommunens server. "
            "Kopiene er kryptert, og åpnes bare med passord eller gjenopprettingsnøkkel."
        )
        card.add(Label(words, Type.HELP, Token.TEXT2, wrap=True), self._where)
        row = QHBoxLayout()
        self.choose_button = Button(self.tr("Velg mappe …"), self.choose, icon=Icon.FOLDER)
        self.later_button = Button(self.tr("Ta bort"), self.postpone, kind=ButtonKind.QUIET)
        row.addWidget(self.choose_button)
        row.addWidget(self.later_button)
        row.addStretch(1)
        self._late = Callout(
            ChipKind.SOON,
            self.tr("Uten et slikt sted finnes alt bare på denne maskinen"),
            self.tr(
                "Blir den borte eller ødelagt, er registeret borte. "
                "«I dag» minner om det til et sted er valgt."
            ),
        )
        card.add(row, self._late)
        return card

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
