"""What a tenant asks consent to, what was answered, and who lives there."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.deadlines import Deadline
from app.core.ids import DocumentId, LeaseId, PersonId
from app.core.periods import Period
from app.core.records import dataclass
from app.decisions.model import LetterFrom

"""A letter that was made: kept, or printed once (ADR-02)."""


class ConsentKind(StrEnum):
    """What the tenant asks for."""

    HOUSEHOLD = "household"
    PART_SUBLET = "part_sublet"
    ABSENCE_SUBLET = "absence_sublet"

    @property
    def sublet(self) -> bool:
        """Whether the tenant lets on."""
        return self is not ConsentKind.HOUSEHOLD


class Relation(StrEnum):
    """What the person is to the tenant (HL-35)."""

    SPOUSE = "spouse"
    COHABITANT = "cohabitant"
    OWN_LINE = "own_line"
    PARTNERS_LINE = "partners_line"
    FOSTER_CHILD = "foster_child"
    OTHER = "other"

    @property
    def by_right(self) -> bool:
        """Whether they belong to the tenant's household as of right."""
        return self is not Relation.OTHER


class AbsenceCause(StrEnum):
    """Why the tenant is away (HL-36)."""

    WORK = "work"
    STUDY = "study"
    MILITARY = "military"
    ILLNESS = "illness"
    OTHER_WEIGHTY = "other_weighty"
    NOT_WEIGHTY = "not_weighty"


class ConsentRefusal(StrEnum):
    """Why the landlord may say no."""

    PERSONS_CIRCUMSTANCES = "persons_circumstances"
    OVERCROWDING = "overcrowding"
    DESIGN_OR_PURPOSE = "design_or_purpose"
    LANDLORD_DISPOSES = "landlord_disposes"
    BEYOND_RIGHT = "beyond_right"


class ConsentState(StrEnum):
    """Where a request stands; derived from the days."""

    NOT_NEEDED = "not_needed"
    WAITING = "waiting"
    ANSWER_READY = "answer_ready"
    CONSENTED = "consented"
    REFUSED = "refused"
    DEEMED_CONSENT = "deemed_consent"
    WITHDRAWN = "withdrawn"

    @property
    def open(self) -> bool:
        """Whether the tenant waits for an answer."""
        return self in {ConsentState.WAITING, ConsentState.ANSWER_READY}

    @property
    def lets_in(self) -> bool:
        """Whether the person may live there."""
        return self in {
            ConsentState.NOT_NEEDED,
            ConsentState.CONSENTED,
            ConsentState.DEEMED_CONSENT,
        }


@dataclass(frozen=True, slots=True, repr=False)
class RequestDraft:
    """What the form fills. `until` is the last day of a sublet; `what` the part of the home."""

    kind: ConsentKind = ConsentKind.HOUSEHOLD
    received_on: date | None = None
    in_writing: bool = True
    name: str = ""
    relation: Relation | None = None
    cause: AbsenceCause | None = None
    what: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class AnswerDraft:
    """A yes, or a no with its ground and reason in the words of the letter."""

    consents: bool = True
    ground: ConsentRefusal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class ConsentAnswer:
    """The answer as its letter gives it; `sent_on` None while it lies here."""

    decided_on: date
    draft: AnswerDraft
    document: DocumentId | None
    sent_on: date | None


@dataclass(frozen=True, slots=True, repr=False)
class ConsentRequest:
    """One request as it was received, with the answer that stands."""

    id: int
    lease: LeaseId
    draft: RequestDraft
    person: PersonId | None
    withdrawn_on: date | None
    answer: ConsentAnswer | None

    @property
    def received_on(self) -> date:
        """The day the month counts from (HL-37)."""
        return self.draft.received_on or date.min


@dataclass(frozen=True, slots=True)
class Consent:
    """A request with where it stands on a day. `deemed_on` is the first day silence is a yes."""

    request: ConsentRequest
    state: ConsentState
    limit: Deadline
    deemed_on: date | None = None


class Tie(StrEnum):
    """Why someone lives there."""

    TENANT = "tenant"
    MEMBER = "member"
    SUB_TENANT = "sub_tenant"


class ResidentStanding(StrEnum):
    """What the landlord knows about a person who lives there."""

    TENANT = "tenant"
    FROM_THE_START = "from_the_start"
    NOT_NEEDED = "not_needed"
    CONSENTED = "consented"
    DEEMED_CONSENT = "deemed_consent"
    WAITING = "waiting"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Resident:
    """One who lives there. `gets_copy` is that a notice must go to them too (HL-77)."""

    tie: Tie
    name: str = field(repr=False)
    standing: ResidentStanding
    person: PersonId | None = None
    since: date | None = None
    until: date | None = None
    gets_copy: bool = False


@dataclass(frozen=True, slots=True)
class SubTenant:
    """A sub-tenant whom the landlord has approved (HL-77)."""

    request: int
    name: str = field(repr=False)
    person: PersonId | None
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class WaitingConsent:
    """A request nobody has answered, for the alerts (AL-06)."""

    request: int
    lease: LeaseId
    kind: ConsentKind
    received_on: date
    limit: Deadline
    ready: bool


@dataclass(frozen=True, slots=True, repr=False)
class ConsentLetter:
    """All that the answer says. `home` is the address of the dwelling, empty when kept secret;
    `longest` how long a sublet in absence may last (HL-36).
    """

    sender: LetterFrom
    number: str
    lease_number: str
    home: str
    request: RequestDraft
    answer: AnswerDraft
    longest: Period
    copies: tuple[str, ...] = ()
