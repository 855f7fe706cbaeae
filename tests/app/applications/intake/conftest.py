"""Forms on the real register."""

from datetime import date

import pytest

from app.applications.intake.service import Intakes
from app.applications.model import ApplicationDraft, OtherMember
from app.core.ids import ApplicationId
from app.office import Office
from app.people.model import PersonDraft, Presence, Role
from tests.factories import a_number, a_person

RECEIVED = date(2026, 11, 2)
BORN = date(1980, 1, 1)


@pytest.fixture
def intakes(office: Office) -> Intakes:
    """The service, as Office wires it."""
    return office.intake


@pytest.fixture
def family(office: Office) -> ApplicationId:
    """A mother, her cohabitant, a child who lives with them and one who visits."""
    others = (
        OtherMember(person("Ola", date(1979, 5, 4)), Role.CO_APPLICANT),
        OtherMember(person("Lill", date(2015, 3, 2)), Role.CHILD),
        OtherMember(person("Per", date(2018, 3, 2)), Role.CHILD, Presence.VISITS),
    )
    draft = ApplicationDraft(
        applicant=person("Kari", BORN), received_on=RECEIVED, others=others, reason="for trangt"
    )
    return office.applications.register(draft)


def person(name: str, born: date) -> PersonDraft:
    """Somebody new with a number of their own."""
    return a_person(given_name=name, national_id=a_number(born, 0), birth_date=None)
