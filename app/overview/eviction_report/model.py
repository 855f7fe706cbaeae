"""A year of cases as numbers without names."""

from datetime import date

from app.core.records import dataclass
from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage, LossKind

REACHED = (
    EvictionStage.NOTICE_SENT,
    EvictionStage.PETITION_FILED,
    EvictionStage.COMMENT_PERIOD,
    EvictionStage.DATE_SET,
    EvictionStage.CARRIED_OUT,
)
"""The stages that are counted, in the order they come."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a year needs to know of one case.

    `stages` with the day each was reached; `children` in the household when the case opened;
    `first_signal` the first sign there was of it, `first_contact` the first talk after that.
    """

    opened_on: date
    kind: LossKind
    ground: EnforcementGround | None
    stages: tuple[tuple[EvictionStage, date], ...]
    outcome: EvictionOutcome | None = None
    ended_on: date | None = None
    children: int = 0
    first_signal: date | None = None
    first_contact: date | None = None


@dataclass(frozen=True, slots=True)
class EvictionYear:
    """The cases of a year.

    `opened` by kind, `grounds` of those opened, `reached` the cases that came to a stage in the
    year, `outcomes` of those that ended in it. `with_children` of those opened and how many
    `children`. `days_to_contact` is the median from first signal to first contact, of `known`.
    """

    year: int
    opened: tuple[tuple[LossKind, int], ...]
    grounds: tuple[tuple[EnforcementGround | None, int], ...]
    reached: tuple[tuple[EvictionStage, int], ...]
    outcomes: tuple[tuple[EvictionOutcome, int], ...]
    with_children: int = 0
    children: int = 0
    days_to_contact: int | None = None
    known: int = 0

    @property
    def cases(self) -> int:
        """How many were opened."""
        return sum(count for _, count in self.opened)

    @property
    def ended(self) -> int:
        """How many ended."""
        return sum(count for _, count in self.outcomes)

    @property
    def averted(self) -> int:
        """In how many of those that ended the home was kept."""
        return sum(count for outcome, count in self.outcomes if outcome.home_kept)

    @property
    def share(self) -> int | None:
        """The averted share in whole per cent; None while none has ended."""
        return None if not self.ended else round(100 * self.averted / self.ended)


@dataclass(frozen=True, slots=True)
class EvictionReport:
    """The years that have a case, the newest first."""

    years: tuple[EvictionYear, ...]
