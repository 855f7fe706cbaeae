"""Numbered keys and who has had them (HL-07)."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NewType

from app.core.ids import DwellingId, LeaseId
from app.core.records import dataclass

DoorKeyId = NewType("DoorKeyId", int)


class DoorKeyKind(StrEnum):
    """What a key opens."""

    DOOR = "door"
    BUILDING = "building"
    POST_BOX = "post_box"
    STORE = "store"


class KeyHolder(StrEnum):
    """Who has a key. One that is lost stays with whoever lost it."""

    OFFICE = "office"
    TENANT = "tenant"
    CARETAKER = "caretaker"
    LOST = "lost"

    @property
    def at_hand(self) -> bool:
        """Whether it can be handed out."""
        return self in {KeyHolder.OFFICE, KeyHolder.CARETAKER}


@dataclass(frozen=True, slots=True)
class KeyMove:
    """Who has a key from a day; `lease` when it is or was a tenant's."""

    since: date
    holder: KeyHolder
    lease: LeaseId | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DoorKey:
    """One key as it is on a day."""

    id: DoorKeyId
    dwelling: DwellingId
    kind: DoorKeyKind
    mark: str
    now: KeyMove


@dataclass(frozen=True, slots=True)
class KeyLoan:
    """A key that a lease has or has had; `back_on` None while it is out."""

    key: DoorKeyId
    kind: DoorKeyKind
    mark: str
    out_on: date
    back_on: date | None = None
    lost_on: date | None = None

    @property
    def out(self) -> bool:
        """Whether the tenant still has it."""
        return self.back_on is None and self.lost_on is None
