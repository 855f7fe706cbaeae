"""What is entered about letters and plans: answers, payments, how a plan ended."""

from functools import partial

from app.core.ids import DebtClaimId
from app.core.money import Ore, format_kroner
from app.core.typed_sums import parse_sum
from app.debt.plans.contact.model import CreditorLetter, OpeningAnswer, OpeningReply
from app.debt.plans.model import (
    PaymentPlan,
    PaymentPlanState,
    ProposalAnswer,
    ProposalReply,
)
from ui.asking import Asking, Values, a_day, a_sum, chosen, text
from ui.debt.plan.columns import OfferRow, PlanRow, tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MoneyField, MultilineField
from ui.labels import title_word


class PlanDialogs(Asking):
    """Opens one; what is done is told by the navigator."""

    def opening_answer(self, letter: CreditorLetter, name: str) -> AskDialog:
        """What a creditor answered to the first letter."""

        def act(values: Values) -> None:
            reply = chosen(values, "reply", OpeningReply, OpeningReply.PAUSED)
            paused = reply is OpeningReply.PAUSED
            self.office.creditor_letters.answered(
                letter.id,
                OpeningAnswer(
                    a_day(values, "since") or self.today(),
                    reply,
                    a_day(values, "pause_until") if paused else None,
                    values["itemised"] is True,
                    text(values, "words"),
                ),
            )

        dialog = self.ask(
            tr("Svar fra {}").format(name),
            tr("Det de sier på telefonen, gjelder også. Nye beløp fører du inn under «Gjeld»."),
            tr("Før inn"),
            act,
            "creditor_letter.answered",
        )
        form = dialog.form
        form.line(RadioField("reply", tr("Svaret"), [(e, title_word(e)) for e in OpeningReply]))
        form.line(
            DateField("since", tr("Svarte"), today=self.today),
            DateField("pause_until", tr("Pause til og med"), today=self.today),
        )
        form.line(CheckField("itemised", tr("Kravet er spesifisert")))
        form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))
        known = letter.answer
        form.set_values(
            {
                "reply": known.reply if known else OpeningReply.PAUSED,
                "since": self.today(),
                "pause_until": known.pause_until if known else None,
                "itemised": known.itemised if known else False,
            }
        )
        self._only_with(dialog, "pause_until", OpeningReply.PAUSED)
        dialog.open()
        return dialog

    def proposal_answer(self, row: OfferRow, same: tuple[int, ...]) -> AskDialog:
        """What was answered for one claim; a collector may answer for all they collect."""

        def act(values: Values) -> None:
            reply = chosen(values, "reply", ProposalReply, ProposalReply.YES)
            other = reply is ProposalReply.OTHER_SUM
            answer = ProposalAnswer(
                a_day(values, "since") or self.today(),
                reply,
                a_sum(values, "monthly") if other else None,
                text(values, "words"),
            )
            every = values.get("every") is True and not other
            self.office.payment_proposals.answered_all(same if every else (row.share.id,), answer)

        dialog = self.ask(
            tr("Svar fra {}").format(row.collector or row.name),
            tr("Vi tilbød {} i måneden.").format(format_kroner(row.share.monthly)),
            tr("Før inn"),
            act,
            "payment_proposal.answered",
        )
        form = dialog.form
        form.line(RadioField("reply", tr("Svaret"), [(e, title_word(e)) for e in ProposalReply]))
        form.line(
            DateField("since", tr("Svarte"), today=self.today),
            MoneyField("monthly", tr("Ber om i måneden"), read=parse_sum),
        )
        if len(same) > 1:
            form.line(CheckField("every", tr("Samme svar for alle {} kravene").format(len(same))))
        form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))
        form.set_values({"reply": ProposalReply.YES, "since": self.today()})
        self._only_with(dialog, "monthly", ProposalReply.OTHER_SUM)
        dialog.open()
        return dialog

    def paid(self, plan: PaymentPlan, rows: tuple[PlanRow, ...], on: PlanRow | None) -> AskDialog:
        """A payment on one claim."""

        def act(values: Values) -> None:
            claim = values.get("claim")
            self.office.payment_plans.paid(
                plan.id,
                DebtClaimId(claim) if isinstance(claim, int) else None,
                a_sum(values, "amount"),
                a_day(values, "paid_on") or self.today(),
                text(values, "words"),
            )

        dialog = self.ask(
            tr("Før inn betaling"),
            tr("Betalingen dekker det eldste som mangler først."),
            tr("Før inn"),
            act,
            "payment_plan.paid",
        )
        form = dialog.form
        form.line(ChoiceField("claim", tr("Krav"), [(e.kept.claim, e.name) for e in rows]))
        form.line(
            MoneyField("amount", tr("Beløp"), read=parse_sum),
            DateField("paid_on", tr("Betalt"), today=self.today),
        )
        form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))
        first = on or (rows[0] if rows else None)
        begins = None if first is None else (first.kept.missing or first.kept.next_amount or None)
        form.set_values(
            {
                "claim": None if first is None else first.kept.claim,
                "amount": begins,
                "paid_on": self.today(),
            }
        )
        dialog.open()
        return dialog

    def paid_part(self, plan: PaymentPlan, amount: Ore) -> AskDialog:
        """All that is missing, or the next part, was paid by the plan."""

        def act(values: Values) -> None:
            day = a_day(values, "paid_on") or self.today()
            self.office.payment_plans.paid_part(plan.id, day)

        dialog = self.ask(
            tr("Betalt etter planen"),
            tr("{} føres inn, med sin del på hvert krav.").format(format_kroner(amount)),
            tr("Før inn"),
            act,
            "payment_plan.paid",
        )
        dialog.form.line(DateField("paid_on", tr("Betalt"), today=self.today))
        dialog.form.set_values({"paid_on": self.today()})
        dialog.open()
        return dialog

    def end(self, plan: PaymentPlan) -> AskDialog:
        """How the plan ended."""

        def act(values: Values) -> None:
            state = values.get("state")
            self.office.payment_plans.end(
                plan.id,
                state if isinstance(state, PaymentPlanState) else None,
                text(values, "reason"),
                a_day(values, "since"),
            )

        dialog = self.ask(
            tr("Avslutt planen"),
            tr("Det som er betalt, blir stående. Du kan lage en ny plan etterpå."),
            tr("Avslutt planen"),
            act,
            "payment_plan.ended",
        )
        states = [(e, title_word(e)) for e in PaymentPlanState if e is not PaymentPlanState.RUNNING]
        dialog.form.line(RadioField("state", tr("Hvordan"), states))
        dialog.form.line(DateField("since", tr("Fra"), today=self.today))
        dialog.form.line(MultilineField("reason", tr("Hvorfor"), optional=True, lines=2))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    @staticmethod
    def _only_with(dialog: AskDialog, name: str, reply: OpeningReply | ProposalReply) -> None:
        """A field that goes with one answer alone."""

        def show(changed: str) -> None:
            if changed == "reply":
                there = dialog.form.values()["reply"] is reply
                dialog.form.field(name).setVisible(there)

        show("reply")
        dialog.form.changed.connect(partial(show))
