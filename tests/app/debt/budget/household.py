"""A household with an economy, as budgets are tested with it."""

from datetime import date

from app.applications.intake.model import IncomeKind
from app.core.ids import DebtCaseId
from app.core.money import Ore, kroner
from app.debt.economy.model import (
    LIVES,
    BudgetChild,
    BudgetHousehold,
    ChildDraft,
    Cost,
    CostDraft,
    CostKind,
    DebtorStatus,
    Economy,
    HouseholdDraft,
    IncomeDraft,
    Interval,
    NetIncome,
)
from app.office import Office
from tests.app.debt.desk import begun

DAY = date(2026, 11, 22)
CASE = DebtCaseId(1)


def income(kind: IncomeKind, amount: int, key: int = 1) -> NetIncome:
    return NetIncome(kind, kroner(amount), Interval.MONTH, DAY, id=key)


def cost(kind: CostKind, amount: int, key: int = 1) -> Cost:
    return Cost(kind, kroner(amount), Interval.MONTH, DAY, id=key)


def marit(*more: Cost) -> Economy:
    """One adult and two children, and 1 258 kroner left by the rates of 2026."""
    children = (BudgetChild(date(2022, 3, 1), "Emma"), BudgetChild(date(2017, 3, 1), "Odin"))
    return Economy(
        CASE,
        DAY,
        BudgetHousehold(DebtorStatus.SINGLE, 1, children),
        (
            income(IncomeKind.WORK_ASSESSMENT_ALLOWANCE, 22_440, 1),
            income(IncomeKind.CHILD_BENEFIT, 4_024, 2),
            income(IncomeKind.BOSTOTTE, 3_212, 3),
            income(IncomeKind.CHILD_SUPPORT, 1_850, 4),
        ),
        (cost(CostKind.RENT, 9_200, 1), cost(CostKind.KINDERGARTEN, 1_200, 2), *more),
    )


LEFT: Ore = kroner(1_258)


def told(office: Office, days: int = 0) -> DebtCaseId:
    """The same in a register, told on the day the work began."""
    case = begun(office, days=days)
    day = office.debt_cases.get(case).received_on
    known = office.debt_economy
    known.set_household(
        case,
        HouseholdDraft(
            DebtorStatus.SINGLE,
            1,
            (
                ChildDraft(date(2022, 3, 1), "Emma", LIVES),
                ChildDraft(date(2017, 3, 1), "Odin", LIVES),
            ),
            day,
        ),
    )
    economy = marit()
    for each in economy.incomes:
        known.add(case, IncomeDraft(each.kind, each.amount, Interval.MONTH, day, sure=True))
    for paid in economy.costs:
        known.add(case, CostDraft(paid.kind, paid.amount, Interval.MONTH, day, sure=True))
    return case
