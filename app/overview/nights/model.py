"""Nights without a lease by place and month, with their cost (B15). Nobody is named."""

from datetime import date

from app.core.money import Ore
from app.core.records import dataclass
from app.leases.stays.model import PlaceKind
from app.overview.figures.model import Figure


@dataclass(frozen=True, slots=True)
class NightSum:
    """Nights and whole øre of one month, one place, or one place in one month.

    `month` is its first day, None for the whole period; `kind` None where the place is not told,
    for one whose address is protected (ADR-02, ADR-03). `stays` are those with a night there.
    """

    month: date | None
    kind: PlaceKind | None
    where: str
    nights: int
    cost: Ore
    stays: Figure


@dataclass(frozen=True, slots=True)
class Nights:
    """A period, both days counted: months, places, and each place in each month add up."""

    first: date
    last: date
    months: tuple[NightSum, ...]
    places: tuple[NightSum, ...]
    both: tuple[NightSum, ...]
    total: NightSum
