"""A petition that must be corrected: what the letter says, and the day it went back (TV-09)."""

from dataclasses import field
from datetime import date

from app.core.ids import LeaseId
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class PetitionCorrection:
    """What is lacking, by the day the letter gives; `sent_on` None while it waits.

    § 5-4 leaves the deadline to whoever asks: it is told as it stands, never counted or moved.
    """

    id: int
    lease: LeaseId
    petition: int
    received_on: date
    until: date
    lacking: str = field(repr=False)
    sent_on: date | None = None

    @property
    def waits(self) -> bool:
        """Whether it is still to be corrected."""
        return self.sent_on is None

    def over(self, day: date) -> bool:
        """Whether it waits, and its last day is before that day."""
        return self.waits and self.until < day


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    """What the letter says."""

    received_on: date | None = None
    until: date | None = None
    lacking: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CorrectionDue:
    """One that waits, with whose it is; `address` is empty where it is protected."""

    correction: PetitionCorrection
    tenant_name: str = field(repr=False)
    address: str = field(repr=False)
