"""The dialogs that take an answer to an offer, take the offer back, or carry out its effect."""

from datetime import date

from app.allocation.offers.model import DeclineReason, OfferRow
from app.allocation.rulesets.model import RefusalEffect
from ui.asking import Asking, Values, a_day, text
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, TextField
from ui.labels import day, title_word

VALID = (
    (True, "Ja, grunnen er gyldig"),
    (False, "Nei, grunnen er ikke gyldig"),
)
EFFECTS = {  # the end of a sentence: «Uten gyldig grunn …»
    RefusalEffect.NOTHING: "får det ingen følger.",
    RefusalEffect.LAST_IN_GROUP: "kan du sette søkeren sist i gruppen.",
    RefusalEffect.LAPSES: "kan du la søknaden falle bort.",
}


class Answers(Asking):
    """Opens the dialogs for one offer."""

    def _since(self, label: str) -> DateField:
        field = DateField("since", label, today=self.today)
        field.set_value(self.today())
        return field

    def _day(self, values: Values) -> date:
        return a_day(values, "since") or self.today()

    def accepted(self, row: OfferRow) -> AskDialog:
        """They said yes: the dwelling is theirs from a day."""
        dialog = self.ask(
            "Takket ja",
            f"{row.name} får {row.address}. Boligen tildeles, og leieavtalen kan lages.",
            "Takket ja",
            lambda values: self.office.offers.accept(row.offer.id, self._day(values)),
            "offer.accepted",
        )
        dialog.form.line(self._since("Svaret kom"))
        dialog.open()
        return dialog

    def declined(self, row: OfferRow) -> AskDialog:
        """They said no: why, and whether that is a valid reason."""

        def act(values: Values) -> None:
            reason, valid = values["reason"], values["valid"]
            self.office.offers.decline(
                row.offer.id,
                self._day(values),
                reason if isinstance(reason, DeclineReason) else None,
                text(values, "words"),
                valid=valid if isinstance(valid, bool) else None,
            )

        told = row.offer.told
        dialog = self.ask(
            "Takket nei",
            f"{row.name} vil ikke ha {row.address}. Er grunnen gyldig, får det ingen følger."
            f" Er den ikke det, {EFFECTS[told.now]}",
            "Takket nei",
            act,
            "offer.declined",
        )
        reasons = [(each, title_word(each)) for each in DeclineReason]
        dialog.form.line(self._since("Svaret kom"), ChoiceField("reason", "Grunn", reasons))
        dialog.form.line(RadioField("valid", "Er grunnen gyldig?", VALID))
        dialog.form.line(TextField("words", "Med egne ord", optional=True))
        dialog.open()
        return dialog

    def unanswered(self, row: OfferRow) -> AskDialog:
        """The day is over and nobody has answered."""

        def act(values: Values) -> None:
            words = text(values, "words")
            valid = bool(values["valid"])
            self.office.offers.unanswered(row.offer.id, self._day(values), words, valid=valid)

        dialog = self.ask(
            "Ikke besvart",
            f"{row.name} svarte ikke innen {day(row.offer.answer_by)}. Boligen kan tilbys en annen."
            f" Hindret ingenting svaret, {EFFECTS[row.offer.told.now]}",
            "Ikke besvart",
            act,
            "offer.unanswered",
        )
        dialog.form.line(self._since("Avsluttet"))
        dialog.form.line(
            CheckField(
                "valid",
                "Noe hindret søkeren i å svare",
                hint="For eksempel sykdom, eller at brevet kom i retur. Da får det ingen følger.",
            )
        )
        dialog.form.line(TextField("words", "Hva som hindret", optional=True))
        dialog.open()
        return dialog

    def retracted(self, row: OfferRow) -> AskDialog:
        """We take it back."""
        dialog = self.ask(
            "Trekk tilbudet",
            f"Tilbudet til {row.name} om {row.address} gjelder ikke lenger. Si fra til søkeren."
            " Retten til bolig står.",
            "Trekk tilbudet",
            lambda values: self.office.offers.retract(
                row.offer.id, self._day(values), text(values, "words")
            ),
            "offer.retracted",
        )
        dialog.form.line(self._since("Trukket"))
        dialog.form.line(TextField("words", "Grunn"))
        dialog.open()
        return dialog

    def effect(self, row: OfferRow, effect: RefusalEffect) -> AskDialog:
        """What the letter told beforehand, by the officer's own act."""
        lapses = effect is RefusalEffect.LAPSES
        title = "La søknaden falle bort" if lapses else "Sett sist i gruppen"
        dialog = self.ask(
            title,
            f"{row.name} takket nei uten gyldig grunn, eller svarte ikke. Brevet sa fra om dette"
            " på forhånd. Hør søkeren først.",
            title,
            lambda values: self.office.offers.carry_out(row.offer.id, text(values, "reason")),
            "application.lapsed" if lapses else "application.ranked",
        )
        dialog.form.line(TextField("reason", "Grunn"))
        dialog.form.set_values({"reason": f"Takket nei til tilbud {row.offer.number}"})
        dialog.open()
        return dialog
