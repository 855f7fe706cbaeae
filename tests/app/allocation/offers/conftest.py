"""Households granted a dwelling, on the office's own services."""

from collections.abc import Callable
from datetime import date

import pytest

from app.applications.model import ApplicationState
from app.core.ids import ApplicationId
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person

Wait = Callable[..., ApplicationId]


@pytest.fixture
def wait(office: Office) -> Wait:
    """One more on the waiting list, with an issued vedtak unless `vedtak` is False."""
    count = 0

    def wait_one(*, vedtak: bool = True, **changes: object) -> ApplicationId:
        nonlocal count
        number = a_number(date(1980, 1, 1 + count % 28), count // 28)
        changes.setdefault("applicant", a_person(national_id=number))
        changes.setdefault("state", ApplicationState.GRANTED_WAITING)
        count += 1
        application = office.applications.register(a_new_application(**changes))
        if vedtak:
            granted(office, application)
        return application

    return wait_one


def granted(office: Office, application: ApplicationId) -> None:
    """The vedtak that granted it."""
    with office.unit("vedtak.issued") as unit:
        vedtak = unit.insert(
            "vedtak",
            number=f"V-2026-{application}",
            kind="municipal_dwelling",
            application=application,
            result="granted",
            officer=1,
            drafted_on=unit.today,
        )
        unit.insert("vedtak_state", vedtak=vedtak, since=unit.today, state="issued")
