"""Tasks, belongings and the review, typed in."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.core.ids import EvictionCaseId
from app.evictions.aftercare.model import (
    Aftercare,
    AftercareKind,
    FetchingNotice,
    TaskDraft,
)
from app.office import Office
from ui.asking import Asking, Values, a_day, chosen, text
from ui.evictions.aftercare.words import tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import title_word, word
from ui.navigation import Navigator

FIRST, SECOND = "1", "2"


class AftercareDialogs(Asking):
    """Opens them; what is done is told with «Angre»."""

    def __init__(
        self, office: Office, navigator: Navigator, window: QWidget, case: EvictionCaseId
    ) -> None:
        super().__init__(office, navigator, window)
        self._case = case

    def task(self) -> AskDialog:
        """One more, with who and when."""

        def act(values: Values) -> None:
            self.office.aftercare.add_task(self._case, _task(values))

        explanation = tr("Hver oppgave har én som gjør den, og en dag.")
        dialog = self.ask(
            tr("Ny oppgave"), explanation, tr("Legg til"), act, "aftercare_task.added"
        )
        kinds = [each for each in AftercareKind if each is not AftercareKind.CHANGE]
        options = [(each, title_word(each)) for each in kinds]
        dialog.form.line(ChoiceField("kind", tr("Gjelder"), options))
        dialog.form.line(TextField("words", tr("Hva som skal gjøres"), optional=True))
        dialog.form.line(
            TextField("owner", tr("Hvem")), DateField("due_on", tr("Innen"), today=self.today)
        )
        dialog.form.set_values(
            {"kind": AftercareKind.OTHER, "owner": self._me, "due_on": self.today()}
        )
        dialog.open()
        return dialog

    def told_to_fetch(self, care: Aftercare) -> AskDialog:
        """They were told to fetch their things."""

        def act(values: Values) -> None:
            number = 2 if values.get("number") == SECOND else 1
            told_on = a_day(values, "told_on") or self.today()
            notice = FetchingNotice(number, told_on, text(values, "kept_where"))
            self.office.aftercare.told_to_fetch(self._case, notice)

        dialog = self.ask(
            tr("Beskjed om å hente tingene"),
            tr("Fristen regnes fra dagen de fikk beskjeden."),
            tr("Før inn"),
            act,
            "fetching.told",
        )
        rounds = [(FIRST, tr("Første runde")), (SECOND, tr("Andre runde"))]
        dialog.form.line(
            ChoiceField("number", tr("Beskjed"), rounds),
            DateField("told_on", tr("Fikk beskjed"), today=self.today),
        )
        if not care.strict:
            hint = tr("Lager eller nøkkel, og hvem som åpner.")
            dialog.form.line(
                TextField("kept_where", tr("Hvor tingene er"), optional=True, hint=hint)
            )
        first = care.fetch[0].expected
        dialog.form.set_values({"number": FIRST if first else SECOND, "told_on": self.today()})
        dialog.open()
        return dialog

    def settle(self) -> AskDialog:
        """Everything is fetched, or nothing was left."""

        def act(values: Values) -> None:
            self.office.aftercare.settle(self._case, text(values, "words"), a_day(values, "since"))

        dialog = self.ask(
            tr("Tingene er i orden"),
            tr("Alt er hentet, eller ingenting ble igjen."),
            tr("Før inn"),
            act,
            "fetching.settled",
        )
        dialog.form.line(DateField("since", tr("Dag"), today=self.today))
        dialog.form.line(TextField("words", tr("Hvordan det gikk")))
        dialog.form.set_values({"since": self.today(), "words": tr("Alt er hentet.")})
        dialog.open()
        return dialog

    def review(self) -> AskDialog:
        """What could have been seen earlier."""

        def act(values: Values) -> None:
            change = _task(values) if text(values, "words") else None
            self.office.aftercare.look_back(self._case, text(values, "seen_earlier"), change)

        dialog = self.ask(
            tr("Hva kunne vært sett tidligere"),
            tr(
                "Se på dagene sammen. Let etter hva kontoret kan gjøre annerledes, ikke etter feil."
            ),
            tr("Lagre"),
            act,
            "eviction.reviewed",
        )
        dialog.form.line(MultilineField("seen_earlier", tr("Det vi så, og når"), lines=3))
        dialog.form.line(MultilineField("words", tr("Det vi endrer"), optional=True, lines=2))
        dialog.form.line(
            TextField("owner", tr("Hvem"), optional=True),
            DateField("due_on", tr("Innen"), optional=True, today=self.today),
        )
        due = self.today() + timedelta(days=14)
        dialog.form.set_values({"owner": self._me, "due_on": due})
        dialog.open()
        return dialog

    def close(self, care: Aftercare) -> AskDialog:
        """The case is closed; what is missing is told and never in the way."""

        def act(values: Values) -> None:
            self.office.eviction_cases.close(self._case, None, text(values, "words"))

        lacks = " ".join(f"{word(each)}." for each in care.lacks)
        explanation = (
            tr("Dette mangler: {} Du kan avslutte likevel.").format(lacks)
            if lacks
            else tr("Alt er gjort, og dere har sett tilbake på saken.")
        )
        dialog = self.ask(
            tr("Avslutt saken"), explanation, tr("Avslutt saken"), act, "eviction_case.closed"
        )
        dialog.form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))
        dialog.open()
        return dialog

    @property
    def _me(self) -> str:
        me = self.office.settings.me
        return me.name if me else ""


def _task(values: Values) -> TaskDraft:
    return TaskDraft(
        chosen(values, "kind", AftercareKind, AftercareKind.OTHER),
        text(values, "words"),
        text(values, "owner"),
        a_day(values, "due_on"),
    )
