"""What a household lives on, pays and owns: as told, as a sum for a month, and as it is typed."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Literal, TypeAlias

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.ages import ADULT, age
from app.core.ids import DebtCaseId, PersonId
from app.core.money import Ore
from app.core.records import dataclass

NOTHING = Ore(0)


class Interval(StrEnum):
    """What a sum is for; a sum nobody has said the interval of is never taken as a month's."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def in_a_year(self) -> int:
        """How many of them make a year."""
        return _IN_A_YEAR[self]


_IN_A_YEAR = {
    Interval.WEEK: 52,
    Interval.FORTNIGHT: 26,
    Interval.MONTH: 12,
    Interval.QUARTER: 4,
    Interval.YEAR: 1,
}


def monthly(amount: Ore, interval: Interval) -> Ore:
    """A sum as one for each month, half an øre up."""
    exact = Fraction(amount * interval.in_a_year, 12)
    return Ore(int(exact + Fraction(1, 2)))


class CostKind(StrEnum):
    """What a household pays, in the order it is set up: home, power, insurance, children first."""

    RENT = "rent"
    HOME_LOAN = "home_loan"
    COMMON_COSTS = "common_costs"
    MUNICIPAL_CHARGES = "municipal_charges"
    HOME_INSURANCE = "home_insurance"
    POWER = "power"
    CONTENTS_INSURANCE = "contents_insurance"
    KINDERGARTEN = "kindergarten"
    AFTER_SCHOOL = "after_school"
    CHILD_SUPPORT = "child_support"
    HEALTH = "health"
    TRAVEL = "travel"
    CAR = "car"
    PHONE = "phone"
    OTHER = "other"

    @property
    def home(self) -> bool:
        """A cost of the home, which no rate for living covers (rules 6.3)."""
        return self in _HOME

    @property
    def childcare(self) -> bool:
        """Paid for somebody to look after children, which no rate covers (rules 6.3)."""
        return self in {CostKind.KINDERGARTEN, CostKind.AFTER_SCHOOL}

    @property
    def in_rate(self) -> bool:
        """Covered by the rates of the regulation already, so not added to them (rules 6.3)."""
        return self in _IN_RATE


_HOME = frozenset(
    {
        CostKind.RENT,
        CostKind.HOME_LOAN,
        CostKind.COMMON_COSTS,
        CostKind.MUNICIPAL_CHARGES,
        CostKind.HOME_INSURANCE,
    }
)
_IN_RATE = frozenset({CostKind.POWER, CostKind.CONTENTS_INSURANCE, CostKind.TRAVEL, CostKind.PHONE})


class DebtorStatus(StrEnum):
    """Which rate for living holds (rules 6.3)."""

    SINGLE = "single"
    COUPLE = "couple"
    SUPPORTS_PARTNER = "supports_partner"


@dataclass(frozen=True, slots=True, repr=False)
class BudgetChild:
    """A child of the household, or one who visits in a contact class 1–4; `name` is a first name.

    `contact_class` None is a child who lives here.
    """

    birth_date: date
    name: str = ""
    contact_class: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class BudgetHousehold:
    """Whom the budget is for: how the debtor lives, other adults, the children."""

    status: DebtorStatus
    adults: int = 1
    children: tuple[BudgetChild, ...] = ()

    def grown(self, on: date) -> tuple[BudgetChild, ...]:
        """The children who have come of age since it was written."""
        return tuple(each for each in self.children if age(each.birth_date, on) >= ADULT)


@dataclass(frozen=True, slots=True, repr=False)
class NetIncome:
    """What comes in after tax: `amount` per `interval`, whole øre, from `since` up to `until`."""

    kind: IncomeKind
    amount: Ore
    interval: Interval
    since: date
    until: date | None = None
    person: PersonId | None = None
    words: str = ""
    seen: bool = False
    id: int = 0

    @property
    def monthly(self) -> Ore:
        """For each month."""
        return monthly(self.amount, self.interval)


