"""The officer's verbs on a dwelling that was left worse than it should be."""

from datetime import date

from app.core.errors import Conflict, Invalid, OfficeError, Problem, demand
from app.core.ids import LeaseId, Ref
from app.core.money import Ore
from app.core.periods import add
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.aftermath.condition import store
from app.leases.aftermath.condition.model import (
    ConditionClaim,
    ConditionDue,
    ConditionOutcome,
)
from app.leases.aftermath.handback.service import Handbacks
from app.leases.aftermath.papers import AftermathPapers
from app.leases.aftermath.prints import condition_letter
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "condition_claim"
CLAIM = "local.claim_after_move_out_days"


class ConditionClaims:
    """Judged in reasonable time after the keys came: a claim in writing, or none (HL-75)."""

    def __init__(
        self, db: Database, handbacks: Handbacks, settings: Settings, papers: AftermathPapers
    ) -> None:
        self._db = db
        self._handbacks = handbacks
        self._settings = settings
        self._papers = papers

    def of(self, lease: LeaseId) -> ConditionClaim | None:
        """What was decided, if anything."""
        return store.of(self._db, lease)

    def due_on(self, keys_on: date) -> date:
        """The last day to claim by the office's own practice (HL-75)."""
        parameters = self._settings.parameters
        return add(parameters.period(CLAIM, keys_on), keys_on)

    def due(self) -> tuple[ConditionDue, ...]:
        """Dwellings that are back and not judged, the oldest first."""
        found = store.undecided(self._db, self._db.clock.today())
        return tuple(ConditionDue(lease, keys, self.due_on(keys)) for lease, keys in found)

    def no_claim(self, lease: LeaseId, reason: str) -> None:
        """It was as it should be, or nothing is claimed, and why; can be undone."""
        self._demand_open(lease)
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing", "HL-75")])
        with self._db.unit("condition.judged", Ref("lease", lease)) as unit:
            outcome = ConditionOutcome.NO_CLAIM
            store.insert(unit, lease, ConditionClaim(unit.today, outcome, Ore(0), reason))

    def preview(self, lease: LeaseId, amount: Ore | None, reason: str) -> Document:
        """The letter with the claim, as a draft; Invalid with what it lacks."""
        return self._letter(lease, amount, reason, draft=True)

    def claim(self, lease: LeaseId, amount: Ore | None, reason: str) -> Made:
        """The same for good, under «Skal sendes»; final."""
        self._papers.demand_officer()
        document = self._letter(lease, amount, reason, draft=False)
        self._papers.show_address(lease)
        with self._db.unit("condition.claimed", Ref("lease", lease), final=True) as unit:
            made = self._papers.issue(unit, lease, document, DocumentKind.CONDITION_CLAIM)
            outcome, kept = ConditionOutcome.CLAIMED, document_of(made)
            claim = ConditionClaim(unit.today, outcome, amount or Ore(0), reason, kept)
            store.insert(unit, lease, claim)
        return made

    def _letter(self, lease: LeaseId, amount: Ore | None, reason: str, *, draft: bool) -> Document:
        back = self._demand_open(lease)
        problems = []
        if amount is None or amount <= 0:
            problems.append(Problem("amount", "claim_sum_missing", "HL-75"))
        if not reason.strip():
            problems.append(Problem("reason", "condition_reason_missing", "HL-75"))
        demand(problems)
        letter = self._papers.to_tenant(lease, draft=draft)
        text = self._settings.text(TEXT, letter.sender.language, self._db.clock.today())
        return condition_letter(letter, amount or Ore(0), reason, back, self._papers.pay_by(), text)

    def _demand_open(self, lease: LeaseId) -> date:
        back = self._handbacks.of(lease)
        if back is None or back.keys_on is None:
            raise OfficeError("condition_needs_handback")
        if self.of(lease) is not None:
            raise Conflict("condition_judged")
        return back.keys_on
