"""Reads what follow-up leads to, for any two days."""

from datetime import date

from app.core.errors import Invalid, Problem
from app.documents.model import Document
from app.followup.levels.service import Levels
from app.overview.effect import rules, store
from app.overview.effect.model import Effect, EffectPaper
from app.overview.effect.prints import effect_report
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "effect_report"


class Effects:
    """Movements between levels, by group, and goals reached (E2, SD-01)."""

    def __init__(self, db: Database, levels: Levels, settings: Settings) -> None:
        self._db = db
        self._levels = levels
        self._settings = settings

    def of(self, first: date, last: date) -> Effect:
        """From how it stood on one day to how it stood on another.

        Invalid when the last day is not after the first, or has not been yet.
        """
        today = self._db.clock.today()
        if last > today:
            raise Invalid([Problem("last", "day_in_future", remedy=today)])
        if last <= first:
            raise Invalid([Problem("last", "effect_period_turned", remedy=today)])
        start = {person: known.level for person, known in self._levels.all(first).items()}
        end = {person: known.level for person, known in self._levels.all(last).items()}
        before, after = store.groups(self._db, first), store.groups(self._db, last)
        known = rules.standings(start, end, before, after)
        return rules.effect(first, last, known, store.goals(self._db, first, last))

    def paper(self, first: date, last: date) -> Document:
        """The report to print; it names nobody."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text(TEXT, profile.language, now.date())
        return effect_report(EffectPaper(profile, self.of(first, last), now), text)
