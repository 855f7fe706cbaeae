"""Vacant days and what they cost (B15). Nobody is named."""

from datetime import date, datetime
from enum import StrEnum

from app.core.ids import DwellingId
from app.core.money import Ore
from app.core.records import dataclass
from app.settings.model import OfficeProfile


class VacancyReason(StrEnum):
    """Why a dwelling stood empty."""

    REPAIR = "repair"
    WAITING_FOR_ALLOCATION = "waiting_for_allocation"
    RESERVED_QUOTA = "reserved_quota"
    BETWEEN_TENANTS = "between_tenants"
    NOT_LETTABLE = "not_lettable"


@dataclass(frozen=True, slots=True)
class Empty:
    """One stretch without a tenant as the register has it: both days counted.

    `until` is None while it lasts. `rent` is asked for it when it began, whole øre a month.
    """

    dwelling: DwellingId
    address: str
    building: str
    owner: str
    reason: VacancyReason
    since: date
    until: date | None
    rent: Ore | None


@dataclass(frozen=True, slots=True)
class Hold:
    """A dwelling was held for someone: both days counted, `until` None while it lasts."""

    dwelling: DwellingId
    reason: VacancyReason
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class VacancyLine:
    """One stretch of one cause, within the period; `amount` None when no rent is known."""

    dwelling: DwellingId
    address: str
    building: str
    owner: str
    reason: VacancyReason
    first: date
    last: date
    days: int
    rent: Ore | None
    amount: Ore | None
    lasts: bool


@dataclass(frozen=True, slots=True)
class VacancySum:
    """Days and kroner of one cause, one owner or one building."""

    name: str
    dwellings: int
    days: int
    amount: Ore


@dataclass(frozen=True, slots=True)
class VacancyCosts:
    """A whole period: its stretches, and the sums of them."""

    first: date
    last: date
    lines: tuple[VacancyLine, ...]
    by_reason: tuple[VacancySum, ...]
    by_owner: tuple[VacancySum, ...]
    by_building: tuple[VacancySum, ...]
    total: VacancySum

    @property
    def without_rent(self) -> int:
        """How many dwellings stand without a known rent, and so without kroner."""
        return len({line.dwelling for line in self.lines if line.rent is None})


@dataclass(frozen=True, slots=True)
class VacancyPaper:
    """What the printed list is made of."""

    office: OfficeProfile
    costs: VacancyCosts
    issued: datetime
