"""Taking in a whole paper form at once: application, cases, what it tells, who speaks, consents."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from app.applications.intake.model import Income, Intake
from app.applications.intake.registration.model import (
    NOBODY,
    Registration,
    ToldIncome,
    people_in_order,
)
from app.applications.intake.service import Intakes
from app.applications.model import Application
from app.applications.service import Applications
from app.core.cases import APPLIED_FOR
from app.core.errors import Invalid, Problem, demand
from app.core.ids import ApplicationId, PersonId, Ref
from app.people.consents.service import Consents
from app.people.service import People
from app.storage.database import Database
from app.storage.unit import Unit


@contextmanager
def _told_as(start: str) -> Iterator[None]:
    """What is refused inside is told of a field that begins so."""
    try:
        yield
    except Invalid as error:
        raise Invalid([replace(p, field=f"{start}{p.field}") for p in error.problems]) from None


class Registrations:
    """Register a form as one unit, so that one undo takes all of it back."""

    def __init__(
        self,
        db: Database,
        applications: Applications,
        intakes: Intakes,
        people: People,
        consents: Consents,
    ) -> None:
        self._db = db
        self._applications = applications
        self._intakes = intakes
        self._people = people
        self._consents = consents

    def register(self, told: Registration) -> ApplicationId:
        """The first case of the request; Invalid with problems by field, or Conflict.

        Fields of a representative begin with «representative.», of a consent «consents.0.».
        """
        demand(_problems(told))
        first, *more = [case for case in APPLIED_FOR if case in told.cases]
        with self._db.unit("application.registered") as unit:
            application = self._applications.add(unit, replace(told.application, case=first))
            known = self._applications.get(application)
            self._keep_form(unit, known, told)
            for case in more:
                self._applications.add_case(unit, application, case)
            self._keep_people(unit, known.applicant, told)
            unit.about(Ref("application", application))
        return application

    def _keep_form(self, unit: Unit, known: Application, told: Registration) -> None:
        people = people_in_order(self._people.household(known.household), known.applicant)
        incomes = tuple(_income(people, each) for each in told.incomes)
        intake = replace(told.intake, application=known.id, incomes=incomes)
        if intake != Intake(known.id):
            self._intakes.keep(unit, known.id, intake)

    def _keep_people(self, unit: Unit, applicant: PersonId, told: Registration) -> None:
        who = told.representative
        if who is not None:
            with _told_as("representative."):
                self._intakes.put_representative(unit, replace(who, person=applicant))
        for place, consent in enumerate(told.consents):
            with _told_as(f"consents.{place}."):
                self._consents.put(unit, replace(consent, person=applicant))


def _income(people: Sequence[PersonId], told: ToldIncome) -> Income:
    inside = told.place is not None and 0 <= told.place < len(people)
    person = people[told.place] if inside and told.place is not None else NOBODY
    return Income(person, told.kind, told.monthly)


def _problems(told: Registration) -> Iterable[Problem]:
    if not told.cases:
        yield Problem("cases", "case_missing", "BS-08")
    for place, income in enumerate(told.incomes):
        if income.place is None:
            yield Problem(f"incomes.{place}.person", "income_without_person")
