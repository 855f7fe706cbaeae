"""The officer's verbs on the conditions in a lease."""

from app.core.errors import NotFound, OfficeError, Problem, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.leases.conditions import store
from app.leases.conditions.model import Carried, ConditionEvent, Outcome
from app.leases.service import Leases
from app.people.model import HeldAddress
from app.storage.database import Database
from app.storage.unit import Unit


class Conditions:
    """What a lease carries from the vedtak, and how it goes with each."""

    def __init__(self, db: Database, leases: Leases) -> None:
        self._db = db
        self._leases = leases

    def of(self, lease: LeaseId) -> tuple[Carried, ...]:
        """Those of a lease, in the order of the vedtak."""
        return store.of(self._db, lease)

    def told_of(self, condition: int, person: PersonId) -> tuple[ConditionEvent, ...]:
        """How it went with a condition of the vedtak, in every lease of the person."""
        return store.told_of(self._db, condition, person)

    def tell(self, carried: int, event: ConditionEvent) -> None:
        """It was kept or broken that day; Invalid, or OfficeError lease_not_running.

        A breach is noted and nothing more: what follows of it is decided by a person.
        """
        lease = store.lease_of(self._db, carried)
        if lease is None:
            raise NotFound("condition_not_found")
        known = self._leases.get(lease)
        if known.signed_on is None:
            raise OfficeError("lease_not_running", number=known.number)
        problems = []
        if event.happened_on > self._db.clock.today():
            problems.append(Problem("happened_on", "day_in_future"))
        if event.outcome is Outcome.BROKEN and not event.words.strip():
            problems.append(Problem("words", "condition_words_missing", "FV-18"))
        demand(problems)
        with self._db.unit("condition.told", Ref("lease", lease)) as unit:
            store.add(unit, carried, event)

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """None of its own: the leases are told of already."""
        del people
        return ()

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove what stands in the leases of these people, before the leases go (ADR-02)."""
        for held in self._leases.holding(people):
            store.remove(unit, LeaseId(held.ref.id))
        return ()
