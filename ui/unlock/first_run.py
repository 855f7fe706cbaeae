"""The first run: five steps from nothing to a register with its key on paper."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent

from app.core.days import clock_time
from app.core.errors import Invalid, OfficeError
from app.office import Office
from app.register import FirstRun, Register
from app.settings.model import OfficeProfile
from ui.kit import machine
from ui.kit.chips import ChipKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.messages import Message, inform
from ui.kit.office_form import texts_of
from ui.kit.wizard import Step, Wizard
from ui.unlock.first_steps import FirstStep, LetterheadStep, OfficeStep, PersonStep
from ui.unlock.safe_steps import RecoveryStep, SafetyStep
from ui.unlock.ways import sentences

_PERSON, _RECOVERY, _SAFETY = 2, 3, 4


class FirstRunWizard(Wizard):
    """`made(Office)` when the register is ready. It is made between the third step and the fourth.

    Before that one may go back, and what was typed stays; after it the key must reach the paper.
    """

    made = Signal(object)

    def __init__(self, register: Register) -> None:
        self._register = register
        self._office: Office | None = None
        self._groups: tuple[str, ...] = ()
        self.office_step, self.letterhead = OfficeStep(), LetterheadStep()
        self.person, self.recovery, self.safety = PersonStep(), RecoveryStep(), SafetyStep()
        self.pages: tuple[FirstStep, ...] = (
            self.office_step,
            self.letterhead,
            self.person,
            self.recovery,
            self.safety,
        )
        super().__init__("Husrom", _steps(self.pages), _FOOT)
        self.setAccessibleName(self.tr("Ta i bruk Husrom"))
        for page in self.pages:
            page.changed.connect(self._judge)
        self.person.submitted.connect(self._submit)
        self.recovery.print_wanted.connect(self._print)
        self.entered.connect(self._entered)
        self.finished.connect(self._finish)
        self._entered(0)

    @property
    def office(self) -> Office | None:
        """The register, once it is made; for closing the program in the middle."""
        return self._office

    def _judge(self) -> None:
        self.set_off(self.pages[self.place].reason)

    def _entered(self, place: int) -> None:
        self.back_button.setVisible(place in {1, 2, _SAFETY})
        self._judge()
        QTimer.singleShot(0, self, self._focus)

    def _focus(self) -> None:
        page = self.pages[self.place]
        if not page.isAncestorOf(self.focusWidget() or self):
            page.setFocus()
            page.focusNextChild()

    def _submit(self) -> None:
        if self.on_button.isEnabled():
            self.on()

    def on(self) -> None:
        """The next step; the register is made on leaving the third."""
        if self.place == _PERSON and self._office is None and not self._make():
            return
        if self.place == _RECOVERY:
            machine.remember_unconfirmed(self._register.files.register, unconfirmed=False)
        super().on()

    def _make(self) -> bool:
        self.set_off(self.tr("Lager registeret …"))
        self.repaint()
        texts = texts_of(self.office_step.form, self.letterhead.form)
        profile = OfficeProfile(**texts, duties=self.letterhead.chosen)  # type: ignore[arg-type]  # texts only
        try:
            self._office, self._groups = self._register.create(FirstRun(profile, self.person.draft))
        except Invalid as error:
            self._back_to_problem(error)
            return False
        except OfficeError as error:
            self._judge()
            what, rest = sentences(error)
            inform(self, Message(what, rest, "", ChipKind.SOON))
            return False
        machine.remember_names(self._register.files.register, profile.municipality, profile.name)
        machine.remember_unconfirmed(self._register.files.register, unconfirmed=True)
        self.person.passphrase.forget()
        self.recovery.show_groups(self._groups)
        return True

    def _back_to_problem(self, error: Invalid) -> None:
        for place, page in enumerate(self.pages[:_RECOVERY]):
            if page.show_problems(error.problems):
                self.go_to(place)
                return
        self._judge()

    def _print(self) -> None:
        if self._office is None:
            return
        settings = self._office.settings
        dialog = DocumentDialog(
            self.tr("To ark som skal på papir"),
            self.tr("Nøkkelen legges i lederens safe. «Mistet maskin» henges på veggen."),
            (
                (self.tr("Gjenopprettingsnøkkel"), settings.recovery_key_sheet(self._groups)),
                (self.tr("Mistet maskin"), settings.lost_machine_sheet("")),
            ),
            self,
        )
        dialog.exec()
        if dialog.printed:
            at = clock_time(self._office.clock.now().time())
            self.recovery.told.setText(self.tr("Skrevet ut {}").format(at))
            self.recovery.print_button.set_words(self.tr("Skriv ut igjen"))
        dialog.release()
        dialog.deleteLater()

    def _finish(self) -> None:
        office = self._office
        if office is None:
            return
        path = self._register.files.register
        try:
            office.safekeeping.set_outside(self.safety.folder)
            if self.safety.keyring.value():
                office.settings.remember_here()
                machine.remember_keyring(path, office.clock.today())
        except OfficeError as error:
            what, rest = sentences(error)
            inform(self, Message(what, rest, "", ChipKind.SOON))
            return
        self._groups = ()
        self._office = None
        self.made.emit(office)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.adapt(self.width())


_FOOT = "Alt blir på denne maskinen. Husrom bruker aldri nettet."


def _steps(pages: tuple[FirstStep, ...]) -> tuple[Step, ...]:
    words = (
        (
            "Kommunen",
            "Hvem registeret er for",
            "Velkommen til Husrom",
            "Først litt om kommunen. Alt kan endres senere i «Innstillinger».",
            "Fortsett",
        ),
        (
            "Kontor og brevhode",
            "Det som står på brevene",
            "Kontoret og brevhodet",
            "Dette står øverst og nederst på brevene. Det du ikke vet nå, kan vente.",
            "Fortsett",
        ),
        (
            "Passord",
            "Din vei inn",
            "Deg som åpner registeret",
            "Alt krypteres med passordet ditt. Flere personer kan få egne passord siden.",
            "Lag registeret",
        ),
        (
            "Gjenopprettingsnøkkel",
            "Skriv ut og bekreft",
            "Gjenopprettingsnøkkelen",
            "Glemmer du passordet, er dette arket den eneste veien inn. Ingen andre har en kopi, "
            "heller\u00a0ikke\u00a0vi.",
            "Fortsett",
        ),
        (
            "Sikkerhetskopi",
            "Et sted til, og nøkkelring",
            "Sikkerhetskopier",
            "Husrom tar kopi av seg selv på denne maskinen. Velg også et sted utenfor den.",
            "Ta Husrom i bruk",
        ),
    )
    return tuple(
        Step(name, note, title, why, page, on)
        for page, (name, note, title, why, on) in zip(pages, words, strict=True)
    )
