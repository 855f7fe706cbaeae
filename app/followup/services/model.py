"""Services and contact persons per unit, what we know them by, and what may be shared."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from app.core.ids import PersonId, ServiceUnitId
from app.core.records import dataclass
from app.people.consents.model import Consent, ConsentScope


class KnownBy(StrEnum):
    """What lets the office know what another unit does for a person (A1)."""

    CONSENT = "consent"
    OWN_TASK = "own_task"
    DUTY_TO_COOPERATE = "duty_to_cooperate"
    DUTY_TO_INFORM = "duty_to_inform"
    OTHER_LAW = "other_law"


class Standing(StrEnum):
    """Whether what a unit does can be shown on a day."""

    OURS = "ours"
    HOLDS = "holds"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    LACKING = "lacking"

    @property
    def shown(self) -> bool:
        """Whether services and contact persons may be read."""
        return self in {Standing.OURS, Standing.HOLDS}


class Receiver(StrEnum):
    """Whom something about a person may be told to."""

    HEALTH = "health"
    NAV = "nav"
    LANDLORD = "landlord"
    MEETING = "meeting"
    PLAN_GROUP = "plan_group"
    EARLY_HELPERS = "early_helpers"
    OTHERS = "others"


class NeverTold(StrEnum):
    """What no consent to talk with a receiver covers."""

    NAV_NOTES = "nav_notes"
    HEALTH_FACTS = "health_facts"
    ECONOMY = "economy"
    HIDDEN_ADDRESS = "hidden_address"


@dataclass(frozen=True, slots=True, repr=False)
class BasisDraft:
    """What is leaned on from a day: a consent by its id, or a law in words with an end."""

    known_by: KnownBy | None = None
    consent: int | None = None
    words: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Basis:
    """What is leaned on since a day. `consent` is the one named, as it is now."""

    id: int
    person: PersonId
    unit: ServiceUnitId
    since: date
    known_by: KnownBy
    consent: Consent | None = None
    words: str = ""
    until: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day it can be leaned on; None when no end is known."""
        if self.consent is None:
            return self.until
        ends = [day for day in (self.until, self.consent.until) if day is not None]
        if self.consent.withdrawn_on is not None:
            ends.append(self.consent.withdrawn_on - timedelta(days=1))
        return min(ends, default=None)

    def holds(self, day: date) -> bool:
        """Whether it can be leaned on that day."""
        last = self.last_day
        return self.since <= day and (last is None or day <= last)

    def withdrawn(self, day: date) -> bool:
        """Whether the person has taken the consent back."""
        on = None if self.consent is None else self.consent.withdrawn_on
        return on is not None and on <= day


@dataclass(frozen=True, slots=True, repr=False)
class ServiceDraft:
    """What a form can fill about a service; `vedtak` is its number or day, empty without one."""

    unit: ServiceUnitId | None = None
    what: str = ""
    vedtak: str = ""
    nav_only: bool = False
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class ServiceGiven:
    """What a person has from a unit, from a day; `draft.until` is the last day, if any."""

    id: int
    person: PersonId
    draft: ServiceDraft

    def runs(self, day: date) -> bool:
        """Whether they have it on a day."""
        since, until = self.draft.since, self.draft.until
        return since is not None and since <= day and (until is None or day <= until)


@dataclass(frozen=True, slots=True, repr=False)
class ContactDraft:
    """What a form can fill about a contact person."""

    unit: ServiceUnitId | None = None
    name: str = ""
    role: str = ""
    phone: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class ContactPerson:
    """Whom to ring in a unit; `confirmed_on` is the last day somebody made sure of it."""

    id: int
    person: PersonId
    draft: ContactDraft
    until: date | None
    confirmed_on: date

    def stale(self, day: date, days: int) -> bool:
        """Whether it is more than so many days since somebody made sure."""
        return self.confirmed_on + timedelta(days=days) < day


@dataclass(frozen=True, slots=True, repr=False)
class UnitBlock:
    """All about one unit. Where it may not be shown, services and contacts are empty (A1).

    `known` is how many services and contact persons there are, also when they are hidden.
    """

    unit: ServiceUnitId
    standing: Standing
    basis: Basis | None = None
    services: tuple[ServiceGiven, ...] = ()
    contacts: tuple[ContactPerson, ...] = ()
    known: int = 0

    def hidden(self) -> "UnitBlock":
        """The same without what may not be read."""
        return replace(self, services=(), contacts=())


@dataclass(frozen=True, slots=True, repr=False)
class Sharing:
    """What one receiver may be told on a day, by which consents, and what never.

    `named` is who the consents name, empty for all of that kind. Without consents nothing may.
    """

    receiver: Receiver
    named: str = ""
    consents: tuple[Consent, ...] = ()
    never: tuple[NeverTold, ...] = ()

    @property
    def until(self) -> date | None:
        """The last day all of it holds; None without an end."""
        return min((each.until for each in self.consents if each.until), default=None)

    @property
    def scopes(self) -> tuple[ConsentScope, ...]:
        """What was agreed to, each once."""
        return tuple(dict.fromkeys(each.scope for each in self.consents))


@dataclass(frozen=True, slots=True, repr=False)
class Ending:
    """Something leaned on that ends, or has ended: whose, what, and on which last day (P5)."""

    person: PersonId
    ends_on: date
    unit: ServiceUnitId | None = None
    known_by: KnownBy = KnownBy.CONSENT
    scope: ConsentScope | None = None
    body: str = ""
