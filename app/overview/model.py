"""What the search box finds."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import PersonId, Ref
from app.core.records import dataclass
from app.dwellings.model import DwellingStatus
from app.letters.model import DocumentKind


class HitKind(StrEnum):
    """What a hit is, in the order the groups are shown."""

    PERSON = "person"
    DWELLING = "dwelling"
    KEY = "door_key"
    APPLICATION = "application"
    VEDTAK = "vedtak"
    OFFER = "offer"
    LEASE = "lease"
    STAY = "stay"
    PLAN = "plan"
    EVICTION_CASE = "eviction_case"
    DEBT_CASE = "debt_case"
    DOCUMENT = "document"
    NOTE = "contact_note"


@dataclass(frozen=True, slots=True)
class Hit:
    """One record. `detail` never tells where a protected person lives (ADR-03, ADR-05).

    `person` is whom it is about and `phone` how to reach them, empty where the address is
    protected. `past` is closed, ended or moved out. `day` is a document's or a note's. `similar`
    answers not what was typed, but what was one slip away from it. `status` is a dwelling's, where
    the box asks for it.
    """

    kind: HitKind
    ref: Ref
    title: str = field(repr=False)
    detail: str = field(repr=False)
    protected: bool = False
    person: PersonId | None = None
    phone: str = field(default="", repr=False)
    past: bool = False
    day: date | None = None
    document: DocumentKind | None = None
    similar: bool = False
    status: DwellingStatus | None = None
