"""SQL of what came of the work in a case."""

from datetime import date

from app.core.ids import DebtCaseId
from app.core.money import Ore
from app.debt.closing.model import DebtEffect, HomeResult
from app.storage.database import Database
from app.storage.unit import Unit


def add_effect(unit: Unit, case: DebtCaseId, effect: DebtEffect) -> None:
    """What was owed before and after, and what became of the home."""
    unit.insert(
        "debt_effect",
        debt_case=case,
        since=effect.since,
        counted_from=effect.counted_from,
        owed_before=effect.owed_before,
        owed_after=effect.owed_after,
        home=effect.home,
    )


def effects(db: Database, day: date) -> dict[DebtCaseId, DebtEffect]:
    """The newest of each case up to a day."""
    return dict(
        db.select(
            _effect,
            "SELECT debt_case, since, counted_from, owed_before, owed_after, home"
            " FROM debt_effect WHERE since <= ? ORDER BY since, id",
            (day.isoformat(),),
        )
    )


def _effect(
    case: int, since: str, counted_from: str, before: int | None, after: int | None, home: str
) -> tuple[DebtCaseId, DebtEffect]:
    return DebtCaseId(case), DebtEffect(
        date.fromisoformat(since),
        date.fromisoformat(counted_from),
        None if before is None else Ore(before),
        None if after is None else Ore(after),
        HomeResult(home),
    )
