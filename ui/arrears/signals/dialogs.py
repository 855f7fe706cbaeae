"""What is asked about a sign: what was seen, and what came of it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.arrears.signals.model import (
    EarlySignal,
    EarlySignalKind,
    SignalDraft,
    SignalOutcome,
    SignalSource,
    offered,
)
from app.core.ids import PersonId
from app.office import Office
from app.people.model import AddressProtection
from ui.kit.ask import Act, AskDialog, fit
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField
from ui.kit.form import Form
from ui.labels import capital, done, message, problem, title_word
from ui.navigation import Navigator
from ui.signal_words import signal_words
from ui.who import Who

Values = Mapping[str, object]


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("signals", text)


class NewSignal(AskDialog):
    """A sign about somebody: the one stood on, or found by typing a name."""

    def __init__(
        self, office: Office, navigator: Navigator, person: PersonId | None, parent: QWidget
    ) -> None:
        self._office, self._navigator = office, navigator
        super().__init__(
            tr("Nytt tidlig tegn"),
            tr("Skriv det som ble sett eller sagt, ikke hva du tror det kommer av."),
            tr("Før inn"),
            self._add,
            words=problem,
            message=message,
            width=640,
            parent=parent,
        )
        self.who = Who(office)
        self.form.add_part(self.who)
        add_signal_fields(self.form, office)
        self.who.chosen.connect(self._chosen)
        self.who.searched.connect(lambda: fit(self))
        if person is None:
            self._chosen(None)
            self.who.field.setFocus()
        else:
            self.who.choose(person)

    def _chosen(self, person: PersonId | None) -> None:
        self.set_off("" if person is not None else tr("Velg hvem tegnet gjelder."))
        self.form.field("words").set_hint(hint_for(self._office, person))
        if person is not None:
            self.form.field("kind").setFocus()
        if self.isVisible():
            fit(self)

    def _add(self, values: Values) -> None:
        if self.who.person is not None:
            self._office.early_signals.add(self.who.person, draft_of(values))
            self._navigator.tell(done("signal.added"))


class SignalDialogs:
    """Opens them; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def add(self, person: PersonId | None = None) -> NewSignal:
        """Write down what was seen."""
        dialog = NewSignal(self._office, self._navigator, person, self._window.window())
        dialog.open()
        return dialog

    def correct(self, signal: EarlySignal) -> AskDialog:
        """It was written down wrong."""
        dialog = self._ask(
            tr("Rett tegnet"),
            tr("Det som sto her, blir stående i historikken."),
            tr("Lagre"),
            lambda values: self._office.early_signals.correct(signal.id or 0, draft_of(values)),
            "signal.corrected",
        )
        add_signal_fields(dialog.form, self._office)
        dialog.form.field("words").set_hint(hint_for(self._office, signal.person))
        dialog.form.set_values(
            {
                "kind": signal.kind,
                "seen_on": signal.seen_on,
                "source": signal.source,
                "words": signal.words or None,
            }
        )
        dialog.open()
        return dialog

    def close(self, signal: EarlySignal) -> AskDialog:
        """What came of it."""

        def act(values: Values) -> None:
            outcome = values["outcome"]
            known = outcome if isinstance(outcome, SignalOutcome) else None
            self._office.early_signals.close(signal, known, str(values["words"] or ""))

        dialog = self._ask(
            tr("Hva førte tegnet til?"),
            f"{capital(signal_words(signal))}.",
            tr("Lukk tegnet"),
            act,
            "signal.closed",
        )
        outcomes = [(each, title_word(each)) for each in SignalOutcome]
        dialog.form.line(ChoiceField("outcome", tr("Hva det førte til"), outcomes))
        dialog.form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))
        dialog.form.field("words").set_hint(hint_for(self._office, signal.person))
        dialog.open()
        return dialog

    def reopen(self, signal: EarlySignal) -> AskDialog:
        """It was not over after all."""
        dialog = self._ask(
            tr("Åpne tegnet igjen"),
            f"{capital(signal_words(signal))}.",
            tr("Åpne igjen"),
            lambda values: self._office.early_signals.reopen(signal, str(values["words"] or "")),
            "signal.reopened",
        )
        dialog.form.line(
            MultilineField("words", tr("Hvorfor det ikke er over"), optional=True, lines=2)
        )
        dialog.open()
        return dialog

    def _ask(self, title: str, explanation: str, verb: str, act: Act, told: str) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self._navigator.tell(done(told))

        return AskDialog(
            title,
            explanation,
            verb,
            do,
            words=problem,
            message=message,
            width=600,
            parent=self._window.window(),
        )


def add_signal_fields(form: Form, office: Office) -> None:
    """What, who told, the day, and a few words."""
    today = office.clock.today
    kinds = [(each, title_word(each)) for each in offered()]
    sources = [(each, title_word(each)) for each in SignalSource if not each.by_register]
    form.line(
        ChoiceField("kind", tr("Hva slags tegn"), kinds),
        ChoiceField("source", tr("Hvem som sa fra"), sources),
    )
    form.line(
        MultilineField("words", tr("Hva som ble sett eller sagt"), optional=True, lines=2),
        DateField("seen_on", tr("Dag"), today=today, width=150),
    )
    form.set_values({"kind": None, "source": None, "words": None, "seen_on": today()})


def draft_of(values: Values) -> SignalDraft:
    """What the fields hold."""
    kind, source, seen = values["kind"], values["source"], values["seen_on"]
    return SignalDraft(
        kind if isinstance(kind, EarlySignalKind) else None,
        seen if isinstance(seen, date) else None,
        source if isinstance(source, SignalSource) else None,
        str(values["words"] or ""),
    )


def hint_for(office: Office, person: PersonId | None) -> str:
    """What is never written of one whose address is kept secret (ADR-02)."""
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    if person is None or office.people.get(person).protection is not strict:
        return tr("Uten navn på andre.")
    return tr("Strengt fortrolig: skriv aldri hvor personen bor.")
