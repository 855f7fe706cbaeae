"""The tenant says that a claim is wrong (INK-05), or has paid it in under § 3-8 (HL-20)."""

from datetime import date

from app.arrears.accounts.rules import charge_of
from app.arrears.disputes import rules
from app.arrears.disputes.model import DisputeDraft, Settling
from app.arrears.model import DisputeOutcome, RentCharge, RentDispute
from app.arrears.service import Arrears
from app.core.errors import NotFound, Problem, demand
from app.core.ids import LeaseId, Ref
from app.core.money import Ore
from app.storage.database import Database
from app.storage.unit import Unit


class RentDisputes:
    """Objections to claims: raised, deposited, settled. They stop fees and steps."""

    def __init__(self, db: Database, arrears: Arrears) -> None:
        self._db = db
        self._arrears = arrears

    def of(self, lease: LeaseId) -> tuple[RentDispute, ...]:
        """Every objection of a tenancy, oldest first."""
        return self._arrears.account(lease).disputes

    def get(self, lease: LeaseId, dispute: int) -> RentDispute:
        """One objection; NotFound when the tenancy has no such."""
        for each in self.of(lease):
            if each.id == dispute:
                return each
        raise NotFound("dispute_not_found")

    def deposited(self, lease: LeaseId, day: date) -> tuple[Ore, Ore]:
        """What of the late rent is paid in on a blocked account, and what is owed beside it."""
        owed = self._arrears.owed(lease, day)
        return owed.deposited, Ore(owed.total - owed.deposited)

    def check(self, lease: LeaseId, draft: DisputeDraft) -> tuple[Problem, ...]:
        """What is missing, beside its field."""
        return rules.dispute_problems(draft, self._arrears.account(lease), self._today)

    def dispute(self, lease: LeaseId, draft: DisputeDraft) -> int:
        """The tenant disagrees; Invalid with what is missing."""
        demand(self.check(lease, draft))
        tenancy = self._arrears.tenancy(lease)
        with self._db.unit("arrears.disputed", Ref("lease", tenancy.lease)) as unit:
            return unit.insert(
                "rent_dispute",
                lease=tenancy.lease,
                charge=draft.charge,
                received_on=draft.received_on,
                words=draft.words.strip(),
                amount=draft.amount,
            )

    def deposit(self, lease: LeaseId, dispute: int, day: date | None) -> None:
        """The sum was paid in on a blocked account: the lease cannot be ended for it (HL-20)."""
        known = self.get(lease, dispute)
        demand(rules.deposit_problems(known, day, self._today))
        subject = Ref("lease", self._arrears.tenancy(lease).lease)
        with self._db.unit("arrears.deposited", subject) as unit:
            unit.update("rent_dispute", dispute, deposited_on=day)

    def settle(self, lease: LeaseId, dispute: int, draft: Settling) -> None:
        """How it ended: a claim that was wrong is withdrawn, or replaced by the right sum."""
        known, tenancy = self.get(lease, dispute), self._arrears.tenancy(lease)
        charge = self._about(lease, known)
        demand(rules.settle_problems(draft, known, charge, self._today))
        words = draft.words.strip()
        with self._db.unit("arrears.dispute_settled", Ref("lease", tenancy.lease)) as unit:
            unit.update(
                "rent_dispute",
                dispute,
                settled_on=draft.settled_on,
                outcome=draft.outcome,
                settled_words=words,
            )
            if charge is not None and draft.outcome is not DisputeOutcome.UPHELD:
                self._put_right(unit, charge, draft, words)

    def _put_right(self, unit: Unit, charge: RentCharge, draft: Settling, words: str) -> None:
        unit.update("rent_charge", charge.id, withdrawn_on=unit.today, withdrawn_reason=words)
        if draft.outcome is DisputeOutcome.CHANGED and draft.amount is not None:
            self._arrears.charge(
                unit,
                charge.lease,
                charge.kind,
                charge.due_on,
                draft.amount,
                biller=charge.biller,
                month=charge.month,
                reference=charge.reference,
            )

    def _about(self, lease: LeaseId, dispute: RentDispute) -> RentCharge | None:
        if dispute.charge is None:
            return None
        return charge_of(self._arrears.account(lease), dispute.charge)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
