"""The officer's verbs on the start package of a lease."""

from dataclasses import replace
from datetime import date

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DocumentId, LeaseId, Ref
from app.decisions.content.model import StartPart
from app.decisions.service import Decisions
from app.documents.model import Document
from app.leases.handover.papers import HandoverPapers
from app.leases.handover.start import rules, store
from app.leases.handover.start.model import (
    PackageMissing,
    StartOwner,
    StartPackage,
    StartPaper,
    StartTask,
)
from app.leases.handover.start.prints import start_checklist
from app.leases.model import Lease
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

PREFIX = "SP"


class StartPackages:
    """What the vedtak set arrives here by itself, with the same code; the rest is added (D19)."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        decisions: Decisions,
        settings: Settings,
        papers: HandoverPapers,
    ) -> None:
        self._db = db
        self._leases = leases
        self._decisions = decisions
        self._settings = settings
        self._papers = papers
        self._bare: Remembered[tuple[PackageMissing, ...]] = Remembered(db)

    def of(self, lease: LeaseId) -> StartPackage:
        """Every part with owner and days, or why there is none."""
        known = self._leases.get(lease)
        decided, reason = self._decided(known)
        proposals = tuple(self._proposed(known, part, decided=True) for part in decided)
        settled = {
            part: replace(task, decided=part in decided)
            for part, task in store.of(self._db, lease).items()
        }
        tasks = rules.put_together(proposals, settled)
        waived = store.waived(self._db, lease) or reason
        return StartPackage(lease, tasks, "" if tasks else waived)

    def proposed(self, lease: LeaseId, part: StartPart) -> StartTask:
        """How a part would be added."""
        return self._proposed(self._leases.get(lease), part, decided=False)

    def missing(self, day: date | None = None) -> tuple[PackageMissing, ...]:
        """Leases that run without a start package and without a reason (D19)."""
        on = day or self._db.clock.today()
        return self._bare.get(on, lambda: store.bare(self._db, on))

    def first_missing(self, most: int, day: date) -> tuple[tuple[PackageMissing, ...], int]:
        """The first of those and how many they are, for whoever tells many as one."""
        return store.first_bare(self._db, day, most)

    def set(self, lease: LeaseId, part: StartPart, owner: StartOwner, due_on: date | None) -> None:
        """Who sees to a part, and by when; adds it when it was not there."""
        known = {task.part: task for task in self.of(lease).tasks}.get(part)
        done = known.done_on if known else None
        task = StartTask(part, owner, due_on, done)
        if known is not None and replace(known, decided=False) == task:
            return
        with self._db.unit("start_task.set", Ref("lease", lease)) as unit:
            store.put(unit, self._db, lease, task)

    def done(self, lease: LeaseId, part: StartPart, day: date | None = None) -> None:
        """It was done that day. Invalid day_in_future."""
        on = day or self._db.clock.today()
        if on > self._db.clock.today():
            raise Invalid([Problem("done_on", "day_in_future")])
        self._mark(lease, part, on, "start_task.done")

    def undone(self, lease: LeaseId, part: StartPart) -> None:
        """It was not done after all."""
        self._mark(lease, part, None, "start_task.undone")

    def waive(self, lease: LeaseId, reason: str) -> None:
        """There is none, and why (D19). Invalid start_reason_missing."""
        if not reason.strip():
            raise Invalid([Problem("reason", "start_reason_missing", "D19")])
        if self.of(lease).tasks:
            raise OfficeError("start_package_there")
        with self._db.unit("start_package.waived", Ref("lease", lease)) as unit:
            store.waive(unit, lease, reason.strip())

    def preview(self, lease: LeaseId) -> Document:
        """The checklist as it would be printed; OfficeError no_start_package."""
        return self._document(lease, draft=True)

    def issue(self, lease: LeaseId) -> DocumentId:
        """Print the checklist; it is kept on the lease. Final."""
        document = self._document(lease, draft=False)
        self._papers.show(lease, document.reference)
        with self._db.unit("start_package.issued", Ref("lease", lease), final=True) as unit:
            return self._papers.issue(unit, lease, document, DocumentKind.START_PACKAGE)

    def _document(self, lease: LeaseId, *, draft: bool) -> Document:
        package = self.of(lease)
        if not package.tasks:
            raise OfficeError("start_package_empty")
        head = self._papers.head(lease, PREFIX, draft=draft)
        paper = StartPaper(head, package.tasks, self._leases.get(lease).draft.start)
        return start_checklist(paper, self._papers.text("start_package", head))

    def _mark(self, lease: LeaseId, part: StartPart, day: date | None, verb: str) -> None:
        known = {task.part: task for task in self.of(lease).tasks}.get(part)
        if known is None:
            raise Invalid([Problem("part", "start_part_missing", "D19")])
        if known.done_on == day:
            raise OfficeError("start_done_twice")
        with self._db.unit(verb, Ref("lease", lease)) as unit:
            store.put(unit, self._db, lease, replace(known, done_on=day))

    def _decided(self, known: Lease) -> tuple[tuple[StartPart, ...], str]:
        if known.draft.vedtak is None:
            return (), ""
        draft = self._decisions.get(known.draft.vedtak).draft
        return draft.start_package, draft.no_start_reason

    def _proposed(self, known: Lease, part: StartPart, *, decided: bool) -> StartTask:
        start = known.draft.start or self._db.clock.today()
        parameters = self._settings.parameters
        return rules.proposed(
            part,
            start,
            bostotte_day=parameters.whole("local.bostotte_apply_day", start),
            visit_days=parameters.whole("local.first_visit_days", start),
            decided=decided,
        )
