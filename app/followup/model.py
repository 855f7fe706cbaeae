"""A measure: something someone does by a day."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import PersonId


class MeasureState(StrEnum):
    """Where a measure stands."""

    PLANNED = "planned"
    DONE = "done"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """What is to be done, by whom and until when; without a day it runs with the lease."""

    words: str = field(repr=False)
    responsible: str = field(default="", repr=False)
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure as it stands on a day; `condition` is the vedtak's condition that asks for it."""

    id: int
    person: PersonId
    condition: int | None
    draft: MeasureDraft
    state: MeasureState
    since: date
    reason: str = field(default="", repr=False)

    def late(self, today: date) -> bool:
        """Whether its day has passed while it is not done."""
        due = self.draft.due_on
        return self.state is MeasureState.PLANNED and due is not None and due < today
