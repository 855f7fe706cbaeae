"""A dwelling that comes back (HL-73)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.money import Ore
from app.core.records import dataclass
from app.dwellings.model import DwellingStatus

AFTERWARDS = (DwellingStatus.MAINTENANCE, DwellingStatus.READY, DwellingStatus.UNAVAILABLE)
"""What a dwelling can be from the day after it came back."""


class MovedTo(StrEnum):
    """Where a tenant went; never an address."""

    OWN_HOME = "own_home"
    PRIVATE_RENTAL = "private_rental"
    MUNICIPAL = "municipal"
    INSTITUTION = "institution"
    OTHER_MUNICIPALITY = "other_municipality"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Handback:
    """The day the keys came back, and how the dwelling was; meters as they were read."""

    keys_on: date | None
    moved_to: MovedTo = MovedTo.UNKNOWN
    condition: str = field(default="", repr=False)
    meter_power: str = ""
    meter_water: str = ""
    keys_missing: str = ""


@dataclass(frozen=True, slots=True)
class OccupationCharge:
    """What is owed for living on after the last day (HL-74): never rent.

    `until` is the last day counted: the day the keys came back, or the day it is asked for.
    """

    monthly: Ore
    first: date
    until: date
    days: int
    amount: Ore
    running: bool
