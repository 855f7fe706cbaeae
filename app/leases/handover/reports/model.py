"""What is seen at moving in and at moving out, in one shape (DOC-22)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DocumentId, LeaseId
from app.core.records import dataclass
from app.dwellings.keys.model import KeyLoan
from app.leases.handover.model import PaperHead


class HandoverKind(StrEnum):
    """When it is made."""

    MOVE_IN = "move_in"
    MOVE_OUT = "move_out"


class RoomKind(StrEnum):
    """A room of a dwelling."""

    HALL = "hall"
    LIVING_ROOM = "living_room"
    KITCHEN = "kitchen"
    BATH = "bath"
    BEDROOM = "bedroom"
    TOILET = "toilet"
    LAUNDRY = "laundry"
    STORE = "store"
    BALCONY = "balcony"


class ItemKind(StrEnum):
    """What is looked at in a room."""

    FLOOR = "floor"
    WALLS = "walls"
    CEILING = "ceiling"
    WINDOWS = "windows"
    DOORS = "doors"
    LIGHTS = "lights"
    LOCKS = "locks"
    HEATING = "heating"
    COOKER = "cooker"
    FRIDGE = "fridge"
    EXTRACTOR = "extractor"
    CUPBOARDS = "cupboards"
    WORKTOP = "worktop"
    SINK = "sink"
    TOILET = "toilet"
    SHOWER = "shower"
    VENTILATION = "ventilation"
    WATER_HEATER = "water_heater"
    WARDROBE = "wardrobe"
    RAILING = "railing"
    CLEANING = "cleaning"
    OTHER = "other"


class ItemCondition(StrEnum):
    """How something is."""

    GOOD = "good"
    WORN = "worn"
    DAMAGED = "damaged"
    MISSING = "missing"


class SmokeAlarm(StrEnum):
    """What testing the smoke alarm showed (HL-31)."""

    WORKS = "works"
    FAILS = "fails"
    NONE = "none"


_SURFACES = (ItemKind.FLOOR, ItemKind.WALLS, ItemKind.CEILING)
_OPENINGS = (ItemKind.WINDOWS, ItemKind.DOORS, ItemKind.LIGHTS)
TEMPLATE: dict[RoomKind, tuple[ItemKind, ...]] = {
    RoomKind.HALL: (*_SURFACES, ItemKind.DOORS, ItemKind.LOCKS, ItemKind.LIGHTS),
    RoomKind.LIVING_ROOM: (*_SURFACES, *_OPENINGS, ItemKind.HEATING),
    RoomKind.KITCHEN: (
        *_SURFACES,
        *_OPENINGS,
        ItemKind.CUPBOARDS,
        ItemKind.WORKTOP,
        ItemKind.SINK,
        ItemKind.COOKER,
        ItemKind.FRIDGE,
        ItemKind.EXTRACTOR,
        ItemKind.CLEANING,
    ),
    RoomKind.BATH: (
        *_SURFACES,
        ItemKind.DOORS,
        ItemKind.LIGHTS,
        ItemKind.SINK,
        ItemKind.TOILET,
        ItemKind.SHOWER,
        ItemKind.VENTILATION,
        ItemKind.WATER_HEATER,
        ItemKind.CLEANING,
    ),
    RoomKind.BEDROOM: (*_SURFACES, *_OPENINGS, ItemKind.WARDROBE),
    RoomKind.TOILET: (*_SURFACES, ItemKind.DOORS, ItemKind.SINK, ItemKind.TOILET),
    RoomKind.LAUNDRY: (*_SURFACES, ItemKind.DOORS, ItemKind.SINK, ItemKind.VENTILATION),
    RoomKind.STORE: (ItemKind.FLOOR, ItemKind.DOORS, ItemKind.LOCKS, ItemKind.CLEANING),
    RoomKind.BALCONY: (ItemKind.FLOOR, ItemKind.RAILING, ItemKind.CLEANING),
}
"""What is looked at in each room unless the officer adds more."""

ALWAYS = (RoomKind.HALL, RoomKind.LIVING_ROOM, RoomKind.KITCHEN, RoomKind.BATH)
MAY_HAVE = (RoomKind.TOILET, RoomKind.LAUNDRY, RoomKind.STORE, RoomKind.BALCONY)


@dataclass(frozen=True, slots=True)
class Place:
    """One thing in one room; `number` tells the bedrooms apart, 0 where there is one room."""

    room: RoomKind
    item: ItemKind
    number: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """What is not simply good. `beyond_wear` is the officer's own judgement (HL-73)."""

    place: Place
    condition: ItemCondition
    words: str = field(default="", repr=False)
    beyond_wear: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class ReportDraft:
    """What the form holds. All that is not remarked is good; readings as they stand."""

    held_on: date | None = None
    present: str = ""
    bedrooms: int = 0
    rooms: frozenset[RoomKind] = frozenset(ALWAYS)
    power_reading: str = ""
    water_reading: str = ""
    smoke_alarm: SmokeAlarm | None = None
    note: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a lease; `issued_on` None while it is written."""

    lease: LeaseId
    kind: HandoverKind
    draft: ReportDraft
    id: int = 0
    issued_on: date | None = None
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing that is not at moving out as it was at moving in; `before` None when unknown."""

    place: Place
    before: ItemCondition | None
    after: ItemCondition
    words: str = field(default="", repr=False)
    beyond_wear: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class ReportPaper:
    """All that the printed report says.

    `blank` is the one that is filled in by hand. `compared` None where there is no first report.
    """

    head: PaperHead
    kind: HandoverKind
    draft: ReportDraft
    meter_power: str = ""
    meter_water: str = ""
    keys: tuple[KeyLoan, ...] = ()
    photos: tuple[str, ...] = ()
    compared: tuple[Difference, ...] | None = None
    blank: bool = False
