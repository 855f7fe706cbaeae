"""Where calls about unpaid rent are written down and read; not a model: it writes."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from app.arrears.rounds.model import CallDraft, LastSaid
from app.core.ids import PersonId
from app.storage.unit import Unit


class CallLog(Protocol):
    """The one log of contact, in the slice of follow-up."""

    def note_call(self, unit: Unit, person: PersonId, draft: CallDraft) -> None:
        """Write the call there, in the unit that is open."""
        ...

    def spoken_on(self, day: date) -> Mapping[PersonId, date]:
        """The last day each was spoken with."""
        ...

    def last_said(self, person: PersonId) -> LastSaid | None:
        """The newest note that everyone may read."""
        ...
