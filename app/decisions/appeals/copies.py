"""Who else gets the letters of an appeal: those who speak for the person."""

from app.applications.intake.service import Intakes
from app.core.ids import PersonId


class Representatives:
    """The representatives that hold today, by name and organisation."""

    def __init__(self, intakes: Intakes) -> None:
        self._intakes = intakes

    def names(self, person: PersonId) -> tuple[str, ...]:
        """Those who speak for the person today."""
        found = self._intakes.representatives(person)
        return tuple(", ".join(filter(None, (each.name, each.organisation))) for each in found)
