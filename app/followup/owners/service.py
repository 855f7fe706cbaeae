"""The officer's verbs on owners."""

from collections.abc import Mapping
from datetime import date

from app.core.errors import NotFound, OfficeError, Problem, demand
from app.core.ids import PersonId, Ref, ServiceUnitId
from app.followup.levels import store as level_store
from app.followup.owners import rules, store
from app.followup.owners.model import Owner, OwnerDraft, Ownership
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.model import ServiceUnit
from app.settings.units.service import ServiceUnits
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class Owners:
    """Who owns a case: exactly one on every day of follow-up (P1, C7, D5)."""

    def __init__(
        self, db: Database, people: People, settings: Settings, units: ServiceUnits
    ) -> None:
        self._db = db
        self._all: Remembered[Mapping[PersonId, Owner]] = Remembered(db)
        self._people = people
        self._settings = settings
        self._units = units

    def of(self, person: PersonId, on: date | None = None) -> Owner | None:
        """Who owns the case on a day; None for one who is not followed up then."""
        levels = level_store.history(self._db, person)
        return rules.on(levels, store.history(self._db, person), on or self._today)

    def history(self, person: PersonId) -> tuple[Ownership, ...]:
        """Who owned it from when to when, oldest first."""
        levels = level_store.history(self._db, person)
        return rules.timeline(levels, store.history(self._db, person))

    def all(self, on: date | None = None) -> Mapping[PersonId, Owner]:
        """Who owns each case on a day."""
        day = on or self._today
        return self._all.get(
            day, lambda: {each.person: each for each in store.every(self._db, day)}
        )

    def unit_of(self, owner: Owner) -> ServiceUnit:
        """The unit that answers."""
        return self._units.get(owner.unit)

    def default(self) -> OwnerDraft:
        """This office and whoever is at the keyboard; nobody after the recovery key."""
        me, ours = self._settings.me, self._units.ours()
        phone = ours.draft.phone or self._settings.profile.phone
        return OwnerDraft(ours.id, me.name if me else "", phone)

    def newest_since(self, person: PersonId) -> date | None:
        """The day of the newest hand-over, also for one who is not followed up now."""
        return max((each.since for each in store.history(self._db, person)), default=None)

    def newest(self, person: PersonId) -> int | None:
        """The row of the newest owner."""
        known = store.history(self._db, person)
        return known[-1].id if known else None

    def checked_first(self, draft: OwnerDraft | None) -> OwnerDraft:
        """Whom a first level is given to; Invalid when nobody would coordinate (C7)."""
        found = draft or self.default()
        demand(rules.check(found, self._unit(found.unit), self._today))
        return found

    def take_on(
        self, unit: Unit, person: PersonId, draft: OwnerDraft, since: date, reason: str
    ) -> int:
        """The first owner, in the unit that sets the level."""
        return store.insert(unit, Owner(person, draft, since, reason))

    def earliest(self, person: PersonId) -> date | None:
        """The first day a hand-over may hold from; None for one who is not followed up."""
        now = self.of(person)
        return None if now is None else self._last(now)

    def check(
        self, person: PersonId, draft: OwnerDraft, since: date, reason: str
    ) -> tuple[Problem, ...]:
        """What a hand-over lacks. OfficeError owner_not_followed."""
        now = self.of(person)
        if now is None:
            raise OfficeError("owner_not_followed")
        new = Owner(person, draft, since, reason)
        wrong = rules.check(draft, self._unit(draft.unit), since)
        return wrong + rules.check_hand_over(now, new, self._last(now), self._today)

    def hand_over(self, person: PersonId, draft: OwnerDraft, since: date, reason: str) -> None:
        """Another unit or coordinator from a day, with why (D5, D7). Invalid beside the field."""
        self._people.get(person)
        demand(self.check(person, draft, since, reason))
        with self._db.unit("case_owner.handed_over", Ref("person", person)) as unit:
            store.insert(unit, Owner(person, draft, since, reason))

    def correct_phone(self, person: PersonId, phone: str) -> None:
        """The coordinator has another number; nothing else changes."""
        now = self.of(person)
        if now is None:
            raise OfficeError("owner_not_followed")
        if phone.strip() == now.phone:
            return
        with self._db.unit("case_owner.phone_corrected", Ref("person", person)) as unit:
            store.set_phone(unit, now.id, phone.strip())

    def _last(self, now: Owner) -> date:
        """The newest day of level or owner: nothing is handed over before it."""
        days = (each.since for each in level_store.history(self._db, now.person))
        return max((now.since, *days))

    def _unit(self, unit: ServiceUnitId) -> ServiceUnit | None:
        try:
            return self._units.get(unit)
        except NotFound:
            return None

    @property
    def _today(self) -> date:
        return self._db.clock.today()
