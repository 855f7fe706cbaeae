"""SQL of what was done for children."""

from datetime import date

from app.core.ids import EvictionCaseId
from app.evictions.childhood.model import ChildStep, ChildStepKind
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, case: EvictionCaseId, kind: ChildStepKind, since: date, words: str) -> int:
    """One more."""
    return unit.insert(
        "child_step", eviction_case=case, since=since, kind=kind, words=words.strip()
    )


def of(db: Database, case: EvictionCaseId, day: date) -> tuple[ChildStep, ...]:
    """Those of a case, oldest first."""
    return db.select(
        _step,
        "SELECT id, eviction_case, since, kind, words FROM child_step"
        " WHERE eviction_case = ? AND since <= ? ORDER BY since, id",
        (case, day.isoformat()),
    )


def _step(row: int, case: int, since: str, kind: str, words: str) -> ChildStep:
    return ChildStep(
        row, EvictionCaseId(case), date.fromisoformat(since), ChildStepKind(kind), words
    )
