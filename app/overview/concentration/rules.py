"""Dwellings gathered by house, with the follow-up and the incidents of each. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from app.core.ids import Ref
from app.core.order import sort_key
from app.overview.concentration.model import House, Houses, HouseUnit, Place
from app.overview.figures.model import Figure

AtHome = tuple[int, int]
"""A dwelling, and the report or the case that concerns it."""


def houses(
    units: Iterable[HouseUnit],
    planned: Collection[int],
    reports: Sequence[tuple[int, int]],
    evictions: Sequence[AtHome],
    days: tuple[date, date],
) -> Houses:
    """Every house; `reports` are (dwelling, lease), one for each report since the first day."""
    parts: dict[Place, list[HouseUnit]] = defaultdict(list)
    for unit in units:
        parts[unit.place].append(unit)
    made = [_house(place, part, planned, reports, evictions) for place, part in parts.items()]
    made.sort(key=lambda house: (-house.units.count, sort_key(house.place.address)))
    return Houses(days[1], days[0], tuple(made))


def _house(
    place: Place,
    units: Sequence[HouseUnit],
    planned: Collection[int],
    reports: Sequence[tuple[int, int]],
    evictions: Sequence[AtHome],
) -> House:
    tenants = sorted({unit.tenant for unit in units if unit.tenant is not None})
    hidden = sum(unit.hidden for unit in units)
    told = {unit.dwelling for unit in units} - {unit.dwelling for unit in units if unit.hidden}
    shown = [lease for dwelling, lease in reports if dwelling in told]
    cases = [case for dwelling, case in evictions if dwelling in told]
    return House(
        place=place,
        units=_homes("units", units),
        let=_homes("let", [unit for unit in units if unit.let]),
        ready=_homes("ready", [unit for unit in units if unit.ready]),
        with_plan=_people("with_plan", [each for each in tenants if each in planned]),
        without_plan=_people("without_plan", [each for each in tenants if each not in planned]),
        not_told=hidden,
        incidents=Figure("incidents", _refs("lease", shown), len(shown)),
        evictions=Figure("evictions", _refs("eviction_case", cases)),
    )


def _homes(key: str, units: Iterable[HouseUnit]) -> Figure:
    return Figure(key, _refs("dwelling", (unit.dwelling for unit in units)))


def _refs(kind: str, ids: Iterable[int]) -> tuple[Ref, ...]:
    return tuple(Ref(kind, each) for each in sorted(set(ids)))


def _people(key: str, people: Iterable[int]) -> Figure:
    return Figure(key, _refs("person", people))
