"""Whether a register is whole: its pages, its tables and its history."""

from app.core.errors import FileProblem
from app.core.opening import OpeningStage, Told, told_nobody
from app.core.records import dataclass
from app.storage import chain
from app.storage.database import Database
from app.storage.heads import Head


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found. `chain` is the first event that does not hold, None if all do."""

    damaged_pages: int
    damaged_tables: int
    chain: int | None
    compared: str
    head: Head

    @property
    def events(self) -> int:
        """How long the history is."""
        return self.head.events

    @property
    def readable(self) -> bool:
        """Every page and table holds: worth a backup, whatever is said of the history."""
        return not self.damaged_pages and not self.damaged_tables

    @property
    def whole(self) -> bool:
        """Nothing is damaged and the history's chain holds."""
        return self.readable and self.chain is None


def check(db: Database, known: Head | None, told: Told = told_nobody) -> CheckResult:
    """The full check; a minute for a big register. Run on a connection of its own."""
    # a page that is being written just then looks damaged once, not twice
    told(OpeningStage.PAGES_CHECKED)
    pages = damaged_pages(db) and damaged_pages(db)
    told(OpeningStage.TABLES_CHECKED)
    tables = 0 if pages else damaged_tables(db)
    if pages or tables:
        return CheckResult(pages, tables, None, "unknown", Head(0, ""))
    told(OpeningStage.HISTORY_CHECKED)
    return CheckResult(0, 0, chain.verify(db), chain.compare(db, known), chain.head(db))


def damaged_pages(db: Database) -> int:
    """How many pages do not hold. The log is emptied first: the check reads past it."""
    db.checkpoint()
    return len(db.column("PRAGMA cipher_integrity_check"))


def damaged_tables(db: Database) -> int:
    """How many faults lie in tables, indexes and the references between them."""
    try:
        faults = [row for row in db.column("PRAGMA integrity_check") if row != "ok"]
        return len(faults) + len(db.column("PRAGMA foreign_key_check"))
    except FileProblem as problem:
        if problem.code != "register_damaged":
            raise
        return 1


def quick_check(db: Database) -> bool:
    """Whether the tables hold together; after an unclean end. FileProblem register_damaged."""
    return db.column("PRAGMA quick_check") == ["ok"]
