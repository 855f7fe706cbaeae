"""A waiting list on the real register."""

from collections.abc import Callable
from datetime import date

import pytest

from app.allocation.service import Allocation
from app.applications.model import ApplicationState
from app.applications.service import Applications
from app.core.ids import ApplicationId, VedtakId
from app.office import Office
from app.people.service import People
from app.storage.database import Database
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person

Grant = Callable[..., ApplicationId]
Decide = Callable[[ApplicationId], VedtakId]


@pytest.fixture
def people(db: Database, office: Office) -> People:
    """People who know what tells where someone lives."""
    return People(db, office.history)


@pytest.fixture
def applications(db: Database, office: Office, people: People) -> Applications:
    """The service, as Office wires it."""
    return Applications(db, people, office.settings)


@pytest.fixture
def allocation(
    db: Database, office: Office, people: People, applications: Applications
) -> Allocation:
    """The service, as Office wires it."""
    service = Allocation(db, applications, office.dwellings)
    people.know_holder(applications)
    people.know_holder(service)
    return service


@pytest.fixture
def grant(applications: Applications) -> Grant:
    """One more on the waiting list, from a person of their own."""
    count = 0

    def grant_one(**changes: object) -> ApplicationId:
        nonlocal count
        number = a_number(date(1980, 1, 1 + count % 28), count // 28)
        changes.setdefault("applicant", a_person(national_id=number))
        changes.setdefault("state", ApplicationState.GRANTED_WAITING)
        count += 1
        return applications.register(a_new_application(**changes))

    return grant_one


@pytest.fixture
def decide(office: Office) -> Decide:
    """The vedtak that granted an application."""

    def decide_one(application: ApplicationId) -> VedtakId:
        with office.unit("vedtak.drafted") as unit:
            vedtak = unit.insert(
                "vedtak",
                number=f"V2026-{application:03}",
                kind="municipal_dwelling",
                application=application,
                result="granted",
                officer=1,
                drafted_on=unit.today,
            )
        return VedtakId(vedtak)

    return decide_one
