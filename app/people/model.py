"""Persons and households as the office knows them."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.addresses import HeldAddress as HeldAddress  # those above name it so
from app.core.ids import HouseholdId, PersonId
from app.core.national_id import NationalId
from app.core.records import dataclass
from app.core.text import Language


class AddressProtection(StrEnum):
    """How far an address is kept secret (ADR-01, folkeregisterloven § 10-4)."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    STRICTLY_CONFIDENTIAL = "strictly_confidential"


class ReachedBy(StrEnum):
    """How a person would rather be reached, as they have said it."""

    ANY = "any"
    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    MEETING = "meeting"


class Role(StrEnum):
    """What a person is in a household."""

    APPLICANT = "applicant"
    CO_APPLICANT = "co_applicant"
    ADULT = "adult"
    CHILD = "child"


class Presence(StrEnum):
    """Whether a member lives there, visits, or is expected."""

    LIVES_HERE = "lives_here"
    VISITS = "visits"
    EXPECTED = "expected"


class HouseholdKind(StrEnum):
    """The shape of a household at application."""

    SINGLE = "single"
    COUPLE = "couple"
    SINGLE_PARENT = "single_parent"
    COUPLE_WITH_CHILDREN = "couple_with_children"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """Where post reaches a person, since a day."""

    line: str
    postal_code: str = ""
    postal_place: str = ""
    care_of: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Protection:
    """The level since a day, and who said so (ADR-01)."""

    level: AddressProtection
    since: date
    source: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class PersonDraft:
    """What a form can fill about one person; `national_id` as it was typed."""

    given_name: str = ""
    family_name: str = ""
    national_id: str = ""
    birth_date: date | None = None
    language: Language = Language.NB
    interpreter_language: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    address: Address | None = None
    protection: AddressProtection = AddressProtection.NONE
    protection_source: str = ""
    to_check: str = ""
    reached_by: ReachedBy = ReachedBy.ANY


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """A number with the days it is known to hold (ID-04); the newest holds now."""

    id: int
    number: NationalId
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """One human being, keyed by our own id. Its repr shows the id alone."""

    id: PersonId
    given_name: str
    family_name: str
    birth_date: date | None
    language: Language
    interpreter_language: str
    phone: str
    email: str
    note: str
    to_check: str
    merged_into: PersonId | None
    numbers: tuple[KnownNumber, ...] = ()
    address: Address | None = None
    protection: AddressProtection = AddressProtection.NONE
    reached_by: ReachedBy = ReachedBy.ANY

    @property
    def name(self) -> str:
        """Given name first, as in a letter."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def national_id(self) -> NationalId | None:
        """The number that holds now, if any."""
        current = [known for known in self.numbers if known.until is None]
        return current[-1].number if current else None

    def __repr__(self) -> str:
        return f"Person({self.id})"


@dataclass(frozen=True, slots=True, repr=False)
class PersonRow:
    """A person in the list: masked number, what they are to the office."""

    id: PersonId
    name: str
    masked_id: str
    birth_date: date | None
    protection: AddressProtection
    roles: frozenset[str]
    to_check: str


@dataclass(frozen=True, slots=True)
class Member:
    """One person's time in one household."""

    id: int
    person: PersonId
    name: str = field(repr=False)
    birth_date: date | None
    role: Role
    presence: Presence
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Household:
    """Those who live or shall live together."""

    id: HouseholdId
    kind: HouseholdKind
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A member to be put into a household."""

    person: PersonId
    role: Role
    presence: Presence = Presence.LIVES_HERE


@dataclass(frozen=True, slots=True)
class ShieldReport:
    """What «Skjerm» did: whom it covered, rows removed by table, when; for the printed receipt."""

    people: tuple[PersonId, ...]
    removed: tuple[tuple[str, int], ...]
    history_emptied: int
    paper_reference: str
