"""The tenant disagrees with a claim: raised, paid in on a blocked account, settled."""

from PySide6.QtCore import QCoreApplication

from app.arrears.disputes.model import DisputeDraft, Settling
from app.arrears.model import DisputeOutcome, RentDispute
from app.core.ids import RentChargeId
from ui.arrears.account.dialogs import AccountDialogs
from ui.asking import Values, a_day, a_sum, text
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import DateField, MoneyField, MultilineField
from ui.labels import title_word


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("dispute_dialogs", words)


class DisputeDialogs(AccountDialogs):
    """Opens them; what is done is told by the navigator."""

    def dispute(self) -> AskDialog:
        """«Leietakeren er uenig»: no fee while it is open (INK-05)."""

        def act(values: Values) -> None:
            charge = values.get("charge")
            draft = DisputeDraft(
                a_day(values, "received_on"),
                text(values, "words"),
                a_sum(values, "amount"),
                RentChargeId(charge) if isinstance(charge, int) else None,
            )
            self.office.rent_disputes.dispute(self.lease, draft)

        dialog = self.ask(
            tr("Leietakeren er uenig"),
            tr("Skriv det leietakeren sier. Så lenge det ikke er avklart, kreves ingen gebyr."),
            tr("Før inn"),
            act,
            "arrears.disputed",
        )
        dialog.form.line(
            ChoiceField("charge", tr("Gjelder kravet"), self._open_claims(), optional=True)
        )
        dialog.form.line(
            MoneyField("amount", tr("Uenig i dette beløpet")),
            DateField("received_on", tr("Sa fra"), today=self.today),
        )
        dialog.form.line(MultilineField("words", tr("Det leietakeren sier"), lines=3))
        dialog.form.set_values(
            {"received_on": self.today(), "amount": self.office.arrears.owed(self.lease).total}
        )
        dialog.open()
        return dialog

    def deposit(self, dispute: int) -> AskDialog:
        """Paid in on a blocked account under § 3-8 (HL-20)."""

        def act(values: Values) -> None:
            day = a_day(values, "deposited_on")
            self.office.rent_disputes.deposit(self.lease, dispute, day)

        dialog = self.ask(
            tr("Betalt inn på sperret konto"),
            tr(
                "Leietakeren kan betale det dere er uenige om inn på en sperret konto. Da kan"
                " leieforholdet ikke avsluttes for det. Husleieloven §\u00a03-8."
            ),
            tr("Før inn"),
            act,
            "arrears.deposited",
        )
        dialog.form.line(DateField("deposited_on", tr("Betalt inn"), today=self.today))
        dialog.form.set_values({"deposited_on": self.today()})
        dialog.open()
        return dialog

    def settle(self, dispute: RentDispute) -> AskDialog:
        """How it ended; the right sum only when the claim is changed."""

        def act(values: Values) -> None:
            outcome = values.get("outcome")
            draft = Settling(
                a_day(values, "settled_on"),
                outcome if isinstance(outcome, DisputeOutcome) else None,
                text(values, "words"),
                a_sum(values, "amount"),
            )
            self.office.rent_disputes.settle(self.lease, dispute.id, draft)

        dialog = self.ask(
            tr("Avklar uenigheten"),
            tr("Et krav som var feil, blir trukket. Var bare beløpet feil, får kravet et nytt."),
            tr("Før inn"),
            act,
            "arrears.dispute_settled",
        )
        outcomes = [(each, title_word(each)) for each in DisputeOutcome]
        dialog.form.line(RadioField("outcome", tr("Hvordan det endte"), outcomes))
        dialog.form.line(
            DateField("settled_on", tr("Dag"), today=self.today),
            MoneyField("amount", tr("Riktig beløp"), optional=True),
        )
        dialog.form.line(MultilineField("words", tr("Hvordan det ble avklart"), lines=2))
        dialog.form.set_values({"settled_on": self.today()})
        right = dialog.form.field("amount")

        def fit(_name: str = "") -> None:
            changed = dialog.form.values()["outcome"] is DisputeOutcome.CHANGED
            right.setVisible(changed and dispute.charge is not None)

        dialog.form.changed.connect(fit)
        fit()
        dialog.open()
        return dialog
