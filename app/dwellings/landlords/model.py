"""An owner as the one who may let, bill and hand over keys."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import OwnerId
from app.core.records import dataclass
from app.dwellings.model import OwnerKind

PUBLIC = frozenset({OwnerKind.MUNICIPALITY, OwnerKind.STATE_OR_COUNTY})
"""Owners that are a public landlord themselves (HL-19); a company of theirs is not."""


class OwnerTask(StrEnum):
    """A part of the landlord's work that the municipality or the owner does (C8, SD-11)."""

    LANDLORD = "landlord"
    WRITE_LEASE = "write_lease"
    HAND_OVER_KEYS = "hand_over_keys"
    BILL = "bill"
    FOLLOW_ARREARS = "follow_arrears"
    EVICT = "evict"


class DoneBy(StrEnum):
    """Who does it."""

    MUNICIPALITY = "municipality"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, repr=False)
class OwnerDraft:
    """What the form of an owner fills."""

    name: str
    kind: OwnerKind
    org_number: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    street: str = ""
    postal_code: str = ""
    postal_place: str = ""
    rent_account: str = ""

    @property
    def postal(self) -> str:
        """«3440 Lia»."""
        return f"{self.postal_code} {self.postal_place}".strip()

    @property
    def window(self) -> tuple[str, ...]:
        """What shows in the window of a letter to them."""
        care_of = (f"v/ {self.contact}",) if self.contact else ()
        place = f"{self.postal_code} {self.postal_place.upper()}".strip()
        return tuple(line for line in (self.name, *care_of, self.street, place) if line)

    @property
    def reached(self) -> str:
        """Whom to ask and how, in one line."""
        parts = (self.contact, self.phone, self.email)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class TaskSince:
    """Who does one task from a day."""

    task: OwnerTask
    done_by: DoneBy
    since: date


@dataclass(frozen=True, slots=True)
class Landlord:
    """Who does what for a dwelling on a day; `owner` None while no owner is known."""

    owner: OwnerId | None = None
    details: OwnerDraft | None = None
    tasks: Mapping[OwnerTask, DoneBy] = field(default_factory=dict)

    def by_owner(self, task: OwnerTask) -> bool:
        """Whether the owner does it; the municipality does what nobody has said."""
        return self.tasks.get(task) is DoneBy.OWNER

    def asked(self, task: OwnerTask) -> OwnerDraft | None:
        """The owner when that is who to ask about it; None for the municipality."""
        return self.details if self.by_owner(task) else None

    @property
    def public(self) -> bool:
        """Whether state, county or municipality is the landlord of a lease (HL-19)."""
        party = self.asked(OwnerTask.LANDLORD)
        return party is None or party.kind in PUBLIC


@dataclass(frozen=True, slots=True, repr=False)
class Cooperation:
    """What was agreed with an owner from a day, topic by topic (DOC-11)."""

    since: date | None = None
    revise_on: date | None = None
    information: str = ""
    information_basis: str = ""
    warning_routine: str = ""
    repairs: str = ""
    vacancy_payment: str = ""
    meetings: str = ""

    @property
    def lacks(self) -> tuple[str, ...]:
        """The topics that nothing is said of, by name."""
        return tuple(name for name in TOPICS if not getattr(self, name).strip())


TOPICS = (
    "information",
    "information_basis",
    "warning_routine",
    "repairs",
    "vacancy_payment",
    "meetings",
)


@dataclass(frozen=True, slots=True)
class RevisionDue:
    """An agreement with an owner that should be looked over by a day."""

    owner: OwnerId
    name: str
    revise_on: date
