"""Offers and reservations as the office knows them."""

from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from app.allocation.rulesets.model import AdoptedRuleSet, RefusalEffect
from app.applications.intake.model import Representative
from app.core.ids import ApplicationId, DwellingId, PersonId, VedtakId
from app.core.records import dataclass
from app.core.text import Language
from app.dwellings.model import Dwelling
from app.settings.model import OfficeProfile


class OfferState(StrEnum):
    """How far an offer has come; `sent` is derived from its letter."""

    MADE = "made"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    UNANSWERED = "unanswered"
    RETRACTED = "retracted"

    @property
    def open(self) -> bool:
        """Whether the answer is still waited for."""
        return self in {OfferState.MADE, OfferState.SENT}


class DeclineReason(StrEnum):
    """Why a person says no to a dwelling: a closed list, never a person's character (HL-06)."""

    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NOT_ACCESSIBLE = "not_accessible"
    HEALTH = "health"
    CHILDRENS_SCHOOL = "childrens_school"
    WORK_OR_NETWORK = "work_or_network"
    SAFETY = "safety"
    CONDITION = "condition"
    RENT_TOO_HIGH = "rent_too_high"
    ANIMAL = "animal"
    FOUND_OTHER = "found_other"
    NO_LONGER_NEEDED = "no_longer_needed"
    NO_REASON = "no_reason"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a no without a valid reason leads to, as the letter told it beforehand.

    `counted` are the earlier ones, `allowed` the one that has the effect (1: the first).
    """

    effect: RefusalEffect = RefusalEffect.NOTHING
    counted: int = 0
    allowed: int = 1

    @property
    def left(self) -> int:
        """How many more there may be after this one before it has an effect."""
        return max(self.allowed - self.counted - 1, 0)

    @property
    def now(self) -> RefusalEffect:
        """What this very no leads to."""
        return RefusalEffect.NOTHING if self.left else self.effect


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """What the form fills. `viewing_at` is local time; `note` goes into the letter."""

    application: ApplicationId
    dwelling: DwellingId
    answer_by: date
    viewing_at: datetime | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer as it stands today. `valid_reason` None while nobody has said no."""

    id: int
    number: str
    application: ApplicationId
    vedtak: VedtakId
    dwelling: DwellingId
    offered_on: date
    answer_by: date
    viewing_at: datetime | None
    told: Consequence
    state: OfferState
    state_since: date
    valid_reason: bool | None
    reason: str
    words: str = field(repr=False)
    note: str = field(repr=False)

    @property
    def counts(self) -> bool:
        """Whether it is a no without a valid reason."""
        said_no = self.state in {OfferState.DECLINED, OfferState.UNANSWERED}
        return said_no and not self.valid_reason


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer in the list, with whose it is and which dwelling."""

    offer: Offer
    applicant: PersonId
    name: str = field(repr=False)
    application_number: str
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReservationDraft:
    """A dwelling held back: for an application, a year's settlement, or in words; until a day."""

    dwelling: DwellingId
    since: date
    until: date
    reason: str = field(repr=False)
    application: ApplicationId | None = None
    settlement_year: int | None = None
    held_for: str = field(default="", repr=False)

    def is_for(self, application: ApplicationId, *, by_agreement: bool) -> bool:
        """Whether it is held for that one, who may be settled by agreement (D8)."""
        quota = self.settlement_year is not None and by_agreement
        return self.application == application or quota


@dataclass(frozen=True, slots=True)
class Reservation:
    """As it stands: `until` is the last day, unless it was ended before, on `ended_on`."""

    id: int
    draft: ReservationDraft
    ended_on: date | None

    def holds(self, day: date) -> bool:
        """Whether it holds the dwelling that day."""
        ended = self.ended_on is not None and day >= self.ended_on
        return self.draft.since <= day <= self.draft.until and not ended


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """A reservation in the list. `name` is empty where it is for no application."""

    reservation: Reservation
    name: str = field(repr=False)
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class OfferLetter:
    """All that the letter with an offer says.

    `recipient` is what shows in the window, empty to be filled in by hand; `copies` are the names
    of those who speak for the person.
    """

    office: OfficeProfile
    officer_name: str
    officer_title: str
    recipient: tuple[str, ...]
    issued: datetime
    language: Language
    number: str
    vedtak_number: str
    dwelling: Dwelling
    offer: OfferDraft
    consequence: Consequence
    copies: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """What the register says around an offer that is to be made.

    `vedtak` is the grant without a dwelling of one on the waiting list. `stops` are the codes of
    what keeps this dwelling from this household.
    """

    today: date
    vedtak: VedtakId | None
    rent_known: bool
    vacant: bool
    has_offer: bool
    stops: tuple[str, ...] = ()


class InForce(Protocol):
    """Where the municipality's rules come from."""

    def in_force(self, on: date | None = None) -> AdoptedRuleSet:
        """Those of a day, today unless said."""
        ...


class Representatives(Protocol):
    """Where those who speak for a person come from."""

    def representatives(
        self, person: PersonId, on: date | None = None
    ) -> tuple[Representative, ...]:
        """Those who do on a day, today unless said."""
        ...
