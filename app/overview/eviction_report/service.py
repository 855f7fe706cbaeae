"""Reads every case there has been, and tells the years."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import OfficeError
from app.documents.model import Document
from app.evictions.aftercare.early import Early
from app.evictions.model import EvictionCase
from app.evictions.service import EvictionCases
from app.overview.eviction_report import rules
from app.overview.eviction_report.model import CaseFacts, EvictionReport
from app.overview.eviction_report.prints import eviction_report
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

TEXT = "eviction_report"


class EvictionReports:
    """Stages per year, averted share, causes, children, days to first contact (B9, C12)."""

    def __init__(
        self, db: Database, cases: EvictionCases, people: People, early: Early, settings: Settings
    ) -> None:
        self._db = db
        self._cases = cases
        self._people = people
        self._early = early
        self._settings = settings
        self._remembered: Remembered[EvictionReport] = Remembered(db)

    def report(self) -> EvictionReport:
        """Every year with a case, the newest first."""
        today = self._db.clock.today()
        return self._remembered.get(today, lambda: rules.report(self._facts(), today))

    def paper(self) -> Document:
        """The report to print; it names nobody. OfficeError where there is no case yet."""
        report = self.report()
        if not report.years:
            raise OfficeError("no_eviction_cases")
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text(TEXT, profile.language, now.date())
        return eviction_report(report, profile, now, text)

    def _facts(self) -> Iterator[CaseFacts]:
        today = self._db.clock.today()
        for case in self._cases.rows():
            ended_on = self._ended_on(case)
            early = self._early.days(case, ended_on or today)
            children = self._people.children_of((case.person,), case.opened_on)
            yield CaseFacts(
                opened_on=case.opened_on,
                kind=case.kind,
                ground=case.ground,
                stages=tuple((row.stage, row.since) for row in self._cases.stages(case.id)),
                outcome=case.outcome,
                ended_on=ended_on,
                children=len(children.get(case.person, ())),
                first_signal=early.first_sign,
                first_contact=early.first_contact,
            )

    def _ended_on(self, case: EvictionCase) -> date | None:
        """The day of the outcome that holds."""
        if case.outcome is None:
            return None
        return self._cases.outcomes(case.id)[-1].since
