"""After the recovery key: whose passphrase is made anew, before anything else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid, OfficeError
from app.office import Office
from app.settings.model import Officer, OfficerDraft
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.choice_fields import RadioField
from ui.kit.field import Verdict
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.new_passphrase import NewPassphrase
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import message, problem
from ui.unlock.backdrop import Backdrop, FloatingCard
from ui.unlock.ways import Head

_OTHER = "other"


class NewAccess(QWidget):
    """`made(passphrase)` when a person has a way in again."""

    made = Signal(str)
    left = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Lag et nytt passord"))
        self._office = office
        card = FloatingCard()
        profile = office.settings.profile
        card.body.addWidget(Head(profile.municipality, profile.name))
        words = self.tr(
            "Gjenopprettingsnøkkelen stemte. Lag et nytt passord før du går videre. "
            "Historikken viser at det ble gjort."
        )
        card.body.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        card.body.addSpacing(fonts.px(6))
        self.who = RadioField("who", self.tr("Hvem er du?"), self._people())
        self.name = TextField("name", self.tr("Navn"))
        self.title = TextField("title", self.tr("Stilling"), optional=True)
        self.passphrase = NewPassphrase()
        self._why = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self.button = Button(
            self.tr("Lag passordet og åpne"),
            self.make,
            kind=ButtonKind.PRIMARY,
            size=ButtonSize.LARGE,
        )
        for part in (self.who, self.name, self.title, self.passphrase, self._why, self.button):
            card.body.addWidget(part)
        card.body.addWidget(Button(self.tr("Lås igjen"), self.left.emit, kind=ButtonKind.QUIET))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Backdrop(card))
        self._connect()

    def _connect(self) -> None:
        self.who.changed.connect(lambda _name: self._judge())
        self.name.changed.connect(lambda _name: self._judge())
        self.passphrase.changed.connect(self._judge)
        self.passphrase.submitted.connect(self._submit)
        self._judge()

    def _people(self) -> list[tuple[object, str]]:
        today = self._office.clock.today()
        known: list[tuple[object, str]] = [
            (officer, ", ".join(part for part in (officer.name, officer.title) if part))
            for officer in self._office.settings.officers()
            if officer.until is None or officer.until >= today
        ]
        return [*known, (_OTHER, self.tr("En annen"))]

    @property
    def _known(self) -> Officer | None:
        chosen = self.who.value()
        return chosen if isinstance(chosen, Officer) else None

    @property
    def _new(self) -> bool:
        """«En annen» is pressed down: nobody of those known."""
        return self.who.value() == _OTHER

    def _judge(self) -> None:
        self.name.setVisible(self._new)
        self.title.setVisible(self._new)
        reason = self.passphrase.reason
        if self._new and not self.name.text():
            reason = self.tr("Skriv navnet")
        if self.who.value() is None:
            reason = self.tr("Velg hvem du er")
        self._why.setText(reason)
        self._why.setVisible(bool(reason))
        self.button.set_off(reason)

    def _submit(self) -> None:
        if self.button.isEnabled():
            self.make()

    def make(self) -> None:
        """Make the passphrase."""
        typed, known = self.passphrase.passphrase, self._known
        settings = self._office.settings
        try:
            if known is not None:
                draft = OfficerDraft(known.name, known.title, typed)
                settings.change_passphrase(known.id, draft)
            else:
                settings.admit(OfficerDraft(self.name.text(), self.title.text(), typed))
        except Invalid as error:
            self.passphrase.refuse(problem(error.problems[0]))
        except OfficeError as error:
            self.name.show_verdict(Verdict.PROBLEM, message(error))
        else:
            self.passphrase.forget()
            self.made.emit(typed)
