"""A measure begun, taken further or put right, and the terms of a settlement gone through."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.days import length
from app.core.ids import DebtCaseId
from app.debt.measures.model import (
    DebtMeasure,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    SettlementCheck,
)
from app.debt.model import Screened
from app.office import Office
from ui.asking import Asking, Values, a_day, a_sum, chosen, text
from ui.debt.measures.words import measure_title, tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MoneyField, MultilineField, TextField
from ui.kit.form import Form
from ui.kit.segments_field import SegmentsField
from ui.labels import day, title_word, word
from ui.navigation import Navigator

WIDE = 900


class MeasureDialogs(Asking):
    """Opened over the window of the part; what is done is told with «Angre»."""

    def __init__(
        self, office: Office, navigator: Navigator, part: QWidget, case: DebtCaseId
    ) -> None:
        super().__init__(office, navigator, part)
        self._case = case

    def begin(self, kind: DebtMeasureKind | None = None) -> AskDialog:
        """One more, considered or asked for."""

        def act(values: Values) -> None:
            self.office.debt_measures.begin(self._case, _draft(values), self._row(values))

        dialog = self.ask(
            tr("Nytt tiltak"),
            tr("Før inn når det ble søkt, og når dere venter svar. Da sier I dag fra."),
            tr("Legg til"),
            act,
            "debt_measure.begun",
        )
        self._told(dialog.form)
        first = (DebtMeasureState.ASKED, DebtMeasureState.CONSIDERED)
        states = [(each, title_word(each)) for each in first]
        dialog.form.line(SegmentsField("state", tr("Hvordan det står"), states))
        dialog.form.line(DateField("since", tr("Dag"), today=self.today), self._answer_by())
        dialog.form.set_values({"kind": kind, "state": first[0], "since": self.today()})
        dialog.open()
        return dialog

    def move(self, measure: DebtMeasure) -> AskDialog:
        """It stands otherwise: answered, opened, in force, over."""

        def act(values: Values) -> None:
            self.office.debt_measures.stands(measure.id, self._row(values))

        dialog = self.ask(
            measure_title(measure),
            _explained(measure),
            tr("Før inn"),
            act,
            "debt_measure.moved",
        )
        possible = self.office.debt_measures.next_states(measure)
        self._further(dialog.form, measure, possible)
        dialog.form.set_values({"state": possible[0] if possible else None, "since": self.today()})
        dialog.open()
        return dialog

    def _further(
        self, form: Form, measure: DebtMeasure, possible: tuple[DebtMeasureState, ...]
    ) -> None:
        """Where it may come to, and the days that go with it for its kind."""
        states = [(each, title_word(each)) for each in possible]
        form.line(
            ChoiceField("state", tr("Hvordan det står nå"), states),
            DateField("since", tr("Dag"), today=self.today),
        )
        if measure.kind.needs_consent:
            hint = tr("Trengs når tiltaket settes i gang.")
            form.line(self._day("consent_on", tr("Sa ja skriftlig"), hint))
        if DebtMeasureState.ASKED in possible:
            form.line(self._answer_by())
        if measure.kind is DebtMeasureKind.SETTLEMENT:
            hint = tr("Bare når den er kortere eller lengre enn det vanlige.")
            form.line(self._day("ends_on", tr("Siste dag av gjeldsordningen"), hint))
        form.line(MultilineField("row_words", tr("Merknad"), optional=True, lines=2))

    def correct(self, measure: DebtMeasure) -> AskDialog:
        """What was typed wrong of it."""

        def act(values: Values) -> None:
            draft = _draft({**values, "kind": measure.kind})
            self.office.debt_measures.correct(measure.id, draft)

        dialog = self.ask(
            tr("Rett opplysningene"),
            tr("Dagene og hvordan det sto, endres ikke her."),
            tr("Lagre"),
            act,
            "debt_measure.corrected",
        )
        self._told(dialog.form, kind=False)
        draft = measure.draft
        dialog.form.set_values(
            {"with_whom": draft.with_whom, "amount": draft.amount, "words": draft.words}
        )
        dialog.open()
        return dialog

    def terms(self) -> AskDialog:
        """The terms of a settlement, gone through with the person."""

        def act(values: Values) -> None:
            self.office.debt_measures.go_through(self._case, _check(values, self.today))

        dialog = self.ask(
            tr("Vilkårene for gjeldsordning"),
            tr("Gå gjennom dem sammen. Svarene stopper ingen: namsfogden avgjør."),
            tr("Lagre"),
            act,
            "settlement_check.done",
            width=WIDE,
        )
        form = dialog.form
        answers = [(each, title_word(each)) for each in Screened]
        crime, earlier = (length(each) for each in self.office.debt_measures.limits())
        hints = {
            "crime_debt": tr("Ny er yngre enn {}.").format(crime),
            "earlier": tr("Det skal normalt ha gått {}.").format(earlier),
            "partner_told": tr("Ja, hvis personen bor uten."),
        }
        for line in _QUESTIONS:
            fields = (SegmentsField(n, tr(w), answers, hint=hints.get(n, "")) for n, w in line)
            form.line(*fields)
        done = tr("Forrige gjeldsordning ferdig")
        form.line(
            DateField("earlier_done_on", done, optional=True, today=self.today),
            DateField("since", tr("Gått gjennom"), today=self.today),
        )
        form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))
        known = self.office.debt_measures.terms(self._case) or SettlementCheck(self.today())
        names = [name for line in _QUESTIONS for name, _ in line]
        form.set_values({name: getattr(known, name) for name in names})
        form.set_values({"earlier_done_on": known.earlier_done_on, "words": known.words})
        form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    # fields

    def _told(self, form: Form, *, kind: bool = True) -> None:
        kinds = [(each, title_word(each)) for each in DebtMeasureKind]
        whom = TextField(
            "with_whom", tr("Hos hvem"), optional=True, hint=tr("En bank, Nav, Husbanken.")
        )
        form.line(*((ChoiceField("kind", tr("Tiltak"), kinds),) if kind else ()), whom)
        hint = tr("I måneden for trekk og forvaltning, ellers i alt.")
        form.line(MoneyField("amount", tr("Beløp"), optional=True, hint=hint, width=300))
        form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))

    def _answer_by(self) -> DateField:
        return self._day("answer_by", tr("Svar ventes senest"))

    def _day(self, name: str, label: str, hint: str = "") -> DateField:
        return DateField(name, label, optional=True, today=self.today, hint=hint)

    def _row(self, values: Values) -> DebtMeasureRow:
        return DebtMeasureRow(
            a_day(values, "since") or self.today(),
            chosen(values, "state", DebtMeasureState, DebtMeasureState.CONSIDERED),
            a_day(values, "answer_by"),
            a_day(values, "consent_on"),
            a_day(values, "ends_on"),
            text(values, "row_words"),
        )


_QUESTIONS = (
    (
        ("lasting", "Kan ikke betale på lang tid"),
        ("recent_debt", "Det meste av gjelda er ny"),
    ),
    (
        ("crime_debt", "Ny gjeld etter straffbare forhold"),
        ("disloyal", "Gitt bort eller skjult noe"),
    ),
    (
        ("earlier", "Har hatt gjeldsordning før"),
        ("business", "Gjeld fra egen virksomhet"),
    ),
    (("partner_told", "Alt om ektefelle eller samboer er fortalt"),),
)


def _draft(values: Values) -> DebtMeasureDraft:
    kind = values.get("kind")
    return DebtMeasureDraft(
        kind if isinstance(kind, DebtMeasureKind) else None,
        text(values, "with_whom"),
        a_sum(values, "amount"),
        text(values, "words"),
    )


def _check(values: Values, today: Callable[[], date]) -> SettlementCheck:
    def answer(name: str) -> Screened:
        return chosen(values, name, Screened, Screened.NOT_ASKED)

    return SettlementCheck(
        since=a_day(values, "since") or today(),
        lasting=answer("lasting"),
        recent_debt=answer("recent_debt"),
        crime_debt=answer("crime_debt"),
        disloyal=answer("disloyal"),
        earlier=answer("earlier"),
        earlier_done_on=a_day(values, "earlier_done_on"),
        business=answer("business"),
        partner_told=answer("partner_told"),
        words=text(values, "words"),
    )


def _explained(measure: DebtMeasure) -> str:
    """How it stands, and what the next step leads to."""
    now = tr("Står som «{}» fra {}.").format(word(measure.state), day(measure.now.since))
    if measure.kind is DebtMeasureKind.SETTLEMENT:
        return " ".join((now, tr("Fristene regnes fra dagen namsfogden åpnet.")))
    return now
