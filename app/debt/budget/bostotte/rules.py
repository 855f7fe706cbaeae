"""A rough check of the housing allowance, never a promise. Pure (BST-03 to BST-07)."""

from datetime import date, timedelta
from fractions import Fraction

from app.core.errors import NotFound, Problem
from app.core.money import Ore
from app.core.parameters import Parameters
from app.core.rent_months import first_day, last_day, month_after, month_of
from app.debt.budget.bostotte.model import Bostotte, BostotteFacts, CapArea, OwnShareGroup

MOST_CAPPED = 5
APPLY_DAY = "local.bostotte_apply_day"

Checked = tuple[Bostotte | None, tuple[Problem, ...]]


def check(facts: BostotteFacts, parameters: Parameters, on: date) -> Checked:
    """The allowance by the numbers of a day, or what is missing beside the field."""
    problems = _problems(facts)
    if problems:
        return None, problems
    try:
        found = _count(facts, parameters, on)
    except NotFound:
        return None, (Problem("since", "bostotte_rates_missing", "BST-03", facts={"day": on}),)
    return found, ()


def apply_by(parameters: Parameters, on: date) -> date:
    """The last day to ask, this month's or, when it is over, the next one's (BST-09)."""
    after, this = timedelta(days=parameters.whole(APPLY_DAY, on) - 1), month_of(on)
    days = (min(first_day(month) + after, last_day(month)) for month in (this, month_after(this)))
    return next(day for day in days if day >= on)


def _problems(facts: BostotteFacts) -> tuple[Problem, ...]:
    found = []
    if facts.adults < 1:
        found.append(Problem("adults", "bostotte_adults", "BST-01"))
    if facts.children < 0:
        found.append(Problem("children", "bostotte_children", "BST-07"))
    if facts.rent is None or facts.rent <= 0:
        found.append(Problem("rent", "bostotte_rent_missing", "BST-03"))
    if facts.income is None or facts.income < 0:
        found.append(Problem("income", "bostotte_income_missing", "BST-07"))
    if facts.wealth < 0:
        found.append(Problem("wealth", "bostotte_wealth_negative", "BST-07"))
    if facts.group is OwnShareGroup.PENSIONER_ALONE and facts.adults > 1:
        found.append(Problem("group", "bostotte_not_alone", "BST-06"))
    return tuple(found)


def _count(facts: BostotteFacts, parameters: Parameters, on: date) -> Bostotte:
    converted = _converted(facts, parameters, on)
    share = _own_share(facts, converted, parameters, on)
    cap = _cap(facts, parameters, on)
    bare = 12 * Fraction(facts.rent or 0)
    heated = bare + parameters.money("bostotte.heating", on)
    costs = bare if facts.heating_in_rent else heated
    part = _percent("bostotte.paid_percent", parameters, on)
    monthly = _monthly(costs, cap, share, part)
    gained = _monthly(heated, cap, share, part) - monthly
    return Bostotte(
        on=on,
        converted=_ore(converted),
        own_share=_ore(share),
        costs=_ore(costs),
        cap=_ore(cap),
        monthly=monthly,
        heating=Ore(gained),
        since=parameters.version("bostotte.cap_1", on).valid_from,
    )


def _converted(facts: BostotteFacts, parameters: Parameters, on: date) -> Fraction:
    """Income with part of the wealth, by how many live of it (BST-07)."""
    income = Fraction(facts.income or 0)
    if facts.wealth:
        above = max(0, facts.wealth - parameters.money("bostotte.wealth_free", on))
        income += above * _percent("bostotte.wealth_percent", parameters, on)
    weight = Fraction(parameters.decimal("bostotte.weight_first", on))
    if facts.adults > 1:
        each = Fraction(parameters.decimal("bostotte.weight_adult", on))
        weight += (facts.adults - 1) * each
    if facts.children:
        weight += facts.children * Fraction(parameters.decimal("bostotte.weight_child", on))
    return income / weight


def _own_share(
    facts: BostotteFacts, converted: Fraction, parameters: Parameters, on: date
) -> Fraction:
    """What is paid without help: at least a sum, and more of a higher income (BST-06)."""
    first, second = "bostotte.own_share_from_1", "bostotte.own_share_from_2"
    if facts.group is OwnShareGroup.PENSIONER_ALONE:
        first, second = f"{first}_pensioner", f"{second}_pensioner"
    elif facts.group is OwnShareGroup.YOUNG_DISABLED:
        second = f"{second}_young_disabled"
    share = Fraction(parameters.money("bostotte.own_share_min", on))
    for key, rate in ((first, "own_share_percent_1"), (second, "own_share_percent_2")):
        above = max(Fraction(0), converted - parameters.money(key, on))
        share += above * _percent(f"bostotte.{rate}", parameters, on)
    return share


def _cap(facts: BostotteFacts, parameters: Parameters, on: date) -> Fraction:
    """The most a home may cost for so many, there (BST-04)."""
    persons = min(MOST_CAPPED, facts.adults + facts.children)
    cap = parameters.money(f"bostotte.cap_{persons}", on)
    if facts.area is not CapArea.ORDINARY:
        cap = Ore(cap + parameters.money(f"bostotte.cap_extra_{facts.area}", on))
    if facts.adapted:
        cap = Ore(cap + parameters.money("bostotte.cap_extra_adapted", on))
    return Fraction(cap)


def _monthly(costs: Fraction, cap: Fraction, share: Fraction, part: Fraction) -> Ore:
    """In whole kroner, half a krone up: it is only roughly right."""
    year = max(Fraction(0), min(costs, cap) - share) * part
    return Ore(int(year / 1200 + Fraction(1, 2)) * 100)


def _percent(key: str, parameters: Parameters, on: date) -> Fraction:
    return Fraction(parameters.decimal(key, on)) / 100


def _ore(exact: Fraction) -> Ore:
    return Ore(int(exact + Fraction(1, 2)))
