"""Whether a register is whole: its pages, its tables and its history."""

from dataclasses import dataclass

from app.storage.database import Database
from app.storage.heads import Head
from app.storage.history import History


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found. `chain` is the first event that does not hold, None if all do."""

    damaged_pages: int
    damaged_tables: int
    chain: int | None
    compared: str
    events: int

    @property
    def whole(self) -> bool:
        """Nothing is damaged and the history's chain holds."""
        return not self.damaged_pages and not self.damaged_tables and self.chain is None


def check(db: Database, known: Head | None) -> CheckResult:
    """The full check; some seconds for a big register. Run on a connection of its own.

    The write-ahead log is emptied first: the page check reads past it and would cry wolf.
    """
    db.checkpoint()
    pages = db.column("PRAGMA cipher_integrity_check")
    tables = [row for row in db.column("PRAGMA integrity_check") if row != "ok"]
    history = History(db)
    return CheckResult(
        len(pages), len(tables), history.verify(), history.compare(known), history.head().events
    )


def quick_check(db: Database) -> bool:
    """Whether the tables hold together; after an unclean end."""
    return db.column("PRAGMA quick_check") == ["ok"]
