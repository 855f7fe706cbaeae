"""Reads the cases of a period."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import demand
from app.evictions.model import EvictionCase, EvictionStage
from app.evictions.service import EvictionCases
from app.overview.eviction_return import rules
from app.overview.eviction_return.model import HomeWith, LossFacts
from app.overview.return_tables.model import ReturnTables
from app.overview.waiting_times.rules import period_problems
from app.people.service import People
from app.storage.database import Database
from app.storage.remembered import Remembered


class EvictionReturns:
    """Warned, petitioned, carried out and averted in any period (A12)."""

    def __init__(self, db: Database, cases: EvictionCases, people: People) -> None:
        self._db = db
        self._cases = cases
        self._people = people
        self._known: Remembered[tuple[LossFacts, ...]] = Remembered(db)

    def of(self, first: date, last: date) -> ReturnTables:
        """A period, both days counted; outcomes as they held on its last day. Invalid in words."""
        today = self._db.clock.today()
        began = min((each.opened_on for each in self._cases.rows()), default=None)
        demand(period_problems(first, last, began, today))
        until = min(last, today)
        facts = self._known.get(until, lambda: tuple(self._facts(until)))
        return rules.tables(facts, first, until)

    def _facts(self, until: date) -> Iterator[LossFacts]:
        for case in self._cases.rows(until):
            outcomes = [each for each in self._cases.outcomes(case.id) if each.since <= until]
            children = self._people.children_of((case.person,), case.opened_on)
            yield LossFacts(
                case.id,
                case.opened_on,
                HomeWith.CHILDREN if children.get(case.person) else HomeWith.NO_CHILDREN,
                case.ground,
                self._stages(case, until),
                outcomes[-1].outcome if outcomes else None,
                outcomes[-1].since if outcomes else None,
            )

    def _stages(self, case: EvictionCase, until: date) -> tuple[tuple[EvictionStage, date], ...]:
        stages = self._cases.stages(case.id)
        return tuple((row.stage, row.since) for row in stages if row.since <= until)
