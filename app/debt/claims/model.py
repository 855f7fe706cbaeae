"""Creditors and what they claim: kind, security, interest, collector, how far it has come."""

from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum

from app.core.ids import CreditorId, DebtCaseId, DebtClaimId, LeaseId
from app.core.money import Ore
from app.core.records import dataclass

NOTHING = Ore(0)


class DebtClaimKind(StrEnum):
    """What is owed; those that keep a home, the power and the children come first (GJ-05)."""

    RENT = "rent"
    HOME_LOAN = "home_loan"
    COMMON_COSTS = "common_costs"
    MUNICIPAL_CHARGES = "municipal_charges"
    POWER = "power"
    INSURANCE = "insurance"
    CHILDCARE = "childcare"
    CHILD_SUPPORT = "child_support"
    CRIME_COMPENSATION = "crime_compensation"
    FINE = "fine"
    TAX = "tax"
    OVERPAID_BENEFIT = "overpaid_benefit"
    PUBLIC_OTHER = "public_other"
    STUDENT_LOAN = "student_loan"
    CAR_LOAN = "car_loan"
    CONSUMER_LOAN = "consumer_loan"
    CREDIT_CARD = "credit_card"
    PHONE = "phone"
    PRIVATE_LOAN = "private_loan"
    OTHER = "other"

    @property
    def first(self) -> bool:
        """Whether it keeps the home, the power, the insurance or the children (GJ-05)."""
        return self in _FIRST

    @property
    def rank(self) -> "AttachmentRank":
        """Its place by dekningsloven § 2-8 (GJ-29)."""
        return _RANKS.get(self, AttachmentRank.OTHER)


_FIRST = frozenset(
    {
        DebtClaimKind.RENT,
        DebtClaimKind.HOME_LOAN,
        DebtClaimKind.COMMON_COSTS,
        DebtClaimKind.MUNICIPAL_CHARGES,
        DebtClaimKind.POWER,
        DebtClaimKind.INSURANCE,
        DebtClaimKind.CHILDCARE,
    }
)


class AttachmentRank(IntEnum):
    """The order of dekningsloven § 2-8; equal rank shares pro rata (GJ-29)."""

    MAINTENANCE = 1
    CRIME_COMPENSATION = 2
    FINES = 3
    PUBLIC = 4
    OTHER = 5


_RANKS = {
    DebtClaimKind.CHILD_SUPPORT: AttachmentRank.MAINTENANCE,
    DebtClaimKind.CRIME_COMPENSATION: AttachmentRank.CRIME_COMPENSATION,
    DebtClaimKind.FINE: AttachmentRank.FINES,
    DebtClaimKind.TAX: AttachmentRank.PUBLIC,
    DebtClaimKind.MUNICIPAL_CHARGES: AttachmentRank.PUBLIC,
    DebtClaimKind.OVERPAID_BENEFIT: AttachmentRank.PUBLIC,
    DebtClaimKind.PUBLIC_OTHER: AttachmentRank.PUBLIC,
}


class DebtClaimStage(StrEnum):
    """How far a creditor has come (GJ-03)."""

    CURRENT = "current"
    REMINDED = "reminded"
    COLLECTION = "collection"
    JUDGMENT = "judgment"
    SEIZED = "seized"
    ATTACHED = "attached"
    FORCED_SALE = "forced_sale"
    SETTLED = "settled"
    CANCELLED = "cancelled"

    @property
    def open(self) -> bool:
        """Whether it is still claimed."""
        return self not in {DebtClaimStage.SETTLED, DebtClaimStage.CANCELLED}


@dataclass(frozen=True, slots=True, repr=False)
class CreditorDraft:
    """Whom money is owed to, or who collects: a firm or an office, used in every case.

    `again` answers that another with the same number or a like name is meant.
    """

    name: str = ""
    org_number: str = ""
    address: str = ""
    postal_code: str = ""
    postal_place: str = ""
    email: str = ""
    phone: str = ""
    account: str = ""
    collector: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Creditor:
    """One of them, in the register."""

    id: CreditorId
    draft: CreditorDraft

    @property
    def name(self) -> str:
        """What it is called."""
        return self.draft.name


@dataclass(frozen=True, slots=True)
class ClaimSums:
    """What is claimed on a day, whole øre."""

    principal: Ore = NOTHING
    interest: Ore = NOTHING
    costs: Ore = NOTHING

    @property
    def total(self) -> Ore:
        """All of it."""
        return Ore(self.principal + self.interest + self.costs)


@dataclass(frozen=True, slots=True)
class DebtClaimDraft:
    """What the form tells of a claim. `rate` is the yearly interest in per cent.

    `security` says what it is secured in; `attached` is what is drawn each month by force.
    `lease` where it is rent owed to the municipality: the sums then come from the register.
    `again` answers that a second claim of the same creditor is meant. Who is not in the register
    yet is `new_creditor` or `new_collector`, and is registered with it.
    """

    creditor: CreditorId | None = None
    kind: DebtClaimKind | None = None
    sums: ClaimSums = ClaimSums()
    as_of: date | None = None
    collector: CreditorId | None = None
    reference: str = field(default="", repr=False)
    incurred_on: date | None = None
    due_on: date | None = None
    rate: Decimal | None = None
    secured: bool = False
    security: str = field(default="", repr=False)
    stage: DebtClaimStage = DebtClaimStage.CURRENT
    attached: Ore = NOTHING
    disputed: bool = False
    words: str = field(default="", repr=False)
    lease: LeaseId | None = None
    again: bool = False
    new_creditor: CreditorDraft | None = None
    new_collector: CreditorDraft | None = None


@dataclass(frozen=True, slots=True)
class DebtClaim:
    """One creditor's claim in a case, as it stands on a day."""

    id: DebtClaimId
    case: DebtCaseId
    creditor: CreditorId
    creditor_name: str
    collector_name: str
    kind: DebtClaimKind
    sums: ClaimSums
    draft: DebtClaimDraft = field(repr=False)

    @property
    def owed(self) -> Ore:
        """What is claimed in all."""
        return self.sums.total

    @property
    def open(self) -> bool:
        """Whether it is still claimed."""
        return self.draft.stage.open

    @property
    def receiver(self) -> CreditorId:
        """Whom letters and payments go to: the collector where there is one."""
        return self.draft.collector or self.creditor


@dataclass(frozen=True, slots=True)
class SumsRow:
    """What was claimed from a day."""

    since: date
    sums: ClaimSums


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """How far a creditor has come from a day, who collects, and what is drawn each month."""

    since: date
    stage: DebtClaimStage
    collector: CreditorId | None = None
    attached: Ore = NOTHING
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class FoundRent:
    """Rent the register knows is owed on a tenancy and the case does not tell of yet."""

    lease: LeaseId
    number: str
    creditor: str
    sums: ClaimSums
    since: date | None


class CostLevel(StrEnum):
    """What a collector's costs are, held against the regulation (INK-10)."""

    WITHIN = "within"
    IF_HEAVY = "if_heavy"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class CostCheck:
    """A collector's costs against the most they may be without VAT, whole øre (INK-10)."""

    level: CostLevel
    simple: Ore
    heavy: Ore


@dataclass(frozen=True, slots=True)
class ClaimTotals:
    """What is owed in a case, whole øre: in all, and of it what comes first (GJ-05)."""

    owed: Ore
    first: Ore
    attached: Ore
    claims: int
    creditors: int
