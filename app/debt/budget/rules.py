"""A budget from what is told, the rates and the changes; and what is wrong with a draft. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.core.errors import Problem
from app.core.money import Ore, format_kroner
from app.core.parameters import Parameters
from app.debt.budget import rates
from app.debt.budget.model import (
    Budget,
    BudgetChange,
    BudgetDraft,
    BudgetLine,
    BudgetPart,
    BudgetVersion,
    ChangeDraft,
    LivingBasis,
    RateLine,
)
from app.debt.economy.model import (
    BudgetHousehold,
    Cost,
    CostKind,
    DebtorStatus,
    Economy,
)

RULE = "GJ-04"


def compose(
    version: BudgetVersion, economy: Economy, parameters: Parameters, today: date
) -> Budget:
    """The budget counted, whole øre a month (rules 6.4); what is missing is told, never guessed."""
    put = [_cost_line(cost, version.living) for cost in economy.costs]
    told = [_income_line(each.id, economy, at) for at, each in enumerate(economy.incomes)]
    living, problems, since = _living(version, economy, parameters)
    lines = [*told, *(line for line, counts in put if counts), *living]
    left_out = tuple(line for line, counts in put if not counts)
    lines, unused = _changed(lines, version.changes)
    found = Budget(version, _in_order(lines), (), left_out, since)
    return replace(
        found,
        problems=(
            *problems,
            *_missing(found),
            *_about_costs(left_out, version.living),
            *(_gone(change) for change in unused),
            *_about_rates(version, parameters, since, today),
        ),
    )


def _income_line(key: int, economy: Economy, at: int) -> BudgetLine:
    income = economy.incomes[at]
    return BudgetLine(
        key=f"income/{key or at}",
        part=BudgetPart.INCOME,
        amount=income.monthly,
        kind=income.kind,
        told=income.words,
        since=income.since,
        seen=income.seen,
    )


def _cost_line(cost: Cost, living: LivingBasis) -> tuple[BudgetLine, bool]:
    """The line of a cost, and whether it counts beside what living is counted by."""
    part = BudgetPart.LIVING
    if cost.kind.home:
        part = BudgetPart.HOME
    elif cost.kind.childcare or cost.kind is CostKind.CHILD_SUPPORT:
        part = BudgetPart.CHILDREN
    elif cost.kind is CostKind.POWER:
        part = BudgetPart.POWER
    counts = part in {BudgetPart.HOME, BudgetPart.CHILDREN}
    counts = counts or (part is BudgetPart.POWER and living is LivingBasis.REFERENCE)
    line = BudgetLine(
        key=f"cost/{cost.id}",
        part=part,
        amount=cost.monthly,
        kind=cost.kind,
        told=cost.words,
        since=cost.since,
        seen=cost.seen,
    )
    return line, counts


def _living(
    version: BudgetVersion, economy: Economy, parameters: Parameters
) -> tuple[list[BudgetLine], tuple[Problem, ...], date | None]:
    """What the household lives on, and since when the rates of it hold."""
    if version.living is LivingBasis.REFERENCE:
        own = any(each.part is BudgetPart.LIVING for each in version.changes)
        lacks = () if own else (Problem("living", "budget_reference_missing", RULE),)
        return [], lacks, None
    if economy.household is None:
        return [], (Problem("household", "budget_household_missing", RULE),), None
    found = rates.living(economy.household, parameters, version.counted_for)
    lines = [
        BudgetLine(
            key=_rate_key(found.lines, at),
            part=BudgetPart.LIVING,
            amount=line.amount,
            kind=line.kind,
            child=line.child,
            since=line.since,
            full=line.full if line.cut else None,
        )
        for at, line in enumerate(found.lines)
    ]
    return lines, found.problems, found.since


def _rate_key(lines: Sequence[RateLine], at: int) -> str:
    """Children are told apart by when they were born, which stays when they are told of anew."""
    child = lines[at].child
    if child is None:
        return "rate/debtor"
    born = child.birth_date
    same = sum(1 for line in lines[:at] if line.child and line.child.birth_date == born)
    return f"rate/{born.isoformat()}" + (f"/{same + 1}" if same else "")


def _changed(
    lines: Sequence[BudgetLine], changes: Sequence[BudgetChange]
) -> tuple[list[BudgetLine], list[BudgetChange]]:
    """The lines with the changes, and the changes of lines that are there no more."""
    made = list(lines)
    unused = []
    for change in changes:
        at = next((at for at, line in enumerate(made) if line.key == change.line), None)
        if not change.line:
            made.append(_own_line(change))
        elif at is None:
            unused.append(change)
        else:
            made[at] = replace(
                made[at],
                amount=change.amount,
                instead_of=made[at].amount,
                reason=change.reason,
                change=change.id,
            )
    return made, unused


def _own_line(change: BudgetChange) -> BudgetLine:
    return BudgetLine(
        key=f"change/{change.id}",
        part=change.part,
        amount=change.amount,
        told=change.words,
        reason=change.reason,
        change=change.id,
    )


def _in_order(lines: Sequence[BudgetLine]) -> tuple[BudgetLine, ...]:
    """In the order it is paid: what comes in, then home, power and children first (GJ-05)."""
    return tuple(line for part in BudgetPart for line in lines if line.part is part)


def _missing(found: Budget) -> tuple[Problem, ...]:
    told = []
    if not found.of(BudgetPart.INCOME):
        told.append(Problem("income", "budget_income_missing", RULE))
    if not found.of(BudgetPart.HOME):
        told.append(Problem("home", "budget_home_missing", "GJ-05", False))
    return tuple(told)


def _about_costs(left_out: Sequence[BudgetLine], living: LivingBasis) -> tuple[Problem, ...]:
    told = []
    power = any(line.kind is CostKind.POWER for line in left_out)
    if power and living is LivingBasis.RATES:
        told.append(Problem("power", "budget_power_in_rate", RULE, False))
    beside = [line for line in left_out if line.kind and not _covered(line)]
    if beside:
        total = Ore(sum(line.amount for line in beside))
        by_rates = living is LivingBasis.RATES
        code = "budget_costs_left_out" if by_rates else "budget_costs_beside_reference"
        told.append(Problem("cost", code, RULE, False, facts=_sum(total)))
    return tuple(told)


def _sum(amount: Ore) -> dict[str, object]:
    return {"sum": format_kroner(amount)}


def _covered(line: BudgetLine) -> bool:
    return isinstance(line.kind, CostKind) and line.kind.in_rate


def _gone(change: BudgetChange) -> Problem:
    return Problem("line", "budget_line_gone", RULE, False, facts=_sum(change.amount))


def _about_rates(
    version: BudgetVersion, parameters: Parameters, since: date | None, today: date
) -> tuple[Problem, ...]:
    """Rates that should have been renewed by then, or have been since."""
    if since is None:
        return ()
    facts: dict[str, object] = {"since": since, "day": version.counted_for}
    if rates.overdue(parameters, version.counted_for):
        return (Problem("counted_for", "budget_rates_overdue", RULE, False, facts=facts),)
    newest = parameters["liv.single"].on(max(today, version.counted_for)).valid_from
    if newest is not None and newest > since:
        facts = {"since": since, "newest": newest}
        return (Problem("counted_for", "budget_rates_newer", RULE, False, facts=facts),)
    return ()


# what is typed


def check_draft(
    draft: BudgetDraft, others: Sequence[BudgetVersion], economy: Economy, parameters: Parameters
) -> tuple[Problem, ...]:
    """What is wrong with a budget as it is named and dated."""
    found = []
    name = draft.name.strip()
    if not name:
        found.append(Problem("name", "budget_name_missing"))
    elif any(each.name.casefold() == name.casefold() for each in others):
        found.append(Problem("name", "budget_name_taken"))
    if draft.counted_for is None:
        found.append(Problem("counted_for", "budget_day_missing"))
    elif draft.living is LivingBasis.RATES:
        whose = economy.household or BudgetHousehold(DebtorStatus.SINGLE)
        rated = rates.living(whose, parameters, draft.counted_for)
        found += [problem for problem in rated.problems if problem.blocks]
    return tuple(found)


def check_change(draft: ChangeDraft, version: BudgetVersion) -> tuple[Problem, ...]:
    """What is wrong with a change: a deviation from the rates must say why (rules 6.3)."""
    found = []
    if not draft.line and not draft.words.strip():
        found.append(Problem("words", "budget_words_missing"))
    if draft.amount is None:
        found.append(Problem("amount", "budget_amount_missing"))
    elif draft.amount < 0:
        found.append(Problem("amount", "budget_amount_negative", remedy=Ore(-draft.amount)))
    if version.living is LivingBasis.RATES:
        if draft.part is BudgetPart.POWER:
            found.append(Problem("part", "budget_power_twice", RULE))
        if draft.part is BudgetPart.LIVING and not draft.reason.strip():
            found.append(Problem("reason", "budget_deviation_reason", RULE))
    return tuple(found)
