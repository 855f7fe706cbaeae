"""Reads what empty dwellings cost, for any period."""

from datetime import date

from app.core.errors import Invalid, Problem
from app.documents.model import Document
from app.overview.vacancy_costs import rules, store
from app.overview.vacancy_costs.model import VacancyCosts, VacancyPaper
from app.overview.vacancy_costs.prints import vacancy_list
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

        Invalid when it ends before it begins, or begins after today.
        """
        today = self._db.clock.today()
        if last < first:
            raise Invalid([Problem("last", "period_turned")])
        if first > today:
            raise Invalid([Problem("first", "day_in_future", remedy=today)])
        until = min(last, today)
        found = store.empty(self._db, first, until)
        return rules.costs(found, store.holds(self._db, first, until), first, until)

    def paper(self, first: date, last: date) -> Document:
        """The list to print."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text(TEXT, profile.language, now.date())
        return vacancy_list(VacancyPaper(profile, self.of(first, last), now), text)
