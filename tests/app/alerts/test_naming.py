"""Whose a gjøremål is: put on last, of those alone that are told."""

from datetime import date, timedelta
from typing import Never

import pytest

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.alerts.naming import named
from app.applications.model import ApplicationDraft
from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.leases.residents.model import ConsentKind, Relation, RequestDraft
from app.office import Office
from app.people.model import AddressProtection
from tests.app.alerts.rows import Slices
from tests.app.leases.conftest import desk, lease
from tests.app.leases.desk import LeaseDesk
from tests.factories import registered_person

__all__ = ["desk", "lease"]
CAME = date(2026, 11, 23)


def about(kind: str, number: int, name: str = "", place: str = "") -> Alert:
    return Alert(
        id=AlertId.PROTEST,
        urgency=Urgency.SOON,
        case=Ref(kind, number),
        since=CAME,
        why=Reason.PROTEST_TO_TRY,
        act=Act.OPEN_ENDING,
        name=name,
        place=place,
    )


def test_each_is_named_by_what_it_is_about_unless_it_has_a_name() -> None:
    known = Slices()
    told = (
        about("lease", 3),
        about("application", 3),
        about("lease", 4, "Kari Testnes", "Testveien 4"),
        about("application", 4, "Kari Testnes"),
        about("office", 1),
    )
    found = named(told, known.places, known.names)
    assert [(each.case, each.name, each.place) for each in found] == [
        (Ref("lease", 3), "Aud Testnes", "Demovegen 3"),
        (Ref("application", 3), "Even Prøvland", ""),
        (Ref("lease", 4), "Kari Testnes", "Testveien 4"),
        (Ref("application", 4), "Kari Testnes", ""),
        (Ref("office", 1), "", ""),
    ]


@pytest.mark.parametrize("kind", ["lease", "application", "office"])
def test_nothing_is_looked_up_where_nothing_lacks(kind: str) -> None:
    def asked(_: object) -> Never:
        raise AssertionError("looked up")

    told = (about(kind, 1, "Kari Testnes"), about("office", 1))
    assert named(told, asked, asked) == told


def test_an_application_is_told_by_who_asked_and_by_the_name_they_have_now(
    office: Office, clock: FixedClock
) -> None:
    person = registered_person(office, given_name="Kari", family_name="Prøvnes")
    office.applications.register(ApplicationDraft(applicant=person, received_on=CAME))
    clock.at += timedelta(days=29)
    (alert,) = (each for each in office.alerts.today() if each.id is AlertId.UNANSWERED)
    assert (alert.name, alert.place) == ("Kari Prøvnes", "")
    with office.unit("person.corrected", Ref("person", person)) as unit:
        unit.update("person", person, given_name="Siv")
    (alert,) = (each for each in office.alerts.today() if each.id is AlertId.UNANSWERED)
    assert alert.name == "Siv Prøvnes"


def test_a_consent_is_told_by_the_tenant_and_never_by_a_secret_address(
    office: Office, desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    moving = RequestDraft(ConsentKind.HOUSEHOLD, CAME, name="Ola Orrfugl", relation=Relation.OTHER)
    office.residents.received(lease, moving)
    clock.at += timedelta(days=14)
    name = office.people.get(desk.person).name
    for level, place in (
        (AddressProtection.NONE, "Ødegårdsvegen 4, H0201"),
        (AddressProtection.CONFIDENTIAL, ""),
    ):
        if level is not AddressProtection.NONE:
            office.people.protect(desk.person, level, "Folkeregisteret")
        (alert,) = (each for each in office.alerts.today() if each.id is AlertId.CONSENT)
        assert (alert.case, alert.name, alert.place) == (Ref("lease", lease), name, place)
