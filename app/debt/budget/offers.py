"""How what is left may be shared among the claims, before anything is offered. Pure (GJ-05)."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from app.core.ids import DebtCaseId
from app.core.money import Ore
from app.core.parameters import Parameters
from app.debt.budget.model import BudgetOffer
from app.debt.claims.model import DebtClaim
from app.debt.plans import rules as plan_rules


class Claims(Protocol):
    """Who knows what is claimed of a household on a day."""

    def of(self, case: DebtCaseId, on: date | None = None) -> tuple[DebtClaim, ...]:
        """Every claim of a case."""
        ...


def offers(
    claims: Sequence[DebtClaim], available: Ore, parameters: Parameters, today: date
) -> tuple[BudgetOffer, ...]:
    """As an offer would begin: what keeps home, power and children first, the rest pro rata."""
    if available <= 0:
        return ()
    known = {claim.id: claim for claim in claims}
    draft = plan_rules.usual_proposal(claims, available, parameters, today)
    found = [
        BudgetOffer(
            known[share.claim].creditor_name,
            known[share.claim].kind,
            share.owed,
            share.monthly,
            first=share.fixed is not None,
        )
        for share in plan_rules.offered(draft.terms, claims)
    ]
    return tuple(sorted(found, key=lambda each: (not each.first, -each.owed)))
