"""Units around a household that may lose its home, and the short note each may be given."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.core.ids import DocumentId, EvictionCaseId, PersonId, ServiceUnitId
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.evictions.model import EvictionCase
from app.people.consents.model import Consent


class WhyAround(StrEnum):
    """Why a unit stands around the household."""

    COORDINATOR = "coordinator"
    SERVICES = "services"
    AGREED = "agreed"
    SOCIAL_SERVICE = "social_service"
    CHILDREN = "children"
    CHILD_WELFARE = "child_welfare"
    TOLD_BEFORE = "told_before"


class TellingGround(StrEnum):
    """What lets a unit be told of the case."""

    CONSENT = "consent"
    COORDINATION = "coordination"
    LANDLORD_NOTICE = "landlord_notice"
    NAMSFOGD_TELLS = "namsfogd_tells"
    NEEDED_FOR_TASK = "needed_for_task"
    REPORT_DUTY = "report_duty"
    OTHER_LAW = "other_law"

    @property
    def rule(self) -> str:
        """The rule it rests on; empty where the officer names it."""
        return _RULES.get(self, "")

    @property
    def asks_words(self) -> bool:
        """Whether somebody must have judged it, and say why in words."""
        return self in _JUDGED


_RULES = {
    TellingGround.CONSENT: "PV-02",
    TellingGround.COORDINATION: "SOT-13",
    TellingGround.LANDLORD_NOTICE: "HL-71",
    TellingGround.NAMSFOGD_TELLS: "TV-11",
    TellingGround.NEEDED_FOR_TASK: "SOT-11",
    TellingGround.REPORT_DUTY: "SOT-12",
}
_JUDGED = frozenset(
    {TellingGround.NEEDED_FOR_TASK, TellingGround.REPORT_DUTY, TellingGround.OTHER_LAW}
)


@dataclass(frozen=True, slots=True, repr=False)
class GroundOffer:
    """A ground that a unit may be told on; `consent` is the one that is leaned on."""

    ground: TellingGround
    consent: Consent | None = None


@dataclass(frozen=True, slots=True, repr=False)
class NoteDraft:
    """A note to be written: to whom, on which ground, why, and what we ask of them."""

    unit: ServiceUnitId
    ground: TellingGround | None = None
    because: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class UnitNote:
    """A note that was written. `sent_on` None while it waits under «Skal sendes»."""

    id: int
    case: EvictionCaseId
    unit: ServiceUnitId
    document: DocumentId | None
    issued_on: date
    ground: TellingGround
    contact: str = ""
    sent_on: date | None = None
    read_on: date | None = None
    read_by: str = ""

    @property
    def unread(self) -> bool:
        """Whether it went out and nobody has said that it was read."""
        return self.sent_on is not None and self.read_on is None


@dataclass(frozen=True, slots=True, repr=False)
class UnitAround:
    """A unit around the household: why, who to ring there, on what it may be told, what it was.

    `offers` are the grounds it may be told on, the one proposed first; those that ask for words
    are never proposed. `may_agree` when a consent would do.
    """

    unit: ServiceUnitId
    why: tuple[WhyAround, ...]
    contact: str = ""
    phone: str = ""
    offers: tuple[GroundOffer, ...] = ()
    may_agree: bool = True
    note: UnitNote | None = None

    @property
    def proposed(self) -> GroundOffer | None:
        """What it may be told on without more being said; None without a ground."""
        return next((each for each in self.offers if not each.ground.asks_words), None)

    @property
    def lacks_consent(self) -> bool:
        """«Samtykke mangler»."""
        return self.proposed is None and self.may_agree


@dataclass(frozen=True, slots=True, repr=False)
class Unanswered:
    """A note that went out some days ago, and that nobody there has said was read."""

    case: EvictionCaseId
    person: PersonId
    name: str = field(repr=False)
    note: UnitNote


@dataclass(frozen=True, slots=True)
class Around:
    """What an alert opens with: plan, services, children (P3)."""

    children: int = 0
    plan: bool = False
    units: int = 0
    coordinator: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class NotePaper:
    """All that a note says; never an address, and nothing of what others do."""

    case: EvictionCase
    draft: NoteDraft
    sender: LetterFrom
    number: str
    unit: str
    born: date | None = None
    consent: Consent | None = None
    ages: tuple[int, ...] = ()


class OptOuts(Protocol):
    """Whether a tenant has said no to the notice of § 9-11 (HL-71)."""

    def opt_out(self, person: PersonId, on: date | None = None) -> object | None:
        """What holds on a day; None when they have not."""
        ...
