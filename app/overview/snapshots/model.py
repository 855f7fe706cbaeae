"""Returns as they were given, so that the same question can be asked again (A9)."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from app.core.ids import OfficerId, Ref
from app.core.records import dataclass
from app.overview.figures.model import Figure

KIND = "return_snapshot"


class ReturnKind(StrEnum):
    """What the municipality owes an answer to, at a day or for a period."""

    KOSTRA13 = "kostra13"
    HOMELESS = "homeless"
    HUSBANKEN = "husbanken"
    EVICTIONS = "evictions"
    DEBT_ADVICE = "debt_advice"
    NEEDS = "needs"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"


_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Figures frozen with the rules they were counted by; both days counted.

    `words` are those of each figure as they were, `versions` the parameters and the line table
    that were used. `digest` is of everything that was answered.
    """

    id: int
    kind: ReturnKind
    first: date
    last: date
    figures: tuple[Figure, ...]
    versions: Mapping[str, str]
    kept_at: datetime
    by: OfficerId
    digest: str
    words: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that is another now: what it was, what it is, the cases that came and went.

    `then` or `now` is None where the figure was not asked for.
    """

    key: str
    then: int | None
    now: int | None
    came: tuple[Ref, ...] = field(default=(), repr=False)
    left: tuple[Ref, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a return says for its days, ready to be kept: `words` and `versions` as in Snapshot."""

    kind: ReturnKind
    first: date
    last: date
    figures: tuple[Figure, ...]
    versions: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    words: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
