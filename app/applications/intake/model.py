"""The whole paper form as it was told: each field has a place of its own."""

from datetime import date
from enum import StrEnum

from app.core.ids import ApplicationId, DocumentId, PersonId
from app.core.money import Ore
from app.core.records import dataclass


class Wanted(StrEnum):
    """Whether a home is asked for, or a roof at once."""

    ORDINARY = "ordinary"
    TEMPORARY = "temporary"


class MaritalStatus(StrEnum):
    """As the form asks."""

    UNMARRIED = "unmarried"
    MARRIED = "married"
    COHABITANT = "cohabitant"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    WIDOWED = "widowed"


class LegalStay(StrEnum):
    """By what right the person is in Norway (BS-02)."""

    CITIZEN = "citizen"
    NORDIC = "nordic"
    EEA = "eea"
    PERMANENT = "permanent"
    TEMPORARY_PERMIT = "temporary_permit"
    PROTECTION = "protection"
    ASYLUM_SEEKER = "asylum_seeker"
    NONE = "none"


class Tenure(StrEnum):
    """How they live now."""

    OWNS = "owns"
    RENTS_PRIVATELY = "rents_privately"
    RENTS_MUNICIPAL = "rents_municipal"
    WITH_FAMILY = "with_family"
    WITH_FRIENDS = "with_friends"
    INSTITUTION = "institution"
    PRISON = "prison"
    RECEPTION_CENTRE = "reception_centre"
    TEMPORARY_STAY = "temporary_stay"
    WITHOUT = "without"
    OTHER = "other"


class IncomeKind(StrEnum):
    """What the household lives on; none of them alone ever shuts anyone out."""

    WORK = "work"
    PENSION = "pension"
    DISABILITY_BENEFIT = "disability_benefit"
    WORK_ASSESSMENT_ALLOWANCE = "work_assessment_allowance"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    SICKNESS_BENEFIT = "sickness_benefit"
    TRANSITIONAL_BENEFIT = "transitional_benefit"
    INTRODUCTION_BENEFIT = "introduction_benefit"
    SOCIAL_ASSISTANCE = "social_assistance"
    BOSTOTTE = "bostotte"
    CHILD_BENEFIT = "child_benefit"
    CHILD_SUPPORT = "child_support"
    CASH_BENEFIT = "cash_benefit"
    STUDENT_LOAN = "student_loan"
    OTHER = "other"


class AssetKind(StrEnum):
    """What the household owns."""

    BANK = "bank"
    SECURITIES = "securities"
    HOUSE = "house"
    CABIN = "cabin"
    CAR = "car"
    BOAT = "boat"
    OTHER = "other"


class ExpenseKind(StrEnum):
    """What must be paid each month beside loans."""

    RENT = "rent"
    POWER = "power"
    CHILDCARE = "childcare"
    CHILD_SUPPORT = "child_support"
    OTHER = "other"


class Requirement(StrEnum):
    """What a dwelling must have."""

    WHEELCHAIR = "wheelchair"
    STEP_FREE = "step_free"
    GROUND_FLOOR_OR_LIFT = "ground_floor_or_lift"
    ADAPTED_BATHROOM = "adapted_bathroom"
    NEAR_SERVICES = "near_services"
    STAFF_NEAR = "staff_near"
    SHIELDED = "shielded"
    QUIET = "quiet"
    PETS = "pets"


class Hindrance(StrEnum):
    """What stands between the household and a home in the market."""

    LOW_INCOME = "low_income"
    DEBT = "debt"
    NO_DEPOSIT = "no_deposit"
    NO_REFERENCES = "no_references"
    TURNED_AWAY = "turned_away"
    LANGUAGE = "language"
    HEALTH = "health"
    LARGE_HOUSEHOLD = "large_household"
    FEW_DWELLINGS = "few_dwellings"
    OTHER = "other"


