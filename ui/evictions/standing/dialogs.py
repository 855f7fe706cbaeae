"""Dialogs about one case: its stage, its day, how it ended."""

from PySide6.QtWidgets import QWidget

from app.evictions.model import (
    CaseStep,
    EvictionCase,
    EvictionOutcome,
    EvictionStage,
    ForcedSaleStage,
)
from app.office import Office
from ui.asking import Asking, Values, a_day, text
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import day, title_word
from ui.navigation import Navigator

TIME = 96


class CaseDialogs(Asking):
    """Opened over the window of a part; what is done is told with «Angre»."""

    def __init__(
        self, office: Office, navigator: Navigator, part: QWidget, case: EvictionCase
    ) -> None:
        super().__init__(office, navigator, part)
        self._case = case

    def _since(self, label: str = "Fra") -> DateField:
        return DateField("since", label, today=self.office.clock.today)

    def reach(self, step: CaseStep | None = None) -> AskDialog:
        """Move it on to where it stands now."""
        case, cases = self._case, self.office.eviction_cases

        def act(values: Values) -> None:
            to = values["stage"]
            if isinstance(to, EvictionStage | ForcedSaleStage):
                cases.reach(case.id, to, a_day(values, "since"), text(values, "reason"))

        dialog = self.ask(
            "Nytt steg i saken",
            f"Saken står på «{title_word(case.step)}» siden {day(case.stage_since)}.",
            "Lagre steget",
            act,
            "eviction_case.reached",
        )
        options = [(each, title_word(each)) for each in cases.next_stages(case)]
        dialog.form.line(ChoiceField("stage", "Hvor saken står nå", options), self._since())
        dialog.form.line(MultilineField("reason", "Merknad", optional=True, lines=2))
        dialog.form.set_values(
            {"stage": step or (options[0][0] if options else None), "since": self.today()}
        )
        dialog.open()
        return dialog

    def set_date(self) -> AskDialog:
        """The day it is to be carried out, or another day for it."""
        case, cases = self._case, self.office.eviction_cases
        before = case.eviction_on

        def act(values: Values) -> None:
            on, at = a_day(values, "eviction_on"), text(values, "eviction_at")
            since, reason = a_day(values, "since"), text(values, "reason")
            put = cases.postpone if before else cases.set_date
            put(case.id, on, at, since=since, reason=reason)

        dialog = self.ask(
            "Utsett til en ny dato" if before else "Sett dato",
            f"Datoen er {day(before)}. Namsfogden kan bare utsette hvis utleieren er enig."
            if before
            else "Dag og klokkeslett som namsfogden har satt.",
            "Utsett" if before else "Sett dato",
            act,
            "eviction_day.postponed" if before else "eviction_day.set",
        )
        today = self.office.clock.today
        dialog.form.line(
            DateField("eviction_on", "Ny dato" if before else "Dato", today=today),
            TextField("eviction_at", "Klokken", optional=True, width=TIME, example="10.00"),
            self._since("Fikk vite det"),
        )
        words = "Begrunnelse" if before else "Merknad"
        dialog.form.line(MultilineField("reason", words, optional=not before, lines=2))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def call_off(self) -> AskDialog:
        """There is no day any more."""
        case, cases = self._case, self.office.eviction_cases
        dialog = self.ask(
            "Avlys datoen",
            f"Utkastelsen {day(case.eviction_on)} blir ikke gjennomført."
            " Saken er åpen til den har et utfall.",
            "Avlys datoen",
            lambda values: cases.call_off(case.id, text(values, "reason"), a_day(values, "since")),
            "eviction_day.called_off",
        )
        dialog.form.line(self._since("Fikk vite det"))
        dialog.form.line(MultilineField("reason", "Begrunnelse", lines=2))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def close(self) -> AskDialog:
        """How it ended."""
        case, cases = self._case, self.office.eviction_cases
        live = case.threatened

        def act(values: Values) -> None:
            outcome = values.get("outcome")
            cases.close(
                case.id,
                outcome if isinstance(outcome, EvictionOutcome) else None,
                text(values, "words"),
                a_day(values, "since"),
                aftercare=values.get("aftercare") is True,
            )

        dialog = self.ask(
            "Avslutt saken",
            "Utfallet teller i oversikten. Saken kan tas opp igjen.",
            "Avslutt saken",
            act,
            "eviction_case.closed",
        )
        endings = [each for each in EvictionOutcome if each is not EvictionOutcome.CARRIED_OUT]
        if live:
            options = [(each, title_word(each)) for each in endings]
            dialog.form.line(ChoiceField("outcome", "Utfall", options), self._since())
        else:
            dialog.form.line(self._since())
        dialog.form.line(MultilineField("words", "Merknad", optional=True, lines=2))
        if live:
            dialog.form.line(
                CheckField(
                    "aftercare",
                    "Følg opp etterpå",
                    hint="For den som har flyttet: sted å bo, eiendeler og barn.",
                )
            )
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def reopen(self) -> AskDialog:
        """It was not over after all."""
        case, cases = self._case, self.office.eviction_cases
        dialog = self.ask(
            "Ta opp saken igjen",
            "Saken går tilbake til der den sto før den ble avsluttet.",
            "Ta opp saken",
            lambda values: cases.reopen(case.id, text(values, "reason"), a_day(values, "since")),
            "eviction_case.reopened",
        )
        dialog.form.line(self._since())
        dialog.form.line(MultilineField("reason", "Begrunnelse", lines=2))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog
