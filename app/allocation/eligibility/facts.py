"""What the criteria are judged by, and nothing else (HL-06): no sex, origin, belief or diagnosis.

Of a person's age only the birth day is here, for the least age and for whose income counts; of an
income only the sum, never where it comes from.
"""

from dataclasses import field
from datetime import date

from app.allocation.eligibility.model import Criterion, Explanation
from app.allocation.rulesets.model import RuleSet
from app.applications.intake.model import Hindrance, LegalStay, Requirement, Tenure
from app.applications.model import ApplicationKind, ApplicationState, NeedCategory
from app.core.cases import CaseKind
from app.core.ids import ApplicationId
from app.core.money import Ore
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Earner:
    """What one in the household has a year, in whole øre, and when they were born."""

    born: date | None
    yearly: Ore


@dataclass(frozen=True, slots=True)
class Dispensation:
    """A criterion set aside in one case: since when, why, and who decided it."""

    criterion: Criterion
    since: date
    reason: str = field(repr=False)
    decided_by: str = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class CaseFacts:
    """One case as it is known on a day. None is «not told», which is never the same as no."""

    application: ApplicationId
    number: str
    case: CaseKind
    kind: ApplicationKind
    state: ApplicationState
    state_since: date
    received_on: date
    needs: frozenset[NeedCategory] = frozenset()
    persons: int = 1
    children: int = 0
    accessible: bool = False
    born: date | None = None
    # what the form told
    legal_stay: LegalStay | None = None
    residence_since: date | None = None
    registered_here: bool | None = None
    in_institution: bool | None = None
    close_tie: bool = False
    by_agreement: bool | None = None
    family_reunion: bool | None = None
    cares_for_child: bool | None = None
    guardian_consent: bool | None = None
    tenure: Tenure | None = None
    lease_ends_on: date | None = None
    must_leave_on: date | None = None
    rented_before: bool | None = None
    owed: Ore | None = None
    owed_plan_on: date | None = None
    evicted_on: date | None = None
    breach_on: date | None = None
    earners: tuple[Earner, ...] = ()
    hindrances: frozenset[Hindrance] = frozenset()
    requirements: frozenset[Requirement] = frozenset()
    dispensations: tuple[Dispensation, ...] = ()

    def __repr__(self) -> str:
        return f"CaseFacts({self.application})"


@dataclass(frozen=True, slots=True)
class Kept:
    """An evaluation as it was made: what came out, the facts it rested on, and the rules."""

    id: int
    explanation: Explanation
    facts: CaseFacts
    rules: RuleSet
