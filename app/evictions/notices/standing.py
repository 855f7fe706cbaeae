"""The notices and petitions that hold on a day, of all tenancies at one stroke."""

from collections.abc import Collection, Mapping
from datetime import date

from app.core.ids import LeaseId
from app.core.records import dataclass
from app.evictions.notices import store
from app.evictions.notices.model import EvictionNotice
from app.storage.database import Database
from app.storage.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Holding:
    """The newest notice of each lease that has one, and the leases with a petition."""

    notices: Mapping[LeaseId, EvictionNotice]
    petitioned: frozenset[LeaseId]

    def notice(self, leases: Collection[LeaseId]) -> EvictionNotice | None:
        """The newest notice of a tenancy."""
        found = (self.notices[each] for each in leases if each in self.notices)
        return max(found, key=lambda each: each.id, default=None)

    def filed(self, leases: Collection[LeaseId]) -> bool:
        """Whether a petition about a tenancy stands."""
        return not self.petitioned.isdisjoint(leases)


class StandingNotices:
    """Read once for all who ask; of the tenancies of one page `store` is asked."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: Remembered[Holding] = Remembered(db)

    def on(self, day: date) -> Holding:
        """Those that hold on a day."""
        return self._known.get(day, lambda: self._read(day))

    def _read(self, day: date) -> Holding:
        notices = {each.lease: each for each in store.notices(self._db, day)}
        return Holding(notices, frozenset(store.petitioned(self._db, day)))
