"""The officer's verbs on the count of the homeless."""

from collections.abc import Sequence
from datetime import date

from app.core.addresses import HeldAddress
from app.core.errors import Invalid, Problem, demand
from app.core.ids import DwellingId, PersonId, Ref
from app.leases.service import Leases
from app.overview.figures.days import day_problems
from app.overview.homeless import rules, store
from app.overview.homeless.model import (
    HomelessCount,
    HomelessProfile,
    PlaceOfStay,
    Told,
    census_year,
    week_of,
)
from app.overview.homeless.tables import tables
from app.overview.return_tables.model import ReturnTables
from app.people.model import AddressProtection
from app.people.service import People
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class HomelessCounts:
    """Who is without a home on any day, as an estimate until week 48 confirms each (REP-01, A10).

    Derived from open applications with a need of A1 to A5 and from nights without a lease; what
    is told by hand stands beside it.
    """

    def __init__(self, db: Database, people: People, leases: Leases) -> None:
        self._db = db
        self._people = people
        self._leases = leases
        self._counts: Remembered[HomelessCount] = Remembered(db)

    # reading

    @property
    def began(self) -> date | None:
        """The first day the register knows of anyone; None while it knows nobody."""
        return store.began(self._db)

    def at(self, day: date) -> HomelessCount:
        """Who is without a home that day, each adult once.

        Invalid `day_in_future`, or `before_register_began` with the day it began as remedy.
        """
        self.check(day)
        return self._counts.get(day, lambda: self._at(day))

    def check(self, day: date) -> None:
        """Refuse a day as `at` does, and count nothing."""
        demand(day_problems("day", day, self.began, self._today))

    def _at(self, day: date) -> HomelessCount:
        signs, told = store.signs(self._db, day, now=day == self._today), store.told(self._db, day)
        people = {each.person for each in signs} | told.keys()
        year = census_year(day)
        known = rules.Known(
            signs,
            told,
            store.profiles(self._db, day),
            store.checks(self._db, year) if year else {},
            store.who(self._db, people, day),
            self._let_from(people, day),
        )
        return rules.count(known, day)

    def tables(self, day: date) -> ReturnTables:
        """The count of a day in tables, without names; refused as `at` is."""
        return tables(self.at(day))

    def _let_from(self, people: set[PersonId], day: date) -> dict[PersonId, date]:
        """The first day of the lease that each holds on a day."""
        if not people:
            return {}
        return {
            row.tenant: row.start
            for row in self._leases.rows(day)
            if row.tenant in people and row.state.lived_in and row.start and row.start <= day
        }

    def census_day(self, year: int) -> date | None:
        """The last day of week 48 that has been; None before the week begins (REP-03)."""
        first, last = week_of(year)
        return None if self._today < first else min(last, self._today)

    def profile(self, person: PersonId) -> HomelessProfile:
        """The answers by hand as they stand today."""
        return store.profiles(self._db, self._today).get(person, HomelessProfile())

    # doing

    def add(self, person: PersonId, since: date, place: PlaceOfStay = PlaceOfStay.UNKNOWN) -> None:
        """They are without a home from a day, and stay there; also to tell of another place.

        Invalid beside the field; for strengt fortrolig no place is kept (ADR-02).
        """
        known = self._people.get(person)
        demand(self._since_problems(person, since))
        strict = known.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        if strict and place is not PlaceOfStay.UNKNOWN:
            raise Invalid([Problem("place", "homeless_place_not_kept", "ADR-02")])
        with self._db.unit("homeless.told", Ref("person", person)) as unit:
            store.add_told(unit, Told(person, since, homeless=True, place=place))

    def leave_out(self, person: PersonId, since: date) -> None:
        """They have a home from a day, or are not counted: with close family, a sublet (REP-02)."""
        self._people.get(person)
        demand(self._since_problems(person, since))
        with self._db.unit("homeless.over", Ref("person", person)) as unit:
            store.add_told(unit, Told(person, since, homeless=False))

    def describe(self, person: PersonId, profile: HomelessProfile) -> None:
        """What the count asks about a person, from today; what was answered before stays."""
        self._people.get(person)
        since = profile.homeless_since
        if since is not None and since > self._today:
            raise Invalid([Problem("homeless_since", "day_in_future", remedy=self._today)])
        with self._db.unit("homeless.described", Ref("person", person)) as unit:
            store.add_profile(unit, person, self._today, profile)

    def confirm(self, people: Sequence[PersonId], year: int, *, homeless: bool = True) -> None:
        """What week 48 of a year found about them; Invalid before the week has begun."""
        first, _ = week_of(year)
        if self._today < first:
            raise Invalid([Problem("week", "census_not_begun", facts={"first": first})])
        if not people:
            raise Invalid([Problem("week", "census_nobody_chosen")])
        verb = "homeless.confirmed" if homeless else "homeless.not_counted"
        with self._db.unit(verb, Ref("person", people[0])) as unit:
            for person in people:
                store.add_check(unit, person, year, homeless=homeless)

    # address protection

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Where these people stay, as it was told by hand (ADR-05)."""
        return tuple(HeldAddress(ref, person) for ref, person in store.held(self._db, people))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Only that they were without a home, or leave on a day, is left."""
        for ref, _ in store.held(self._db, people):
            store.hide_place(unit, ref)
        return ()

    def _since_problems(self, person: PersonId, since: date) -> tuple[Problem, ...]:
        """Not ahead of today, and not before what was told last."""
        if since > self._today:
            return (Problem("since", "day_in_future", remedy=self._today),)
        told = store.told(self._db, self._today).get(person, ())
        if told and since < told[-1].since:
            facts: dict[str, object] = {"since": told[-1].since}
            return (Problem("since", "homeless_told_later", remedy=told[-1].since, facts=facts),)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()
