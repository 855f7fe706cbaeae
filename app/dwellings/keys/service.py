"""The officer's verbs on keys."""

from collections.abc import Sequence
from datetime import date

from app.core.errors import Invalid, Problem, demand
from app.core.ids import DwellingId, LeaseId, Ref
from app.dwellings.keys import rules, store
from app.dwellings.keys.model import (
    DoorKey,
    DoorKeyId,
    DoorKeyKind,
    KeyHolder,
    KeyLoan,
    KeyMove,
)
from app.storage.database import Database
from app.storage.unit import Unit


class DoorKeys:
    """Register keys, hand them out, take them back, and know where each is."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of_dwelling(self, dwelling: DwellingId, as_of: date | None = None) -> tuple[DoorKey, ...]:
        """The keys of a dwelling as they are on a day, by what they open."""
        return store.of_dwelling(self._db, dwelling, as_of or self._today)

    def of_lease(self, lease: LeaseId, as_of: date | None = None) -> tuple[KeyLoan, ...]:
        """Every key the tenant has or has had, with its days out and in."""
        day = as_of or self._today
        keys = store.of_lease(self._db, lease, day)
        told = [(key, store.moves(self._db, key.id, day)) for key in keys]
        return tuple(rules.loans(told, lease))

    def moves(self, key: DoorKeyId, as_of: date | None = None) -> tuple[KeyMove, ...]:
        """Who has had a key, oldest first."""
        return store.moves(self._db, key, as_of or self._today)

    def with_tenants(
        self, as_of: date | None = None
    ) -> tuple[tuple[DwellingId, LeaseId, int], ...]:
        """How many keys each lease has on a day."""
        return store.with_tenants(self._db, as_of or self._today)

    def register(
        self, dwelling: DwellingId, kind: DoorKeyKind, marks: str, since: date | None = None
    ) -> tuple[DoorKeyId, ...]:
        """Keys by their marks, «1–3» three of them; they lie in the office.

        Invalid key_mark_missing, key_mark_taken.
        """
        read, day = rules.read_marks(marks), since or self._today
        if not read:
            raise Invalid([Problem("marks", "key_mark_missing", "HL-07")])
        taken = store.taken_marks(self._db, dwelling, kind, read)
        if taken:
            raise Invalid([Problem("marks", "key_mark_taken", facts={"mark": taken[0]})])
        if day > self._today:
            raise Invalid([Problem("since", "day_in_future")])
        with self._db.unit("door_key.registered", Ref("dwelling", dwelling)) as unit:
            return tuple(store.insert(unit, dwelling, kind, mark, day) for mark in read)

    def hand_out(self, keys: Sequence[DoorKeyId], lease: LeaseId, day: date | None = None) -> None:
        """The tenant gets these (HL-07). Invalid keys_not_chosen, key_not_at_hand."""
        move = KeyMove(day or self._today, KeyHolder.TENANT, lease)
        self._move(keys, move, "door_key.handed_out", Ref("lease", lease))

    def take_back(
        self, keys: Sequence[DoorKeyId], day: date | None = None, lease: LeaseId | None = None
    ) -> None:
        """These lie in the office again (HL-73); found ones too."""
        move = KeyMove(day or self._today, KeyHolder.OFFICE)
        about = None if lease is None else Ref("lease", lease)
        self._move(keys, move, "door_key.taken_back", about)

    def lend(self, keys: Sequence[DoorKeyId], day: date | None = None, note: str = "") -> None:
        """The caretaker has these."""
        move = KeyMove(day or self._today, KeyHolder.CARETAKER, note=note.strip())
        self._move(keys, move, "door_key.lent", None)

    def lost(
        self,
        keys: Sequence[DoorKeyId],
        day: date | None = None,
        note: str = "",
        lease: LeaseId | None = None,
    ) -> None:
        """Nobody has these any more; `lease` when the tenant lost them."""
        move = KeyMove(day or self._today, KeyHolder.LOST, lease, note.strip())
        about = None if lease is None else Ref("lease", lease)
        self._move(keys, move, "door_key.lost", about)

    def hide(self, unit: Unit, key: DoorKeyId) -> None:
        """Out with a tenant that is not named (ADR-05), inside the unit that forgets who."""
        store.move(unit, key, KeyMove(unit.today, KeyHolder.TENANT))

    def _move(self, keys: Sequence[DoorKeyId], move: KeyMove, verb: str, about: Ref | None) -> None:
        known = store.named(self._db, keys, self._today) if keys else ()
        demand(rules.move_problems(known, move, self._today))
        subject = about or Ref("dwelling", known[0].dwelling)
        with self._db.unit(verb, subject) as unit:
            for key in known:
                store.move(unit, key.id, move)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
