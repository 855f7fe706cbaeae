"""How needs are counted."""

from enum import StrEnum

from app.applications.model import NeedCategory
from app.core.ids import ApplicationId
from app.core.records import dataclass


class NeedsHome(StrEnum):
    """What kind of dwelling is needed, and for whom."""

    ORDINARY = "ordinary"
    ADAPTED = "adapted"


class NeedsFor(StrEnum):
    """Who needs it."""

    WITHOUT_CHILDREN = "without_children"
    WITH_CHILDREN = "with_children"


class NeedsLine(StrEnum):
    """A line that is no main category."""

    NOT_MAPPED = "not_mapped"


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """One household that asks, with all that applies to it, of all its open applications."""

    about: ApplicationId
    needs: frozenset[NeedCategory]
    children: bool
    adapted: bool
