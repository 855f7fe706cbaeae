"""Early signals as the office knows them (P2, practice 4c)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.core.ids import PersonId
from app.core.records import dataclass
from app.people.model import AddressProtection


class EarlySignalKind(StrEnum):
    """What was seen. It says what the situation is, not what a person is (glossary 6.6)."""

    LATE_RENT = "late_rent"
    PART_PAYMENT = "part_payment"
    RETURNED_MAIL = "returned_mail"
    NEIGHBOUR_CONTACT = "neighbour_contact"
    INCIDENT = "alert"
    DAMAGE_OR_PESTS = "damage_or_pests"
    POWER_CUT = "power_cut"
    NO_CONTACT = "no_contact"
    INCOME_LOST = "income_lost"
    DISCHARGE_PLANNED = "discharge_planned"
    LEASE_ENDING_NO_PLAN = "lease_ending_no_plan"
    INSURANCE_LAPSED = "insurance_lapsed"
    CHILD_CONCERN = "child_concern"
    EARLIER_EVICTION = "earlier_eviction"

    @property
    def weight_name(self) -> str:
        """The setting that says how much it counts."""
        return f"local.signal_weight_{self.value}"


def offered() -> tuple[EarlySignalKind, ...]:
    """The kinds in the order a form shows them: those nobody but a human can tell first."""
    by_itself = {
        EarlySignalKind.LATE_RENT,
        EarlySignalKind.PART_PAYMENT,
        EarlySignalKind.RETURNED_MAIL,
        EarlySignalKind.NO_CONTACT,
        EarlySignalKind.LEASE_ENDING_NO_PLAN,
    }
    return tuple(sorted(EarlySignalKind, key=lambda each: each in by_itself))


class SignalSource(StrEnum):
    """Who told, or where in the register it stands; the last five are the register's own."""

    TENANT = "tenant"
    OWN_VISIT = "own_visit"
    LANDLORD = "landlord"
    NEIGHBOUR = "neighbour"
    UNIT = "unit"
    POLICE = "police"
    POWER_COMPANY = "power_company"
    INSTITUTION = "institution"
    OTHER = "other"
    ACCOUNT = "account"
    LETTERS = "letters"
    CONTACT_LOG = "contact_log"
    LEASE = "lease"
    EARLIER_CASE = "earlier_case"

    @property
    def by_register(self) -> bool:
        """Whether the register finds it by itself, so that nobody types it."""
        return self in {
            SignalSource.ACCOUNT,
            SignalSource.LETTERS,
            SignalSource.CONTACT_LOG,
            SignalSource.LEASE,
            SignalSource.EARLIER_CASE,
        }


class SignalOutcome(StrEnum):
    """What came of a signal."""

    SOLVED = "solved"
    MEASURE_STARTED = "measure_started"
    NO_GROUND = "no_ground"
    BECAME_CASE = "became_case"


class SignalLevel(StrEnum):
    """How urgent the signals of one person are together, the calmest first."""

    NONE = "none"
    NOTE = "note"
    YELLOW = "yellow"
    RED = "red"

    @property
    def rank(self) -> int:
        """0 for none up to 3 for red."""
        return tuple(SignalLevel).index(self)


@dataclass(frozen=True, slots=True)
class SignalDraft:
    """What the form tells. `words` must be there when kind or source says too little."""

    kind: EarlySignalKind | None = None
    seen_on: date | None = None
    source: SignalSource | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SignalState:
    """Closed with an outcome from a day; open again from it where the outcome is None."""

    since: date
    outcome: SignalOutcome | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EarlySignal:
    """One signal as it stands on a day.

    `id` is None for what the register finds by itself and nobody has said anything of; `found` is
    what it was found by, empty for what was written by hand. `weight` is the setting of that day.
    """

    person: PersonId
    kind: EarlySignalKind
    seen_on: date
    source: SignalSource
    words: str = field(default="", repr=False)
    found: str = ""
    id: int | None = None
    states: tuple[SignalState, ...] = ()
    weight: int = 1

    @property
    def state(self) -> SignalState | None:
        """What was last said of it."""
        return self.states[-1] if self.states else None

    @property
    def open(self) -> bool:
        """Whether nobody has said what came of it, or it was opened again."""
        return self.state is None or self.state.outcome is None

    @property
    def key(self) -> str:
        """What a list tells them apart by."""
        return f"kept/{self.id}" if self.id is not None else f"{self.kind}/{self.found}"


@dataclass(frozen=True, slots=True)
class SignalStanding:
    """How the open signals of one person stand on a day, and what made it so.

    `because` are the signals that lift it to its level, oldest first; `since` the day it was
    reached. `petition` when somebody has asked the namsfogd to put them out.
    """

    person: PersonId
    level: SignalLevel
    because: tuple[EarlySignal, ...] = ()
    since: date | None = None
    petition: bool = False
    children: int = 0

    @property
    def of_rent_alone(self) -> bool:
        """Whether it is unpaid rent and nothing else, which is told as such where it is told."""
        return bool(self.because) and all(
            each.source is SignalSource.ACCOUNT for each in self.because
        )


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One person with open signals, for the list."""

    person: PersonId
    name: str = field(repr=False)
    protection: AddressProtection
    standing: SignalStanding
    signals: tuple[EarlySignal, ...]

    @property
    def newest_on(self) -> date:
        """The day of the last signal that is open; the first day there is where none is."""
        return max((each.seen_on for each in self.signals), default=date.min)


class Petitions(Protocol):
    """Where petitions to the namsfogd are known: the slice of evictions."""

    def open_petition(self, person: PersonId) -> bool:
        """Whether one is filed and not over, for a home the person lives in."""
        ...


class Finder(Protocol):
    """Signals that another part of the register holds already."""

    @property
    def of_rent(self) -> bool:
        """Whether they are unpaid rent alone."""
        ...

    def found(self, day: date) -> Sequence[EarlySignal]:
        """Every one there is on a day."""
        ...

    def at_most(self, day: date) -> Mapping[PersonId, int]:
        """How many there may be of each person, never too few; read without the rest."""
        ...

    def found_among(self, people: Collection[PersonId], day: date) -> Sequence[EarlySignal]:
        """As `found`, of some people: of the others nothing is worked out."""
        ...

    def found_of(self, person: PersonId, day: date) -> Sequence[EarlySignal]:
        """As `found`, of one person: of the others nothing is worked out."""
        ...


class Missed(Protocol):
    """How contact stands with one person."""

    @property
    def missed(self) -> int: ...
    @property
    def last_on(self) -> date | None: ...
    @property
    def last_tried_on(self) -> date | None: ...


class ContactsMissed(Protocol):
    """Where the notes of contact are."""

    def much_missed(self, most: int, as_of: date | None = None) -> Mapping[PersonId, Missed]:
        """How contact stands with everyone who was missed so many times in a row."""
        ...

    def standing(self, person: PersonId, as_of: date | None = None) -> Missed:
        """How contact stands with one of them."""
        ...
