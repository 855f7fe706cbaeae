"""Where contact about unpaid rent is written down and read; not a model: it writes."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Protocol

from app.arrears.rounds.model import CallResult, LastSaid
from app.arrears.steps.model import ArrearsStepKind
from app.core.ids import PersonId
from app.core.records import dataclass
from app.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class RentContact:
    """A call, a visit or a meeting about the rent; `kind` is one that is a talk."""

    day: date
    kind: ArrearsStepKind
    result: CallResult
    words: str = field(default="", repr=False)
    follow_up_on: date | None = None


class ContactLog(Protocol):
    """The one log of contact with a person, in the slice of follow-up."""

    def log_contact(self, unit: Unit, person: PersonId, contact: RentContact) -> None:
        """Write it there too, in the unit that is open."""
        ...

    def spoken_on(self, day: date) -> Mapping[PersonId, date]:
        """The last day each was spoken with."""
        ...

    def last_said(self, person: PersonId) -> LastSaid | None:
        """The newest note that everyone may read."""
        ...
