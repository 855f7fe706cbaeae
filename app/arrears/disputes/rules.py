"""What is missing of a disagreement, beside its field. Pure."""

from collections.abc import Iterator
from datetime import date

from app.arrears.accounts.rules import charge_of, sum_problems
from app.arrears.disputes.model import DisputeDraft, Settling
from app.arrears.model import DisputeOutcome, RentAccount, RentCharge, RentDispute
from app.core.errors import Problem
from app.core.money import format_kroner


def dispute_problems(draft: DisputeDraft, account: RentAccount, today: date) -> tuple[Problem, ...]:
    """What is missing of an objection (INK-05)."""
    return (
        *sum_problems("amount", draft.amount),
        *_told_day("received_on", draft.received_on, today),
        *_objection(draft, account),
    )


def _objection(draft: DisputeDraft, account: RentAccount) -> Iterator[Problem]:
    if not draft.words.strip():
        yield Problem("words", "dispute_words_missing", "INK-05")
    if draft.charge is None:
        return
    about = charge_of(account, draft.charge)
    if about is None:
        yield Problem("charge", "charge_not_standing")
    elif draft.amount is not None and draft.amount > about.amount:
        yield Problem("amount", "dispute_above_claim", remedy=about.amount)


def _told_day(field: str, day: date | None, today: date) -> Iterator[Problem]:
    if day is None:
        yield Problem(field, "arrears_day_missing", remedy=today)
    elif day > today:
        yield Problem(field, "day_in_future", remedy=today)


def deposit_problems(dispute: RentDispute, day: date | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day the sum was paid in under § 3-8 (HL-20)."""
    return tuple(_told_day("deposited_on", day, today)) or tuple(_open(dispute, "deposited_on"))


def _open(dispute: RentDispute, field: str) -> Iterator[Problem]:
    if dispute.settled_on is not None:
        yield Problem(field, "dispute_settled_already")


def settle_problems(
    draft: Settling, dispute: RentDispute, charge: RentCharge | None, today: date
) -> tuple[Problem, ...]:
    """What is missing of how a disagreement ended."""
    return (
        *_told_day("settled_on", draft.settled_on, today),
        *_open(dispute, "outcome"),
        *_settling(draft, dispute, charge),
    )


def _settling(
    draft: Settling, dispute: RentDispute, charge: RentCharge | None
) -> Iterator[Problem]:
    if draft.outcome is None:
        yield Problem("outcome", "dispute_outcome_missing")
    if not draft.words.strip():
        yield Problem("words", "dispute_settled_how_missing")
    if draft.settled_on is not None and draft.settled_on < dispute.received_on:
        yield Problem("settled_on", "dispute_settled_before", remedy=dispute.received_on)
    if draft.outcome is not DisputeOutcome.CHANGED or charge is None:
        return
    yield from sum_problems("amount", draft.amount)
    if draft.amount is not None and draft.amount >= charge.amount:
        yield Problem("amount", "dispute_not_lower", facts={"amount": format_kroner(charge.amount)})
