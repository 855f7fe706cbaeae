"""What must hold of the sums of a lease: rent, charges, payment and security. Pure."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.core.money import Ore, kroner
from app.core.numbers import NumberKind, identify
from app.core.parameters import Parameters
from app.leases.model import ChargeKind, LeaseDraft, LeaseFacts
from app.leases.terms import DUE_DAYS

_ALLOWED = frozenset({ChargeKind.POWER, ChargeKind.FUEL, ChargeKind.METERED_WATER})
IN_ORE = 50
"""So many times the usual rent is taken for whole øre typed as kroner."""
FAR = 2
"""So many times the usual rent, or so small a part of it, is asked about."""
NO_RENT = kroner(100_000)
"""From here on no dwelling has such a rent a month."""


def money_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    """What is wrong with rent, charges, payment and security, in the order of the lease."""
    yield from _rent_problems(draft, facts)
    yield from _charge_problems(draft, facts)
    yield from _payment_problems(draft, facts)
    yield from _security_problems(draft, parameters, facts)


def _rent_problems(draft: LeaseDraft, facts: LeaseFacts) -> Iterator[Problem]:
    if draft.rent is None:
        yield Problem("rent", "rent_missing", "HL-10")
    elif draft.rent <= 0:
        yield Problem("rent", "sum_negative", "HL-10")
    else:
        yield from _odd_rent(draft.rent, facts.usual_rent)
    if draft.due_day not in DUE_DAYS:
        said: dict[str, object] = {"latest": DUE_DAYS[-1]}
        yield Problem("due_day", "due_day_out_of_range", "HL-11", remedy=1, facts=said)


def _odd_rent(rent: Ore, usual: Ore | None) -> Iterator[Problem]:
    """A sum that is hardly meant: øre typed as kroner, part of a krone, far from the usual."""
    if rent >= NO_RENT or (usual and rent >= usual * IN_ORE):
        meant = whole_kroner(Ore(rent // 100))
        said: dict[str, object] = {"amount": rent, "total": meant}
        yield Problem("rent", "rent_in_ore", "HL-10", remedy=meant, facts=said)
    elif rent % 100:
        meant = whole_kroner(rent)
        said = {"total": meant}
        yield Problem("rent", "rent_not_whole_kroner", remedy=meant, blocks=False, facts=said)
    elif usual and (rent > usual * FAR or rent * FAR < usual):
        said = {"amount": usual}
        yield Problem("rent", "rent_far_from_usual", remedy=usual, blocks=False, facts=said)


def whole_kroner(sum_: Ore) -> Ore:
    """A sum without the øre, in whole øre."""
    return Ore(sum_ // 100 * 100)


def _charge_problems(draft: LeaseDraft, known: LeaseFacts) -> Iterator[Problem]:
    """HL-10: one sum and three kinds of accrual; HL-18: nothing else; HL-19: but for a loan."""
    for charge in draft.charges:
        facts: dict[str, object] = {"amount": charge.amount}
        if charge.kind is ChargeKind.TENANT_LOAN:
            if not (known.public_landlord and draft.for_disadvantaged):
                yield Problem("tenant_loan", "tenant_loan_not_public", "HL-19", facts=facts)
            continue
        if charge.amount <= 0:
            yield Problem("charges", "sum_negative", "HL-10")
        if charge.kind is ChargeKind.OTHER_MONTHLY:
            whole = Ore((draft.rent or 0) + charge.amount)
            yield Problem("charges", "charge_belongs_in_rent", "HL-10", remedy=whole, facts=facts)
        elif charge.kind not in _ALLOWED:
            yield Problem("charges", "charge_forbidden", "HL-18", facts=facts)


def _payment_problems(draft: LeaseDraft, facts: LeaseFacts) -> Iterator[Problem]:
    yield from _number_problems("account", draft.account, NumberKind.ACCOUNT, "HL-11")
    if draft.kid.strip() or not facts.owner_bills:
        yield from _number_problems("kid", draft.kid, NumberKind.KID10, "ID-12")
    if facts.same_kid:
        yield Problem("kid", "kid_taken", "ID-12", facts={"lease": facts.same_kid})


def _number_problems(field: str, value: str, kind: NumberKind, source: str) -> Iterator[Problem]:
    if not value.strip():
        yield Problem(field, f"{field}_missing", source)
        return
    checked = identify(value, kind)[0]
    if not checked.ok:
        yield Problem(field, checked.code, source)
    elif checked.warning:
        yield Problem(field, checked.warning, source, blocks=False)


def security_limit(rent: Ore, parameters: Parameters, signing: date) -> Ore:
    """The most that deposit and guarantee may be together (HL-14, HL-17)."""
    return Ore(rent * parameters.whole("hl.deposit_max_months", signing))


def _security_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    for name, amount in (("deposit", draft.deposit), ("guarantee", draft.guarantee)):
        if amount < 0:
            yield Problem(name, "sum_negative", "HL-14")
    yield from _security_sum(draft, parameters, facts)
    if draft.deposit > 0:
        number = NumberKind.ACCOUNT
        yield from _number_problems("deposit_account", draft.deposit_account, number, "HL-15")
        ours = {_digits(facts.office_account), _digits(draft.account)} - {""}
        if _digits(draft.deposit_account) in ours:
            yield Problem("deposit_account", "deposit_account_is_ours", "HL-15")
    if draft.guarantee > 0 and not draft.guarantor.strip():
        yield Problem("guarantor", "guarantor_missing", "HL-17")


def _security_sum(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    if draft.rent is None or draft.rent <= 0:
        return
    limit = security_limit(draft.rent, parameters, facts.signing)
    total = Ore(draft.deposit + draft.guarantee)
    if total <= limit:
        return
    larger, other = ("deposit", draft.guarantee)
    if draft.guarantee > draft.deposit:
        larger, other = ("guarantee", draft.deposit)
    yield Problem(
        larger,
        "security_too_high",
        "HL-17" if draft.guarantee else "HL-14",
        remedy=Ore(max(0, limit - other)),
        facts={"total": total, "limit": limit},
    )


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
