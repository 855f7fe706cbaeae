"""The officer's verbs on what the paper form tells."""

from dataclasses import replace
from datetime import date

from app.applications.intake import address_store, person_store, rules, store
from app.applications.intake.economy import Economy, economy, younger_than
from app.applications.intake.filling import Registered
from app.applications.intake.model import (
    Intake,
    Paper,
    Representative,
)
from app.applications.intake.prints import blank_form, filled_form
from app.applications.model import Application
from app.applications.service import Applications
from app.core.errors import NotFound, Problem, demand
from app.core.ids import ApplicationId, DwellingId, PersonId, Ref
from app.core.text import Language
from app.documents.render import render
from app.documents.texts import load_text
from app.people.consents.model import APPLICATION_SCOPES
from app.people.consents.service import Consents
from app.people.model import AddressProtection, HeldAddress, Household
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

FORM = "blank_form"


class Intakes:
    """Keep the form whole, know which papers are missing and who speaks for whom.

    A form belongs to the first case of its request; every case of the request reads the same.
    """

    def __init__(
        self,
        db: Database,
        applications: Applications,
        people: People,
        settings: Settings,
        consents: Consents,
    ) -> None:
        self._db = db
        self._applications = applications
        self._people = people
        self._settings = settings
        self._consents = consents

    def of(self, application: ApplicationId, as_of: date | None = None) -> Intake:
        """What the form tells, with the marks that hold on a day; empty when nothing is told."""
        first = self._first(application)
        return store.get(self._db, first.id, as_of or self._today) or Intake(first.id)

    def _first(self, application: ApplicationId) -> Application:
        known = self._applications.get(application)
        opened_with = known.draft.opened_with
        return known if opened_with is None else self._applications.get(opened_with)

    def problems(self, application: ApplicationId, intake: Intake) -> tuple[Problem, ...]:
        """What is wrong with it, and what is only asked about (`blocks` False)."""
        first = self._first(application)
        return rules.check(intake, self._background(first, self._household(first)))

    def save(self, application: ApplicationId, intake: Intake) -> None:
        """Keep what the form tells; only what differs is written. Invalid with what is wrong."""
        first = self._first(application)
        subject = Ref("application", first.id)
        with self._db.unit("intake.saved", subject, may_be_idle=True) as unit:
            self.keep(unit, first.id, intake)

    def keep(self, unit: Unit, application: ApplicationId, intake: Intake) -> None:
        """As `save`, inside a larger unit (an application registered from its form)."""
        first = self._first(application)
        demand(self.problems(first.id, intake))
        before = store.get(self._db, first.id, unit.today)
        since = first.received_on if before is None else unit.today
        after = rules.tidy(replace(intake, application=first.id))
        if after != (before or Intake(first.id)):
            store.save(self._db, unit, first.id, before, after, since)

    def _household(self, known: Application) -> Household:
        return self._people.household(known.household)

    def _background(self, known: Application, household: Household) -> rules.Background:
        members = [member for member in household.members if member.until is None]
        strict = any(self._strict(member.person) for member in members)
        return rules.Background(
            self._today,
            known.received_on,
            known.applicant,
            {member.person: member.birth_date for member in members},
            strict or self._strict(known.applicant),
        )

    def _strict(self, person: PersonId) -> bool:
        level = AddressProtection.STRICTLY_CONFIDENTIAL
        return self._people.get(person).protection is level

    def papers(self, application: ApplicationId) -> tuple[Paper, ...]:
        """Every paper this request must bring or has brought, in the form's order."""
        first = self._first(application)
        intake = self.of(first.id)
        speakers = self.representatives(first.applicant)
        wanted = rules.papers_wanted(intake, self._household(first), speakers)
        return rules.all_papers(intake.papers, wanted)

    def missing_papers(self, application: ApplicationId) -> tuple[Paper, ...]:
        """Those that have not come and are needed."""
        return tuple(paper for paper in self.papers(application) if paper.missing)

    def economy(
        self, application: ApplicationId, counted_from_age: int = 0, on: date | None = None
    ) -> Economy:
        """The sums of the form; incomes of those younger than an age on a day are left out."""
        first = self._first(application)
        members = self._household(first).members
        born = {member.person: member.birth_date for member in members}
        day = on or self._today
        young = younger_than(born, counted_from_age, day) - {first.applicant}
        return economy(self.of(first.id, day), young)

    def representatives(
        self, person: PersonId, on: date | None = None
    ) -> tuple[Representative, ...]:
        """Those who speak for a person on a day, the newest first."""
        day = on or self._today
        everyone = person_store.representatives(self._db, person)
        return tuple(who for who in everyone if rules.speaks(who, day))

    def all_representatives(self, person: PersonId) -> tuple[Representative, ...]:
        """Also those who no longer do, or do not yet."""
        return person_store.representatives(self._db, person)

    def representative_problems(self, who: Representative) -> tuple[Problem, ...]:
        """What is wrong with it, and what is only asked about (`blocks` False)."""
        return rules.check_representative(who, self._strict(who.person))

    def add_representative(self, who: Representative) -> int:
        """One more who speaks for a person and gets a copy of their letters; gives its id."""
        with self._db.unit("representative.added", Ref("person", who.person)) as unit:
            return self.put_representative(unit, replace(who, id=0))

    def put_representative(self, unit: Unit, who: Representative) -> int:
        """As `add_representative` and `correct_representative`, inside a larger unit."""
        demand(self.representative_problems(who))
        return person_store.write_representative(unit, who)

    def correct_representative(self, who: Representative) -> None:
        """Put right what was typed of the one with its id."""
        known = self._representative(who.id)
        with self._db.unit(
            "representative.corrected", Ref("person", known.person), may_be_idle=True
        ) as unit:
            if who != known:
                self.put_representative(unit, replace(who, person=known.person))

    def end_representative(self, representative: int, until: date) -> None:
        """The last day they speak for the person."""
        known = self._representative(representative)
        ended = replace(known, until=until)
        with self._db.unit("representative.ended", Ref("person", known.person)) as unit:
            self.put_representative(unit, ended)

    def _representative(self, representative: int) -> Representative:
        person = person_store.representative_of(self._db, representative)
        everyone = () if person is None else person_store.representatives(self._db, person)
        found = next((who for who in everyone if who.id == representative), None)
        if found is None:
            raise NotFound("representative_not_found")
        return found

    def blank_form(self, language: Language) -> bytes:
        """The paper form with nothing filled in, ready to print."""
        now = self._db.clock.now()
        text = load_text(FORM, language.value, now.date())
        return render(blank_form(self._settings.profile, now, text))

    def filled_form(self, application: ApplicationId) -> bytes:
        """The form with what is registered of a request, in the applicant's language."""
        first = self._first(application)
        now = self._db.clock.now()
        text = load_text(FORM, self._people.get(first.applicant).language.value, now.date())
        office = self._settings.profile
        return render(filled_form(office, now, text, self.registered(first.id)))

    def registered(self, application: ApplicationId) -> Registered:
        """Everything of one request, for its form."""
        first = self._first(application)
        cases = (first.id, *self._applications.opened_with(first.id))
        members = [each for each in self._household(first).members if each.until is None]
        consents = self._consents.of(first.applicant)
        return Registered(
            first,
            frozenset(self._applications.get(each).draft.case for each in cases),
            self.of(first.id),
            tuple((member, self._people.get(member.person)) for member in members),
            self.papers(first.id),
            next(iter(self.representatives(first.applicant)), None),
            tuple(
                consent
                for consent in consents
                if consent.holds(self._today) and consent.scope in APPLICATION_SCOPES
            ),
        )

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Forms and parents that tell where one of them lives (ADR-05)."""
        return address_store.told(self._db, people)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove it; the form itself stays."""
        for held in self.holding(people):
            address_store.forget(unit, held)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()
