"""One household as one page shows it, and everything that has happened, each on its day."""

from dataclasses import field
from datetime import date
from enum import Enum, StrEnum

from app.arrears.model import Owed
from app.core.ids import PersonId, Ref
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.waiting.model import RequestRow
from app.decisions.model import VedtakRow
from app.evictions.model import EvictionCase
from app.followup.levels.model import LevelOn
from app.followup.owners.model import Owner
from app.followup.plans.model import Plan
from app.leases.expiry.model import Ladder
from app.leases.model import LeaseRow
from app.letters.model import DocumentRow
from app.people.consents.model import Consent
from app.people.model import Household, Person


class Theme(StrEnum):
    """What the timeline can be narrowed to."""

    TALKS = "talks"
    LETTERS = "letters"
    DECISIONS = "decisions"
    TENANCY = "tenancy"
    ECONOMY = "economy"
    FOLLOWUP = "followup"
    PEOPLE = "people"


class Happened(StrEnum):
    """What kind of thing happened."""

    CONTACT = "contact"
    ASSESSED = "assessed"
    LEASE_TALK = "lease_talk"
    LETTER = "letter"
    PAPER_RECEIVED = "paper_received"
    LETTER_RETURNED = "letter_returned"
    APPLIED = "applied"
    APPLICATION_MOVED = "application_moved"
    DISCHARGE_TOLD = "discharge_told"
    VEDTAK = "vedtak"
    APPEALED = "appealed"
    APPEAL_MOVED = "appeal_moved"
    OFFERED = "offered"
    OFFER_ANSWERED = "offer_answered"
    CONDITION = "condition"
    CONSENTED = "consented"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    LEASE_BEGAN = "lease_began"
    LEASE_ENDED = "lease_ended"
    NOTICE_GIVEN = "notice_given"
    REPORTED = "reported"
    WARNED = "warned"
    RENT_SET = "rent_set"
    STAY_BEGAN = "stay_began"
    STAY_ENDED = "stay_ended"
    HANDED_OVER = "handed_over"
    KEYS_BACK = "keys_back"
    EVICTION_MOVED = "eviction_moved"
    EVICTION_DAY = "eviction_day"
    EVICTION_TOLD = "eviction_told"
    EVICTION_ENDED = "eviction_ended"
    CHILD_STEP = "child_step"
    RENT_MISSED = "rent_missed"
    ARREARS_STEP = "arrears_step"
    INSTALMENTS = "instalments"
    RENT_DISPUTED = "rent_disputed"
    ADVICE_ASKED = "advice_asked"
    ADVICE_DECIDED = "advice_decided"
    ADVICE_STAGE = "advice_stage"
    ADVICE_ENDED = "advice_ended"
    PAYMENT_PLAN = "payment_plan"
    DEBT_MEASURE = "debt_measure"
    LEVEL = "level"
    OWNER = "owner"
    PLAN = "plan"
    PLAN_EVALUATED = "plan_evaluated"
    GOAL = "goal"
    MEASURE = "measure"
    SIGNAL = "signal"
    SERVICE = "service"
    MOVED_IN = "moved_in"
    MOVED_OUT = "moved_out"
    PROTECTED = "protected"
    ACCESS_GIVEN = "access_given"

    @property
    def theme(self) -> Theme:
        """What it belongs to."""
        return _THEME_OF[self]


_OF_THEME: dict[Theme, tuple[Happened, Happened]] = {
    Theme.TALKS: (Happened.CONTACT, Happened.LEASE_TALK),
    Theme.LETTERS: (Happened.LETTER, Happened.LETTER_RETURNED),
    Theme.DECISIONS: (Happened.APPLIED, Happened.CONSENT_WITHDRAWN),
    Theme.TENANCY: (Happened.LEASE_BEGAN, Happened.CHILD_STEP),
    Theme.ECONOMY: (Happened.RENT_MISSED, Happened.DEBT_MEASURE),
    Theme.FOLLOWUP: (Happened.LEVEL, Happened.SERVICE),
    Theme.PEOPLE: (Happened.MOVED_IN, Happened.ACCESS_GIVEN),
}
"""The first and the last of each theme, in the order they are named."""


def _themes() -> dict[Happened, Theme]:
    every = list(Happened)
    return {
        each: theme
        for theme, (first, last) in _OF_THEME.items()
        for each in every[every.index(first) : every.index(last) + 1]
    }


_THEME_OF = _themes()


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing on one day.

    `state` and `more` are its codes, `words` what was written (empty where it may not be told),
    `amount` whole øre. `twin` is a letter whose decision or lease is told beside it. `id` is
    unlike that of any other of its kind.
    """

    on: date
    what: Happened
    id: int
    person: PersonId
    ref: Ref | None = None
    state: Enum | None = None
    more: Enum | None = None
    words: str = field(default="", repr=False)
    amount: Ore | None = None
    twin: bool = False
    within: bool = False

    @property
    def key(self) -> tuple[Happened, int]:
        """What it is told apart by."""
        return (self.what, self.id)


@dataclass(frozen=True, slots=True, repr=False)
class Promise:
    """A condition of a vedtak, and how it went last: kept, broken, or None for not yet."""

    duty: str
    kept: bool | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Decided:
    """A vedtak with its conditions."""

    row: VedtakRow
    promises: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class LeaseView:
    """A home on lease, its ladder while it runs, and what is owed there now."""

    row: LeaseRow
    ladder: Ladder | None
    owed: Owed | None


@dataclass(frozen=True, slots=True, repr=False)
class HouseholdView:
    """Everything of one household on one day.

    `hidden` when somebody there has a protected address: then nothing tells where (ADR-03,
    ADR-05, ADR-07). Newest first in `happenings`, `documents` and `decisions`.
    """

    on: date
    person: Person
    household: Household | None
    people: tuple[PersonId, ...]
    names: tuple[tuple[PersonId, str], ...]
    hidden: bool
    leases: tuple[LeaseView, ...] = ()
    evictions: tuple[EvictionCase, ...] = ()
    advice: tuple[RequestRow, ...] = ()
    decisions: tuple[Decided, ...] = ()
    level: LevelOn | None = None
    owner: Owner | None = None
    plan: Plan | None = None
    documents: tuple[DocumentRow, ...] = ()
    consents: tuple[Consent, ...] = ()
    happenings: tuple[Happening, ...] = ()

    def of(self, theme: Theme | None) -> tuple[Happening, ...]:
        """What has happened of one theme; None for all, each decision told once."""
        if theme is None:
            return tuple(each for each in self.happenings if not each.twin)
        return tuple(each for each in self.happenings if each.what.theme is theme)
