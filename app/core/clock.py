"""The time, passed in so that tests and the demo decide it."""

from datetime import date, datetime
from typing import Protocol

from app.core.records import dataclass


class Clock(Protocol):
    """What today is and what the time is."""

    def now(self) -> datetime:
        """Local time with its offset, whole seconds."""
        ...

    def today(self) -> date:
        """Local day."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Local time with its offset, whole seconds."""
        return datetime.now().astimezone().replace(microsecond=0)

    def today(self) -> date:
        """Local day."""
        return self.now().date()


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is set; for tests and the demo."""

    at: datetime

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.at

    def today(self) -> date:
        """The day it was set to."""
        return self.at.date()
