"""Who may open the register, and the recovery key."""

from app.office import Office
from app.settings.model import Officer
from ui.kit import machine
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.kit.dialogs import Dialog
from ui.kit.fields import DateField
from ui.kit.icons import Icon
from ui.kit.messages import Message, Way, choose
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import dash, day
from ui.navigation import Navigator
from ui.settings.person_dialogs import KeyDialog, PersonDialog
from ui.settings.section import SettingsPart, buttons, explained


class PeoplePart(SettingsPart):
    """The people with their own passphrases, and the paper in the safe."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__(office, navigator)
        self.table: RecordTable[Officer] = RecordTable(
            "officers",
            self.tr("Personer med tilgang"),
            RecordModel(self._columns()),
            identity=lambda officer: officer.id,
            compact=True,
        )
        self.table.setMinimumHeight(220)
        self.table.current_changed.connect(lambda _one: self._judge())
        card = Card(self.tr("Personer med tilgang"), icon=Icon.PEOPLE)
        card.add(
            explained(
                self.tr(
                    "Hver person har sitt eget passord. Navnet står i historikken og på brevene."
                )
            )
        )
        self.admit_button = Button(self.tr("Gi en person tilgang"), self.admit, icon=Icon.NEW)
        self.change_button = Button(self.tr("Bytt passord"), self.change)
        self.dismiss_button = Button(self.tr("Sett siste dag"), self.dismiss)
        card.add(buttons(self.admit_button, self.change_button, self.dismiss_button))
        self.add(card, self.table, self._recovery())

    def _columns(self) -> tuple[Column[Officer], ...]:
        return (
            Column("name", self.tr("Navn"), lambda one: one.name, strong=True, stretch=True),
            Column("title", self.tr("Stilling"), lambda one: dash(one.title), width=180),
            Column("state", self.tr("Tilgang"), self._state_words, chip=self._state, width=130),
            Column("since", self.tr("Fra"), lambda o: day(o.since), align=Align.RIGHT, width=116),
            Column("until", self.tr("Til"), lambda o: day(o.until), align=Align.RIGHT, width=116),
        )

    def _state(self, officer: Officer) -> Chip:
        today = self.office.clock.today()
        if officer.until is not None and officer.until < today:
            return Chip(ChipKind.NOT_STARTED, self.tr("Avsluttet"))
        if officer.since > today:
            return Chip(ChipKind.WAITING, self.tr("Kommer"))
        return Chip(ChipKind.OK, self.tr("Kan åpne"))

    def _state_words(self, officer: Officer) -> str:
        return self._state(officer).text

    def _recovery(self) -> Card:
        card = Card(self.tr("Gjenopprettingsnøkkel"), icon=Icon.RECOVERY)
        self.unconfirmed = Callout(
            ChipKind.SOON,
            self.tr("Ingen har bekreftet at nøkkelen står på papir"),
            self.tr("Lag en ny nøkkel, skriv den ut, og legg arket i safen."),
        )
        card.add(self.unconfirmed)
        card.add(
            explained(
                self.tr(
                    "Arket i safen åpner registeret når et passord er glemt. "
                    "Lag en ny nøkkel hvis arket er borte eller sett av andre. "
                    "Da åpner det gamle arket ingenting lenger."
                )
            )
        )
        self.key_button = Button(
            self.tr("Lag ny gjenopprettingsnøkkel"), self.new_key, icon=Icon.RECOVERY
        )
        card.add(buttons(self.key_button))
        return card

    def reload(self) -> None:
        self.table.set_rows(self.office.settings.officers())
        known = machine.known_register(self.office.files.register)
        self.unconfirmed.setVisible(known.key_unconfirmed)
        self._judge()

    def _judge(self) -> None:
        reason = "" if self.table.current else self.tr("Velg en person i listen først")
        self.change_button.set_off(reason)
        self.dismiss_button.set_off(reason)

    def admit(self) -> None:
        """A new person with a passphrase of their own."""
        PersonDialog(self, self.office, self.tr("Gi en person tilgang"), None).exec()
        self.reload()

    def change(self) -> None:
        """Another passphrase for the person stood on."""
        if self.table.current is not None:
            title = self.tr("Bytt passord")
            changed = PersonDialog(self, self.office, title, self.table.current).exec()
            if changed:
                machine.remember_keyring(self.office.files.register, None)
            self.reload()

    def dismiss(self) -> None:
        """A last day for the person stood on."""
        officer = self.table.current
        if officer is None:
            return
        dialog = Dialog(
            self.tr("Siste dag for {}").format(officer.name),
            self.tr("Etter denne dagen åpner ikke passordet lenger. Det kan ikke angres."),
            parent=self,
        )
        last = DateField("last", self.tr("Siste dag"), today=self.office.clock.today)
        last.set_value(self.office.clock.today())
        dialog.add(last)

        def keep() -> bool:
            chosen = last.value()
            if chosen is None:
                return False
            return self.navigator.attempt(
                lambda: self.office.settings.dismiss(officer.id, chosen)  # type: ignore[arg-type]  # a DateField's value
            )

        dialog.add_button(self.tr("Sett siste dag"), keep, ButtonKind.PRIMARY)
        dialog.exec()
        dialog.deleteLater()
        self.reload()

    def new_key(self) -> None:
        """A new recovery key, printed and confirmed at once."""
        sure = choose(
            self,
            Message(
                self.tr("Lag en ny gjenopprettingsnøkkel?"),
                self.tr("Registeret og passordene blir som de er."),
                self.tr("Arket i safen slutter å virke med en gang. Ha skriveren klar."),
                ChipKind.SOON,
            ),
            (Way(self.tr("Lag ny nøkkel"), "make", ButtonKind.PRIMARY),),
        )
        if sure is None:
            return
        made: list[tuple[str, ...]] = []
        if self.navigator.attempt(lambda: made.append(self.office.settings.new_recovery_key())):
            path = self.office.files.register
            machine.remember_unconfirmed(path, unconfirmed=True)
            dialog = KeyDialog(self, self.office, made[0])
            if dialog.exec():
                machine.remember_unconfirmed(path, unconfirmed=False)
            dialog.deleteLater()
        self.reload()
