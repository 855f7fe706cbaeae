"""The officer's verbs on what people agree to."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import NotFound, Problem, demand
from app.core.ids import PersonId, Ref
from app.people.consents import rules, store
from app.people.consents.addresses import ConsentAddresses
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection
from app.people.service import People
from app.storage.database import Database
from app.storage.unit import Unit


class Consents:
    """Know who agreed to what, take in a new one, let it be withdrawn (PV-02)."""

    def __init__(self, db: Database, people: People) -> None:
        self._db = db
        self._people = people
        people.know_holder(ConsentAddresses(db))

    def of(self, person: PersonId) -> tuple[Consent, ...]:
        """Everything a person has agreed to, the newest first; `holds` says what can be used."""
        return store.of_person(self._db, person)

    def get(self, consent: int) -> Consent:
        """One of them; NotFound when there is none."""
        known = store.get(self._db, consent)
        if known is None:
            raise NotFound("consent_not_found")
        return known

    def holding(
        self, person: PersonId, scope: ConsentScope, on: date | None = None
    ) -> Consent | None:
        """The newest that can be leaned on that day; None when there is none."""
        day = on or self._today
        return next((e for e in self.of(person) if e.scope is scope and e.holds(day)), None)

    def ending(self, days: int, on: date | None = None) -> tuple[Consent, ...]:
        """Everyone's that end within so many days of a day, the first to end first (P5)."""
        day = on or self._today
        last = day + timedelta(days=days)
        return rules.ending(store.beside_ending(self._db, day, last), day, days)

    def problems(self, consent: Consent) -> tuple[Problem, ...]:
        """What is wrong with it, and what is only asked about (`blocks` False)."""
        person = self._people.get(consent.person)
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        return rules.check_consent(consent, self._today, person.birth_date, strict)

    def add(self, consent: Consent) -> int:
        """What a person agrees to, with its scope and end (PV-02); gives its id."""
        with self._db.unit("consent.given", Ref("person", consent.person)) as unit:
            return self.put(unit, replace(consent, id=0))

    def put(self, unit: Unit, consent: Consent) -> int:
        """As `add`, inside a larger unit."""
        demand(self.problems(consent))
        return store.write(unit, consent)

    def withdraw(self, consent: int, on: date | None = None) -> None:
        """It can not be leaned on from that day; what was done with it stays lawful."""
        known = self.get(consent)
        with self._db.unit("consent.withdrawn", Ref("person", known.person)) as unit:
            self.put(unit, replace(known, withdrawn_on=on or unit.today))

    @property
    def _today(self) -> date:
        return self._db.clock.today()
