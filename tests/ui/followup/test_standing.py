"""What stands under the name of whoever is followed up."""

from dataclasses import replace
from datetime import date, timedelta

from app.followup.levels.model import HelpLevel
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import registered_person
from ui.followup.standing import standing_chips, standing_line

TODAY = date(2026, 11, 23)


def test_nothing_is_agreed_yet(office: Office) -> None:
    person = registered_person(office)
    assert standing_line(office, person) == "Oppfølging · ikke avtalt ennå"
    assert standing_chips(office, office.people.get(person)) == ()


def test_level_coordinator_and_next_talk(office: Office) -> None:
    person = registered_person(office)
    office.levels.set(person, HelpLevel.SUPPORT, "Avtalt", TODAY)
    plan = office.plans.begin(person)
    draft = office.plans.get(plan).draft
    office.plans.change(plan, replace(draft, next_talk_on=TODAY + timedelta(days=3)))
    said = standing_line(office, person)
    assert "koordinator Siri Testmo, boligkontoret" in said
    assert said.endswith("neste samtale tor.\u00a026.\u00a0nov.")
    [level] = standing_chips(office, office.people.get(person))
    assert level.text == "Nivå\u00a02"


def test_p1_a_plan_that_nobody_owns_is_told(office: Office) -> None:
    person = registered_person(office)
    office.plans.begin(person)
    assert "uten ansvarlig enhet" in standing_line(office, person)


def test_who_manages_alone_is_no_longer_followed(office: Office) -> None:
    person = registered_person(office)
    office.levels.set(person, HelpLevel.ADVICE, "Avtalt", TODAY - timedelta(days=9))
    office.levels.set(person, HelpLevel.MANAGES_ALONE, "Klarer seg", TODAY)
    assert "avsluttet" in standing_line(office, person)


def test_a_protected_address_is_said_in_a_chip(office: Office) -> None:
    person = registered_person(office)
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    [chip] = standing_chips(office, office.people.get(person))
    assert chip.text == "Fortrolig"
