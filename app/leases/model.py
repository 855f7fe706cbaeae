"""Leases as the office knows them: drafts that can change, and issued ones that never do."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.core.ids import DwellingId, LeaseId, PersonId, VedtakId
from app.core.money import Ore
from app.core.periods import Period
from app.core.records import dataclass
from app.decisions.model import Condition, LetterFrom
from app.dwellings.landlords.model import Landlord
from app.dwellings.model import Dwelling
from app.people.model import AddressProtection

NOTHING = Ore(0)


class LeaseKind(StrEnum):
    """What a lease rests on; `short` and `second_short` follow from the term itself."""

    ORDINARY = "ordinary"
    REFUGEE = "refugee"
    SHORT = "short"
    SECOND_SHORT = "second_short"
    OPEN_ENDED = "open_ended"
    SINGLE_ROOM = "single_room"
    STAFF = "staff"
    REFERRAL = "referral"


class TermBasis(StrEnum):
    """Which rule of the shortest fixed term a lease rests on."""

    ORDINARY = "ordinary"
    SAME_HOUSE = "same_house"
    HOLIDAY_HOUSE = "holiday_house"


class LeaseState(StrEnum):
    """Where a lease stands; the middle ones are derived from the day."""

    DRAFT = "draft"
    TO_SIGN = "to_sign"
    SIGNED = "signed"
    RUNNING = "running"
    PAST_TERM = "past_term"
    TURNED_OPEN_ENDED = "turned_open_ended"
    UNDER_NOTICE = "under_notice"
    OVERSTAY = "overstay"
    ENDED = "ended"
    CANCELLED = "cancelled"

    @property
    def holds(self) -> bool:
        """Whether the dwelling is or will be someone's by it."""
        return self not in {LeaseState.ENDED, LeaseState.CANCELLED}

    @property
    def lived_in(self) -> bool:
        """Whether someone lives there by it."""
        return self in {
            LeaseState.RUNNING,
            LeaseState.PAST_TERM,
            LeaseState.TURNED_OPEN_ENDED,
            LeaseState.UNDER_NOTICE,
            LeaseState.OVERSTAY,
        }


class ChargeKind(StrEnum):
    """What may be asked beside the rent (HL-10), and what may not (HL-18)."""

    POWER = "power"
    FUEL = "fuel"
    METERED_WATER = "metered_water"
    OTHER_MONTHLY = "other_monthly"
    ONE_OFF = "one_off"
    TENANT_LOAN = "tenant_loan"


class AgreedException(StrEnum):
    """What § 11-1 lets a public landlord agree, and the tenant must be told (HL-51 to HL-55)."""

    HOUSEHOLD_BY_RIGHT = "household_by_right"
    OTHER_HOUSEHOLD = "other_household"
    SUBLET_IN_ABSENCE = "sublet_in_absence"
    SHORTER_TERM = "shorter_term"


USUAL_EXCEPTIONS = (
    AgreedException.HOUSEHOLD_BY_RIGHT,
    AgreedException.OTHER_HOUSEHOLD,
    AgreedException.SUBLET_IN_ABSENCE,
)


@dataclass(frozen=True, slots=True)
class Charge:
    """A sum beside the rent, whole øre; `words` say what for when the kind does not."""

    kind: ChargeKind
    amount: Ore
    words: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class LeaseDraft:
    """What the form fills. Sums in whole øre; `end` is the last day, None when open-ended.

    `informed` is that the tenant gets the § 11-1 information in writing before signing (HL-51);
    `terminable` that the landlord may end a fixed term early (HL-41).
    """

    dwelling: DwellingId
    tenant: PersonId
    vedtak: VedtakId | None = None
    kind: LeaseKind = LeaseKind.ORDINARY
    start: date | None = None
    end: date | None = None
    short_reason: str = ""
    weighty_reason: str = ""
    open_ended_reason: str = ""
    terminable: bool = False
    rent: Ore | None = None
    due_day: int = 1
    account: str = ""
    kid: str = ""
    deposit: Ore = NOTHING
    deposit_account: str = ""
    guarantee: Ore = NOTHING
    guarantor: str = ""
    charges: tuple[Charge, ...] = ()
    for_disadvantaged: bool = True
    informed: bool = True
    exceptions: tuple[AgreedException, ...] = USUAL_EXCEPTIONS
    eviction_for_rent: bool = True
    eviction_at_expiry: bool = True
    term_basis: TermBasis = TermBasis.ORDINARY

    @property
    def tenant_loan(self) -> Ore:
        """What the tenant lends the landlord (HL-19)."""
        loans = (each.amount for each in self.charges if each.kind is ChargeKind.TENANT_LOAN)
        return Ore(sum(loans))

    @property
    def open_ended(self) -> bool:
        """Whether it is meant to run until someone ends it (HL-40)."""
        return self.kind is LeaseKind.OPEN_ENDED


