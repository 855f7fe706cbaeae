"""Whom money is owed to and who collects, known once for every case."""

from collections.abc import Mapping

from app.core.errors import NotFound, Problem, demand
from app.core.ids import CreditorId, Ref
from app.core.order import search_words
from app.debt.claims import creditor_rules, creditor_store
from app.debt.claims.model import Creditor, CreditorDraft
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class Creditors:
    """Firms, offices and others that claim money in any case."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._all: Remembered[Mapping[CreditorId, Creditor]] = Remembered(db)

    def all(self) -> tuple[Creditor, ...]:
        """Everyone, by name."""
        return tuple(self._known().values())

    def get(self, creditor: CreditorId) -> Creditor:
        """One of them; NotFound when there is none."""
        found = self._known().get(creditor)
        if found is None:
            raise NotFound("creditor_not_found")
        return found

    def find(self, words: str) -> tuple[Creditor, ...]:
        """Those whose name or number has the words; everyone for none."""
        asked = search_words(words)
        return tuple(
            each
            for each in self.all()
            if asked in f"{search_words(each.name)} {each.draft.org_number}"
        )

    def like(self, draft: CreditorDraft) -> Creditor | None:
        """Who may be the same, by number or by name."""
        return creditor_rules.double(draft, self.all())

    def check(
        self, draft: CreditorDraft, creditor: CreditorId | None = None
    ) -> tuple[Problem, ...]:
        """What stops it, beside the field; a double is asked about."""
        others = (each for each in self.all() if each.id != creditor)
        return creditor_rules.check(draft, others)

    def register(self, draft: CreditorDraft) -> CreditorId:
        """One more. Invalid beside the field; `like` is the other when it is a double."""
        demand(self.check(draft))
        with self._db.unit("creditor.registered") as unit:
            creditor = self.register_in(unit, draft)
            unit.about(Ref("creditor", creditor))
            return creditor

    def register_in(self, unit: Unit, draft: CreditorDraft) -> CreditorId:
        """As `register`, inside a larger unit that has checked it."""
        return creditor_store.insert(unit, draft)

    def surely(self, draft: CreditorDraft) -> CreditorId | None:
        """The one of that number or that very name; None for a likeness, which is asked about."""
        there = self.like(draft)
        if there is None or draft.again or not creditor_rules.same(draft, there):
            return None
        return there.id

    def found_or_made(self, unit: Unit, draft: CreditorDraft) -> CreditorId:
        """The one of that number or that very name, else a new one."""
        return self.surely(draft) or self.register_in(unit, draft)

    def correct(self, creditor: CreditorId, draft: CreditorDraft) -> None:
        """A new address, or what was typed wrong. Invalid beside the field."""
        self.get(creditor)
        demand(self.check(draft, creditor))
        with self._db.unit("creditor.corrected", Ref("creditor", creditor)) as unit:
            creditor_store.update(unit, creditor, draft)

    def _known(self) -> Mapping[CreditorId, Creditor]:
        return self._all.get(
            "all", lambda: {each.id: each for each in creditor_store.creditors(self._db)}
        )
