"""The officer's verbs on clauses."""

from datetime import date

from app.core.errors import NotFound, Problem, demand
from app.core.ids import DwellingId, Ref
from app.dwellings import list_store
from app.dwellings.clauses import store
from app.dwellings.clauses.model import Clause, ClauseKind, EndingClause
from app.storage.database import Database


class Clauses:
    """Tell until when a dwelling is bound, and see which soon are free."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, dwelling: DwellingId, as_of: date | None = None) -> tuple[Clause, ...]:
        """What binds it on a day, one of each kind, the first to end first."""
        return store.of(self._db, dwelling, as_of or self._today)

    def ending(self, until: date) -> tuple[EndingClause, ...]:
        """Those that bind today and end by a day, the first to end first."""
        return store.ending(self._db, self._today, until)

    def tell(self, dwelling: DwellingId, clause: Clause) -> None:
        """What is known from a day of one kind; Invalid for a day to come or an end before it."""
        if not list_store.addresses(self._db, [dwelling]):
            raise NotFound("dwelling_not_found")
        problems = []
        if clause.since > self._today:
            problems.append(Problem("since", "day_in_future", remedy=self._today))
        if clause.ends_on is not None and clause.ends_on < clause.since:
            problems.append(Problem("ends_on", "clause_ends_before", remedy=clause.since))
        if clause.ends_on is None and clause.kind not in self._bound(dwelling):
            problems.append(Problem("ends_on", "clause_end_missing"))
        demand(problems)
        with self._db.unit("dwelling.clause_told", Ref("dwelling", dwelling)) as unit:
            store.add(unit, dwelling, clause)

    def _bound(self, dwelling: DwellingId) -> frozenset[ClauseKind]:
        return frozenset(each.kind for each in self.of(dwelling))

    @property
    def _today(self) -> date:
        return self._db.clock.today()
