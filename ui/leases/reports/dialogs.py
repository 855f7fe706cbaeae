"""What is asked about a report: what was said, and what was done about it."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.ids import LeaseId
from app.leases.reports.model import Report, ReportDraft, ReportKind, ReportSource, ReportStep
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator

Values = Mapping[str, object]
STEPS = (ReportStep.ANSWERED, ReportStep.PASSED_ON, ReportStep.CLOSED)
_TOLD = {
    ReportStep.PASSED_ON: "report.passed_on",
    ReportStep.ANSWERED: "report.answered",
    ReportStep.CLOSED: "report.closed",
}


class ReportDialogs:
    """Opens them; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window
        self._today: Callable[[], date] = office.clock.today

    def register(self, lease: LeaseId) -> AskDialog:
        """Write down what was said."""
        start = ReportDraft(reported_on=self._today())
        return self._said(
            "Registrer melding",
            "Skriv det som ble sagt, slik det ble sagt. Det er en påstand til noen har sett etter.",
            "Registrer",
            start,
            lambda draft: self._office.reports.register(lease, draft),
            "report.registered",
        )

    def correct(self, report: Report) -> AskDialog:
        """It was written down wrong; what stood there is kept."""
        return self._said(
            "Rett meldingen",
            "Det som sto her, blir stående i historikken med dagen det ble skrevet.",
            "Lagre",
            report.draft,
            lambda draft: self._office.reports.correct(report.id, draft),
            "report.corrected",
        )

    def _said(
        self,
        title: str,
        explanation: str,
        verb: str,
        start: ReportDraft,
        keep: Callable[[ReportDraft], object],
        told: str,
    ) -> AskDialog:
        dialog = self._ask(title, explanation, verb, lambda values: keep(_draft(values)), told)
        kinds = [(each, title_word(each)) for each in ReportKind]
        sources = [(each, title_word(each)) for each in ReportSource]
        dialog.form.line(
            ChoiceField("kind", "Hva det gjelder", kinds), CheckField("urgent", "Haster")
        )
        dialog.form.line(
            MultilineField("what", "Hva som er meldt", lines=3, hint="Uten navn på andre.")
        )
        dialog.form.line(
            DateField("happened_on", "Hendt eller oppdaget", optional=True, today=self._today),
            DateField("reported_on", "Meldt til oss", today=self._today),
        )
        dialog.form.line(
            ChoiceField("source", "Hvem som sa det", sources),
            TextField(
                "source_note",
                "Merknad om den som meldte",
                optional=True,
                hint="Kommer aldri med i et brev.",
            ),
        )
        dialog.form.set_values(
            {name: getattr(start, name) or None for name in dialog.form.names}
            | {"urgent": start.urgent}
        )
        dialog.open()
        return dialog

    def step(self, report: Report) -> AskDialog:
        """Answered, passed on or closed."""

        def act(values: Values) -> None:
            day = values["taken_on"]
            when = day if isinstance(day, date) else self._today()
            words, whom = str(values["words"] or ""), str(values["to_whom"] or "")
            reports = self._office.reports
            if values["step"] is ReportStep.PASSED_ON:
                reports.pass_on(report.id, when, whom, words)
            elif values["step"] is ReportStep.CLOSED:
                reports.close(report.id, when, words)
            else:
                reports.answer(report.id, when, words, whom)
            told[0] = _TOLD.get(_step(values), told[0])

        told = ["report.answered"]
        dialog = self._ask(
            "Hva er gjort?",
            f"{title_word(report.draft.kind)}: {shown(report.draft.what)}",
            "Før inn",
            act,
            lambda: told[0],
        )
        dialog.form.line(
            RadioField("step", "Hva er gjort", [(each, title_word(each)) for each in STEPS])
        )
        dialog.form.line(
            DateField("taken_on", "Dag", today=self._today),
            TextField("to_whom", "Til hvem", hint="Trengs når den er sendt videre."),
        )
        hint = "Trengs når den er besvart."
        dialog.form.line(MultilineField("words", "Hva som ble sagt", lines=2, hint=hint))
        dialog.form.set_values({"step": ReportStep.ANSWERED, "taken_on": self._today()})
        dialog.open()
        return dialog

    def reopen(self, report: Report) -> AskDialog:
        """It was not over after all."""

        def act(values: Values) -> None:
            day = values["taken_on"]
            when = day if isinstance(day, date) else self._today()
            self._office.reports.reopen(report.id, when, str(values["words"] or ""))

        dialog = self._ask(
            "Åpne meldingen igjen",
            f"{title_word(report.draft.kind)}: {shown(report.draft.what)}",
            "Åpne igjen",
            act,
            "report.reopened",
        )
        dialog.form.line(DateField("taken_on", "Dag", today=self._today))
        dialog.form.line(MultilineField("words", "Hvorfor", lines=2))
        dialog.form.set_values({"taken_on": self._today()})
        dialog.open()
        return dialog

    def _ask(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Callable[[Values], object],
        told: str | Callable[[], str],
    ) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self._navigator.tell(done(told if isinstance(told, str) else told()))

        return AskDialog(
            title,
            explanation,
            verb,
            do,
            words=problem,
            message=message,
            width=560,
            parent=self._window.window(),
        )


def shown(text: str, most: int = 90) -> str:
    """The beginning of what was said, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _draft(values: Values) -> ReportDraft:
    kind, source = values["kind"], values["source"]
    happened, reported = values["happened_on"], values["reported_on"]
    return ReportDraft(
        kind=kind if isinstance(kind, ReportKind) else ReportKind.OTHER,
        what=str(values["what"] or ""),
        happened_on=happened if isinstance(happened, date) else None,
        reported_on=reported if isinstance(reported, date) else None,
        source=source if isinstance(source, ReportSource) else ReportSource.OTHER,
        source_note=str(values["source_note"] or ""),
        urgent=bool(values["urgent"]),
    )


def _step(values: Values) -> ReportStep:
    step = values["step"]
    return step if isinstance(step, ReportStep) else ReportStep.ANSWERED