@dataclass(frozen=True, slots=True)
class LeaseFacts:
    """What the register says around a draft.

    `short_before` counts short leases of the same tenant and dwelling (HL-56), `taken_by` is the
    number of another lease on the dwelling in the same time, `same_kid` of one with the same KID.
    `usual_rent` is what is asked for the dwelling; `public_landlord` that state, county or
    municipality is the landlord (HL-19); `owner_bills` that the rent goes to the owner.
    """

    signing: date
    short_before: int = 0
    taken_by: str = ""
    same_kid: str = ""
    office_account: str = ""
    staff_dwelling: bool = False
    old_debt: bool = False
    usual_rent: Ore | None = None
    public_landlord: bool = True
    owner_bills: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Lease:
    """One lease as it is on a day.

    `ended_on` is the last day it was ended to, `rent` what is paid that day, whole øre a month.
    """

    id: LeaseId
    number: str
    draft: LeaseDraft
    state: LeaseState
    signed_on: date | None
    ended_on: date | None
    rent: Ore | None
    to_check: str
    rule_versions: tuple[tuple[str, date], ...] = ()

    @property
    def last_day(self) -> date | None:
        """The last day as it is known: what it was ended to, else the last day of the term."""
        return self.ended_on or self.draft.end

    def __repr__(self) -> str:
        return f"Lease({self.number})"


@dataclass(frozen=True, slots=True)
class LeaseRow:
    """A lease in the list. `address` is empty for a protected tenant (ADR-03)."""

    id: LeaseId
    number: str
    kind: LeaseKind
    state: LeaseState
    tenant: PersonId
    tenant_name: str = field(repr=False)
    protection: AddressProtection
    dwelling: DwellingId
    address: str = field(repr=False)
    start: date | None
    end: date | None
    rent: Ore | None
    signed_on: date | None
    to_check: str
    ended_on: date | None = None

    @property
    def last_day(self) -> date | None:
        """What it was ended to, else the last day of the term."""
        return self.ended_on or self.end


class EndingLease(NamedTuple):
    """A fixed term that is running out or has, for the alerts (AL-03, AL-04).

    `followed_on` is the first day of a signed lease that takes over from it.
    """

    lease: LeaseId
    dwelling: DwellingId
    end_on: date
    state: LeaseState
    move_out_request_sent: date | None = None
    renewal_decided: bool = False
    followed_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class TenantPlace:
    """Whose a lease is and where; no address for a protected tenant (ADR-05)."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, repr=False)
class ImportedLease:
    """A lease that a sheet says is there already: no vedtak, signed once, rent in whole øre."""

    tenant: PersonId
    dwelling: DwellingId
    start: date | None = None
    end: date | None = None
    open_ended: bool = False
    rent: Ore | None = None
    kid: str = ""
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Periods:
    """The lengths of time a lease names, as the law has them on the day it is issued."""

    least_term: Period
    notice: Period
    protest: Period
    index_notice: Period
    prevailing_after: Period
    prevailing_notice: Period
    silence: Period
    eviction_notice: Period
    authority: str


@dataclass(frozen=True, slots=True, repr=False)
class LeasePaper:
    """All that a lease says, gathered from the register.

    `dwelling` None leaves the address to be filled in by hand (ADR-02). `household` are the names
    of those who live there beside the tenant. `landlord` tells what the owner does (C8).
    """

    number: str
    draft: LeaseDraft
    sender: LetterFrom
    tenant_name: str
    tenant_born: date | None
    dwelling: Dwelling | None
    household: tuple[str, ...]
    vedtak_number: str
    conditions: tuple[Condition, ...]
    periods: Periods
    landlord: Landlord = field(default_factory=Landlord)
