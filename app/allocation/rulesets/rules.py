"""What must hold about a municipality's rule set, key by key. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from app.allocation.rulesets.model import (
    AdoptedRuleSet,
    DepositRule,
    IncomeMode,
    RankingMode,
    RefusalEffect,
    RentAdjust,
    RuleSet,
    RuleSetDraft,
)
from app.core.errors import Problem
from app.core.parameters import Parameters

_MONTHS_A_YEAR = 12
_LONGEST_MONTHS = 120
_BOUNDS = {
    "residence_months": (0, _LONGEST_MONTHS),
    "age_least": (0, 30),
    "income_without_members_under": (0, 30),
    "lease_ends_within_months": (0, _LONGEST_MONTHS),
    "quarantine_months": (0, 12),
    "offer_answer_days": (1, 60),
    "preliminary_days": (1, 60),
    "valid_months": (1, _LONGEST_MONTHS),
    "tenant_notice_months": (0, 12),
    "renewal_remind_months": (0, 24),
    "renewal_apply_months": (0, 24),
}


def check(draft: RuleSetDraft, parameters: Parameters) -> tuple[Problem, ...]:
    """What is wrong with a set and its adoption; what only differs from the law is told."""
    rules, day = draft.rules, draft.valid_from
    return (
        *_adoption(draft),
        *_bounds(rules),
        *_means(rules),
        *_order(rules),
        *_offers(rules),
        *_sizes(rules),
        *_leases(rules, parameters, day),
        *_clocks(rules, parameters, day),
    )


def _adoption(draft: RuleSetDraft) -> Iterator[Problem]:
    for key in ("name", "case_number", "adopted_by"):
        if not getattr(draft, key).strip():
            yield Problem(key, f"rule_set_{key}_missing")
    if not draft.rules.dispensation_by.strip():
        yield Problem("dispensation_by", "dispensation_by_missing")
    if draft.rules.stay_required and not draft.rules.stay_kinds:
        yield Problem("stay_kinds", "stay_kinds_missing", "BS-02")


def _bounds(rules: RuleSet) -> Iterator[Problem]:
    for key, (least, most) in _BOUNDS.items():
        value = getattr(rules, key)
        if not least <= value <= most:
            facts: dict[str, object] = {"least": least, "most": most}
            nearest = least if value < least else most
            yield Problem(key, "number_outside", remedy=nearest, facts=facts)


def _means(rules: RuleSet) -> Iterator[Problem]:
    amounts: list[Decimal | int | None]
    if rules.income_mode is IncomeMode.CAP_IN_G:
        amounts = [cap.in_g for cap in rules.income_caps]
    elif rules.income_mode is IncomeMode.CAP_IN_KRONER:
        amounts = [cap.kroner for cap in rules.income_caps]
    else:
        return
    if not amounts:
        yield Problem("income_caps", "caps_missing")
    elif any(amount is None or amount <= 0 for amount in amounts):
        yield Problem("income_caps", "cap_amount_missing")
    elif not _rising([amount for amount in amounts if amount is not None]):
        yield Problem("income_caps", "caps_not_rising")
    yield from _one_for_each("income_caps", [cap.persons for cap in rules.income_caps])


def _rising(amounts: Sequence[Decimal | int]) -> bool:
    return all(amounts[at] <= amounts[at + 1] for at in range(len(amounts) - 1))


def _one_for_each(field: str, persons: Sequence[int]) -> Iterator[Problem]:
    """Households of 1, 2, 3 and so on, each once and in order."""
    for at, each in enumerate(persons, start=1):
        if each != at:
            yield Problem(field, "persons_with_hole", facts={"persons": at})
            return


def _order(rules: RuleSet) -> Iterator[Problem]:
    if rules.ranking is RankingMode.ORDERED_GROUPS and not rules.groups:
        yield Problem("groups", "groups_missing")
    if len(set(rules.groups)) < len(rules.groups):
        yield Problem("groups", "group_twice")
    if rules.ranking is RankingMode.POINTS and not rules.points:
        yield Problem("points", "points_missing")
    if len({each.need for each in rules.points}) < len(rules.points):
        yield Problem("points", "points_twice")
    if any(not 0 <= each.points <= 100 for each in rules.points):
        yield Problem("points", "number_outside", facts={"least": 0, "most": 100})


def _offers(rules: RuleSet) -> Iterator[Problem]:
    counts = rules.offer_refusal_effect is not RefusalEffect.NOTHING
    if counts and not 1 <= rules.offer_refusals <= 10:
        yield Problem("offer_refusals", "number_outside", remedy=1, facts={"least": 1, "most": 10})


def _sizes(rules: RuleSet) -> Iterator[Problem]:
    if not rules.size_norm:
        yield Problem("size_norm", "size_norm_missing")
    yield from _one_for_each("size_norm", [each.persons for each in rules.size_norm])
    if any(not 0 <= each.least <= each.most <= 20 for each in rules.size_norm):
        yield Problem("size_norm", "rooms_least_over_most")


def _leases(rules: RuleSet, parameters: Parameters, day: date) -> Iterator[Problem]:
    groups = [term.group for term in rules.lease_terms]
    if None not in groups:
        yield Problem("lease_terms", "default_lease_term_missing")
    if len(set(groups)) < len(groups):
        yield Problem("lease_terms", "lease_term_twice")
    lengths = [
        months for term in rules.lease_terms for months in (term.first_months, term.renewal_months)
    ]
    least = parameters.whole("hl.min_term_years", day) * _MONTHS_A_YEAR
    if any(not 1 <= months <= _LONGEST_MONTHS for months in lengths):
        bounds: dict[str, object] = {"least": 1, "most": _LONGEST_MONTHS}
        yield Problem("lease_terms", "number_outside", remedy=least, facts=bounds)
    elif any(months < least for months in lengths):
        short: dict[str, object] = {"months": least}
        yield Problem("lease_terms", "lease_term_short", "HL-43, HL-55", False, least, short)
    yield from _security(rules, parameters.whole("hl.deposit_max_months", day))
    notice = parameters.whole("hl.notice_months", day)
    if rules.tenant_notice_months > notice:
        long: dict[str, object] = {"months": notice}
        yield Problem("tenant_notice_months", "notice_over_law", "HL-63", False, notice, long)
    if rules.rent_adjust is RentAdjust.FIXED_DAY and not is_day_of_year(rules.rent_adjust_day):
        yield Problem("rent_adjust_day", "rent_adjust_day_missing", "HL-23")
    if rules.renewal_apply_months > rules.renewal_remind_months:
        remedy = rules.renewal_apply_months
        yield Problem("renewal_remind_months", "reminder_after_form", remedy=remedy)


def is_day_of_year(text: str) -> bool:
    """Whether it is «05-01», month and day, and a day of every year."""
    try:
        found = date.fromisoformat(f"2001-{text}")
    except ValueError:
        return False
    return found.strftime("%m-%d") == text


def _security(rules: RuleSet, most: int) -> Iterator[Problem]:
    if rules.deposit is DepositRule.NONE:
        if rules.deposit_months:
            yield Problem("deposit_months", "deposit_not_asked", remedy=0)
    elif not 1 <= rules.deposit_months <= most:
        facts: dict[str, object] = {"least": 1, "most": most}
        yield Problem("deposit_months", "number_outside", "HL-14", remedy=most, facts=facts)


def _clocks(rules: RuleSet, parameters: Parameters, day: date) -> Iterator[Problem]:
    """The law's month can be 28 days; a goal beyond it never comes first (FV-02)."""
    shortest = parameters.whole("fvl.prelim_months", day) * 28
    if rules.preliminary_days > shortest:
        facts: dict[str, object] = {"days": shortest}
        yield Problem("preliminary_days", "prelim_over_law", "FV-02", False, shortest, facts)


def check_time(
    draft: RuleSetDraft, known: Sequence[AdoptedRuleSet], oldest_open: date | None
) -> tuple[Problem, ...]:
    """Whether the sets follow each other without a hole; `known` are the adopted, oldest first.

    Told only: applications that came before the first set begins are judged by the proposal
    until it does.
    """
    begins = draft.valid_from
    if any(each.valid_from == begins for each in known):
        return (Problem("valid_from", "rule_set_same_day", facts={"day": begins}),)
    if known and begins < known[-1].valid_from:
        newest = known[-1].valid_from
        return (Problem("valid_from", "rule_set_before_newest", facts={"newest": newest}),)
    if not known and oldest_open is not None and oldest_open < begins:
        return (
            Problem(
                "valid_from",
                "rule_set_hole",
                blocks=False,
                remedy=oldest_open,
                facts={"oldest": oldest_open, "day": begins},
            ),
        )
    return ()
