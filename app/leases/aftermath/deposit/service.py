"""The officer's verbs on the deposit and the guarantee after a lease."""

from datetime import date

from app.core.deadlines import Deadline
from app.core.errors import NotFound, Problem, demand
from app.core.ids import LeaseId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.aftermath.deposit import rules, store
from app.leases.aftermath.deposit.model import (
    Claim,
    ClaimDraft,
    ClaimDue,
    ClaimEnd,
    ClaimSide,
    SecurityKind,
)
from app.leases.aftermath.papers import AftermathPapers
from app.leases.aftermath.prints import security_letter
from app.leases.letters import document_of
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "deposit_claim"


class Deposits:
    """Claim it, note the bank's notice and its five weeks, and who got the money (HL-16)."""

    def __init__(
        self, db: Database, leases: Leases, settings: Settings, papers: AftermathPapers
    ) -> None:
        self._db = db
        self._leases = leases
        self._settings = settings
        self._papers = papers

    def of(self, lease: LeaseId) -> tuple[Claim, ...]:
        """Every claim after a lease, oldest first."""
        return store.of(self._db, lease)

    def due(self) -> tuple[ClaimDue, ...]:
        """Open claims with the last day to go to court, for the alerts (HL-16)."""
        return tuple(
            ClaimDue(claim, limit)
            for claim in store.told(self._db)
            if (limit := self.limit(claim)) is not None
        )

    def untold(self) -> tuple[Claim, ...]:
        """Our open claims on a deposit of which nobody has told that the bank sent its notice."""
        return store.untold(self._db)

    def limit(self, claim: Claim) -> Deadline | None:
        """The five weeks from the day the bank sent its notice; None before that (HL-16)."""
        if claim.told_on is None:
            return None
        return rules.limit(claim.side, claim.told_on, self._settings.parameters)

    def preview(self, lease: LeaseId, draft: ClaimDraft) -> Document:
        """The letter to the bank or the one who stood guarantee; Invalid with what it lacks."""
        return self._letter(lease, draft, as_draft=True)

    def claim(self, lease: LeaseId, draft: ClaimDraft) -> Made:
        """The same for good, under «Skal sendes»; final."""
        self._papers.demand_officer()
        document = self._letter(lease, draft, as_draft=False)
        with self._db.unit("deposit.claimed", Ref("lease", lease), final=True) as unit:
            kind = DocumentKind.DEPOSIT_CLAIM
            made = self._papers.issue(unit, lease, document, kind, to_tenant=False)
            side, kept = ClaimSide.LANDLORD, document_of(made)
            store.insert(unit, lease, draft, side, unit.today, kept)
        return made

    def tenant_claimed(self, lease: LeaseId, draft: ClaimDraft, told_on: date | None) -> int:
        """The bank tells us that the tenant wants it back: sent that day (the mirror rule)."""
        today = self._db.clock.today()
        day = told_on or today
        problems = self._problems(lease, draft, ClaimSide.TENANT, letter=False)
        if told_on is None or told_on > today:
            code = "day_in_future" if told_on else "bank_told_day_missing"
            problems = (*problems, Problem("told_on", code, "HL-16", remedy=today))
        demand(problems)
        with self._db.unit("deposit.tenant_claimed", Ref("lease", lease)) as unit:
            return store.insert(unit, lease, draft, ClaimSide.TENANT, day, told_on=day)

    def told(self, claim: int, day: date | None) -> None:
        """The bank sent its notice to the tenant that day: the five weeks run (HL-16)."""
        known = self._get(claim)
        demand(rules.told_problems(known, day, self._db.clock.today()))
        with self._db.unit("deposit.bank_told", Ref("lease", known.lease)) as unit:
            unit.update("deposit_claim", claim, told_on=day)

    def ended(self, claim: int, end: ClaimEnd) -> None:
        """Who got the money, or why nobody did."""
        known = self._get(claim)
        demand(rules.end_problems(known, end, self._db.clock.today()))
        with self._db.unit("deposit.settled", Ref("lease", known.lease)) as unit:
            store.end(unit, claim, end)

    def _get(self, claim: int) -> Claim:
        found = store.get(self._db, claim)
        if found is None:
            raise NotFound("claim_not_found")
        return found

    def _problems(
        self, lease: LeaseId, draft: ClaimDraft, side: ClaimSide, *, letter: bool
    ) -> tuple[Problem, ...]:
        open_ones = [each for each in self.of(lease) if each.open and each.side is side]
        twice = any(each.draft.security is draft.security for each in open_ones)
        known, today = self._leases.get(lease), self._db.clock.today()
        return tuple(rules.problems(draft, known, today, twice=twice, letter=letter))

    def _letter(self, lease: LeaseId, draft: ClaimDraft, *, as_draft: bool) -> Document:
        demand(self._problems(lease, draft, ClaimSide.LANDLORD, letter=True))
        lines = tuple(line.strip() for line in draft.holder.splitlines() if line.strip())
        letter = self._papers.to_other(lease, lines, draft=as_draft)
        known = self._leases.get(lease)
        held = known.draft.deposit_account if draft.security is SecurityKind.DEPOSIT else ""
        text = self._settings.text(TEXT, letter.sender.language, self._db.clock.today())
        weeks = self._settings.parameters.period(rules.ANSWER, self._db.clock.today())
        return security_letter(letter, draft, held, weeks, text)
