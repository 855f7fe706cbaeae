"""The officer's verbs on services, contact persons and what we know them by."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from app.core.errors import Invalid, NotFound, Problem, demand
from app.core.ids import PersonId, Ref, ServiceUnitId
from app.core.periods import Period, add
from app.core.periods import Unit as PeriodUnit
from app.followup.services import rules, store
from app.followup.services.model import (
    Basis,
    BasisDraft,
    ContactDraft,
    ContactPerson,
    Ending,
    KnownBy,
    ServiceDraft,
    ServiceGiven,
    Sharing,
    UnitBlock,
)
from app.people.consents.service import Consents
from app.people.model import AddressProtection
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

_CONFIRM_DAYS = "local.contact_confirm_days"
_CONSENT_MONTHS = "local.consent_months"


class ServicesGiven:
    """Who helps a person, whom to ring there, and what may be told to whom (A1, C5, P6)."""

    def __init__(
        self,
        db: Database,
        people: People,
        consents: Consents,
        units: ServiceUnits,
        settings: Settings,
    ) -> None:
        self._db = db
        self._people = people
        self._consents = consents
        self._units = units
        self._settings = settings
        self._laws: Remembered[tuple[Basis, ...]] = Remembered(db)

    # reading

    def of(self, person: PersonId, on: date | None = None) -> tuple[UnitBlock, ...]:
        """Unit by unit on a day, ours first; what nothing lets us know is not told (A1).

        Today also services that are to begin.
        """
        day = on or self._today
        services = store.services(self._db, person)
        return rules.blocks(
            [each for each in services if self._shows(each, day)],
            store.contacts(self._db, person, day),
            store.bases(self._db, person),
            self._units.ours().id,
            day,
        )

    def _shows(self, given: ServiceGiven, day: date) -> bool:
        coming = given.draft.since is not None and given.draft.since > day >= self._today
        return given.runs(day) or coming

    def sharing(self, person: PersonId, on: date | None = None) -> tuple[Sharing, ...]:
        """What may be told to whom on a day, by which consents, and what never (P6)."""
        hidden = self._people.get(person).protection is not AddressProtection.NONE
        return rules.sharing(self._consents.of(person), on or self._today, hidden=hidden)

    def confirmed_long_ago(self, contact: ContactPerson, on: date | None = None) -> bool:
        """Whether somebody should make sure that it still is so (C5)."""
        days = self._settings.parameters.whole(_CONFIRM_DAYS, on or self._today)
        return contact.stale(on or self._today, days)

    def consent_end(self, since: date) -> date:
        """When a consent given on a day ends if nothing else is agreed; a local choice."""
        months = self._settings.parameters.whole(_CONSENT_MONTHS, since)
        return add(Period(months, PeriodUnit.MONTHS), since)

    def ending(self, days: int, on: date | None = None) -> tuple[Ending, ...]:
        """Everyone's consents and other bases that end within so many days of a day (P5)."""
        day = on or self._today
        agreed = (
            Ending(
                each.person,
                each.until,
                scope=each.scope,
                body=each.body,
            )
            for each in self._consents.ending(days, day)
            if each.until is not None
        )
        return rules.ending((*agreed, *self._laws_ending(day)), day, days)

    def _laws_ending(self, day: date) -> tuple[Ending, ...]:
        return tuple(
            Ending(each.person, each.last_day, each.unit, each.known_by)
            for each in self._laws.get(day, lambda: self._laws_with_an_end(day))
            if each.last_day is not None
        )

    def _laws_with_an_end(self, day: date) -> tuple[Basis, ...]:
        return tuple(
            basis
            for basis in self._leaned_on(day).values()
            if basis.known_by is not KnownBy.CONSENT and basis.last_day is not None
        )

    def _leaned_on(self, day: date) -> dict[tuple[PersonId, ServiceUnitId], Basis]:
        every: dict[tuple[PersonId, ServiceUnitId], list[Basis]] = defaultdict(list)
        for basis in store.bases_with_an_end(self._db):
            every[basis.person, basis.unit].append(basis)
        newest = {key: rules.leaned_on(bases, day) for key, bases in every.items()}
        return {key: basis for key, basis in newest.items() if basis is not None}

    # services

    def add(self, person: PersonId, draft: ServiceDraft, basis: BasisDraft | None = None) -> int:
        """What a person has from a unit, and what lets us know it (A1); gives its id.

        Without `basis` the unit must have one that holds. Invalid beside the field.
        """
        with self._db.unit("service_given.added", Ref("person", person)) as unit:
            demand(rules.check_service(draft, self._today))
            self._lean(unit, person, draft.unit, basis)
            return store.add_service(unit, person, draft)

    def change(self, given: int, draft: ServiceDraft) -> None:
        """Put right what was typed; another unit must have something to lean on too."""
        known = self.service(given)
        demand(rules.check_service(draft, self._today))
        with self._db.unit(
            "service_given.changed", Ref("person", known.person), may_be_idle=True
        ) as unit:
            if draft != known.draft:
                self._lean(unit, known.person, draft.unit, None)
                store.change_service(unit, given, draft)

    def end(self, given: int, last_day: date) -> None:
        """The last day they have it; it stays in the register."""
        known = self.service(given)
        draft = replace(known.draft, until=last_day)
        demand(rules.check_service(draft, self._today))
        with self._db.unit("service_given.ended", Ref("person", known.person)) as unit:
            store.change_service(unit, given, draft)

    def service(self, given: int) -> ServiceGiven:
        """One of them; NotFound when there is none."""
        found = store.service(self._db, given)
        if found is None:
            raise NotFound("service_given_not_found")
        return found

    # contact persons

    def add_contact(
        self, person: PersonId, draft: ContactDraft, basis: BasisDraft | None = None
    ) -> int:
        """Whom to ring in a unit; as `add` it needs something to lean on; gives its id."""
        with self._db.unit("unit_contact.added", Ref("person", person)) as unit:
            demand(rules.check_contact(draft, self._today))
            self._lean(unit, person, draft.unit, basis)
            return store.add_contact(unit, person, draft)

    def change_contact(self, contact: int, draft: ContactDraft) -> None:
        """Put right what was typed; what is typed today is made sure of today."""
        known = self.contact(contact)
        demand(rules.check_contact(draft, self._today))
        if draft == known.draft:
            return
        with self._db.unit("unit_contact.changed", Ref("person", known.person)) as unit:
            self._lean(unit, known.person, draft.unit, None)
            store.change_contact(unit, contact, draft)
            self._confirm(unit, known, unit.today)

    def confirm(self, contact: int, on: date | None = None) -> None:
        """Somebody has made sure that it still is so (C5)."""
        known = self.contact(contact)
        day = on or self._today
        if day > self._today:
            raise Invalid([Problem("confirmed_on", "day_in_future")])
        with self._db.unit("unit_contact.confirmed", Ref("person", known.person)) as unit:
            unit.insert("unit_contact_confirmed", unit_contact=contact, confirmed_on=day)

    def _confirm(self, unit: Unit, known: ContactPerson, day: date) -> None:
        if known.confirmed_on < day:
            unit.insert("unit_contact_confirmed", unit_contact=known.id, confirmed_on=day)

    def end_contact(self, contact: int, last_day: date) -> None:
        """The last day it was whom to ring; it stays in the register."""
        known = self.contact(contact)
        if known.draft.since is not None and last_day < known.draft.since:
            raise Invalid([Problem("until", "end_before_start")])
        with self._db.unit("unit_contact.ended", Ref("person", known.person)) as unit:
            unit.update("unit_contact", contact, until=last_day)

    def contact(self, contact: int) -> ContactPerson:
        """One of them; NotFound when there is none."""
        found = store.contact(self._db, contact, self._today)
        if found is None:
            raise NotFound("unit_contact_not_found")
        return found

    # what is leaned on

    def lean_on(self, person: PersonId, to: ServiceUnitId, draft: BasisDraft) -> int:
        """What lets us know what a unit does, from a day (A1, PV-01, PV-02); gives its id."""
        with self._db.unit("unit_basis.set", Ref("person", person)) as unit:
            return self._put_basis(unit, person, to, draft)

    def _lean(
        self,
        unit: Unit,
        person: PersonId,
        to: ServiceUnitId | None,
        draft: BasisDraft | None,
    ) -> None:
        """Something must let us know it: what is given now, or what the unit has already."""
        if to is None or self._units.get(to) == self._units.ours():
            return
        if draft is not None:
            self._put_basis(unit, person, to, draft)
            return
        mine = [each for each in store.bases(self._db, person) if each.unit == to]
        basis = rules.leaned_on(mine, self._today)
        if basis is None or not basis.holds(self._today):
            raise Invalid([Problem("known_by", "unit_basis_missing", "PV-02")])

    def _put_basis(self, unit: Unit, person: PersonId, to: ServiceUnitId, draft: BasisDraft) -> int:
        agreed = {each.id: each for each in self._consents.of(person)}
        consent = agreed.get(draft.consent or 0)
        begun = self._today if consent is None else consent.since
        draft = replace(draft, since=draft.since or begun)
        demand(rules.check_basis(draft, consent, self._today))
        return store.add_basis(unit, person, to, draft)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
