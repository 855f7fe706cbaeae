"""What the forms of the economy tell, before it is checked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.ids import PersonId
from app.core.money import Ore
from app.debt.economy.model import Cost, CostKind, DebtorStatus, Interval, NetIncome, Owned

NOTHING = Ore(0)
LIVES = 0
"""Said of a child who lives with the household, where others have a contact class."""


class EconomyLine(StrEnum):
    """The three lists of an economy, by the table each stands in."""

    INCOME = "economy_income"
    COST = "economy_cost"
    OWNED = "economy_owned"


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
