"""The parts of an agreement, and what it must hold (DOC-23). Pure; sums in whole øre."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.arrears.instalments.model import (
    Affordable,
    AgreedClaim,
    InstalmentAgreement,
    InstalmentDraft,
    Part,
)
from app.arrears.model import Owed
from app.core.errors import Problem
from app.core.money import Ore, format_kroner, kroner
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.core.working_days import adjust

LONGEST = "local.instalment_longest_months"
SHARE = "local.instalment_share_percent"
SOONEST = "local.instalment_first_days"
STEP = kroner(100)
"""What a proposed amount is rounded up to."""


def amounts(draft: InstalmentDraft) -> tuple[Ore, ...]:
    """The parts, together the whole sum to the øre; the last takes the rest."""
    if draft.total is None or draft.total <= 0:
        return ()
    if draft.amount is not None:
        return _by_amount(draft.total, draft.amount)
    if draft.count is not None:
        return _by_count(draft.total, draft.count)
    return ()


def _by_amount(total: Ore, amount: Ore) -> tuple[Ore, ...]:
    if amount <= 0:
        return ()
    whole, rest = divmod(total, amount)
    return (amount,) * whole + ((Ore(rest),) if rest else ())


def _by_count(total: Ore, count: int) -> tuple[Ore, ...]:
    """Equal parts in whole kroner where the sum is that large."""
    if not 0 < count <= total:
        return ()
    each = total // count
    if each >= kroner(1):
        each -= each % kroner(1)
    return (Ore(each),) * (count - 1) + (Ore(total - each * (count - 1)),)


def draft_of(agreement: InstalmentAgreement) -> InstalmentDraft:
    """What the form had been filled with: an amount where that gives the same parts."""
    by_amount = InstalmentDraft(
        total=agreement.total,
        first_on=agreement.parts[0].due_on,
        amount=agreement.parts[0].amount,
        agreed_by=agreement.agreed_by,
        words=agreement.words,
    )
    if plan(by_amount) == agreement.parts:
        return by_amount
    return replace(by_amount, amount=None, count=len(agreement.parts))


def first_day(parameters: Parameters, today: date) -> date:
    """The first day that is proposed, one when money can be paid."""
    return adjust(today + timedelta(days=parameters.whole(SOONEST, today)))


def plan(draft: InstalmentDraft) -> tuple[Part, ...]:
    """The parts with their days: the same day every month, the last where there is none (DL-02)."""
    first = draft.first_on
    if first is None:
        return ()
    return tuple(
        Part(number, add(Period(number - 1, Unit.MONTHS), first), amount)
        for number, amount in enumerate(amounts(draft), start=1)
    )


def affordable(total: Ore, rent: Ore | None, percent: int, longest: int) -> Affordable | None:
    """A share of the rent a month, or more where that would take too long; None for nothing owed.

    Rounded up to whole hundreds, so that it is easy to remember and never takes longer.
    """
    if total <= 0:
        return None
    wanted = rent * percent // 100 if rent else 0
    needed = -(-total // longest)
    amount = min(_up(max(wanted, needed, 1)), total)
    return Affordable(Ore(amount), -(-total // amount), needed > wanted)


def _up(amount: int) -> int:
    return -(-amount // STEP) * STEP


def claims_of(owed: Owed) -> tuple[AgreedClaim, ...]:
    """What is past due, as the paper lists it."""
    return tuple(
        AgreedClaim(each.charge.kind, each.charge.due_on, each.left, each.charge.month)
        for each in owed.charges
    )


def check(draft: InstalmentDraft, owed: Owed, today: date, longest: int) -> tuple[Problem, ...]:
    """What stands between a draft and the agreement; each says where."""
    return (*_sum(draft, owed), *_first(draft, today), *_size(draft, longest), *_who(draft))


def _sum(draft: InstalmentDraft, owed: Owed) -> Iterator[Problem]:
    if draft.total is None or draft.total <= 0:
        yield Problem("total", "instalments_sum_missing", "DOC-23")
    elif draft.total > owed.total:
        code, most = "instalments_sum_above_owed", owed.total
        yield Problem("total", code, "DOC-23", remedy=most, facts={"owed": format_kroner(most)})


def _first(draft: InstalmentDraft, today: date) -> Iterator[Problem]:
    if draft.first_on is None:
        yield Problem("first_on", "instalments_first_missing", "DOC-23")
    elif draft.first_on <= today:
        yield Problem("first_on", "instalments_first_passed", "DOC-23")


def _size(draft: InstalmentDraft, longest: int) -> Iterator[Problem]:
    name = "amount" if draft.amount is not None else "count"
    if draft.amount is None and draft.count is None:
        yield Problem("count", "instalments_size_missing", "DOC-23")
        return
    if draft.total is None or draft.total <= 0:
        return
    count = count_of(draft)
    if count < 1:
        yield Problem(name, "instalments_size_wrong", "DOC-23")
    elif count > longest:
        facts: dict[str, object] = {"count": count, "longest": longest}
        yield Problem(name, "instalments_too_long", "DOC-23", facts=facts)


def count_of(draft: InstalmentDraft) -> int:
    """How many parts it would be, without making them: a slip may ask for a million."""
    if draft.total is None:
        return 0
    if draft.amount is not None:
        return -(-draft.total // draft.amount) if draft.amount > 0 else 0
    count = draft.count or 0
    return count if 0 < count <= draft.total else 0


def _who(draft: InstalmentDraft) -> Iterator[Problem]:
    if not draft.agreed_by.strip():
        yield Problem("agreed_by", "instalments_agreed_by_missing", "DOC-23")


def check_answer(until: date | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day an answer is asked for by."""
    if until is None:
        return (Problem("until", "instalments_answer_missing", "DOC-23"),)
    if until <= today:
        return (Problem("until", "instalments_answer_passed", "DOC-23"),)
    return ()
