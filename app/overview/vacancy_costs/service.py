"""Reads what empty dwellings cost, for any period."""

from datetime import date

from app.core.errors import demand
from app.documents.model import Document
from app.overview.stock.store import began
from app.overview.vacancy_costs import rules, store
from app.overview.vacancy_costs.model import VacancyCosts, VacancyPaper
from app.overview.vacancy_costs.prints import vacancy_list
from app.overview.waiting_times.rules import period_problems
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "vacancy_list"


class VacancyCostings:
    """Vacant and repair days in kroner, by cause, owner and building (B15, REP)."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self._db = db
        self._settings = settings

    def of(self, first: date, last: date) -> VacancyCosts:
        """A period, both days counted; days that have not been cost nothing yet.

        Invalid when it is turned, begins after today, or was over before the register began.
        """
        today = self._db.clock.today()
        demand(period_problems(first, last, began(self._db), today))
        until = min(last, today)
        found = store.empty(self._db, first, until)
        return rules.costs(found, store.holds(self._db, first, until), first, until)

    def paper(self, first: date, last: date) -> Document:
        """The list to print."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text(TEXT, profile.language, now.date())
        return vacancy_list(VacancyPaper(profile, self.of(first, last), now), text)
