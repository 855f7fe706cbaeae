"""A dwelling's clauses as the office knows them (REP-22, REP-23)."""

from datetime import date
from enum import StrEnum

from app.core.ids import DwellingId
from app.core.records import dataclass


class ClauseKind(StrEnum):
    """What binds it: the loan or grant itself, or the agreement made for it."""

    HUSBANKEN_LOAN = "husbanken_loan"
    ASSIGNMENT_AGREEMENT = "assignment_agreement"
    REFERRAL_AGREEMENT = "referral_agreement"


@dataclass(frozen=True, slots=True)
class Clause:
    """What is known from a day; `ends_on` is its last day, None when the clause is lifted."""

    kind: ClauseKind
    since: date
    ends_on: date | None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class EndingClause:
    """A dwelling with a clause that ends on a day."""

    dwelling: DwellingId
    address: str
    kind: ClauseKind
    ends_on: date
