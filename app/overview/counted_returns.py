"""The returns that are told in tables, in one hand."""

from datetime import date

from app.applications.service import Applications
from app.core.errors import demand
from app.debt.book import DebtBook
from app.debt.waiting.service import DebtWaiting
from app.evictions.service import EvictionCases
from app.overview.advice_return.service import AdviceReturns
from app.overview.eviction_return.service import EvictionReturns
from app.overview.husbanken.service import HusbankenReturns
from app.overview.needs.service import NeedOverviews
from app.overview.return_tables.service import ReturnReports
from app.overview.waiting_times.rules import period_problems
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database


class CountedReturns:
    """Each has `of(first, last)`, which gives tables; `reports` shows and prints them."""

    def __init__(
        self,
        db: Database,
        settings: Settings,
        people: People,
        applications: Applications,
        evictions: EvictionCases,
        debt: tuple[DebtBook, DebtWaiting],
    ) -> None:
        self._clock = db.clock
        self.husbanken = HusbankenReturns(db)
        self.evictions = EvictionReturns(db, evictions, people)
        self.advice = AdviceReturns(db, *debt)
        self.needs = NeedOverviews(db, applications)
        self.reports = ReturnReports(db, settings)

    def check(self, first: date, last: date) -> None:
        """Refuse days no return can be counted for: Invalid when turned or not begun."""
        demand(period_problems(first, last, None, self._clock.today()))
