"""The officer's verbs on service units."""

from datetime import date

from app.core.errors import Invalid, NotFound, Problem
from app.core.ids import Ref, ServiceUnitId
from app.settings.units import store
from app.settings.units.model import HOUSING_OFFICE, ServiceUnit, ServiceUnitDraft
from app.storage.database import Database


class ServiceUnits:
    """Who in the municipality can own a case, do a measure, or give a service."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[ServiceUnit, ...]:
        """Also those that are closed."""
        return store.everyone(self._db)

    def open(self, on: date | None = None) -> tuple[ServiceUnit, ...]:
        """Those that can be chosen on a day."""
        day = on or self._db.clock.today()
        return tuple(unit for unit in self.all() if unit.open_on(day))

    def get(self, service_unit: ServiceUnitId) -> ServiceUnit:
        """One of them; NotFound when there is none."""
        found = next((each for each in self.all() if each.id == service_unit), None)
        if found is None:
            raise NotFound("service_unit_not_found")
        return found

    def ours(self) -> ServiceUnit:
        """The office itself: who owns a case when nothing else is said."""
        units = self.all()
        return next((each for each in units if each.code == HOUSING_OFFICE), units[0])

    def add(self, draft: ServiceUnitDraft) -> ServiceUnitId:
        """One more; Invalid without a name, or with one that is taken."""
        self._check(draft, None)
        with self._db.unit("service_unit.added") as unit:
            made = store.insert(unit, draft)
            unit.about(Ref("service_unit", made))
            return made

    def change(self, service_unit: ServiceUnitId, draft: ServiceUnitDraft) -> None:
        """Another name or phone; what was printed before keeps the old."""
        known = self.get(service_unit)
        self._check(draft, service_unit)
        if draft == known.draft:
            return
        with self._db.unit("service_unit.changed", Ref("service_unit", service_unit)) as unit:
            store.update(unit, service_unit, draft)

    def close(self, service_unit: ServiceUnitId, on: date) -> None:
        """It can not be chosen from a day on; what it owns is handed over first by hand."""
        self.get(service_unit)
        with self._db.unit("service_unit.closed", Ref("service_unit", service_unit)) as unit:
            unit.update("service_unit", service_unit, closed_on=on)

    def open_again(self, service_unit: ServiceUnitId) -> None:
        """It can be chosen after all."""
        self.get(service_unit)
        with self._db.unit("service_unit.opened", Ref("service_unit", service_unit)) as unit:
            unit.update("service_unit", service_unit, closed_on=None)

    def _check(self, draft: ServiceUnitDraft, known: ServiceUnitId | None) -> None:
        name = draft.name.strip()
        if not name:
            raise Invalid([Problem("name", "service_unit_name_missing")])
        others = (each for each in self.all() if each.id != known)
        if any(each.draft.name.casefold() == name.casefold() for each in others):
            raise Invalid([Problem("name", "service_unit_name_taken")])
