"""Petitions to put somebody out, as early signals ask for them (practice 4c)."""

from app.core.ids import PersonId
from app.evictions.book import CaseBook
from app.evictions.model import EvictionStage, LossKind

_FILED = frozenset(
    {EvictionStage.PETITION_FILED, EvictionStage.COMMENT_PERIOD, EvictionStage.DATE_SET}
)


class OpenPetitions:
    """Cases that have come to the namsfogd and are not over."""

    def __init__(self, cases: CaseBook) -> None:
        self._cases = cases

    def open_petition(self, person: PersonId) -> bool:
        """Whether one is filed and not over."""
        return any(
            case.person == person and case.open
            for case in self._cases.rows()
            if case.stage in _FILED and case.kind is LossKind.EVICTION
        )
