"""What a dwelling is suited to, what a household needs of one, and what holds one back."""

from dataclasses import field
from datetime import date

from app.allocation.offers.model import Reservation
from app.applications.intake.model import Requirement
from app.applications.model import TargetGroup
from app.core.ids import ApplicationId, DwellingId
from app.core.money import Ore
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Suitability:
    """What a dwelling is suited to from a day. What nobody has told is in neither set.

    `for_groups` empty: for every group. `environment` is the officer's note on the house, never
    on a person who lives there.
    """

    since: date | None = None
    emergency: bool = False
    not_for_children: bool = False
    for_groups: frozenset[TargetGroup] = frozenset()
    meets: frozenset[Requirement] = frozenset()
    lacks: frozenset[Requirement] = frozenset()
    environment: str = ""

    @property
    def for_children(self) -> bool:
        """Whether a household with a child may ever be shown it."""
        return not (self.emergency or self.not_for_children)


@dataclass(frozen=True, slots=True, repr=False)
class Wants:
    """What one request says of the dwelling needed and of earlier tenancy; None is not told.

    `has_child` counts a child in any presence: living there, visiting, expected or only told of.
    `left_badly_on` is the last day of an eviction or a serious breach. `owed` in whole øre.
    """

    has_child: bool = False
    requirements: frozenset[Requirement] = frozenset()
    area: str = ""
    school: str = ""
    by_agreement: bool = False
    owed: Ore | None = None
    planned_on: date | None = None
    left_badly_on: date | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """What holds for a dwelling on a day beside its own facts."""

    dwelling: DwellingId
    suitability: Suitability = field(default_factory=Suitability)
    reservation: Reservation | None = None
    offered_to: ApplicationId | None = None
