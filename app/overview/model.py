"""What the search box finds."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.core.ids import Ref


class HitKind(StrEnum):
    """What a hit is, in the order the groups are shown."""

    PERSON = "person"
    DWELLING = "dwelling"
    APPLICATION = "application"
    VEDTAK = "vedtak"
    LEASE = "lease"
    EVICTION_CASE = "eviction_case"
    DEBT_CASE = "debt_case"


@dataclass(frozen=True, slots=True)
class Hit:
    """One record. `detail` never tells where a protected person lives (ADR-03, ADR-05)."""

    kind: HitKind
    ref: Ref
    title: str = field(repr=False)
    detail: str = field(repr=False)
    protected: bool = False
