"""What the free text of follow-up tells of where somebody lives, for shielding."""

import re

from app.core.ids import DwellingId, PersonId
from app.followup import address_store, address_words
from app.people.model import HeldAddress
from app.storage.database import Database
from app.storage.unit import Unit


class FollowupAddresses:
    """Streets named in goals, measures, reasons and talks; an AddressHolder.

    Asked before leases and stays are let go of: it must know which dwellings to look for.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Rows that name the street of one of them (ADR-05)."""
        told = self._told(people)
        if told is None:
            return ()
        found = address_store.telling(self._db, people, told)
        return tuple(HeldAddress(ref, person) for ref, person in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Take the street out; the goal, and what is done for it, stay (ADR-02)."""
        told = self._told(people)
        if told is not None:
            words = address_words.TAKEN_OUT
            address_store.take_out(unit, self._db, people, told, words)
        return ()

    def _told(self, people: frozenset[PersonId]) -> re.Pattern[str] | None:
        return address_words.pattern(address_store.lines(self._db, people))
