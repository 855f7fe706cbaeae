"""What is wrong with what was typed of an economy, or must be asked about. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.applications.intake.model import IncomeKind
from app.core.ages import ADULT, age
from app.core.errors import Problem
from app.core.ids import PersonId
from app.core.money import Ore, format_kroner
from app.core.parameters import Parameters
from app.debt.economy.model import (
    LIVES,
    BudgetChild,
    BudgetHousehold,
    ChildDraft,
    Cost,
    CostDraft,
    DebtorStatus,
    Entry,
    HouseholdDraft,
    IncomeDraft,
    Interval,
    LineDraft,
    NetIncome,
    Owned,
    OwnedDraft,
)
from app.people.model import Member, Presence, Role

CLASSES = (1, 2, 3, 4)
MOST_ADULTS = 20
ASKED_INCOME = "local.debt_asked_income_kr"
ASKED_BENEFIT = "local.debt_asked_benefit_kr"
ASKED_COST = "local.debt_asked_cost_kr"

_SMALL = frozenset(
    {
        IncomeKind.CHILD_BENEFIT,
        IncomeKind.CHILD_SUPPORT,
        IncomeKind.CASH_BENEFIT,
        IncomeKind.BOSTOTTE,
    }
)
"""Paid beside what one lives on: a high sum is much lower here."""


# a line


def check_line(draft: LineDraft, today: date, parameters: Parameters) -> tuple[Problem, ...]:
    """What stops a line beside its field: nothing is taken for granted of a sum."""
    return tuple(_line(draft, today, parameters))


def _line(draft: LineDraft, today: date, parameters: Parameters) -> Iterator[Problem]:
    if draft.kind is None:
        yield Problem("kind", "economy_kind_missing")
    since = draft.since or today
    if draft.until is not None and draft.until <= since:
        yield Problem("until", "economy_until_before", facts={"since": since})
    if isinstance(draft, OwnedDraft):
        yield from _worth(draft)
        return
    yield from _amount("amount", draft.amount)
    if draft.interval is None:
        yield Problem("interval", "economy_interval_missing")
    elif draft.amount is not None and draft.amount > 0 and not draft.sure:
        yield from _meant(draft, draft.amount, draft.interval, parameters, today)


def _worth(draft: OwnedDraft) -> Iterator[Problem]:
    if draft.value is None:
        yield Problem("value", "economy_amount_missing")
    elif draft.value < 0:
        yield Problem("value", "economy_amount_negative", remedy=Ore(-draft.value))
    if draft.owed < 0:
        yield Problem("owed", "economy_amount_negative", remedy=Ore(-draft.owed))


def _amount(name: str, amount: Ore | None) -> Iterator[Problem]:
    if not amount:
        yield Problem(name, "economy_amount_missing")
    elif amount < 0:
        yield Problem(name, "economy_amount_negative", remedy=Ore(-amount))


def _meant(
    draft: IncomeDraft | CostDraft,
    amount: Ore,
    interval: Interval,
    parameters: Parameters,
    today: date,
) -> Iterator[Problem]:
    """A sum that looks like one for a year, or for a month, is asked about."""
    most = parameters.money(_asked(draft), today)
    facts: dict[str, object] = {"amount": format_kroner(amount)}
    if interval is Interval.MONTH and amount >= most:
        yield Problem("interval", "economy_looks_yearly", remedy=Interval.YEAR, facts=facts)
    lives_on = isinstance(draft, IncomeDraft) and draft.kind not in _SMALL
    if interval is Interval.YEAR and lives_on and amount < most:
        yield Problem("interval", "economy_looks_monthly", remedy=Interval.MONTH, facts=facts)


def _asked(draft: IncomeDraft | CostDraft) -> str:
    if isinstance(draft, CostDraft):
        return ASKED_COST
    return ASKED_BENEFIT if draft.kind in _SMALL else ASKED_INCOME


def entry(draft: LineDraft, today: date, row: int = 0) -> Entry:
    """The line of a draft that was found right."""
    since, words = draft.since or today, draft.words.strip()
    if isinstance(draft, OwnedDraft):
        if draft.kind is None or draft.value is None:
            raise ValueError("an unchecked draft")
        return Owned(draft.kind, draft.value, since, draft.until, draft.owed, words, row)
    if draft.amount is None or draft.interval is None:
        raise ValueError("an unchecked draft")
    if isinstance(draft, IncomeDraft) and draft.kind is not None:
        return NetIncome(
            draft.kind,
            draft.amount,
            draft.interval,
            since,
            draft.until,
            draft.person,
            words,
            draft.seen,
            row,
        )
    if isinstance(draft, CostDraft) and draft.kind is not None:
        return Cost(
            draft.kind, draft.amount, draft.interval, since, draft.until, words, draft.seen, row
        )
    raise ValueError("an unchecked draft")


def check_change(old: Entry, since: date) -> tuple[Problem, ...]:
    """A change holds from the day the line began, or a later one while it still held."""
    if since < old.since:
        return (Problem("since", "economy_change_before", facts={"since": old.since}),)
    if old.until is not None and since >= old.until:
        return (Problem("since", "economy_change_after", facts={"until": old.until}),)
    return ()


# the household


def check_household(draft: HouseholdDraft, today: date) -> tuple[Problem, ...]:
    """What stops a household beside its field; of a child as «0.birth_date»."""
    return tuple(_household(draft, draft.since or today))


def _household(draft: HouseholdDraft, since: date) -> Iterator[Problem]:
    if draft.status is None:
        yield Problem("status", "economy_status_missing")
    least = 1 if draft.status in {None, DebtorStatus.SINGLE} else 2
    if draft.adults is None or not least <= draft.adults <= MOST_ADULTS:
        yield Problem("adults", "economy_adults_outside", facts={"least": least}, remedy=least)
    for place, child in enumerate(draft.children):
        for problem in _child(child, since):
            yield replace(problem, field=f"{place}.{problem.field}")


def _child(child: ChildDraft, since: date) -> Iterator[Problem]:
    birth = child.birth_date
    if birth is None:
        yield Problem("birth_date", "economy_child_birth_missing")
    elif birth > since:
        yield Problem("birth_date", "economy_child_unborn", facts={"since": since})
    elif age(birth, since) >= ADULT:
        facts: dict[str, object] = {"age": age(birth, since)}
        yield Problem("birth_date", "economy_child_grown", "LIVFOR", facts=facts)
    if child.contact is None or child.contact not in (LIVES, *CLASSES):
        yield Problem("contact", "economy_contact_missing")


def household(draft: HouseholdDraft) -> BudgetHousehold:
    """The household of a draft that was found right."""
    if draft.status is None or draft.adults is None:
        raise ValueError("an unchecked draft")
    children = (
        BudgetChild(child.birth_date, child.name.strip(), child.contact or None)
        for child in draft.children
        if child.birth_date is not None
    )
    return BudgetHousehold(draft.status, draft.adults, tuple(children))


def draft_of(known: BudgetHousehold) -> HouseholdDraft:
    """What the form begins with where a household is known."""
    children = (
        ChildDraft(child.birth_date, child.name, child.contact_class or LIVES)
        for child in known.children
    )
    return HouseholdDraft(known.status, known.adults, tuple(children))


def suggested(members: Sequence[Member], names: Sequence[str], on: date) -> HouseholdDraft:
    """What the register knows; of a child who visits the class is left to be said.

    `names` are the given names of `members`, in the same order.
    """
    here = [
        (member, name)
        for member, name in zip(members, names, strict=True)
        if _there(member, on) and member.presence is not Presence.EXPECTED
    ]
    minors = [(each, name) for each, name in here if _minor(each, on)]
    adults = [each for each, _ in here if _grown_up(each, on)]
    couple = any(each.role is Role.CO_APPLICANT for each in adults)
    children = (
        ChildDraft(each.birth_date, name, LIVES if each.presence is Presence.LIVES_HERE else None)
        for each, name in sorted(minors, key=lambda found: str(found[0].birth_date))
    )
    status = DebtorStatus.COUPLE if couple else DebtorStatus.SINGLE
    return HouseholdDraft(status, max(1, len(adults)), tuple(children))


def grown_ups(members: Sequence[Member], on: date) -> tuple[PersonId, ...]:
    """Those of age who live there on a day."""
    return tuple(each.person for each in members if _there(each, on) and _grown_up(each, on))


def _there(member: Member, on: date) -> bool:
    return member.since <= on and (member.until is None or member.until > on)


def _grown_up(member: Member, on: date) -> bool:
    return member.presence is Presence.LIVES_HERE and not _minor(member, on)


def _minor(member: Member, on: date) -> bool:
    if member.birth_date is None:
        return member.role is Role.CHILD
    return age(member.birth_date, on) < ADULT
