"""What of the owed returns is answered: told to the gjøremål (REP-18)."""

from datetime import date

from app.alerts.owed_due import OwedReturn
from app.overview.snapshots.model import ReturnKind
from app.overview.snapshots.service import Snapshots
from app.storage.database import Database


class KeptReturns:
    """Reads the returns that are kept, and since when the register is in use."""

    def __init__(self, db: Database, snapshots: Snapshots) -> None:
        self._db = db
        self._snapshots = snapshots

    def began(self) -> date | None:
        """The day of the first event: what was owed for the time before was answered elsewhere."""
        return self._db.first(
            lambda at: date.fromisoformat(at[:10]), "SELECT at FROM event ORDER BY id LIMIT 1"
        )

    def kept(self, kind: OwedReturn, last: date) -> bool:
        """Whether an answer for the period to a day is kept."""
        return self._snapshots.kept(ReturnKind(kind.value), last)
