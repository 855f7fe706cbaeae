"""What the housing allowance is checked by, and what the check came to."""

from datetime import date
from enum import StrEnum

from app.core.money import Ore
from app.core.records import dataclass

NOTHING = Ore(0)


class CapArea(StrEnum):
    """Where the home lies, for the ceiling of what it may cost (BST-04)."""

    ORDINARY = "ordinary"
    MEDIUM = "medium"
    LARGE = "large"
    OSLO = "oslo"


class OwnShareGroup(StrEnum):
    """Whose thresholds for the own share hold (BST-06)."""

    ORDINARY = "ordinary"
    YOUNG_DISABLED = "young_disabled"
    PENSIONER_ALONE = "pensioner_alone"


class BostotteTerm(StrEnum):
    """What must hold besides the sums; told, for Husbanken decides (BST-01, 02, 08 and 10)."""

    APPLICANT = "applicant"
    NOT_FOR = "not_for"
    HOME = "home"
    EVERYONE = "everyone"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True, repr=False)
class BostotteFacts:
    """What the person tells. `rent` is a month's; `income` and `wealth` a year's, before tax."""

    adults: int = 1
    children: int = 0
    rent: Ore | None = None
    heating_in_rent: bool = False
    income: Ore | None = None
    wealth: Ore = NOTHING
    area: CapArea = CapArea.ORDINARY
    adapted: bool = False
    group: OwnShareGroup = OwnShareGroup.ORDINARY


@dataclass(frozen=True, slots=True)
class Bostotte:
    """How it was counted; all but `monthly` is for the year. `monthly` is in whole kroner.

    `heating` is what a month gains when heating is paid beside the rent and not yet counted.
    """

    on: date
    converted: Ore
    own_share: Ore
    costs: Ore
    cap: Ore
    monthly: Ore
    heating: Ore = NOTHING
    since: date | None = None

    @property
    def capped(self) -> bool:
        """Whether the home costs more than what counts."""
        return self.costs > self.cap
