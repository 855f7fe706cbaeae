"""The instruments, and what became of what was applied for."""

from datetime import date
from enum import StrEnum

from app.core.ids import Ref
from app.core.records import dataclass


class Instrument(StrEnum):
    """What Husbanken and the municipality can give a household."""

    STARTLAN = "startlan"
    ESTABLISHMENT_GRANT = "establishment_grant"
    ADAPTATION_GRANT = "adaptation_grant"
    BOSTOTTE = "bostotte"
    HOUSING_GUARANTEE = "housing_guarantee"


class InstrumentStep(StrEnum):
    """What happened in the period; `waiting` is how it stands on the last day."""

    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class InstrumentUse:
    """One use of an instrument: the first day of each step, and the last one it came to."""

    instrument: Instrument
    about: Ref
    applied_on: date | None = None
    granted_on: date | None = None
    refused_on: date | None = None
    waits: bool = False


class ClauseTime(StrEnum):
    """How long a clause or agreement still binds a dwelling, on the last day of the period."""

    ENDS_SOON = "ends_soon"
    LASTS = "lasts"
