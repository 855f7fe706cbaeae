"""Overlaps and holes among the tenancies (B16: what six pages of a spreadsheet once showed)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.core.records import dataclass


class HoleKind(StrEnum):
    """What is wrong; in the order it should be put right."""

    TWO_LEASES = "two_leases"
    TWO_HOMES = "two_homes"
    KEYS_OUT = "keys_out"
    LET_WITHOUT_LEASE = "let_without_lease"
    NO_VEDTAK = "no_vedtak"
    NO_SIGNED_COPY = "no_signed_copy"
    GAP = "gap"
    NO_START_PACKAGE = "no_start_package"


@dataclass(frozen=True, slots=True)
class Hole:
    """One thing to put right: where, since when, and which record shows it.

    `place` and `name` are empty where protection hides them (ADR-05). `other` is the number of
    the lease it stands against, `count` how many keys or days. `taken_over` is of a lease that was
    there before the register, so that what it lacks is no news.
    """

    kind: HoleKind
    ref: Ref
    number: str
    since: date | None
    place: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    other: str = ""
    count: int = 0
    taken_over: bool = False

    @property
    def key(self) -> tuple[HoleKind, Ref, str]:
        """What it is known by from one reading to the next."""
        return self.kind, self.ref, self.other


@dataclass(frozen=True, slots=True)
class Gathered:
    """Many leases from before the register that lack the same."""

    kind: HoleKind
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days a lease holds, and what is known of it. `until` None runs on."""

    lease: LeaseId
    number: str
    tenant: PersonId
    name: str = field(repr=False)
    dwelling: DwellingId
    place: str = field(repr=False)
    since: date
    until: date | None
    lived_in: bool
    rooms: bool
    vedtak: bool
    needs_vedtak: bool
    copied: bool
    taken_over: bool = False

    def shares_a_day(self, other: "Stretch") -> bool:
        """Whether the two hold on one and the same day."""
        ends, others = self.until or date.max, other.until or date.max
        return self.since <= others and other.since <= ends
