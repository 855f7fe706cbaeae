"""What is entered on an account: claims, payments, objections, how it ends."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from app.arrears.accounts.model import ChargeDraft, ClosingDraft, PaymentDraft
from app.arrears.model import (
    ArrearsOutcome,
    PaidBy,
    RentAccount,
    RentChargeKind,
    Tenancy,
)
from app.core.errors import Invalid
from app.core.ids import BillerId, LeaseId, RentChargeId
from app.core.money import format_kroner
from app.core.rent_months import month_of, read_month, written_month
from app.office import Office
from ui.arrears.account.columns import what
from ui.asking import Asking, Values, a_day, a_sum, text
from ui.kit.ask import AskDialog, fit
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MoneyField, MultilineField, ReadField, TextField
from ui.labels import capital, title_word
from ui.navigation import Navigator

BY_HAND = (RentChargeKind.RENT, RentChargeKind.OTHER_MONTHLY, RentChargeKind.COSTS)
"""Fees and interest come with the letters that may cost something (INK-07, INK-11)."""
AGAIN = "again"
MONTH_WIDTH = 120


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("account_dialogs", words)


def _month(value: object) -> str:
    return written_month(value) if isinstance(value, str) else ""


class AccountDialogs(Asking):
    """Opens them; what is done is told by the navigator."""

    def __init__(
        self, office: Office, navigator: Navigator, window: QWidget, tenancy: Tenancy
    ) -> None:
        super().__init__(office, navigator, window)
        self.tenancy = tenancy

    @property
    def lease(self) -> LeaseId:
        """The newest lease of the tenancy."""
        return self.tenancy.lease

    @property
    def account(self) -> RentAccount:
        """All that was claimed and paid, as known now."""
        return self.office.arrears.account(self.lease)

    # claims

    def charge(self) -> AskDialog:
        """«Før inn krav»; a day the bank is closed is told of while one types."""

        def act(values: Values) -> None:
            self._asking(
                dialog, lambda: self.office.arrears.add_charge(self.lease, charge_draft(values))
            )

        dialog = self.ask(
            tr("Før inn krav"),
            tr("Et krav står som ubetalt dagen etter forfall. Du kan angre."),
            tr("Før inn kravet"),
            act,
            "arrears.charge_added",
        )
        kinds = [(each, title_word(each)) for each in BY_HAND]
        dialog.form.line(ChoiceField("kind", tr("Hva kravet gjelder"), kinds))
        dialog.form.line(
            DateField("due_on", tr("Forfall"), today=self.today),
            ReadField(
                "month",
                tr("For måneden"),
                read_month,
                _month,
                width=MONTH_WIDTH,
                example="03.2026",
                optional=True,
            ),
        )
        dialog.form.line(MoneyField("amount", tr("Beløp")), self._biller())
        dialog.form.line(TextField("reference", tr("Fakturanummer"), optional=True))
        self._put_again(dialog, tr("Ja, dette er et krav til"))
        rent = self.tenancy.rent
        dialog.form.set_values({"kind": RentChargeKind.RENT, "amount": rent, AGAIN: False})
        dialog.form.left.connect(lambda name: self._told(dialog, name))
        dialog.open()
        return dialog

    def _told(self, dialog: AskDialog, name: str) -> None:
        """The month follows the due day; what is only told stands there at once."""
        if name != "due_on":
            return
        values = dialog.form.values()
        due = a_day(values, "due_on")
        if due is not None and not values["month"] and values["kind"] is RentChargeKind.RENT:
            dialog.form.set_values({"month": month_of(due)})
        found = self.office.arrears.check_charge(self.lease, charge_draft(values))
        dialog.form.show_problems([each for each in found if not each.blocks])
        fit(dialog)

    def withdraw_charge(self, charge: RentChargeId) -> AskDialog:
        """It should never have been claimed."""

        def act(values: Values) -> None:
            self.office.arrears.withdraw_charge(self.lease, charge, text(values, "reason"))

        return self._reason(
            tr("Trekk kravet"),
            tr("Kravet blir stående i listen med grunnen, men regnes ikke med."),
            act,
            "arrears.charge_withdrawn",
        )

    # payments

    def payment(self) -> AskDialog:
        """«Før inn innbetaling»; the same one twice is asked about."""

        def act(values: Values) -> None:
            self._asking(
                dialog, lambda: self.office.arrears.add_payment(self.lease, payment_draft(values))
            )

        dialog = self.ask(
            tr("Før inn innbetaling"),
            tr("Betalingen dekker den eldste husleien først, og gebyr og renter til slutt."),
            tr("Før inn betalingen"),
            act,
            "arrears.payment_added",
        )
        dialog.form.line(
            MoneyField("amount", tr("Beløp")),
            DateField(
                "paid_on",
                tr("Banken fikk betalingen"),
                today=self.today,
                hint=tr("Vet du det ikke, skriver du dagen pengene kom."),
            ),
        )
        payers = [(each, title_word(each)) for each in PaidBy]
        dialog.form.line(ChoiceField("paid_by", tr("Betalt av"), payers), self._biller())
        dialog.form.line(
            TextField("reference", tr("Referanse"), optional=True),
            ChoiceField("covers", tr("Gjelder kravet"), self._open_claims(), optional=True),
        )
        self._put_again(dialog, tr("Ja, det er betalt to ganger"))
        dialog.form.set_values({"paid_by": PaidBy.TENANT, "paid_on": self.today(), AGAIN: False})
        dialog.open()
        return dialog

    def withdraw_payment(self, payment: int) -> AskDialog:
        """It was never paid, or not here."""

        def act(values: Values) -> None:
            self.office.arrears.withdraw_payment(self.lease, payment, text(values, "reason"))

        return self._reason(
            tr("Trekk innbetalingen"),
            tr("Innbetalingen blir stående i listen med grunnen, men regnes ikke med."),
            act,
            "arrears.payment_withdrawn",
        )

    def _open_claims(self) -> list[tuple[object, str]]:
        owed = self.office.arrears.owed(self.lease)
        lines = {
            line.charge.id: what(line)
            for line in self.office.arrears.ledger(self.lease)
            if line.charge
        }
        return [
            (each.charge.id, f"{lines[each.charge.id]}, {format_kroner(each.left)}")
            for each in (*owed.charges, *owed.coming)
        ]

    # how it ends

    def close(self) -> AskDialog:
        """«Avslutt restansen»: never without a reason."""

        def act(values: Values) -> None:
            outcome = values.get("outcome")
            draft = ClosingDraft(
                outcome if isinstance(outcome, ArrearsOutcome) else None, text(values, "reason")
            )
            self.office.arrears.close(self.lease, draft)

        dialog = self.ask(
            tr("Avslutt restansen"),
            tr("Kontoen blir stående, men ingen følger den opp lenger. Et nytt krav åpner den."),
            tr("Avslutt restansen"),
            act,
            "arrears.closed",
        )
        outcomes = [(each, title_word(each)) for each in ArrearsOutcome]
        dialog.form.line(RadioField("outcome", tr("Hvordan det endte"), outcomes))
        dialog.form.line(MultilineField("reason", tr("Hvorfor"), lines=2))
        dialog.open()
        return dialog

    # what they share

    def _biller(self) -> ChoiceField:
        usual = capital(self.office.billers.usual_name(self.tenancy.dwelling))
        known = [(each.id, capital(each.name)) for each in self.office.billers.open()]
        hint = tr("Uten valg: {}").format(usual)
        return ChoiceField("biller", tr("Krever inn"), known, optional=True, hint=hint)

    def _put_again(self, dialog: AskDialog, words: str) -> None:
        field = CheckField(AGAIN, words)
        dialog.form.line(field)
        field.setVisible(False)

    def _asking(self, dialog: AskDialog, act: Callable[[], object]) -> None:
        """What is entered from before is asked about: a box to tick comes in sight."""
        try:
            act()
        except Invalid as error:
            if any(each.field == AGAIN for each in error.problems):
                dialog.form.field(AGAIN).setVisible(True)
                QTimer.singleShot(0, dialog, partial(fit, dialog))
            raise

    def _reason(
        self, title: str, explanation: str, act: Callable[[Values], object], told: str
    ) -> AskDialog:
        dialog = self.ask(title, explanation, title, act, told)
        dialog.form.line(TextField("reason", tr("Hvorfor")))
        dialog.open()
        return dialog


def charge_draft(values: Values) -> ChargeDraft:
    """The claim that is typed."""
    kind = values.get("kind")
    return ChargeDraft(
        kind=kind if isinstance(kind, RentChargeKind) else RentChargeKind.RENT,
        due_on=a_day(values, "due_on"),
        amount=a_sum(values, "amount"),
        month=text(values, "month"),
        reference=text(values, "reference"),
        biller=_biller_of(values),
        again=bool(values.get(AGAIN)),
    )


def payment_draft(values: Values) -> PaymentDraft:
    """The payment that is typed."""
    paid_by, covers = values.get("paid_by"), values.get("covers")
    return PaymentDraft(
        paid_on=a_day(values, "paid_on"),
        amount=a_sum(values, "amount"),
        paid_by=paid_by if isinstance(paid_by, PaidBy) else PaidBy.TENANT,
        reference=text(values, "reference"),
        covers=RentChargeId(covers) if isinstance(covers, int) else None,
        biller=_biller_of(values),
        again=bool(values.get(AGAIN)),
    )


def _biller_of(values: Values) -> BillerId | None:
    chosen = values.get("biller")
    return BillerId(chosen) if isinstance(chosen, int) else None
