"""SQL of what was done for children."""

from collections.abc import Sequence
from datetime import date

from app.core.ids import EvictionCaseId, PersonId, Ref
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


def held(db: Database, people: Sequence[int]) -> tuple[tuple[Ref, PersonId], ...]:
    """Words that may tell where these people live."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda row, person: (Ref("child_step", row), PersonId(person)),
        "SELECT s.id, c.person FROM child_step s JOIN eviction_case c ON c.id = s.eviction_case"
        f" WHERE c.person IN ({marks}) AND s.words <> '' ORDER BY s.id",
        people,
    )


def empty(unit: Unit, step: int) -> None:
    """Take the words away; that it was done stays."""
    unit.update("child_step", step, words="")
