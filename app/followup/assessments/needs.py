"""Who keeps the needs that an assessment finds (D18)."""

from typing import Protocol

from app.core.ids import NeedId, PersonId
from app.followup.plans.model import Need, NeedDraft
from app.storage.unit import Unit


class NeedKeeper(Protocol):
    """The plans of a person: goals hang on needs."""

    def needs(self, person: PersonId) -> tuple[Need, ...]:
        """Every need of a person."""
        ...

    def add_need(self, person: PersonId, draft: NeedDraft, *, unit: Unit | None = None) -> NeedId:
        """A new need, from today, in the unit that found it."""
        ...