class HelpNeed(StrEnum):
    """Help to get or to master a home."""

    ECONOMY = "economy"
    PAYING_RENT = "paying_rent"
    FINDING_HOME = "finding_home"
    MOVING = "moving"
    DAILY_LIFE = "daily_life"
    CLEANING = "cleaning"
    NEIGHBOURS = "neighbours"
    HEALTH = "health"
    CHILDREN = "children"
    PAPERS = "papers"


class PaperKind(StrEnum):
    """Papers the form asks for."""

    IDENTITY = "identity"
    INCOME = "income"
    TAX_RETURN = "tax_return"
    LEASE_OR_NOTICE = "lease_or_notice"
    HEALTH_OR_SOCIAL = "health_or_social"
    RESIDENCE_PERMIT = "residence_permit"
    SEPARATION = "separation"
    VISITATION = "visitation"
    POWER_OF_ATTORNEY = "power_of_attorney"
    DEBT_OVERVIEW = "debt_overview"


class RepresentativeKind(StrEnum):
    """By what right someone speaks for the person."""

    AGENT = "agent"
    GUARDIAN = "guardian"
    PARENT = "parent"


@dataclass(frozen=True, slots=True, repr=False)
class Income:
    """What one person has each month before tax, in whole øre."""

    person: PersonId
    kind: IncomeKind
    monthly: Ore


@dataclass(frozen=True, slots=True, repr=False)
class Asset:
    """Something owned, in whole øre."""

    kind: AssetKind
    value: Ore


@dataclass(frozen=True, slots=True, repr=False)
class Expense:
    """Something paid each month, in whole øre."""

    kind: ExpenseKind
    monthly: Ore


@dataclass(frozen=True, slots=True, repr=False)
class Loan:
    """A debt, in whole øre; sums nobody has told are None."""

    creditor: str
    reference: str = ""
    original: Ore | None = None
    remaining: Ore | None = None
    monthly: Ore | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: asked for, come, or not needed."""

    kind: PaperKind
    asked_on: date | None = None
    received_on: date | None = None
    not_needed: bool = False
    document: DocumentId | None = None

    @property
    def missing(self) -> bool:
        """Whether the person must still bring it."""
        return self.received_on is None and not self.not_needed


@dataclass(frozen=True, slots=True, repr=False)
class Intake:
    """What the form of one request tells beside the application itself.

    None is «not asked or not told», which is never the same as no. `owed` is rent and damages
    owed to the municipality, in whole øre.
    """

    application: ApplicationId
    wanted: Wanted = Wanted.ORDINARY
    marital_status: MaritalStatus | None = None
    employer: str = ""
    residence_since: date | None = None
    registered_here: bool | None = None
    in_institution: bool | None = None
    legal_stay: LegalStay | None = None
    permit_until: date | None = None
    close_tie: str = ""
    by_agreement: bool | None = None
    family_reunion: bool | None = None
    cares_for_child: bool | None = None
    guardian_consent: bool | None = None
    tenure: Tenure | None = None
    landlord: str = ""
    present_rent: Ore | None = None
    present_bedrooms: int | None = None
    lease_ends_on: date | None = None
    must_leave_on: date | None = None
    tried_otherwise: str = ""
    rented_before: bool | None = None
    rented_where: str = ""
    rented_until: date | None = None
    owed: Ore | None = None
    owed_plan_on: date | None = None
    evicted_on: date | None = None
    breach_on: date | None = None
    area_wanted: str = ""
    floor_area: int | None = None
    school: str = ""
    help_text: str = ""
    incomes: tuple[Income, ...] = ()
    assets: tuple[Asset, ...] = ()
    expenses: tuple[Expense, ...] = ()
    loans: tuple[Loan, ...] = ()
    requirements: frozenset[Requirement] = frozenset()
    hindrances: frozenset[Hindrance] = frozenset()
    help_needs: frozenset[HelpNeed] = frozenset()
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Representative:
    """Who speaks for a person and gets a copy of their letters, from a day to a day."""

    person: PersonId
    kind: RepresentativeKind
    name: str
    since: date
    until: date | None = None
    organisation: str = ""
    line: str = ""
    postal_code: str = ""
    postal_place: str = ""
    phone: str = ""
    email: str = ""
    id: int = 0
