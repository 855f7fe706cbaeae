"""SQL of the places outside the register where one may stay for nights."""

from datetime import date

from app.core.money import Ore
from app.core.order import sort_key
from app.leases.stays.model import PlaceDraft, PlaceKind, StayPlace
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, draft: PlaceDraft) -> int:
    """A new place."""
    return unit.insert("stay_place", **_columns(draft))


def update(unit: Unit, place: int, draft: PlaceDraft) -> None:
    """What is otherwise with it."""
    unit.update("stay_place", place, **_columns(draft))


def close(unit: Unit, place: int, day: date) -> None:
    """It is no longer used."""
    unit.update("stay_place", place, closed_on=day)


def _columns(draft: PlaceDraft) -> dict[str, object]:
    name = draft.name.strip()
    return {
        "kind": draft.kind,
        "name": name,
        "sort_key": sort_key(name),
        "not_for_children": draft.not_for_children,
        "price": draft.price,
    }


def places(db: Database) -> tuple[StayPlace, ...]:
    """Every place by name, those no longer used too."""
    return db.select(
        _place,
        "SELECT id, kind, name, not_for_children, price, closed_on FROM stay_place"
        " ORDER BY sort_key, id",
    )


def _place(
    place: int,
    kind: str,
    name: str,
    not_for_children: int,
    price: int | None,
    closed_on: str | None,
) -> StayPlace:
    usual = None if price is None else Ore(price)
    draft = PlaceDraft(PlaceKind(kind), name, not_for_children == 1, usual)
    return StayPlace(place, draft, day_or_none(closed_on))
