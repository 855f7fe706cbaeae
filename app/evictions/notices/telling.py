"""Who is told when a notice goes out or a petition is filed; not a model: they write."""

from datetime import date
from typing import Protocol

from app.core.ids import LeaseId
from app.storage.unit import Unit


class Cases(Protocol):
    """The slice that follows homes that may be lost."""

    def notice_sent(self, unit: Unit, lease: LeaseId, day: date) -> object:
        """A notice under § 4-18 went out that day."""
        ...

    def notice_ran_out(self, unit: Unit, lease: LeaseId, day: date, reason: str = "") -> None:
        """The notice holds no more."""
        ...

    def petition_filed(self, unit: Unit, lease: LeaseId, day: date) -> object:
        """The namsfogd or the court was asked that day."""
        ...

    def petition_withdrawn(
        self, unit: Unit, lease: LeaseId, day: date, reason: str, *, noticed: bool
    ) -> None:
        """It is taken back; `noticed`: the notice it rested on still holds."""
        ...
