"""Temporary stays as the office knows them: nights at a place, never a lease (HL-01)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DwellingId, PersonId, VedtakId
from app.core.money import Ore
from app.core.records import dataclass
from app.people.model import AddressProtection


class PlaceKind(StrEnum):
    """What kind of temporary place it is."""

    EMERGENCY_DWELLING = "emergency_dwelling"
    GUEST_HOUSE = "guest_house"
    HOTEL = "hotel"
    CAMPING_CABIN = "camping_cabin"
    NIGHT_SHELTER = "night_shelter"  # counted by itself (REP-13)
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """A place outside the register. `price` is the usual one a night, whole øre."""

    kind: PlaceKind = PlaceKind.GUEST_HOUSE
    name: str = ""
    not_for_children: bool = False
    price: Ore | None = None


@dataclass(frozen=True, slots=True)
class StayPlace:
    """One such place; `closed_on` when it is no longer used."""

    id: int
    draft: PlaceDraft
    closed_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class StayDraft:
    """What the form tells. `until` is the day they are to leave, None while nobody knows.

    `dwelling` or `place`, neither for one whose address is strengt fortrolig (ADR-02). `price`
    a night, whole øre. `quality` is what was seen to be good enough (SOT-05).
    """

    person: PersonId
    began_on: date | None = None
    until: date | None = None
    dwelling: DwellingId | None = None
    place: int | None = None
    price: Ore | None = None
    vedtak: VedtakId | None = None
    children: int = 0
    quality: str = ""
    quality_confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class StayFacts:
    """What the register says around a draft. `taken` is that others stay or rent there then."""

    strict: bool = False
    has_child: bool = False
    unfit_for_children: bool = False
    taken: bool = False
    overlaps: bool = False
    vedtak_fits: bool = True


@dataclass(frozen=True, slots=True)
class PriceSince:
    """What a night costs from a day, whole øre."""

    since: date
    price: Ore


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay as it is known on a day. `left_on` is the day they left: no night follows it."""

    id: int
    person: PersonId
    began_on: date
    until: date | None
    left_on: date | None
    dwelling: DwellingId | None
    place: int | None
    vedtak: VedtakId | None
    children: int
    quality: str = field(repr=False)
    quality_confirmed_on: date | None
    prices: tuple[PriceSince, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nobody has said that they left."""
        return self.left_on is None

    @property
    def price(self) -> Ore | None:
        """What the last night costs."""
        return self.prices[-1].price if self.prices else None


@dataclass(frozen=True, slots=True)
class StayRow:
    """A stay in the list, counted up to a day.

    `since` is the first day of the nights without a break it belongs to, `long_from` the day they
    have lasted 14 days and `very_long_from` three months (AL-14); `has_child` whether a child
    lives through them. `where` is empty when the place is not shown (ADR-02, ADR-03).
    """

    stay: Stay
    name: str = field(repr=False)
    protection: AddressProtection
    kind: PlaceKind | None
    where: str = field(repr=False)
    vedtak_number: str
    has_child: bool
    since: date
    long_from: date
    very_long_from: date
    nights: int
    cost: Ore
    household: int | None = None

    @property
    def whose(self) -> tuple[str, int]:
        """The household that stays, or the one person of whom none is known."""
        if self.household is None:
            return "person", self.stay.person
        return "household", self.household


@dataclass(frozen=True, slots=True)
class StaySum:
    """What one place was used for in a period; `kind` None for places that are not kept."""

    kind: PlaceKind | None
    where: str
    stays: int
    people: int
    nights: int
    cost: Ore


@dataclass(frozen=True, slots=True)
class StayCounts:
    """The returns' three numbers for a period (REP-14): households by how long they stayed."""

    short: int
    long: int
    children_long: int


@dataclass(frozen=True, slots=True)
class DayRange:
    """From a day to and including another."""

    first: date
    last: date
