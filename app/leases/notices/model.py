"""Notices to end a lease as the office knows them, protests, and termination for breach."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.core.deadlines import Deadline
from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.core.periods import Period
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.leases.model import Lease


class GivenBy(StrEnum):
    """Who gave the notice."""

    TENANT = "tenant"
    LANDLORD = "landlord"


class NoticeGround(StrEnum):
    """Why a landlord may give notice; the list is closed (HL-62)."""

    OWN_USE = "own_use"
    DEMOLITION = "demolition"
    TENANT_BREACH = "tenant_breach"
    OBJECTIVE_REASON = "objective_reason"


class LeaseDuty(StrEnum):
    """What of the lease itself the tenant broke; a side agreement is none of them (F7)."""

    RENT = "rent"
    CARE = "care"
    QUIET = "quiet"
    USE = "use"
    HANDED_OVER = "handed_over"
    ACCESS = "access"
    OTHER_TERM = "other_term"


class SuitBody(StrEnum):
    """Where a landlord can have a protested notice tried (HL-67)."""

    HTU = "htu"
    COURT = "court"


class BreachGround(StrEnum):
    """Letters a to e of HL-68."""

    RENT = "rent_unpaid"
    NEGLECT = "neglect_or_nuisance"
    HANDED_OVER = "unlawful_transfer"
    OTHER_USE = "other_use"
    NECESSARY = "necessary"

    @property
    def needs_warning(self) -> bool:
        """Whether a written warning must have gone before (HL-68 b to d)."""
        return self in WARNED_FIRST


WARNED_FIRST = frozenset({BreachGround.NEGLECT, BreachGround.HANDED_OVER, BreachGround.OTHER_USE})


class NoticeStanding(StrEnum):
    """Where a notice stands on a day."""

    UNSENT = "unsent"
    HOLDS = "holds"
    PROTESTED = "protested"
    SUED = "sued"
    LAPSED = "lapsed"
    SET_ASIDE = "set_aside"
    WITHDRAWN = "withdrawn"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class TenantNoticeDraft:
    """What the tenant said. `sent_on` counts when it is known (HL-04), else the day it came.

    `wishes` is the last day the tenant asks for; an earlier one than the law's needs `agreed`.
    """

    received_on: date | None = None
    sent_on: date | None = None
    written: bool = True
    wishes: date | None = None
    agreed: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class LandlordNoticeDraft:
    """What the form fills. `duty` only for the tenant's breach; `copies` approved sub-tenants.

    `rent_deposited`: the rent it is about is disputed and deposited (HL-20).
    """

    ground: NoticeGround | None = None
    reason: str = ""
    duty: LeaseDuty | None = None
    rent_deposited: bool = False
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtestDraft:
    """A written protest. `arrived_on` is the day the tenant got the notice (HL-66)."""

    arrived_on: date | None = None
    sent_on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class BreachDraft:
    """What the form fills; `warning` is the letter with the warning that went before."""

    ground: BreachGround | None = None
    reason: str = ""
    move_by: date | None = None
    warning: DocumentId | None = None
    rent_deposited: bool = False


@dataclass(frozen=True, slots=True)
class Protest:
    """A protest as it stands. `sue_by` and `lapses_on` are None for one that came late."""

    id: int
    arrived_on: date
    sent_on: date
    received_on: date
    late: bool
    sue_by: date | None = None
    lapses_on: date | None = None
    sued_on: date | None = None
    sued_at: SuitBody | None = None
    decided_on: date | None = None
    upheld: bool | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Notice:
    """One notice. `given_on` is None for a letter that is not sent yet."""

    id: int
    lease: LeaseId
    given_by: GivenBy
    recorded_on: date
    given_on: date | None
    end_on: date
    received_on: date | None = None
    written: bool = True
    document: DocumentId | None = None
    ground: NoticeGround | None = None
    duty: LeaseDuty | None = None
    reason: str = ""
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    protest: Protest | None = None


@dataclass(frozen=True, slots=True)
class SuitDays:
    """The last day to sue by the earlier reading, and the day the notice falls by the later."""

    act_by: Deadline
    lapses_on: date


@dataclass(frozen=True, slots=True, repr=False)
class Termination:
    """One termination for breach. `sent_on` is None while the letter waits."""

    id: int
    lease: LeaseId
    issued_on: date
    document: DocumentId
    ground: BreachGround
    reason: str
    warning: DocumentId | None
    move_by: date
    sent_on: date | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class NoticeDue:
    """A notice that may need someone, for the alerts (AL-12)."""

    notice: Notice
    standing: NoticeStanding
    protest_until: Deadline | None = None


class WarningGiven(Protocol):
    """A written warning about a lease (HL-68)."""

    @property
    def document(self) -> DocumentId:
        """Its letter."""
        ...

    @property
    def sent_on(self) -> date | None:
        """The day it went out; None while it waits."""
        ...

    @property
    def about(self) -> str:
        """The ground it warns of, by the code of `BreachGround`."""
        ...


class Warned(Protocol):
    """Where the warnings of a lease come from."""

    def of(self, lease: LeaseId) -> Sequence[WarningGiven]:
        """Every warning, sent or not."""
        ...


class DepositedRent(Protocol):
    """Where it is known what the tenant has paid in on a blocked account (HL-20)."""

    def deposited(self, lease: LeaseId, day: date) -> tuple[Ore, Ore]:
        """What of the late rent is paid in there, and what is owed beside it."""
        ...


class Subtenant(Protocol):
    """One who rents a part of the dwelling with the landlord's consent."""

    @property
    def name(self) -> str:
        """What the copy is addressed to."""
        ...


class Subtenants(Protocol):
    """Where they come from (HL-77)."""

    def approved_subtenants(self, lease: LeaseId, day: date) -> Sequence[Subtenant]:
        """Those of that day."""
        ...


class Deaths(Protocol):
    """Where a tenant's death is known from (HL-70)."""

    def died(self, lease: LeaseId) -> bool:
        """Whether the tenant's death is registered."""
        ...

    def landlord_may_end(self, lease: LeaseId, day: date) -> bool:
        """Whether nobody may enter any longer."""
        ...


@dataclass(frozen=True, slots=True, repr=False)
class EndLetter:
    """What every letter about the end of a lease says; `home` is empty where it is hidden."""

    lease: Lease
    sender: LetterFrom
    number: str
    home: str
    last_day: date
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class LandlordLetter:
    """The landlord's notice (DOC-17)."""

    about: EndLetter
    draft: LandlordNoticeDraft
    protest: Period
    sue: Period
    authority: str


@dataclass(frozen=True, slots=True, repr=False)
class ConfirmationLetter:
    """That the tenant's notice has come."""

    about: EndLetter
    notice: Notice
    lawful_end: date


@dataclass(frozen=True, slots=True, repr=False)
class BreachLetter:
    """Termination for breach (DOC-19). `warned_on` is when the warning went out."""

    about: EndLetter
    draft: BreachDraft
    authority: str
    warned_on: date | None = None
    court: bool = False
