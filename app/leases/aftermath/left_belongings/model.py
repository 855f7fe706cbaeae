"""What a tenant left in the dwelling (HL-76)."""

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DocumentId
from app.core.money import Ore
from app.core.records import dataclass

NOTHING = Ore(0)


class BelongingOutcome(StrEnum):
    """What became of a thing that was left."""

    KEPT = "kept"
    RUBBISH = "rubbish"
    COLLECTED = "collected"
    SOLD = "sold"
    THROWN = "thrown"
    GIVEN_AWAY = "given_away"

    @property
    def open(self) -> bool:
        """Whether it still lies with us."""
        return self is BelongingOutcome.KEPT


@dataclass(frozen=True, slots=True, repr=False)
class Belonging:
    """One thing or heap; `cost` is what caring for it cost, whole øre, owed by the tenant.

    Rubbish is thrown at once and kept nowhere.
    """

    found_on: date | None
    what: str
    kept_where: str = ""
    outcome: BelongingOutcome = BelongingOutcome.KEPT
    outcome_on: date | None = None
    note: str = ""
    cost: Ore = NOTHING
    id: int = 0


@dataclass(frozen=True, slots=True)
class CollectRequest:
    """The tenant was asked in writing to collect what is kept, and by when."""

    asked_on: date
    collect_by: date
    document: DocumentId | None = field(default=None)


def cost(belongings: Iterable[Belonging]) -> Ore:
    """What it all cost, owed by the tenant (HL-76)."""
    return Ore(sum(each.cost for each in belongings))
