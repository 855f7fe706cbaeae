"""What tells where somebody lives: named once, because every slice may hold some of it."""

from app.core.ids import PersonId, Ref
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class HeldAddress:
    """A row that ties a person to where they live (ADR-05), and in which table it stands."""

    ref: Ref
    person: PersonId
