"""How many wait, and how long the wait has been (REP-12, B5, B6, B7). Nobody is named."""

from dataclasses import dataclass
from datetime import date

from app.applications.model import TargetGroup
from app.overview.figures.model import Figure


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many of one main group; None is a case nobody has given a group."""

    group: TargetGroup | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class WaitingOn:
    """New households with a vedtak who waited for a dwelling on a day, by main group (REP-12).

    Each application stands in one group, so the groups add up to `total`. `swaps` wait too, but
    have a municipal dwelling already and are no new households (REP-11).
    """

    day: date
    groups: tuple[GroupCount, ...]
    total: Figure
    swaps: Figure


@dataclass(frozen=True, slots=True)
class AllocatedIn:
    """New households that were allocated a dwelling in a period, both days counted (B7)."""

    first: date
    last: date
    groups: tuple[GroupCount, ...]
    total: Figure
