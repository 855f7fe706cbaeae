"""Giving a person a way in, and a new recovery key that must reach the paper."""

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, OfficeError
from app.office import Office
from app.settings.model import Officer, OfficerDraft
from ui.kit.buttons import Button, ButtonKind
from ui.kit.dialogs import Dialog
from ui.kit.document_dialog import DocumentDialog
from ui.kit.fields import DateField, TextField
from ui.kit.icons import Icon
from ui.kit.key_groups import ConfirmGroups, KeyGroups
from ui.kit.new_passphrase import NewPassphrase
from ui.labels import message, problem
from ui.settings.section import buttons


class PersonDialog(Dialog):
    """Name, title and a passphrase typed by the person; for a new one or a new passphrase."""

    def __init__(
        self, parent: QWidget, office: Office, title: str, officer: Officer | None
    ) -> None:
        super().__init__(
            title, "La personen selv skrive passordet. Det lagres ikke noe sted.", parent=parent
        )
        self._office, self._officer = office, officer
        self.name = TextField("name", self.tr("Navn"))
        self.title = TextField("title", self.tr("Stilling"), optional=True)
        self.until = DateField(
            "until",
            self.tr("Siste dag"),
            optional=True,
            hint=self.tr("For en vikar."),
            today=office.clock.today,
        )
        self.passphrase = NewPassphrase()
        if officer is not None:
            self.name.set_value(officer.name)
            self.title.set_value(officer.title)
            self.until.hide()
        self.add(self.name, self.title, self.until, self.passphrase)
        words = self.tr("Gi tilgang") if officer is None else self.tr("Bytt passord")
        self.add_button(words, self._make, ButtonKind.PRIMARY)
        self.name.changed.connect(lambda _name: self._judge())
        self.passphrase.changed.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        missing = "" if self.name.text() else self.tr("Skriv navnet")
        self.set_off(missing or self.passphrase.reason)

    def _make(self) -> bool:
        until = self.until.value()
        draft = OfficerDraft(
            self.name.text(),
            self.title.text(),
            self.passphrase.passphrase,
            until,  # type: ignore[arg-type]  # a DateField's value
        )
        settings = self._office.settings
        try:
            if self._officer is None:
                settings.admit(draft)
            else:
                settings.change_passphrase(self._officer.id, draft)
        except Invalid as error:
            self.passphrase.refuse(problem(error.problems[0]))
            return False
        except OfficeError as error:
            self.passphrase.refuse(message(error))
            return False
        self.passphrase.forget()
        return True


class KeyDialog(Dialog):
    """The new key: printed, and two groups typed back from the paper."""

    def __init__(self, parent: QWidget, office: Office, groups: tuple[str, ...]) -> None:
        super().__init__(
            self.tr("Ny gjenopprettingsnøkkel"),
            self.tr("Skriv ut arkene nå. Nøkkelen vises ikke igjen."),
            leave=self.tr("Bekreft senere"),
            width=640,
            parent=parent,
        )
        self._office, self._groups = office, groups
        self.add(KeyGroups(groups))
        self.body.addLayout(
            buttons(Button(self.tr("Vis og skriv ut arkene"), self._print, icon=Icon.PRINT))
        )
        self.confirm = ConfirmGroups(groups)
        self.add(self.confirm)
        self.add_button(self.tr("Nøkkelen er i safen"), None, ButtonKind.PRIMARY)
        self.confirm.changed.connect(lambda: self.set_off(self.confirm.reason))
        self.set_off(self.confirm.reason)

    def _print(self) -> None:
        settings, outside = self._office.settings, self._office.safekeeping.status().outside_folder
        dialog = DocumentDialog(
            self.tr("To ark som skal på papir"),
            self.tr("Nøkkelen legges i lederens safe. «Mistet maskin» henges på veggen."),
            (
                (self.tr("Gjenopprettingsnøkkel"), settings.recovery_key_sheet(self._groups)),
                (self.tr("Mistet maskin"), settings.lost_machine_sheet(outside)),
            ),
            self,
        )
        dialog.exec()
        dialog.release()
        dialog.deleteLater()
