"""The officer's verbs on cooperation agreements."""

from dataclasses import fields, replace
from datetime import date

from app.core.addresses import HeldAddress
from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import DwellingId, PersonId, Ref
from app.followup.agreements import rules, store
from app.followup.agreements.model import (
    Agreement,
    AgreementDraft,
    AgreementDue,
    AgreementState,
)
from app.followup.owners.service import Owners
from app.followup.plans.service import Plans
from app.people.service import People
from app.storage.database import Database
from app.storage.unit import Unit


class Agreements:
    """What a person and the municipality agree to do (DOC-10)."""

    def __init__(self, db: Database, people: People, owners: Owners, plans: Plans) -> None:
        self._db = db
        self._people = people
        self._owners = owners
        self._plans = plans

    def of(self, person: PersonId, on: date | None = None) -> tuple[Agreement, ...]:
        """Every one, the newest first."""
        return store.of(self._db, person, on or self._today)

    def get(self, agreement: int) -> Agreement:
        """One; NotFound agreement_not_found."""
        found = store.get(self._db, agreement, self._today)
        if found is None:
            raise NotFound("agreement_not_found")
        return found

    def due(self, on: date | None = None) -> tuple[AgreementDue, ...]:
        """Everyone's that hold and whose day to be looked at is here, the first first."""
        return store.due(self._db, on or self._today)

    def running(self, person: PersonId, on: date | None = None) -> Agreement | None:
        """The one that is signed and not ended."""
        return self._first(person, AgreementState.SIGNED, on)

    def open(self, person: PersonId) -> Agreement | None:
        """The one that is being written."""
        return self._first(person, AgreementState.DRAFT, None)

    def proposed(self, person: PersonId) -> AgreementDraft:
        """The draft there is, else a new one with contact and day from the plan and the owner."""
        known = self.open(person)
        if known is not None:
            return known.draft
        owner, plan = self._owners.of(person), self._plans.of(person)
        draft = AgreementDraft()
        if owner is not None:
            draft = replace(draft, contact_name=owner.coordinator, contact_phone=owner.phone)
        day = plan.draft.evaluation_on if plan is not None else None
        return replace(draft, evaluation_on=day)

    def problems(self, draft: AgreementDraft) -> tuple[Problem, ...]:
        """What stands between it and its print."""
        return rules.check(draft, self._today)

    def write(self, person: PersonId, draft: AgreementDraft) -> int:
        """Keep the draft; Invalid when it threatens, NotFound for one not registered."""
        self._people.get(person)
        demand(rules.check_words(draft))
        known = self.open(person)
        if known is not None and known.draft == _trimmed(draft):
            return known.id
        verb = "agreement.written" if known is None else "agreement.changed"
        with self._db.unit(verb, Ref("person", person)) as unit:
            return self.keep(unit, person, draft)

    def keep(self, unit: Unit, person: PersonId, draft: AgreementDraft) -> int:
        """The same inside a unit that has checked it."""
        known, kept = self.open(person), _trimmed(draft)
        if known is None:
            return store.insert(unit, person, kept)
        if known.draft != kept:
            store.put(unit, known.id, kept)
        return known.id

    def sign(self, agreement: int, on: date | None = None) -> None:
        """Both have signed; it holds from that day.

        Invalid with what it lacks; Conflict agreement_not_draft, agreement_running.
        """
        known, day = self.get(agreement), on or self._today
        if known.state is not AgreementState.DRAFT:
            raise Conflict("agreement_not_draft")
        if self.running(known.person) is not None:
            raise Conflict("agreement_running")
        problems = self.problems(known.draft)
        if day > self._today:
            problems += (Problem("signed_on", "day_in_future", remedy=self._today),)
        elif day < known.since:
            problems += (Problem("signed_on", "agreement_signed_before", remedy=known.since),)
        demand(problems)
        with self._db.unit("agreement.signed", Ref("person", known.person)) as unit:
            store.add_state(unit, agreement, AgreementState.SIGNED, day)

    def end(self, agreement: int, reason: str, on: date | None = None) -> None:
        """It holds no more; Invalid without the reason. Nothing else follows from it."""
        known, day = self.get(agreement), on or self._today
        if known.state is not AgreementState.SIGNED:
            raise Conflict("agreement_not_signed")
        problems: tuple[Problem, ...] = ()
        if not reason.strip():
            problems += (Problem("reason", "reason_missing"),)
        if day > self._today:
            problems += (Problem("ended_on", "day_in_future", remedy=self._today),)
        elif day < known.since:
            problems += (Problem("ended_on", "agreement_ended_before", remedy=known.since),)
        demand(problems)
        with self._db.unit("agreement.ended", Ref("person", known.person)) as unit:
            store.add_state(unit, agreement, AgreementState.ENDED, day, reason.strip())

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Words that may tell where these people live (ADR-05)."""
        rows = store.with_words(self._db, sorted(people))
        return tuple(HeldAddress(ref, person) for ref, person in rows)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Take the words away; that there was an agreement stays."""
        for held in self.holding(people):
            store.empty(unit, held.ref.id)
        return ()

    def _first(self, person: PersonId, state: AgreementState, on: date | None) -> Agreement | None:
        return next((each for each in self.of(person, on) if each.state is state), None)

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _trimmed(draft: AgreementDraft) -> AgreementDraft:
    said = {each.name: getattr(draft, each.name) for each in fields(draft)}
    kept = {name: value.strip() for name, value in said.items() if isinstance(value, str)}
    return replace(draft, **kept)  # type: ignore[arg-type]  # the texts among its own fields
