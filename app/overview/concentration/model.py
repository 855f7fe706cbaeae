"""What is known of each house on a day (B10)."""

from datetime import date

from app.core.records import dataclass
from app.overview.figures.model import Figure


@dataclass(frozen=True, slots=True)
class Place:
    """What the flats of a house share."""

    address: str
    postal: str


@dataclass(frozen=True, slots=True)
class HouseUnit:
    """One dwelling of a house for each who rents there.

    `tenant` is None where nobody rents, or where it is not told: `hidden` where the tenant's
    address is protected (ADR-03).
    """

    dwelling: int
    place: Place
    let: bool
    ready: bool
    tenant: int | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """One house: its units, follow-up of those who rent there, and incidents in a year.

    Those with a plan, those without and those not told add up to the tenants. `incidents` are
    reports about the leases there, `evictions` open cases where the home may be lost.
    """

    place: Place
    units: Figure
    let: Figure
    ready: Figure
    with_plan: Figure
    without_plan: Figure
    not_told: int
    incidents: Figure
    evictions: Figure

    @property
    def share_with_plan(self) -> int | None:
        """Per cent of the tenants told of who have a plan; None when there are none."""
        told = self.with_plan.count + self.without_plan.count
        return round(100 * self.with_plan.count / told) if told else None


@dataclass(frozen=True, slots=True)
class Houses:
    """Every house on a day, those with the most homes first; `since` begins the year."""

    day: date
    since: date
    houses: tuple[House, ...]

    def of(self, place: Place) -> House | None:
        """One of them."""
        return next((house for house in self.houses if house.place == place), None)
