"""Petitions to put somebody out, as early signals ask for them (practice 4c)."""

from app.core.ids import PersonId
from app.evictions.book import CaseBook
from app.evictions.model import EvictionStage, LossKind
from app.storage.database import Database
from app.storage.remembered import Remembered

_FILED = frozenset(
    {EvictionStage.PETITION_FILED, EvictionStage.COMMENT_PERIOD, EvictionStage.DATE_SET}
)


class OpenPetitions:
    """Cases that have come to the namsfogd and are not over."""

    def __init__(self, db: Database, cases: CaseBook) -> None:
        self._cases = cases
        self._people: Remembered[frozenset[PersonId]] = Remembered(db)

    def open_petition(self, person: PersonId) -> bool:
        """Whether one is filed and not over."""
        return person in self._people.get("filed", self._filed)

    def _filed(self) -> frozenset[PersonId]:
        return frozenset(
            case.person
            for case in self._cases.open_ones()
            if case.stage in _FILED and case.kind is LossKind.EVICTION
        )
