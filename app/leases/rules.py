"""What must hold before a lease can be issued, and where it stands on a day. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.core.errors import Problem
from app.core.money import Ore
from app.core.numbers import NumberKind, identify
from app.core.parameters import Parameters
from app.leases.model import (
    USUAL_EXCEPTIONS,
    AgreedException,
    ChargeKind,
    ImportedLease,
    LeaseDraft,
    LeaseFacts,
    LeaseKind,
)
from app.leases.terms import DUE_DAYS, is_short, shortest_end, term_end

RULES_USED = (
    "hl.min_term_years",
    "hl.lockin_allowed",
    "hl.deposit_max_months",
    "hl.notice_months",
    "hl.notice_months_room",
    "hl.move_out_request_months",
    "hl.protest_months",
    "hl.index_notice_months",
    "hl.index_interval_months",
    "hl.prevailing_rent_after_months",
    "hl.prevailing_rent_notice_months",
    "tv.notice_weeks",
)

_BY_TERM = frozenset({LeaseKind.ORDINARY, LeaseKind.SHORT, LeaseKind.SECOND_SHORT})
_ALLOWED = frozenset({ChargeKind.POWER, ChargeKind.FUEL, ChargeKind.METERED_WATER})


def settled(draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts) -> LeaseDraft:
    """The draft with what follows from its term: kind and the exception for a shorter one."""
    short = is_short(draft, parameters, facts.signing)
    kind = draft.kind
    if kind in _BY_TERM:
        kind = LeaseKind.ORDINARY
        if short:
            kind = LeaseKind.SECOND_SHORT if facts.short_before else LeaseKind.SHORT
    shorter = AgreedException.SHORTER_TERM
    others = tuple(each for each in draft.exceptions if each is not shorter)
    told = (*others, shorter) if short and draft.for_disadvantaged else others
    end = None if draft.open_ended else draft.end
    return replace(draft, kind=kind, exceptions=told, end=end)


def check(draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts) -> tuple[Problem, ...]:
    """What is wrong with a draft, field by field, each with its rule and, if known, the remedy."""
    return (
        *_term_problems(draft, parameters, facts),
        *_reason_problems(draft, parameters, facts),
        *_kind_problems(draft, facts),
        *_rent_problems(draft),
        *_charge_problems(draft),
        *_payment_problems(draft, facts),
        *_security_problems(draft, parameters, facts),
        *_clause_problems(draft, parameters, facts),
    )


def _term_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    shortest = shortest_end(draft, parameters, facts.signing)
    if draft.start is None:
        yield Problem("start", "start_missing", "DOC-01")
    if draft.open_ended:
        if not draft.open_ended_reason.strip():
            yield Problem("open_ended_reason", "open_ended_needs_reason", "SD-04")
    elif draft.end is None:
        yield Problem("end", "end_missing", "HL-40", remedy=shortest)
    elif draft.start is not None and draft.end < draft.start:
        yield Problem("end", "end_before_start", "HL-41", remedy=shortest)
    if facts.taken_by:
        yield Problem("dwelling", "dwelling_taken", facts={"lease": facts.taken_by})


def _reason_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    """HL-43 with HL-45, and for § 11-1 dwellings HL-55 to HL-57."""
    if not is_short(draft, parameters, facts.signing):
        return
    remedy = shortest_end(draft, parameters, facts.signing)
    if draft.start is not None and draft.end is not None and draft.end < draft.start:
        return
    source = "HL-55" if draft.for_disadvantaged else "HL-45"
    said: dict[str, object] = {"end": remedy}
    if not draft.short_reason.strip():
        yield Problem("end", "term_too_short", source, remedy=remedy, facts=said)
    if draft.for_disadvantaged and facts.short_before and not draft.weighty_reason.strip():
        yield Problem(
            "weighty_reason",
            "second_short_needs_weighty_reason",
            "HL-57",
            remedy=remedy,
            facts=said | {"before": facts.short_before},
        )


def _kind_problems(draft: LeaseDraft, facts: LeaseFacts) -> Iterator[Problem]:
    staff = draft.kind is LeaseKind.STAFF
    if staff and draft.for_disadvantaged:
        yield Problem("for_disadvantaged", "staff_outside_disadvantaged", "HL-60", remedy=False)
    if facts.staff_dwelling and not staff:
        yield Problem("kind", "dwelling_is_staff", "HL-60", remedy=LeaseKind.STAFF)
    if not draft.for_disadvantaged:
        return
    if not draft.informed:
        yield Problem("informed", "information_missing", "HL-51", remedy=True)
    if not draft.exceptions:
        yield Problem("exceptions", "exceptions_missing", "HL-51", remedy=USUAL_EXCEPTIONS)


def _rent_problems(draft: LeaseDraft) -> Iterator[Problem]:
    if draft.rent is None:
        yield Problem("rent", "rent_missing", "HL-10")
    elif draft.rent <= 0:
        yield Problem("rent", "sum_negative", "HL-10")
    if draft.due_day not in DUE_DAYS:
        facts: dict[str, object] = {"latest": DUE_DAYS[-1]}
        yield Problem("due_day", "due_day_out_of_range", "HL-11", remedy=1, facts=facts)


def _charge_problems(draft: LeaseDraft) -> Iterator[Problem]:
    """HL-10: one sum and three kinds of accrual; HL-18: nothing else, least of all once."""
    for charge in draft.charges:
        facts: dict[str, object] = {"amount": charge.amount}
        if charge.amount <= 0:
            yield Problem("charges", "sum_negative", "HL-10")
        if charge.kind is ChargeKind.OTHER_MONTHLY:
            whole = Ore((draft.rent or 0) + charge.amount)
            yield Problem("charges", "charge_belongs_in_rent", "HL-10", remedy=whole, facts=facts)
        elif charge.kind not in _ALLOWED:
            yield Problem("charges", "charge_forbidden", "HL-18", facts=facts)


def _payment_problems(draft: LeaseDraft, facts: LeaseFacts) -> Iterator[Problem]:
    yield from _number_problems("account", draft.account, NumberKind.ACCOUNT, "HL-11")
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


def _clause_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    """TV-01 letters a and b, without which nobody can be made to move; HL-41 on lock-in."""
    if not draft.eviction_for_rent:
        yield Problem("eviction_for_rent", "eviction_clause_a_missing", "TV-01", remedy=True)
    if not draft.open_ended and not draft.eviction_at_expiry:
        yield Problem("eviction_at_expiry", "eviction_clause_b_missing", "TV-01", remedy=True)
    if draft.open_ended or draft.terminable:
        return
    if not parameters.flag("hl.lockin_allowed", facts.signing):
        yield Problem("terminable", "lockin_not_allowed", "HL-41", remedy=True)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def versions_used(parameters: Parameters, on: date) -> tuple[tuple[str, date], ...]:
    """The rules a lease of that day rests on, each with the day its version began."""
    used = ((key, parameters.version(key, on).valid_from) for key in RULES_USED)
    return tuple((key, since) for key, since in used if since is not None)


def imported_marks(imported: ImportedLease, parameters: Parameters) -> tuple[str, ...]:
    """Codes for what an officer should look over in a lease that was there before."""
    start, end = imported.start, imported.end
    marks: list[str] = []
    if start is None:
        marks.append("lease_start_missing")
    if end is None and not imported.open_ended:
        marks.append("lease_end_missing")
    if start is not None and end is not None:
        least = term_end(start, 12 * parameters.whole("hl.min_term_years", start))
        if end < start:
            marks.append("end_before_start")
        elif end < least:
            marks.append("term_too_short")
    if imported.rent is None:
        marks.append("rent_missing")
    return tuple(marks)
