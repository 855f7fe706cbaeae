"""Reads one household whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.arrears.service import Arrears
from app.core.errors import Invalid, Problem
from app.core.ids import ApplicationId, PersonId, Ref
from app.core.records import dataclass
from app.debt.waiting.service import DebtWaiting
from app.decisions.service import Decisions
from app.documents.model import Document
from app.evictions.service import EvictionCases
from app.followup.levels.service import Levels
from app.followup.owners.service import Owners
from app.followup.plans.service import Plans
from app.leases.expiry.service import Expiry
from app.leases.service import Leases
from app.letters.service import Letters
from app.overview.household import store, story_store, telling
from app.overview.household.model import (
    Decided,
    Happened,
    Happening,
    HouseholdView,
    LeaseView,
)
from app.overview.household.prints import AccountPaper, case_account
from app.people.consents.service import Consents
from app.people.model import AddressProtection, Household, Person
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "case_account"


@dataclass(frozen=True, slots=True)
class Sources:
    """Those who know something of a household."""

    people: People
    consents: Consents
    letters: Letters
    decisions: Decisions
    leases: Leases
    expiry: Expiry
    arrears: Arrears
    cases: EvictionCases
    advice: DebtWaiting
    levels: Levels
    owners: Owners
    plans: Plans


class HouseholdViews:
    """The household card as one value; nothing is stored."""

    def __init__(self, db: Database, settings: Settings, sources: Sources) -> None:
        self._db = db
        self._settings = settings
        self._from = sources

    def of(self, person: PersonId, on: date | None = None) -> HouseholdView:
        """All about a person and those who live there on a day; Invalid for one to come.

        Records whose past is not kept by day (a case of advice, a plan) are as they stand today.
        """
        known, today = self._from, self._db.clock.today()
        day = on or today
        if day > today:
            raise Invalid([Problem("on", "day_in_future", remedy=today)])
        who = known.people.get(person)
        household = known.people.household_of(person)
        people = together(who, household, day)
        everyone = [who, *(known.people.get(each) for each in people[1:])]
        hidden = any(each.protection is not AddressProtection.NONE for each in everyone)
        leases = tuple(self._leases(people, day, hidden=hidden))
        papers = known.letters.some(story_store.papers(self._db, people, day))
        return HouseholdView(
            on=day,
            person=who,
            household=household,
            people=people,
            names=tuple((each.id, each.name) for each in everyone),
            hidden=hidden,
            leases=leases,
            evictions=tuple(case for one in people for case in known.cases.of_person(one)),
            advice=tuple(row for one in people for row in known.advice.of_person(one)),
            decisions=self._decisions(people, day),
            level=known.levels.of(person, day),
            owner=known.owners.of(person, day),
            plan=known.plans.of(person, day),
            documents=tuple(replace(each, title="") for each in papers) if hidden else papers,
            consents=known.consents.of(person),
            happenings=self._story(people, leases, day, hidden=hidden),
        )

    @staticmethod
    def told(each: Happening) -> tuple[str, str]:
        """A happening in a few words, and what else is known of it."""
        return telling.headline(each), " · ".join(telling.details(each))

    def paper(self, person: PersonId, on: date | None = None) -> Document:
        """«Saksframstilling», masked as the card is, in the language of the office."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text(TEXT, self._settings.profile.language, now.date())
        return case_account(AccountPaper(profile, now, self.of(person, on)), text)

    def _leases(
        self, people: tuple[PersonId, ...], day: date, *, hidden: bool
    ) -> Iterator[LeaseView]:
        """The homes, those that hold first; without an address where it may not be told."""
        known = self._from
        rows = [row for one in people for row in known.leases.of_person(one, day)]
        owed = {
            lease: each
            for one in dict.fromkeys(row.tenant for row in rows)
            for lease, each in known.arrears.owed_by(one, day).items()
            if each.total
        }
        for row in sorted(rows, key=lambda each: not each.state.holds):
            shown = replace(row, address="") if hidden else row
            ladder = known.expiry.ladder(row.id) if row.state.holds and row.end else None
            yield LeaseView(shown, ladder, owed.get(row.id))

    def _decisions(self, people: tuple[PersonId, ...], day: date) -> tuple[Decided, ...]:
        order = store.decided(self._db, people, day)
        promises = store.promises(self._db, order, day)
        asked = store.applications(self._db, people)
        rows = {
            row.id: row for one in asked for row in self._from.decisions.rows(ApplicationId(one))
        }
        return tuple(Decided(rows[each], promises.get(each, ())) for each in order)

    def _story(
        self,
        people: tuple[PersonId, ...],
        leases: tuple[LeaseView, ...],
        day: date,
        *,
        hidden: bool,
    ) -> tuple[Happening, ...]:
        """Everything by its day, the newest first."""
        found = story_store.happenings(self._db, people, day, hidden=hidden)
        found += story_store.letters(self._db, people, day)
        found += [
            Happening(
                each.charge.due_on,
                Happened.RENT_MISSED,
                each.charge.id,
                lease.row.tenant,
                Ref("lease", lease.row.id),
                each.charge.kind,
                amount=each.left,
            )
            for lease in leases
            if lease.owed is not None
            for each in lease.owed.charges
        ]
        return tuple(sorted(found, key=_when, reverse=True))


def together(person: Person, household: Household | None, day: date) -> tuple[PersonId, ...]:
    """The person, then those who live with them on a day."""
    members = household.members if household is not None else ()
    others = (
        each.person
        for each in members
        if each.person != person.id
        and each.since <= day
        and (each.until is None or each.until > day)
    )
    return (person.id, *dict.fromkeys(others))


_PLACES = {each: place for place, each in enumerate(Happened)}


def _when(each: Happening) -> tuple[date, int, int]:
    return each.on, -_PLACES[each.what], each.id
