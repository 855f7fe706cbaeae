"""One tenancy in a month of rent."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DwellingId, LeaseId
from app.core.money import Ore
from app.core.records import dataclass


class LeftOut(StrEnum):
    """Why the rent of one is not entered with the others."""

    CLAIMED = "claimed"
    OWNER_BILLS = "owner_bills"
    PART_OF_MONTH = "part_of_month"
    NO_RENT = "no_rent"


@dataclass(frozen=True, slots=True)
class MonthRent:
    """One tenancy in a month; `left_out` None when its rent is entered."""

    lease: LeaseId
    number: str
    tenant_name: str = field(repr=False)
    dwelling: DwellingId
    due_on: date
    amount: Ore | None
    left_out: LeftOut | None = None
