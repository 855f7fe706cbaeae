"""The units that own cases, do measures and give services."""

from collections.abc import Callable, Mapping
from datetime import date

from app.office import Office
from app.settings.units.model import ServiceUnit, ServiceUnitDraft
from ui.kit.ask import Act, AskDialog
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Column
from ui.kit.fields import DateField, TextField
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import capital, dash, day, done, message, problem
from ui.navigation import Navigator
from ui.settings.section import SettingsPart, buttons, explained

Values = Mapping[str, object]


class UnitsPart(SettingsPart):
    """A list with what each is called, its phone, and whether it can be chosen."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__(office, navigator)
        self.table: RecordTable[ServiceUnit] = RecordTable(
            "service_units",
            self.tr("Enheter"),
            RecordModel(self._columns()),
            identity=lambda unit: unit.id,
            compact=True,
        )
        self.table.setMinimumHeight(420)
        self.table.current_changed.connect(lambda _one: self._judge())
        self.table.opened.connect(lambda _one: self.change())
        card = Card(self.tr("Enheter"), icon=Icon.SERVICES)
        card.add(
            explained(
                self.tr(
                    "Enhetene kan eie en sak, gjøre tiltak og gi tjenester."
                    " Det som er skrevet ut før, beholder det gamle navnet."
                )
            )
        )
        self.add_button = Button(self.tr("Legg til enhet …"), self.new, icon=Icon.NEW)
        self.change_button = Button(self.tr("Endre …"), self.change)
        self.close_button = Button(self.tr("Legg ned …"), self.close_or_open)
        card.add(buttons(self.add_button, self.change_button, self.close_button))
        self.add(card, self.table)

    def _columns(self) -> tuple[Column[ServiceUnit], ...]:
        return (
            Column(
                "name",
                self.tr("Navn"),
                lambda unit: capital(unit.draft.name),
                strong=True,
                stretch=True,
            ),
            Column(
                "name_nn", self.tr("Nynorsk"), lambda u: dash(capital(u.draft.name_nn)), width=220
            ),
            Column("phone", self.tr("Telefon"), lambda unit: dash(unit.draft.phone), width=130),
            Column("state", self.tr("Status"), self._words, chip=self._chip, width=150),
        )

    def _chip(self, unit: ServiceUnit) -> Chip:
        if unit.closed_on is None:
            return Chip(ChipKind.OK, self.tr("I bruk"))
        if unit.open_on(self.office.clock.today()):
            return Chip(ChipKind.SOON, self.tr("Til {}").format(day(unit.closed_on)))
        return Chip(ChipKind.NO, self.tr("Nedlagt"))

    def _words(self, unit: ServiceUnit) -> str:
        return self._chip(unit).text

    def reload(self) -> None:
        self.table.set_rows(self.office.service_units.all())
        self._judge()

    def _judge(self) -> None:
        chosen = self.table.current
        reason = "" if chosen else self.tr("Velg en enhet i listen først")
        self.change_button.set_off(reason)
        ours = chosen is not None and chosen == self.office.service_units.ours()
        self.close_button.set_off(
            self.tr("Vårt eget kontor kan ikke legges ned her") if ours else reason
        )
        closed = chosen is not None and chosen.closed_on is not None
        self.close_button.setText(self.tr("Ta i bruk igjen") if closed else self.tr("Legg ned …"))

    # what is done

    def new(self) -> AskDialog:
        """One more."""
        add = self.office.service_units.add
        return self._named(
            self.tr("Legg til enhet"), self.tr("Legg til"), "service_unit.added", add
        )

    def change(self) -> AskDialog | None:
        """Another name or phone for the one stood on."""
        unit = self.table.current
        if unit is None:
            return None

        def keep(draft: ServiceUnitDraft) -> None:
            self.office.service_units.change(unit.id, draft)

        title, verb = self.tr("Endre enheten"), self.tr("Lagre")
        return self._named(title, verb, "service_unit.changed", keep, unit.draft)

    def _named(
        self,
        title: str,
        verb: str,
        told: str,
        keep: Callable[[ServiceUnitDraft], object],
        start: ServiceUnitDraft | None = None,
    ) -> AskDialog:
        names = ("name", "name_nn", "phone")

        def act(values: Values) -> None:
            keep(ServiceUnitDraft(*(str(values[name] or "").strip() for name in names)))

        explanation = self.tr("Navnet står på planer, avtaler og brev.")
        dialog = self._ask(title, explanation, verb, act, told)
        dialog.form.line(TextField("name", self.tr("Navn")))
        hint = self.tr("Når den heter noe annet på nynorsk.")
        dialog.form.line(TextField("name_nn", self.tr("Navn på nynorsk"), optional=True, hint=hint))
        dialog.form.line(TextField("phone", self.tr("Telefon"), optional=True, width=160))
        if start is not None:
            dialog.form.set_values({name: getattr(start, name) or None for name in names})
        dialog.open()
        return dialog

    def close_or_open(self) -> AskDialog | None:
        """It can not be chosen from a day, or it can after all."""
        unit = self.table.current
        if unit is None:
            return None
        if unit.closed_on is not None:
            if self.navigator.attempt(lambda: self.office.service_units.open_again(unit.id)):
                self.navigator.tell(done("service_unit.opened"))
            self.reload()
            return None

        def act(values: Values) -> None:
            last = values["closed_on"]
            today = self.office.clock.today()
            self.office.service_units.close(unit.id, last if isinstance(last, date) else today)

        dialog = self._ask(
            self.tr("Legg ned enheten"),
            self.tr("{} kan ikke velges fra denne dagen. Overfør sakene den eier, først.").format(
                capital(unit.draft.name)
            ),
            self.tr("Legg ned"),
            act,
            "service_unit.closed",
        )
        dialog.form.line(DateField("closed_on", self.tr("Fra"), today=self.office.clock.today))
        dialog.form.set_values({"closed_on": self.office.clock.today()})
        dialog.open()
        return dialog

    def _ask(self, title: str, explanation: str, verb: str, act: Act, told: str) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self.navigator.tell(done(told))
            self.reload()

        return AskDialog(
            title, explanation, verb, do, words=problem, message=message, parent=self.window()
        )
