"""The places outside the register: guest houses, cabins and the like, and who may be sent there."""

from app.core.errors import NotFound, demand
from app.core.ids import Ref
from app.leases.stays import place_store, rules
from app.leases.stays.model import PlaceDraft, StayPlace
from app.storage.database import Database


class Places:
    """Where one may stay for nights beside the register's own dwellings."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[StayPlace, ...]:
        """Every place by name, those no longer used too."""
        return place_store.places(self._db)

    def used(self) -> tuple[StayPlace, ...]:
        """Those that are still used."""
        return tuple(place for place in self.all() if place.closed_on is None)

    def get(self, place: int) -> StayPlace:
        """One place; NotFound when there is none."""
        found = next((each for each in self.all() if each.id == place), None)
        if found is None:
            raise NotFound("stay_place_not_found")
        return found

    def add(self, draft: PlaceDraft) -> int:
        """A new place; Invalid without a name or with one that is known."""
        self._demand(draft, None)
        with self._db.unit("stay_place.added") as unit:
            place = place_store.insert(unit, draft)
            unit.about(Ref("stay_place", place))
            return place

    def change(self, place: int, draft: PlaceDraft) -> None:
        """Its name, its usual price, whether children may be there."""
        if self.get(place).draft == draft:
            return
        self._demand(draft, place)
        with self._db.unit("stay_place.changed", Ref("stay_place", place)) as unit:
            place_store.update(unit, place, draft)

    def close(self, place: int) -> None:
        """It is no longer used; the nights spent there stay."""
        self.get(place)
        with self._db.unit("stay_place.closed", Ref("stay_place", place)) as unit:
            place_store.close(unit, place, unit.today)

    def _demand(self, draft: PlaceDraft, own: int | None) -> None:
        others = [each.draft for each in self.used() if each.id != own]
        demand(rules.check_place(draft, others))
