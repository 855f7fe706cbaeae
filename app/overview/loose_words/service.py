"""Takes a home out of words that stand outside every case, for shielding."""

import re

from app.core.ids import DwellingId, PersonId
from app.followup import address_store, address_words
from app.overview.loose_words import rules, store
from app.overview.loose_words.rules import Look, Ties
from app.people.model import HeldAddress
from app.storage.database import Database
from app.storage.unit import Unit

NAME_OUT = "(navnet er tatt ut)"


class LooseWords:
    """Lists under a name, packs, targets, what is put off, sales; an AddressHolder.

    Asked before leases and stays are let go of: it must know which streets to look for.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Rows that tie one of them to a place (ADR-05)."""
        look, homes = self._look(people), store.homes(self._db, people)
        first = min(people)
        found = dict.fromkeys(
            HeldAddress(ref, first)
            for table, (ties, _) in store.TEXTS.items()
            for ref, text in store.texts(self._db, table, homes)
            if look.tells(text, ties)
        )
        return tuple(found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Put other words there; a list that looks for the place goes whole (ADR-02)."""
        look, held = self._look(people), self.holding(people)
        for table, (ties, _) in store.TEXTS.items():
            told = {each.ref.id for each in held if each.ref.kind == table}
            instead = NAME_OUT if ties is Ties.HOME else address_words.TAKEN_OUT
            for row, said in store.rows(self._db, table, told):
                if look.tells("\n".join(said.values()), ties):
                    other = {name: look.without(text, instead, ties) for name, text in said.items()}
                    store.put(unit, table, row, other)
        return ()

    def _look(self, people: frozenset[PersonId]) -> Look:
        lines = address_store.lines(self._db, people)
        street = address_words.pattern(lines)
        ours = store.streets_of_ours(self._db)
        own = address_words.pattern(line for line in lines if not _among(line, ours))
        return Look(street, own, rules.names(store.names(self._db, people)))


def _among(line: str, ours: frozenset[str]) -> bool:
    """Whether a line of an address is in one of our streets."""
    bare = re.sub(r"\s+\d+\s*[a-zæøå]?$", "", " ".join(line.split()), flags=re.IGNORECASE)
    return bare.casefold() in ours
