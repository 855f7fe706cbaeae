"""The day that a vedtak can set, by the queue."""

from datetime import date

from app.core.ids import DebtCaseId
from app.core.working_days import adjust
from app.debt.queue.model import DebtUrgency
from app.debt.queue.service import DebtQueue


class QueueStarts:
    """The last day the queue expects, so that what is promised can be held.

    Who cannot wait is not given a day in the queue but the target of what is acute (GJ-13):
    a power cut or an eviction does not wait for a place.
    """

    def __init__(self, queue: DebtQueue) -> None:
        self._queue = queue

    def starts_by(self, case: DebtCaseId, on: date) -> date | None:
        """A working day; None where the capacity does not reach that far, or is not told."""
        place = next((each for each in self._queue.places(on) if each.case.id == case), None)
        if place is not None and place.urgency is DebtUrgency.ACUTE:
            return adjust(max(place.target, on))
        if place is None or place.expected is None:
            return None
        return adjust(max(place.expected.last, on))
