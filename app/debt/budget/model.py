"""A budget: what comes in, what must be paid first, and what is left for creditors."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.applications.intake.model import IncomeKind
from app.core.errors import Problem
from app.core.ids import BudgetId, DebtCaseId, DocumentId
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.claims.model import DebtClaimKind
from app.debt.economy.model import BudgetChild, CostKind, Economy

NOTHING = Ore(0)
NOW = BudgetId(0)
"""The budget that nobody has made: as the economy is told, with the rates of the day."""


class LivingBasis(StrEnum):
    """What living is counted by; the two are never mixed (rules 6.3)."""

    RATES = "rates"
    REFERENCE = "reference"


class BudgetPart(StrEnum):
    """Where a line stands; what comes in, then in the order it is paid (GJ-05)."""

    INCOME = "income"
    HOME = "home"
    POWER = "power"
    CHILDREN = "children"
    LIVING = "living"
    AGREED = "agreed"


class LivingKind(StrEnum):
    """Which rate of the regulation a line is (rules 6.3)."""

    SINGLE = "single"
    COUPLE = "couple"
    SUPPORTS_PARTNER = "supports_partner"
    CHILD_UNDER_6 = "child_under_6"
    CHILD_6_10 = "child_6_10"
    CHILD_11_14 = "child_11_14"
    CHILD_15 = "child_15"
    CONTACT_1 = "contact_1"
    CONTACT_2 = "contact_2"
    CONTACT_3 = "contact_3"
    CONTACT_4 = "contact_4"


@dataclass(frozen=True, slots=True)
class RateLine:
    """One rate, whole øre a month; `full` is before the cut, `since` the day it came in force."""

    kind: LivingKind
    amount: Ore
    full: Ore
    since: date | None = None
    child: BudgetChild | None = field(default=None, repr=False)

    @property
    def cut(self) -> bool:
        """Whether the rate is cut since there are many in the household."""
        return self.amount != self.full


@dataclass(frozen=True, slots=True)
class Living:
    """What a household lives on by the rates of a day; `problems` says what has no rate."""

    lines: tuple[RateLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def total(self) -> Ore:
        """All of it, whole øre a month."""
        return Ore(sum(line.amount for line in self.lines))

    @property
    def since(self) -> date | None:
        """The day the newest of the rates came in force."""
        return max((line.since for line in self.lines if line.since), default=None)


@dataclass(frozen=True, slots=True, repr=False)
class BudgetChange:
    """What a budget has otherwise: `line` names the one whose sum it takes the place of.

    Without `line` it is a line of its own. Whole øre a month. In the rates it is a deviation,
    which must say why.
    """

    part: BudgetPart
    words: str
    amount: Ore
    line: str = ""
    reason: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """What the form tells of a change; `line` names the line whose sum it takes the place of."""

    part: BudgetPart = BudgetPart.INCOME
    words: str = field(default="", repr=False)
    amount: Ore | None = None
    line: str = ""
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class BudgetDraft:
    """What the form tells of a budget: its name, the day it is counted for, and by what."""

    name: str = ""
    counted_for: date | None = None
    living: LivingBasis = LivingBasis.RATES
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class BudgetVersion:
    """One budget of a case. `printed_on` is set when it may not be changed any more."""

    id: BudgetId
    case: DebtCaseId
    name: str
    made_on: date
    counted_for: date
    living: LivingBasis = LivingBasis.RATES
    words: str = field(default="", repr=False)
    changes: tuple[BudgetChange, ...] = field(default=(), repr=False)
    printed_on: date | None = None
    document: DocumentId | None = None

    @property
    def now(self) -> bool:
        """Whether it is the one that nobody has made."""
        return self.id == NOW


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of a budget, whole øre a month. `key` names it («income/3», «rate/0»).

    `told` is the officer's own words. `instead_of` is what stood there before a change,
    `full` a rate before the cut; `seen` when a paper shows it.
    """

    key: str
    part: BudgetPart
    amount: Ore
    kind: IncomeKind | CostKind | LivingKind | None = None
    told: str = field(default="", repr=False)
    child: BudgetChild | None = field(default=None, repr=False)
    since: date | None = None
    full: Ore | None = None
    seen: bool = False
    instead_of: Ore | None = None
    reason: str = field(default="", repr=False)
    change: int = 0


@dataclass(frozen=True, slots=True)
class Budget:
    """A budget counted (rules 6.4). `rates_since` is the day its rates came in force.

    `left_out` are costs the rates cover already, or that no rule puts in by itself.
    """

    version: BudgetVersion
    lines: tuple[BudgetLine, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    left_out: tuple[BudgetLine, ...] = field(default=(), repr=False)
    rates_since: date | None = None

    def of(self, part: BudgetPart) -> tuple[BudgetLine, ...]:
        """The lines of one part."""
        return tuple(line for line in self.lines if line.part is part)

    def sum(self, part: BudgetPart) -> Ore:
        """A part in all."""
        return Ore(sum(line.amount for line in self.of(part)))

    @property
    def income(self) -> Ore:
        """What comes in after tax, with the housing allowance."""
        return self.sum(BudgetPart.INCOME)

    @property
    def home(self) -> Ore:
        """What the home costs; power too where living is not counted by the rates."""
        return Ore(self.sum(BudgetPart.HOME) + self.sum(BudgetPart.POWER))

    @property
    def childcare(self) -> Ore:
        """Somebody to look after the children, and support paid for them."""
        return self.sum(BudgetPart.CHILDREN)

    @property
    def living(self) -> Ore:
        """What the household lives on."""
        return self.sum(BudgetPart.LIVING)

    @property
    def agreed(self) -> Ore:
        """What is promised before the creditors are asked, as parts of rent owed."""
        return self.sum(BudgetPart.AGREED)

    @property
    def out(self) -> Ore:
        """All that is paid first."""
        return Ore(self.home + self.childcare + self.living + self.agreed)

    @property
    def available(self) -> Ore:
        """What is left for creditors each month; below zero when it does not go round."""
        return Ore(self.income - self.out)

    @property
    def whole(self) -> bool:
        """Whether nothing that must be known is missing."""
        return not any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, slots=True)
class BudgetOffer:
    """What one claim may get, whole øre a month; `first` when it keeps the home or the like."""

    creditor: str
    kind: DebtClaimKind
    owed: Ore
    monthly: Ore
    first: bool = False


@dataclass(frozen=True, slots=True)
class BudgetPaperDraft:
    """What the form tells: when they meet next, and a line of the officer's own.

    `to_send` False is handed over now; `shares` shows how what is left may be shared.
    """

    next_meeting: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    to_send: bool = False
    shares: bool = True


class Economies(Protocol):
    """Who knows the economy of a household on a day."""

    def of(self, case: DebtCaseId, on: date) -> Economy:
        """Household, incomes, costs and what is owned."""
        ...
