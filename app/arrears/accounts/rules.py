"""What is wrong with what was typed on an account, beside its field. Pure."""

from collections.abc import Iterator
from datetime import date

from app.arrears.accounts.collector import CostCeiling
from app.arrears.accounts.model import ChargeDraft, ClosingDraft, PaymentDraft
from app.arrears.model import (
    Owed,
    RentAccount,
    RentCharge,
    Tenancy,
)
from app.core.errors import Problem
from app.core.ids import RentChargeId
from app.core.money import Ore, format_kroner
from app.core.rent_months import is_month
from app.core.working_days import adjust
from app.leases.model import LeaseState


def charge_problems(
    draft: ChargeDraft, account: RentAccount, tenancy: Tenancy
) -> tuple[Problem, ...]:
    """What keeps a claim from being entered, and what is told of it."""
    return (
        *sum_problems("amount", draft.amount),
        *_charge(draft, tenancy),
        *_known(draft, account),
    )


def cost_problems(amount: Ore | None, most: CostCeiling | None, claim: Ore) -> Iterator[Problem]:
    """A collector's bill over the ceiling is told (INK-10); VAT may explain it."""
    if amount is not None and most is not None and amount > most.heavy:
        facts: dict[str, object] = {
            "claim": format_kroner(claim),
            "heavy": format_kroner(most.heavy),
        }
        yield Problem("amount", "costs_above_ceiling", "INK-10", blocks=False, facts=facts)


def sum_problems(field: str, amount: Ore | None) -> Iterator[Problem]:
    """What is wrong with a sum beside its field."""
    if amount is None:
        yield Problem(field, "arrears_sum_missing")
    elif amount <= 0:
        yield Problem(field, "arrears_sum_not_above_zero")


def _charge(draft: ChargeDraft, tenancy: Tenancy) -> Iterator[Problem]:
    if draft.month and not is_month(draft.month):
        yield Problem("month", "rent_month_unreadable")
    if draft.due_on is None:
        yield Problem("due_on", "charge_due_missing")
        return
    moved = adjust(draft.due_on)
    if moved != draft.due_on:
        facts: dict[str, object] = {"moved": moved}
        yield Problem("due_on", "charge_due_on_closed_day", "HL-11", blocks=False, facts=facts)
    if tenancy.start is not None and draft.due_on < tenancy.start:
        begun: dict[str, object] = {"start": tenancy.start}
        yield Problem("due_on", "charge_before_tenancy", blocks=False, facts=begun)


def _known(draft: ChargeDraft, account: RentAccount) -> Iterator[Problem]:
    """Entered before: asked about, since it may be a second claim of the same kind."""
    if draft.again:
        return
    for each in account.charges:
        if not each.stands or each.kind is not draft.kind:
            continue
        if draft.kind.rent and draft.month and each.month == draft.month:
            facts: dict[str, object] = {"amount": format_kroner(each.amount)}
            yield Problem("again", "charge_month_known", facts=facts)
            return
        if (each.due_on, each.amount) == (draft.due_on, draft.amount):
            yield Problem("again", "charge_known")
            return


def payment_problems(draft: PaymentDraft, account: RentAccount, today: date) -> tuple[Problem, ...]:
    """What keeps a payment from being entered; the same one twice is asked about."""
    return (*sum_problems("amount", draft.amount), *_payment(draft, account, today))


def _payment(draft: PaymentDraft, account: RentAccount, today: date) -> Iterator[Problem]:
    if draft.paid_on is None:
        yield Problem("paid_on", "paid_day_missing", "HL-12")
    elif draft.paid_on > today:
        yield Problem("paid_on", "paid_in_future", "HL-12", remedy=today)
    if draft.covers is not None and charge_of(account, draft.covers) is None:
        yield Problem("covers", "charge_not_standing")
    typed = (draft.paid_on, draft.amount, draft.reference.strip())
    if not draft.again and any(
        (each.paid_on, each.amount, each.reference) == typed
        for each in account.payments
        if each.stands
    ):
        yield Problem("again", "payment_known")


def charge_of(account: RentAccount, charge: RentChargeId) -> RentCharge | None:
    """A claim that stands."""
    return next((each for each in account.charges if each.id == charge and each.stands), None)


def closing_problems(draft: ClosingDraft, owed: Owed, tenancy: Tenancy) -> tuple[Problem, ...]:
    """What keeps it from being closed: money owed, or a rent that goes on."""
    return tuple(_closing(draft, owed, tenancy))


def _closing(draft: ClosingDraft, owed: Owed, tenancy: Tenancy) -> Iterator[Problem]:
    if draft.outcome is None:
        yield Problem("outcome", "closing_outcome_missing")
    elif owed.total and draft.outcome.leaves_nothing:
        yield Problem("outcome", "closing_still_owed", facts={"amount": format_kroner(owed.total)})
    elif owed.total and tenancy.state is not LeaseState.ENDED:
        yield Problem(
            "outcome", "closing_rent_goes_on", facts={"amount": format_kroner(owed.total)}
        )
    if not draft.reason.strip():
        yield Problem("reason", "closing_reason_missing")
