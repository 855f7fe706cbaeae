"""What the slices above do when a letter of theirs goes out; not a model: they write."""

from datetime import date
from typing import Protocol

from app.letters.model import Issued
from app.storage.unit import Unit


class SendingWatcher(Protocol):
    """A slice above for which something begins the day a letter of its own is sent (HL-04)."""

    def letter_sent(self, unit: Unit, letter: Issued, day: date) -> None:
        """Called for every letter that is sent, in the unit that records it."""
        ...

    def letter_annulled(self, unit: Unit, letter: Issued, reason: str) -> None:
        """Called for every letter that no longer holds, in the unit that says so."""
        ...