@dataclass(frozen=True, slots=True, repr=False)
class Cost:
    """What goes out: `amount` per `interval`, whole øre; `seen` when a paper shows it."""

    kind: CostKind
    amount: Ore
    interval: Interval
    since: date
    until: date | None = None
    words: str = ""
    seen: bool = False
    id: int = 0

    @property
    def monthly(self) -> Ore:
        """For each month."""
        return monthly(self.amount, self.interval)


@dataclass(frozen=True, slots=True, repr=False)
class Owned:
    """Something owned and what it is worth, whole øre; `owed` is what is borrowed on it."""

    kind: AssetKind
    value: Ore
    since: date
    until: date | None = None
    owed: Ore = NOTHING
    words: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Economy:
    """All that is known of a household's economy on a day."""

    case: DebtCaseId
    on: date
    household: BudgetHousehold | None
    incomes: tuple[NetIncome, ...] = field(default=(), repr=False)
    costs: tuple[Cost, ...] = field(default=(), repr=False)
    owned: tuple[Owned, ...] = field(default=(), repr=False)

    @property
    def income(self) -> Ore:
        """What comes in each month."""
        return Ore(sum(each.monthly for each in self.incomes))

    @property
    def cost(self) -> Ore:
        """What goes out each month, as told."""
        return Ore(sum(each.monthly for each in self.costs))


# what the forms tell, before it is checked

LIVES = 0
"""Said of a child who lives with the household, where others have a contact class."""


Done = Literal["added", "changed", "ended", "removed"]


class EconomyLine(StrEnum):
    """The three lists of an economy, by the table each stands in."""

    INCOME = "economy_income"
    COST = "economy_cost"
    OWNED = "economy_owned"

    def event(self, done: Done) -> str:
        """The event of what was done to a line."""
        return _EVENTS[self][done]


_EVENTS: dict[EconomyLine, dict[Done, str]] = {
    EconomyLine.INCOME: {
        "added": "economy.income_added",
        "changed": "economy.income_changed",
        "ended": "economy.income_ended",
        "removed": "economy.income_removed",
    },
    EconomyLine.COST: {
        "added": "economy.cost_added",
        "changed": "economy.cost_changed",
        "ended": "economy.cost_ended",
        "removed": "economy.cost_removed",
    },
    EconomyLine.OWNED: {
        "added": "economy.owned_added",
        "changed": "economy.owned_changed",
        "ended": "economy.owned_ended",
        "removed": "economy.owned_removed",
    },
}


@dataclass(frozen=True, slots=True, repr=False)
class IncomeDraft:
    """An income. `since` None is today; `sure` that a sum asked about is meant so."""

    kind: IncomeKind | None = None
    amount: Ore | None = None
    interval: Interval | None = None
    since: date | None = None
    until: date | None = None
    person: PersonId | None = None
    words: str = ""
    seen: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class CostDraft:
    """A cost, as an income is told."""

    kind: CostKind | None = None
    amount: Ore | None = None
    interval: Interval | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""
    seen: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class OwnedDraft:
    """Something owned; `value` None is not told."""

    kind: AssetKind | None = None
    value: Ore | None = None
    since: date | None = None
    until: date | None = None
    owed: Ore = NOTHING
    words: str = ""


LineDraft: TypeAlias = IncomeDraft | CostDraft | OwnedDraft
Entry: TypeAlias = NetIncome | Cost | Owned


@dataclass(frozen=True, slots=True, repr=False)
class ChildDraft:
    """A child: `contact` is LIVES, a contact class 1-4, or None while nobody has said."""

    birth_date: date | None = None
    name: str = ""
    contact: int | None = None


@dataclass(frozen=True, slots=True, repr=False)
class HouseholdDraft:
    """Whom the budget is for, from a day; `since` None is today."""

    status: DebtorStatus | None = None
    adults: int | None = None
    children: tuple[ChildDraft, ...] = ()
    since: date | None = None
