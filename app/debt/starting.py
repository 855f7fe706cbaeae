"""What else begins when the work does."""

from datetime import date
from typing import Protocol

from app.core.ids import DebtCaseId
from app.storage.unit import Unit


class WorkStarted(Protocol):
    """Told when the work begins, in the same unit: rent owed to us is taken in (GJ-03)."""

    def started(self, unit: Unit, case: DebtCaseId, since: date) -> None:
        """What begins with it."""
        ...
