"""Dwellings as the office knows them."""

from datetime import date
from enum import StrEnum

from app.core.ids import AllocatorId, DwellingId, OwnerId
from app.core.money import Ore
from app.core.records import dataclass


class DwellingType(StrEnum):
    """Kind of dwelling; a code that Kobo may add later is kept as `unknown` with its letters."""

    ORDINARY = "ordinary"
    CARE = "care"
    STAFF = "staff"
    OTHER_RENTAL = "other_rental"
    UNKNOWN = "unknown"


class Holding(StrEnum):
    """By what right the municipality can use the dwelling (REP-07)."""

    OWNED = "owned"
    LEASED_IN_MUNICIPAL_COMPANY = "leased_in_municipal_company"
    LEASED_IN_FOUNDATION = "leased_in_foundation"
    LEASED_IN_COMPANY = "leased_in_company"
    LEASED_IN_PERSON = "leased_in_person"
    ASSIGNMENT_RIGHT = "assignment_right"
    REFERRAL_RIGHT = "referral_right"
    UNKNOWN = "unknown"

    @property
    def leased_in(self) -> bool:
        """Whether someone else owns it, so that the owner must be named."""
        return self not in {Holding.OWNED, Holding.UNKNOWN}


class DwellingStatus(StrEnum):
    """Can it be let today, and if not why."""

    READY = "ready"
    LET = "let"
    MAINTENANCE = "maintenance"
    UNAVAILABLE = "unavailable"
    RETIRED = "retired"
    UNKNOWN = "unknown"


class OwnerKind(StrEnum):
    """Whose the dwelling can be."""

    MUNICIPALITY = "municipality"
    MUNICIPAL_COMPANY = "municipal_company"
    FOUNDATION = "foundation"
    HOUSING_COMPANY = "housing_company"
    COMPANY = "company"
    PRIVATE_PERSON = "private_person"
    STATE_OR_COUNTY = "state_or_county"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a dwelling is."""

    id: OwnerId
    name: str
    kind: OwnerKind
    org_number: str
    phone: str


@dataclass(frozen=True, slots=True)
class Allocator:
    """The unit whose rules decide who gets the dwelling."""

    id: AllocatorId
    name: str


@dataclass(frozen=True, slots=True)
class DwellingDraft:
    """What a form or a sheet can fill about one dwelling; rent and deposit in whole øre.

    `type_text`, `holding_text` and `status_text` keep a code we do not know, letter for letter.
    """

    street: str = ""
    house_number: str = ""
    house_letter: str = ""
    postal_code: str = ""
    postal_place: str = ""
    unit_number: str = ""
    extra_reference: str = ""
    municipality_number: str = ""
    farm_and_title: str = ""
    lease_number: str = ""
    section_number: str = ""
    dwelling_type: DwellingType = DwellingType.ORDINARY
    type_text: str = ""
    subtype: str = ""
    holding: Holding = Holding.OWNED
    holding_text: str = ""
    area: float | None = None
    bedrooms: int | None = None
    rent: Ore | None = None
    usual_deposit: Ore | None = None
    meter_power: str = ""
    meter_water: str = ""
    accessible: bool = False
    for_disadvantaged: bool = True
    vat_compensation: bool = False
    shared_housing: bool = False
    staffed: bool = False
    staff_base: bool = False
    primary_school: str = ""
    lower_secondary_school: str = ""
    note: str = ""
    status: DwellingStatus = DwellingStatus.READY
    status_text: str = ""
    status_since: date | None = None
    owner_name: str = ""
    owner_kind: OwnerKind | None = None
    owner_org_number: str = ""
    owner_phone: str = ""
    allocator: str = ""
    to_check: str = ""

    @property
    def address(self) -> str:
        """Street, number, letter and unit: «Ødegårdsvegen 4 B, H0201»."""
        return address_text(self.street, self.house_number, self.house_letter, self.unit_number)


@dataclass(frozen=True, slots=True)
class Dwelling:
    """One dwelling as it is on a day; the dated facts carry the day they became true."""

    id: DwellingId
    draft: DwellingDraft
    status: DwellingStatus
    status_since: date
    rent: Ore | None
    owner: Owner | None
    allocator: Allocator | None

    @property
    def address(self) -> str:
        """Street, number, letter and unit."""
        return self.draft.address


@dataclass(frozen=True, slots=True)
class DwellingRow:
    """A dwelling in the list. `occupant` is None for a protected tenant (ADR-05)."""

    id: DwellingId
    address: str
    postal: str
    dwelling_type: DwellingType
    type_text: str
    holding: Holding
    bedrooms: int | None
    area: float | None
    accessible: bool
    rent: Ore | None
    status: DwellingStatus
    status_text: str
    status_since: date
    owner: str
    allocator: str
    to_check: str


@dataclass(frozen=True, slots=True)
class ReadyDwelling:
    """A dwelling that can be let, and since when."""

    id: DwellingId
    address: str
    since: date


@dataclass(frozen=True, slots=True)
class ReadyLong:
    """How many have been ready for long, since when the first of them, and one of them."""

    count: int
    since: date
    one: DwellingId


@dataclass(frozen=True, slots=True)
class StatusSince:
    """A status, the day it became true, and why."""

    status: DwellingStatus
    since: date
    reason: str


@dataclass(frozen=True, slots=True)
class SaleSince:
    """Whether a dwelling is to be sold, from a day; it counts until it is sold (B2)."""

    for_sale: bool
    since: date
    reason: str = ""


def address_text(street: str, number: str, letter: str, unit: str) -> str:
    """«Ødegårdsvegen 4 B, H0201»; parts that are missing leave no trace."""
    house = f"{number} {letter}" if letter else number
    line = f"{street} {house}".strip()
    return f"{line}, {unit}" if line and unit else line or unit
