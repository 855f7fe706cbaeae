"""The officer's verbs on belongings that were left."""

from datetime import date

from app.core.errors import NotFound, demand
from app.core.ids import LeaseId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.aftermath.left_belongings import rules, store
from app.leases.aftermath.left_belongings.model import (
    Belonging,
    BelongingOutcome,
    CollectRequest,
)
from app.leases.aftermath.papers import AftermathPapers
from app.leases.aftermath.prints import belongings_letter
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "belongings_request"


class LeftBelongings:
    """Listed, cared for, asked in writing to be collected, and what became of them (HL-76)."""

    def __init__(self, db: Database, settings: Settings, papers: AftermathPapers) -> None:
        self._db = db
        self._settings = settings
        self._papers = papers

    def of(self, lease: LeaseId) -> tuple[Belonging, ...]:
        """The inventory, oldest first."""
        return store.of(self._db, lease)

    def requests(self, lease: LeaseId) -> tuple[CollectRequest, ...]:
        """Every time the tenant was asked in writing to collect, oldest first."""
        return store.requests(self._db, lease)

    def overdue(self, on: date | None = None) -> tuple[tuple[LeaseId, date], ...]:
        """Leases with something still kept after the day to collect by, and that day."""
        return store.overdue(self._db, on or self._today)

    def add(self, lease: LeaseId, belonging: Belonging) -> int:
        """One more line of the inventory; Invalid with what is wrong."""
        demand(rules.problems(belonging, self._today))
        with self._db.unit("belonging.listed", Ref("lease", lease)) as unit:
            return store.insert(unit, lease, belonging)

    def decide(
        self, lease: LeaseId, belonging: int, outcome: BelongingOutcome, day: date | None, note: str
    ) -> None:
        """What became of it; Invalid before the tenant is asked in writing, unless collected."""
        known = next((each for each in self.of(lease) if each.id == belonging), None)
        if known is None:
            raise NotFound("belonging_not_found")
        asked = bool(self.requests(lease))
        demand(rules.outcome_problems(known, outcome, day, asked, self._today))
        with self._db.unit("belonging.decided", Ref("lease", lease)) as unit:
            unit.update(
                "left_belonging", belonging, outcome=outcome, outcome_on=day, note=note.strip()
            )

    def suggested_day(self) -> date:
        """The day to collect by that is suggested."""
        return rules.collect_by(self._settings.parameters, self._today)

    def preview(self, lease: LeaseId, collect_by: date | None) -> Document:
        """The letter that asks the tenant to collect, as a draft; Invalid with what it lacks."""
        return self._letter(lease, collect_by, draft=True)

    def ask(self, lease: LeaseId, collect_by: date | None) -> Made:
        """The same for good, under «Skal sendes»; final."""
        self._papers.demand_officer()
        document = self._letter(lease, collect_by, draft=False)
        self._papers.show_address(lease)
        with self._db.unit("belongings.asked", Ref("lease", lease), final=True) as unit:
            kind = DocumentKind.BELONGINGS_REQUEST
            made = self._papers.issue(unit, lease, document, kind)
            unit.insert(
                "belongings_request",
                lease=lease,
                asked_on=unit.today,
                collect_by=collect_by,
                document=document_of(made),
            )
        return made

    def _letter(self, lease: LeaseId, collect_by: date | None, *, draft: bool) -> Document:
        kept = tuple(each for each in self.of(lease) if each.outcome.open)
        demand(rules.request_problems(len(kept), collect_by, self._today))
        letter = self._papers.to_tenant(lease, draft=draft)
        text = self._settings.text(TEXT, letter.sender.language, self._today)
        return belongings_letter(letter, kept, collect_by or self._today, text)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
