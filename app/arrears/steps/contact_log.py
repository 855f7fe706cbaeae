"""Where calls and visits about unpaid rent are written down; not a model: it writes."""

from typing import Protocol

from app.arrears.steps.model import ContactDraft
from app.core.ids import PersonId
from app.storage.unit import Unit


class ContactLog(Protocol):
    """The one log of contact with a person."""

    def log_contact(self, unit: Unit, person: PersonId, draft: ContactDraft) -> None:
        """Write it there too, in the unit that is open."""
        ...
