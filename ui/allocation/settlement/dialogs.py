"""The dialogs of settlement: the year's number, a household that comes, and what came of it."""

from collections.abc import Callable
from datetime import date

from app.allocation.settlement.model import SettlementDraft, SettlementRow
from app.applications.model import ApplicationState
from app.core.cases import CaseKind
from app.core.errors import Invalid, Problem
from app.core.ids import ApplicationId
from ui.asking import Asking, Values, a_day, text
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, NumberField, TextField

_OPEN = frozenset(
    state for state in ApplicationState if state.open or state is ApplicationState.ALLOCATED
)


class SettlementDialogs(Asking):
    """Opens them."""

    def quota(self, year: int) -> AskDialog:
        """How many persons the year is for."""

        def act(values: Values) -> None:
            of, persons = values["year"], values["persons"]
            if not isinstance(persons, int):
                raise Invalid([Problem("persons", "persons_missing")])
            chosen = of if isinstance(of, int) else 0
            self.office.settlements.set_quota(chosen, persons, text(values, "source"))

        known = self.office.settlements.year(year).quota
        dialog = self.ask(
            "Årets bosetting",
            "Hvor mange personer kommunen har sagt ja til å bosette. Tallet gjelder fra i dag.",
            "Lagre tallet",
            act,
            "settlement.quota_set",
        )
        dialog.form.line(
            NumberField("year", "År", least=2000, most=2100), NumberField("persons", "Personer")
        )
        dialog.form.line(
            TextField(
                "source", "Hvem har vedtatt det", hint="For eksempel «kommunestyret, sak 41/26»."
            )
        )
        values: dict[str, object] = {"year": year}
        if known is not None:
            values |= {"persons": known.persons, "source": known.source}
        dialog.form.set_values(values)
        dialog.open()
        return dialog

    def agree(self, year: int) -> AskDialog:
        """A household that comes by agreement."""

        def act(values: Values) -> None:
            self.office.settlements.agree(self._draft(values, year))

        dialog = self.ask(
            "Ny bosetting",
            "Den som bosettes etter avtale, trenger ikke botid i kommunen. Alle andre vilkår"
            " gjelder som for andre.",
            "Registrer",
            act,
            "settlement.agreed",
        )
        settled = {row.settlement.draft.application for row in self.office.settlements.rows()}
        options = [
            (row.id, f"{row.name}, {row.number}")
            for row in self.office.applications.rows(None, _OPEN)
            if row.case is CaseKind.ALLOCATION and row.id not in settled
        ]
        dialog.form.line(ChoiceField("application", "Søknad", options))
        dialog.form.line(
            NumberField("year", "År", least=2000, most=2100),
            NumberField("persons", "Personer", least=1),
        )
        today = self.today
        dialog.form.line(
            DateField("agreed_on", "Avtalt", today=today),
            DateField("expected_on", "Ventes", optional=True, today=today),
        )
        dialog.form.set_values({"year": year, "agreed_on": today()})
        dialog.open()
        return dialog

    def _draft(self, values: Values, year: int) -> SettlementDraft:
        chosen, persons = values["application"], values["persons"]
        of = values["year"]
        problems = []
        if not isinstance(chosen, int):
            problems.append(Problem("application", "settlement_application_missing"))
        if not isinstance(persons, int):
            problems.append(Problem("persons", "persons_missing"))
        if problems or not isinstance(chosen, int) or not isinstance(persons, int):
            raise Invalid(problems)
        return SettlementDraft(
            ApplicationId(chosen),
            of if isinstance(of, int) else year,
            persons,
            a_day(values, "agreed_on") or self.today(),
            a_day(values, "expected_on"),
        )

    def expected(self, row: SettlementRow) -> AskDialog:
        """Another day."""

        def act(values: Values) -> None:
            self.office.settlements.expect(row.settlement.id, a_day(values, "day"))

        dialog = self.ask(
            "Ny dag", f"Når {row.name} ventes.", "Lagre dagen", act, "settlement.expected"
        )
        today = self.today
        dialog.form.line(DateField("day", "Ventes", optional=True, today=today))
        dialog.form.set_values({"day": row.settlement.draft.expected_on})
        dialog.open()
        return dialog

    def settled(self, row: SettlementRow) -> AskDialog:
        """They came."""
        return self._closing(
            "Bosatt",
            f"{row.name} har flyttet inn.",
            lambda day: self.office.settlements.settled(row.settlement.id, day),
            "settlement.settled",
        )

    def cancelled(self, row: SettlementRow) -> AskDialog:
        """Nothing came of it."""
        return self._closing(
            "Falt bort",
            f"{row.name} kommer ikke. Søknaden står som før.",
            lambda day: self.office.settlements.cancel(row.settlement.id, day),
            "settlement.cancelled",
        )

    def _closing(
        self, title: str, explanation: str, act: Callable[[date], object], told: str
    ) -> AskDialog:
        today = self.today

        def do(values: Values) -> None:
            act(a_day(values, "day") or today())

        dialog = self.ask(title, explanation, title, do, told)
        dialog.form.line(DateField("day", "Dag", today=today))
        dialog.form.set_values({"day": today()})
        dialog.open()
        return dialog
