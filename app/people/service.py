"""The officer's verbs on persons and households."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import HouseholdId, PersonId, Ref
from app.core.national_id import parse_national_id
from app.core.order import search_words
from app.core.text import tidy_name
from app.people import (
    address_store,
    child_store,
    double_store,
    household_store,
    list_store,
    number_store,
    rules,
    store,
)
from app.people.holders import AddressHolder, PaperKeeper
from app.people.model import (
    Address,
    AddressProtection,
    Household,
    HouseholdKind,
    MemberDraft,
    Person,
    PersonDraft,
    PersonRow,
    Protection,
    ShieldReport,
)
from app.people.shielding import Shielding
from app.storage.database import Database
from app.storage.history import History
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class People:
    """Register, correct, join, protect."""

    def __init__(self, db: Database, history: History) -> None:
        self._db = db
        self._shielding = Shielding(db, history)
        self._children: Remembered[Mapping[PersonId, tuple[int, ...]]] = Remembered(db)

    def know_holder(self, holder: AddressHolder, *, first: bool = False) -> None:
        """A slice above that keeps rows which tell where a person lives; `first` asks the rest."""
        self._shielding.know_holder(holder, first=first)

    def know_paper_keeper(self, keeper: PaperKeeper) -> None:
        """The slice above that says of a dwelling where its paper lies."""
        self._shielding.know_paper_keeper(keeper)

    def rows(self) -> tuple[PersonRow, ...]:
        """Everyone, in the order of their names."""
        return list_store.rows(self._db, self._today)

    def ids(self) -> list[PersonId]:
        """Every id in the order of names, for a long register."""
        return list_store.ids_in_order(self._db)

    def rows_of(self, ids: tuple[PersonId, ...]) -> tuple[PersonRow, ...]:
        """One page of a long register."""
        return list_store.rows_of(self._db, ids, self._today)

    def rows_among(self, wanted: Collection[PersonId]) -> tuple[PersonRow, ...]:
        """Those of some persons who are there, in the order of names."""
        return list_store.rows(self._db, self._today, wanted)

    def named_by(self, words: str) -> bool:
        """Whether a word in a search is how a name here begins, or may be a number of somebody."""
        return list_store.named_by(self._db, search_words(words))

    def get(self, person: PersonId) -> Person:
        """One person; NotFound when there is none."""
        found = store.get(self._db, person, self._today)
        if found is None:
            raise NotFound("person_not_found")
        return found

    def register(self, draft: PersonDraft) -> PersonId:
        """Take in a new person; Invalid, or Conflict number_taken with whose it is."""
        with self._db.unit("person.registered") as unit:
            return self.add(unit, draft)

    def add(self, unit: Unit, draft: PersonDraft) -> PersonId:
        """As `register`, inside a larger unit (an import, an application)."""
        draft = self._checked(draft, None)
        person = store.insert(unit, draft)
        if unit.subject is None:
            unit.about(Ref("person", person))
        return person

    def correct(self, person: PersonId, draft: PersonDraft) -> None:
        """Put right what was typed; a new number or address gets a row of its own from today."""
        known = self.get(person)
        draft = self._checked(draft, person)
        subject = Ref("person", person)
        with self._db.unit("person.corrected", subject, may_be_idle=True) as unit:
            numbers = tuple(number.number for number in known.numbers)
            fresh = parse_national_id(draft.national_id) if draft.national_id else None
            if fresh is not None and fresh.digits not in {number.digits for number in numbers}:
                number_store.add_number(unit, person, fresh, unit.today)
                numbers = (*numbers, fresh)
            store.update(unit, person, draft, numbers)
            if draft.address is not None and not _same_place(draft.address, known.address):
                address_store.add_address(
                    unit, person, draft.address, draft.address.since or unit.today
                )

    def _checked(self, draft: PersonDraft, person: PersonId | None) -> PersonDraft:
        draft = replace(
            draft, given_name=tidy_name(draft.given_name), family_name=tidy_name(draft.family_name)
        )
        demand(rules.check(draft, self._today))
        if draft.national_id:
            digits = parse_national_id(draft.national_id).digits
            owner = number_store.by_number(self._db, digits)
            if owner is not None and owner != person:
                raise Conflict("number_taken", person=owner)
        return draft

    def by_number(self, text: str) -> PersonId | None:
        """Whose number it is or was; OfficeError when it is none."""
        return number_store.by_number(self._db, parse_national_id(text).digits)

    def known_numbers(self) -> frozenset[str]:
        """Every number in the register."""
        return number_store.known_numbers(self._db)

    def doubles_of(self, person: PersonId) -> tuple[Person, ...]:
        """Records that may be of the same human being: like name and the same day of birth."""
        one = self.get(person)
        others = (self.get(other) for other in double_store.likely_doubles(self._db, person))
        return tuple(other for other in others if rules.may_be_same(one, other))

    def join(self, kept: PersonId, double: PersonId) -> None:
        """Make two records of one person one; the double points at the kept one from then on."""
        if kept == double:
            raise OfficeError("join_with_itself")
        self.get(kept), self.get(double)
        with self._db.unit("person.joined", Ref("person", kept)) as unit:
            double_store.move_to(unit, double, kept)
            one = store.get(self._db, kept, self._today)
            if one is not None:
                numbers = tuple(known.number for known in one.numbers)
                words = rules.search_text(one.given_name, one.family_name, numbers, one.phone)
                unit.update("person", kept, search_text=words)

    def found_household(self, kind: HouseholdKind, members: tuple[MemberDraft, ...]) -> HouseholdId:
        """A new household."""
        with self._db.unit("household.formed") as unit:
            household = self.add_household(unit, kind, members)
            unit.about(Ref("household", household))
            return household

    def add_household(
        self, unit: Unit, kind: HouseholdKind, members: tuple[MemberDraft, ...]
    ) -> HouseholdId:
        """As `found_household`, inside a larger unit."""
        if not members:
            raise Invalid([Problem("members", "household_empty")])
        return household_store.insert_household(unit, kind, members)

    def household(self, household: HouseholdId) -> Household:
        """One household with every member it has had."""
        found = household_store.household(self._db, household)
        if found is None:
            raise NotFound("household_not_found")
        return found

    def household_of(self, person: PersonId) -> Household | None:
        """The household a person belongs to today."""
        found = household_store.household_of(self._db, person, self._today)
        return None if found is None else self.household(found)

    def together(
        self, people: Collection[PersonId], on: date | None = None
    ) -> Mapping[PersonId, frozenset[PersonId]]:
        """Who are on a day in the household each of some people belongs to today, they too.

        Who belongs to none is not there.
        """
        return household_store.together(self._db, people, self._today, on or self._today)

    def born(self, people: Collection[PersonId]) -> Mapping[PersonId, date | None]:
        """When each of some people was born, where it is known."""
        return household_store.born(self._db, people)

    def children(self, on: date | None = None) -> Mapping[PersonId, tuple[int, ...]]:
        """The ages of those under 18 who live with each person on a day, the youngest first.

        Who has none is not there; one who visits counts, one who is expected does not.
        """
        day = on or self._today
        return self._children.get(day, lambda: child_store.ages(self._db, day))

    def children_of(
        self, people: Sequence[PersonId], on: date | None = None
    ) -> Mapping[PersonId, tuple[int, ...]]:
        """As `children`, for some people: fast however many there are in the register."""
        return child_store.ages_of(self._db, people, on or self._today)

    def move_in(self, household: HouseholdId, member: MemberDraft) -> None:
        """One more member from today."""
        with self._db.unit("household.member_added", Ref("household", household)) as unit:
            self.add_member(unit, household, member)

    def add_member(self, unit: Unit, household: HouseholdId, member: MemberDraft) -> None:
        """As `move_in`, inside a larger unit."""
        household_store.add_member(unit, household, member)

    def move_out(self, household: HouseholdId, member: int, until: date) -> None:
        """A member's last day was the day before `until`."""
        with self._db.unit("household.member_left", Ref("household", household)) as unit:
            unit.update("household_member", member, until=until)

    def shown_address(self, person: PersonId, reason: str) -> Address | None:
        """A confidential address, with the reason for looking written down (ADR-03, PV-06)."""
        known = self.get(person)
        if known.protection is AddressProtection.NONE:
            return known.address
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing", "ADR-03")])
        with self._db.unit("address.shown", Ref("person", person), final=True) as unit:
            unit.insert("address_shown", person=person, at=unit.at, reason=reason.strip())
        return known.address

    def protect(self, person: PersonId, level: AddressProtection, source: str) -> None:
        """Set or lift the level; `shield` is the way to strengt fortrolig (ADR-02)."""
        if level is AddressProtection.STRICTLY_CONFIDENTIAL:
            raise OfficeError("shield_instead")
        with self._db.unit("person.protected", Ref("person", person), final=True) as unit:
            address_store.add_protection(unit, person, Protection(level, unit.today, source))

    def places_of(self, person: PersonId) -> tuple[Ref, ...]:
        """Every row that tells where a person, or one who lives with them, lives (ADR-05, 07)."""
        return self._shielding.places_of(self._covered(person))

    def shield(self, person: PersonId, source: str, paper_reference: str) -> ShieldReport:
        """Strengt fortrolig: remove every tie between the household and a place, in one act.

        Rows, their history, the search box and drafts; old backups keep theirs until destroyed
        (ADR-01 to ADR-07). Can not be taken back. The dwelling gets the paper reference in a
        unit of its own, and the person does not: the same words on both would tie them.
        """
        return self._shielding.shield(person, self._covered(person), source, paper_reference)

    def _covered(self, person: PersonId) -> frozenset[PersonId]:
        household = self.household_of(person)
        members = household.members if household else ()
        together = {member.person for member in members if member.until is None}
        return frozenset(together | {person})

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _same_place(one: Address, other: Address | None) -> bool:
    return other is not None and replace(one, since=None) == replace(other, since=None)
