"""What a household has, owns, pays and owes, of what its form tells. Pure.

Nothing told gives None, which is never nothing at all.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from app.applications.intake.model import Asset, Expense, Income, IncomeKind, Intake, Loan
from app.core.ages import age
from app.core.ids import PersonId
from app.core.money import Ore
from app.core.records import dataclass

MONTHS = 12


@dataclass(frozen=True, slots=True, repr=False)
class Economy:
    """Sums of one form, in whole øre; `income_by` holds what each person has a month."""

    income_monthly: Ore | None
    income_yearly: Ore | None
    income_by: Mapping[PersonId, Ore]
    assets: Ore | None
    expenses_monthly: Ore | None
    debt: Ore | None
    debt_monthly: Ore | None


def economy(intake: Intake, without: frozenset[PersonId] = frozenset()) -> Economy:
    """Everything summed; the incomes of those in `without` are left out."""
    monthly = income_monthly(intake.incomes, without)
    return Economy(
        monthly,
        a_year(monthly),
        income_by_person(intake.incomes, without),
        assets(intake.assets),
        expenses_monthly(intake.expenses),
        debt(intake.loans),
        debt_monthly(intake.loans),
    )


def income_monthly(
    incomes: Iterable[Income],
    without: frozenset[PersonId] = frozenset(),
    kinds_left_out: frozenset[IncomeKind] = frozenset(),
) -> Ore | None:
    """What the household has each month before tax; None when no one counted has told."""
    counted = [each for each in incomes if each.person not in without]
    return _sum(None if each.kind in kinds_left_out else each.monthly for each in counted)


def income_yearly(
    incomes: Iterable[Income],
    without: frozenset[PersonId] = frozenset(),
    kinds_left_out: frozenset[IncomeKind] = frozenset(),
) -> Ore | None:
    """Twelve of the months told."""
    return a_year(income_monthly(incomes, without, kinds_left_out))


def a_year(monthly: Ore | None) -> Ore | None:
    """Twelve months of a sum."""
    return None if monthly is None else Ore(monthly * MONTHS)


def income_by_person(
    incomes: Iterable[Income], without: frozenset[PersonId] = frozenset()
) -> dict[PersonId, Ore]:
    """What each person who has told has each month."""
    found: dict[PersonId, Ore] = {}
    for each in incomes:
        if each.person not in without:
            found[each.person] = Ore(found.get(each.person, 0) + each.monthly)
    return found


def younger_than(born: Mapping[PersonId, date | None], years: int, on: date) -> frozenset[PersonId]:
    """Those who have not turned `years` on a day; one whose birth day is unknown is not young."""
    return frozenset(
        person for person, day in born.items() if day is not None and age(day, on) < years
    )


def assets(owned: Iterable[Asset]) -> Ore | None:
    """What it owns."""
    return _sum(each.value for each in owned)


def expenses_monthly(expenses: Iterable[Expense]) -> Ore | None:
    """What it pays each month beside loans."""
    return _sum(each.monthly for each in expenses)


def debt(loans: Iterable[Loan]) -> Ore | None:
    """What remains of the loans whose remainder is told."""
    return _sum(each.remaining for each in loans)


def debt_monthly(loans: Iterable[Loan]) -> Ore | None:
    """What the loans cost each month, of those told."""
    return _sum(each.monthly for each in loans)


def _sum(sums: Iterable[Ore | None]) -> Ore | None:
    told = [each for each in sums if each is not None]
    return Ore(sum(told)) if told else None
