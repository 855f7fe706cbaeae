"""One paper form before anyone in it is registered."""

from app.applications.intake.model import IncomeKind, Intake, Representative
from app.applications.model import ApplicationDraft
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.people.consents.model import Consent
from app.people.model import Household

NOBODY, NO_APPLICATION = PersonId(0), ApplicationId(0)
NOTHING_TOLD = Intake(NO_APPLICATION)
APPLICANT = 0


@dataclass(frozen=True, slots=True, repr=False)
class ToldIncome:
    """An income of someone who may not be registered yet: their place in the household.

    The applicant is place 0, the others follow in the order they are told; None is not said.
    """

    place: int | None
    kind: IncomeKind
    monthly: Ore


@dataclass(frozen=True, slots=True, repr=False)
class Registration:
    """One paper form. Persons in `intake`, `representative` and `consents` are filled in here.

    `cases` are all that it opens; the first of them in CaseKind's order holds the form.
    """

    application: ApplicationDraft
    cases: frozenset[CaseKind] = frozenset({CaseKind.ALLOCATION})
    intake: Intake = NOTHING_TOLD
    incomes: tuple[ToldIncome, ...] = ()
    representative: Representative | None = None
    consents: tuple[Consent, ...] = ()


def people_in_order(household: Household, applicant: PersonId) -> tuple[PersonId, ...]:
    """Those in the household now, the applicant first."""
    others = (each.person for each in household.members if each.until is None)
    return (applicant, *(person for person in others if person != applicant))
