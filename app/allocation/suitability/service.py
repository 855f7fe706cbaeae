"""The officer's verb on what a dwelling is suited to."""

from dataclasses import replace
from datetime import date

from app.allocation.suitability import store
from app.allocation.suitability.model import Suitability
from app.core.errors import Problem, demand
from app.core.ids import DwellingId, Ref
from app.dwellings.service import Dwellings
from app.storage.database import Database


class Suitabilities:
    """What each dwelling is suited to, from a day."""

    def __init__(self, db: Database, dwellings: Dwellings) -> None:
        self._db = db
        self._dwellings = dwellings

    def of(self, dwelling: DwellingId, as_of: date | None = None) -> Suitability:
        """What holds on a day, today unless said; suited to all while nobody has said."""
        day = as_of or self._db.clock.today()
        return store.of(self._db, dwelling, day) or Suitability()

    def tell(self, dwelling: DwellingId, suitability: Suitability, since: date) -> None:
        """What holds from a day; Invalid for a day to come or before what holds now."""
        self._dwellings.get(dwelling)
        now = self.of(dwelling)
        problems = []
        if since > self._db.clock.today():
            problems.append(Problem("since", "day_in_future"))
        if now.since is not None and since < now.since:
            problems.append(Problem("since", "day_before_last", facts={"last": now.since}))
        if suitability.meets & suitability.lacks:
            problems.append(Problem("lacks", "requirement_both_ways"))
        demand(problems)
        told = replace(suitability, environment=suitability.environment.strip(), since=since)
        if told == replace(now, since=since):
            return
        with self._db.unit("dwelling.suitability_told", Ref("dwelling", dwelling)) as unit:
            store.add(unit, dwelling, told, since)
