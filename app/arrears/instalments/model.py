"""What is agreed on paying in parts (DOC-23). Sums in whole øre."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.arrears.model import RentChargeKind
from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.core.records import dataclass
from app.core.working_days import adjust
from app.decisions.model import LetterFrom

NOTHING = Ore(0)


class InstalmentState(StrEnum):
    """Where an agreement on instalments stands; `running` is derived from the day."""

    DRAFT = "draft"
    OFFERED = "offered"
    SIGNED = "signed"
    RUNNING = "running"
    KEPT = "kept"
    BROKEN = "broken"
    ENDED = "ended"

    @property
    def open(self) -> bool:
        """Whether nobody has signed yet."""
        return self in {InstalmentState.DRAFT, InstalmentState.OFFERED}

    @property
    def holds(self) -> bool:
        """Whether both are bound by it."""
        return self in {InstalmentState.SIGNED, InstalmentState.RUNNING}


class InstalmentStanding(StrEnum):
    """What has become of one part."""

    PAID = "paid"
    PARTLY = "partly"
    MISSING = "missing"
    DUE = "due"
    COMING = "coming"
    AHEAD = "ahead"


class TalkWay(StrEnum):
    """How the tenant was told of a breach."""

    CALL = "call"
    MEETING = "meeting"
    LETTER = "letter"
    NOT_REACHED = "not_reached"

    @property
    def reached(self) -> bool:
        """Whether the tenant has been told by it."""
        return self is not TalkWay.NOT_REACHED


@dataclass(frozen=True, slots=True)
class Part:
    """One sum to be paid. `due_on` nominal; `moved_to` the first day one can pay (DL-03)."""

    number: int
    due_on: date
    amount: Ore

    @property
    def moved_to(self) -> date:
        """The day that counts."""
        return adjust(self.due_on)


@dataclass(frozen=True, slots=True)
class AgreedClaim:
    """What was left of a claim when the sum was counted."""

    kind: RentChargeKind
    due_on: date
    amount: Ore
    month: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class InstalmentDraft:
    """What the form fills: the sum, the first day, and either how many parts or how much a month.

    `agreed_by` is who agreed to it for the tenant; `words` what else was said.
    """

    total: Ore | None = None
    first_on: date | None = None
    count: int | None = None
    amount: Ore | None = None
    agreed_by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class InstalmentAgreement:
    """One as it stands on a day; `signed_on` None while nobody has signed."""

    id: int
    lease: LeaseId
    counted_on: date
    total: Ore
    paid_before: Ore
    agreed_by: str
    words: str
    state: InstalmentState
    since: date
    signed_on: date | None
    reason: str = ""
    document: DocumentId | None = None
    signed_copy: DocumentId | None = None
    parts: tuple[Part, ...] = ()
    claims: tuple[AgreedClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class PartStanding:
    """One part and what is paid of it."""

    part: Part
    paid: Ore
    standing: InstalmentStanding

    @property
    def left(self) -> Ore:
        """What is not paid of it."""
        return Ore(self.part.amount - self.paid)


@dataclass(frozen=True, slots=True)
class Keeping:
    """How an agreement is kept on a day.

    `rent_missing` and `parts_missing` are past their moved day; `since` is the first day anything
    was. `ahead` is paid and not yet used; `left` what remains of the agreed sum after it.
    """

    on: date
    parts: tuple[PartStanding, ...]
    rent_missing: Ore = NOTHING
    parts_missing: Ore = NOTHING
    since: date | None = None
    ahead: Ore = NOTHING
    left: Ore = NOTHING

    @property
    def missing(self) -> Ore:
        """All that should have been paid by now."""
        return Ore(self.rent_missing + self.parts_missing)

    @property
    def paid_up(self) -> bool:
        """Whether all of the agreed sum is paid, in time or ahead of it."""
        return not self.left and not self.missing

    @property
    def next_part(self) -> PartStanding | None:
        """The first part that is not paid; None when all are."""
        done = {InstalmentStanding.PAID, InstalmentStanding.AHEAD}
        return next((each for each in self.parts if each.standing not in done), None)


@dataclass(frozen=True, slots=True)
class Breach:
    """An agreement is not followed: what is missing, and since when.

    `told_on` is the last day the tenant was told of it; None before anybody did.
    """

    lease: LeaseId
    agreement: int
    on: date
    since: date
    missing: Ore
    rent_missing: Ore
    parts_missing: Ore
    told_on: date | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """The tenant was told of a breach."""

    told_on: date
    way: TalkWay
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Growth:
    """What is owed outside an agreement that holds: fees, or claims that were not in it."""

    owed: Ore
    left: Ore

    @property
    def beside(self) -> Ore:
        """What the agreement does not cover; nothing where it covers all."""
        return Ore(max(0, self.owed - self.left))

    @property
    def too_much(self) -> Ore:
        """What the agreement asks more than is owed: a claim was dropped."""
        return Ore(max(0, self.left - self.owed))


@dataclass(frozen=True, slots=True)
class Affordable:
    """A plan that can be proposed: so much a month, so many times."""

    amount: Ore
    count: int
    longest: bool


@dataclass(frozen=True, slots=True, repr=False)
class InstalmentPaper:
    """All that the print says. `rent` None where it is not known."""

    sender: LetterFrom
    number: str
    name: str
    lease_number: str
    total: Ore
    parts: tuple[Part, ...]
    claims: tuple[AgreedClaim, ...]
    rent: Ore | None
    account: str
    kid: str
    words: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class MissedPaper:
    """All that the letter about a breach says. `until` None before a day is chosen."""

    sender: LetterFrom
    number: str
    lease_number: str
    breach: Breach
    left: Ore
    until: date | None
    account: str
    kid: str
    copies: tuple[str, ...] = ()
