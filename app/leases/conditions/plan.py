"""The slice above in which a condition becomes something someone does."""

from typing import Protocol

from app.core.ids import PersonId
from app.leases.conditions.model import Carried
from app.storage.unit import Unit


class Plan(Protocol):
    """What is planned for a person."""

    def take_on(self, unit: Unit, person: PersonId, condition: Carried) -> None:
        """An action for the condition, unless the person has it already."""
        ...
