"""The officer's verbs on owners."""

from collections.abc import Mapping
from datetime import date

from app.core.errors import Conflict, NotFound, demand
from app.core.ids import DwellingId, OwnerId, Ref
from app.dwellings.landlords import rules, store
from app.dwellings.landlords.model import (
    Cooperation,
    DoneBy,
    Landlord,
    OwnerDraft,
    OwnerTask,
    RevisionDue,
    TaskSince,
)
from app.storage.database import Database


class Landlords:
    """How owners are reached, who does what for them, and what was agreed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def details(self, owner: OwnerId) -> OwnerDraft:
        """How an owner is named and reached; NotFound when there is none."""
        found = store.details(self._db, owner)
        if found is None:
            raise NotFound("owner_not_found")
        return found

    def correct(self, owner: OwnerId, draft: OwnerDraft) -> None:
        """Put right what is known; Invalid, or Conflict owner_known when it is another's."""
        demand(rules.check(draft))
        other = store.same_owner(self._db, owner, draft)
        if other:
            raise Conflict("owner_known", name=other)
        if draft == self.details(owner):
            return
        with self._db.unit("owner.corrected", Ref("owner", owner)) as unit:
            store.correct(unit, owner, draft)

    def tasks(self, owner: OwnerId, as_of: date | None = None) -> dict[OwnerTask, DoneBy]:
        """Who does each task on a day; the municipality does what nothing is said of."""
        told = store.newest(store.tasks(self._db, owner, as_of or self._today))
        return {task: told.get(task, DoneBy.MUNICIPALITY) for task in OwnerTask}

    def set_tasks(self, owner: OwnerId, tasks: Mapping[OwnerTask, DoneBy], since: date) -> None:
        """Who does what from a day; Invalid when an owner who writes has no address."""
        wanted = dict(tasks)
        demand(rules.task_problems(wanted, self.details(owner)))
        known = self.tasks(owner, since)
        changed = {task: by for task, by in wanted.items() if known[task] is not by}
        if not changed:
            return
        with self._db.unit("owner.tasks_set", Ref("owner", owner)) as unit:
            for task, by in changed.items():
                store.add_task(unit, owner, TaskSince(task, by, since))

    def of(self, dwelling: DwellingId, as_of: date | None = None) -> Landlord:
        """Who does what for a dwelling on a day."""
        day = as_of or self._today
        owner = store.owner_of(self._db, dwelling, day)
        if owner is None:
            return Landlord()
        return Landlord(owner, self.details(owner), self.tasks(owner, day))

    def agreement(self, owner: OwnerId, as_of: date | None = None) -> Cooperation | None:
        """What is agreed with an owner on a day (DOC-11)."""
        return store.agreed(self._db, owner, as_of or self._today)

    def agree(self, owner: OwnerId, agreed: Cooperation) -> None:
        """Keep a newer agreement; Invalid when a day or the legal basis is missing."""
        demand(rules.agreement_problems(agreed))
        with self._db.unit("owner.cooperation_agreed", Ref("owner", owner)) as unit:
            store.agree(unit, owner, agreed)

    def revisions(self) -> tuple[RevisionDue, ...]:
        """When each agreement should be looked over, the earliest first."""
        return store.revisions(self._db, self._today)

    def dwelling_of(self, owner: OwnerId) -> DwellingId | None:
        """A dwelling of theirs, on whose page they are shown."""
        return store.one_dwelling(self._db, owner, self._today)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
