"""Reads what is known of each house on a day."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import demand
from app.core.ids import DwellingId
from app.core.periods import Period, Unit, add
from app.dwellings.model import DwellingRow, DwellingStatus
from app.dwellings.service import Dwellings
from app.followup.plans.service import Plans
from app.leases.model import LeaseRow
from app.leases.service import Leases
from app.overview.concentration import rules, store
from app.overview.concentration.model import Houses, HouseUnit, Place
from app.overview.figures.days import day_problems
from app.overview.stock import store as stock_store
from app.people.model import AddressProtection
from app.storage.database import Database
from app.storage.remembered import Remembered

YEAR = Period(-1, Unit.YEARS)


class Concentrations:
    """Homes, follow-up and incidents house by house (B10)."""

    def __init__(self, db: Database, dwellings: Dwellings, leases: Leases, plans: Plans) -> None:
        self._db = db
        self._dwellings = dwellings
        self._leases = leases
        self._plans = plans
        self._remembered: Remembered[Houses] = Remembered(db)

    def at(self, day: date) -> Houses:
        """Every house on a day, with the incidents of the year before.

        Invalid `day_in_future`, or `before_register_began` with the day it began as remedy.
        """
        today = self._db.clock.today()
        demand(day_problems("day", day, stock_store.began(self._db), today))
        return self._remembered.get(day, lambda: self._at(day))

    def _at(self, day: date) -> Houses:
        since = add(YEAR, day)
        planned = {plan.person for plan in self._plans.rows(day)}
        reports = store.reports(self._db, since, day)
        evictions = store.evictions(self._db, day)
        return rules.houses(self._units(day), planned, reports, evictions, (since, day))

    def _units(self, day: date) -> Iterator[HouseUnit]:
        living: dict[DwellingId, list[LeaseRow]] = {}
        for lease in self._leases.rows(day):
            if lease.state.lived_in:
                living.setdefault(lease.dwelling, []).append(lease)
        for row in self._dwellings.rows(day):
            if row.status_since == date.min or row.status is DwellingStatus.RETIRED:
                continue
            yield from _unit(row, living.get(row.id, []))


def _unit(row: DwellingRow, leases: list[LeaseRow]) -> Iterator[HouseUnit]:
    """Once for each who rents there; a shared one has several tenants and is one dwelling."""
    place = Place(row.address.partition(", ")[0], row.postal)
    let, ready = row.status is DwellingStatus.LET, row.status is DwellingStatus.READY
    if not leases:
        yield HouseUnit(row.id, place, let, ready, None)
    for lease in leases:
        hidden = lease.protection is not AddressProtection.NONE
        yield HouseUnit(row.id, place, let, ready, None if hidden else lease.tenant, hidden)
