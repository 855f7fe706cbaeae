"""What a line of a debt overview tells: a creditor's claim in a case of economic advice."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DebtCaseId
from app.core.records import dataclass
from app.debt.claims.model import Creditor, DebtClaim, DebtClaimDraft


class DebtColumn(StrEnum):
    """What a debt overview may tell."""

    CREDITOR = "debt_creditor"
    ORG_NUMBER = "debt_org_number"
    KIND = "debt_kind"
    PRINCIPAL = "debt_principal"
    INTEREST = "debt_interest"
    COSTS = "debt_costs"
    TOTAL = "debt_total"
    CURRENCY = "debt_currency"
    REFERENCE = "debt_reference"
    COLLECTOR = "debt_collector"
    STAGE = "debt_stage"
    RATE = "debt_rate"
    AS_OF = "debt_as_of"
    INCURRED_ON = "debt_incurred_on"
    REMARK = "debt_remark"


@dataclass(frozen=True, slots=True)
class DebtRow:
    """A line that can be taken in."""

    line: int
    draft: DebtClaimDraft = field(repr=False)


@dataclass(frozen=True, slots=True)
class DebtGround:
    """What a debt overview is held against: the case's claims, and every creditor."""

    case: DebtCaseId
    today: date
    creditors: tuple[Creditor, ...] = field(default=(), repr=False)
    claims: tuple[DebtClaim, ...] = field(default=(), repr=False)
