"""Applications on the real register."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.applications.model import ApplicationDraft, TargetGroup
from app.applications.service import Applications
from app.core.ids import ApplicationId
from app.office import Office
from app.people.service import People
from app.storage.database import Database
from tests.factories import a_number, a_person

Register = Callable[..., ApplicationId]


@pytest.fixture
def people(db: Database, office: Office) -> People:
    """People who know that applications can tell where someone lives."""
    return People(db, office.history)


@pytest.fixture
def applications(db: Database, office: Office, people: People) -> Applications:
    """The service, as Office wires it."""
    service = Applications(db, people, office.settings)
    people.know_holder(service)
    return service


def a_new_application(**changes: object) -> ApplicationDraft:
    """From one who is new to the office, received three weeks ago."""
    draft = ApplicationDraft(
        applicant=a_person(),
        received_on=date(2026, 11, 2),
        group=TargetGroup.SUBSTANCE_USE,
        present_housing="bor hos en venn i Testbakken 12",
        reason="har mistet leiligheten",
        bedrooms=1,
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


@pytest.fixture
def register(applications: Applications) -> Register:
    """Registers one application after another, each from a person of their own."""
    count = 0

    def register_one(**changes: object) -> ApplicationId:
        nonlocal count
        number = a_number(date(1980, 1, 1 + count % 28), count // 28)
        changes.setdefault("applicant", a_person(national_id=number, birth_date=None))
        count += 1
        return applications.register(a_new_application(**changes))

    return register_one
