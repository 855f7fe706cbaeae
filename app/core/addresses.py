"""What tells where somebody lives: named once, because every slice may hold some of it."""

from dataclasses import dataclass

from app.core.ids import PersonId, Ref


@dataclass(frozen=True, slots=True)
class HeldAddress:
    """A row that ties a person to where they live (ADR-05), and in which table it stands."""

    ref: Ref
    person: PersonId
