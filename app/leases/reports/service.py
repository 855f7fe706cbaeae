"""The officer's verbs on reports."""

from datetime import date

from app.core.errors import NotFound, OfficeError, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.leases.model import LeaseState
from app.leases.reports import rules, store
from app.leases.reports.model import (
    OpenReport,
    Report,
    ReportDraft,
    ReportStep,
    ReportSums,
    Step,
)
from app.leases.service import Leases
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

_VERBS = {
    ReportStep.PASSED_ON: "report.passed_on",
    ReportStep.ANSWERED: "report.answered",
    ReportStep.CLOSED: "report.closed",
    ReportStep.REOPENED: "report.reopened",
}


class Reports:
    """What is reported about a tenancy, and what is done about it (HL-08, HL-33)."""

    def __init__(self, db: Database, leases: Leases, settings: Settings) -> None:
        self._db = db
        self._settings = settings
        self._leases = leases

    def of(self, lease: LeaseId, as_of: date | None = None) -> tuple[Report, ...]:
        """Every report on a lease as it stands on a day, oldest first."""
        return store.of(self._db, lease, as_of or self._today)

    def get(self, report: int, as_of: date | None = None) -> Report:
        """One report; NotFound when there is none."""
        found = store.get(self._db, report, as_of or self._today)
        if found is None:
            raise NotFound("report_not_found")
        return found

    def sums(self, lease: LeaseId, as_of: date | None = None) -> ReportSums:
        """How many are open and closed, and of which kinds."""
        return rules.sums(self.of(lease, as_of))

    def waits(self, report: Report) -> bool:
        """Whether an open one has waited longer than the municipality lets it."""
        return rules.waits(report, self._settings.parameters, self._today)

    def open(self) -> tuple[OpenReport, ...]:
        """Every open report on any lease, with whose it is."""
        return store.open_ones(self._db, self._today)

    def register(self, lease: LeaseId, draft: ReportDraft) -> int:
        """Write down what was said. Invalid beside the field; OfficeError lease_not_made."""
        if self._leases.get(lease).state is LeaseState.DRAFT:
            raise OfficeError("report_without_lease")
        demand(rules.check(draft, self._today))
        with self._db.unit("report.registered", Ref("lease", lease)) as unit:
            return store.insert(unit, lease, draft)

    def correct(self, report: int, draft: ReportDraft) -> None:
        """Say it otherwise from today; what was said first stays in the report."""
        known = self.get(report)
        if known.draft == draft:
            return
        demand(rules.check(draft, self._today))
        with self._db.unit("report.corrected", Ref("lease", known.lease)) as unit:
            store.tell(unit, report, draft)

    def pass_on(self, report: int, day: date, to_whom: str, words: str = "") -> None:
        """Somebody else has it now."""
        self._take(report, Step(ReportStep.PASSED_ON, day, to_whom, words))

    def answer(self, report: int, day: date, words: str, to_whom: str = "") -> None:
        """What was answered."""
        self._take(report, Step(ReportStep.ANSWERED, day, to_whom, words))

    def close(self, report: int, day: date, words: str = "") -> None:
        """Nothing more is to be done."""
        self._take(report, Step(ReportStep.CLOSED, day, words=words))

    def reopen(self, report: int, day: date, words: str) -> None:
        """It was not over after all."""
        self._take(report, Step(ReportStep.REOPENED, day, words=words))

    def _take(self, report: int, step: Step) -> None:
        known = self.get(report)
        if not rules.fits(known, step.kind):
            closed = step.kind is not ReportStep.REOPENED
            raise OfficeError("report_is_closed" if closed else "report_is_open")
        demand(rules.check_step(known, step, self._today))
        with self._db.unit(_VERBS[step.kind], Ref("lease", known.lease)) as unit:
            store.add_step(unit, report, step)

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """What was reported where these people live (ADR-05)."""
        of = self._leases.tenants(people)
        return tuple(HeldAddress(ref, of[lease]) for ref, lease in store.held(self._db, sorted(of)))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove it, before their leases are."""
        for lease in self._leases.tenants(people):
            store.remove(unit, lease)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()
