"""Lists for a reader and for another program, without what must not be seen."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.applications.model import ApplicationDraft, ApplicationState, TargetGroup
from app.commands.lists import LISTS
from app.leases.model import ImportedLease
from app.office import Office
from app.people.model import AddressProtection
from tests.app.commands.conftest import Run, said
from tests.factories import a_number, a_person, registered_dwelling, registered_person


@pytest.fixture
def options(office: Office, register_path: Path, key: Path) -> tuple[object, ...]:
    """A register with one of each, and the options that name it."""
    tenant = registered_person(office)
    hidden = a_person(
        given_name="Áile",
        family_name="Skjult",
        national_id=a_number(date(1990, 5, 17), 0),
        protection=AddressProtection.CONFIDENTIAL,
        address=office.people.get(tenant).address,
    )
    office.people.register(hidden)
    (person,) = [row.id for row in office.people.rows() if row.name.startswith("Skjult")]
    dwelling = registered_dwelling(office, street="Skjulestien", house_number="9")
    start, end = date(2026, 10, 1), date(2029, 9, 30)
    with office.unit("sheet.taken_in") as unit:
        office.leases.take_in(unit, ImportedLease(person, dwelling, start, end))
    office.applications.register(
        ApplicationDraft(
            applicant=tenant,
            received_on=date(2026, 9, 1),
            group=TargetGroup.MENTAL_HEALTH,
            state=ApplicationState.GRANTED_WAITING,
            state_since=date(2026, 10, 1),
        )
    )
    return ("--register", register_path, "--passphrase-file", key)


@pytest.mark.parametrize("name", list(LISTS))
def test_every_list_answers_in_both_ways_and_shows_no_whole_number(
    run: Run, options: tuple[object, ...], name: str
) -> None:
    text, answer = run("list", name, *options), run("list", name, *options, "--json")
    assert (text.exit_code, answer.exit_code) == (0, 0)
    assert isinstance(json.loads(answer.stdout), list)
    assert "12389" not in text.stdout + answer.stdout


def test_nothing_ties_a_protected_person_to_a_place(run: Run, options: tuple[object, ...]) -> None:
    for name in ("people", "leases", "applications"):
        assert "Skjulestien" not in run("list", name, *options, "--json").stdout
    (lease,) = _entries(said(run("list", "leases", *options, "--json")))
    assert lease["address"] is None


def test_people_come_with_masked_numbers_and_protection(
    run: Run, options: tuple[object, ...]
) -> None:
    people = _entries(said(run("list", "people", *options, "--json")))
    assert [each["national_id"] for each in people] == ["158885 •••••", "178590 •••••"]
    assert [each["protection"] for each in people] == ["none", "confidential"]


def test_dwellings_give_rent_in_ore_and_days_as_iso(run: Run, options: tuple[object, ...]) -> None:
    (dwelling,) = _entries(said(run("list", "dwellings", *options, "--json")))
    assert (dwelling["rent_ore"], dwelling["status_since"]) == (820000, "2026-10-01")
    assert dwelling["owner"] is None


def test_the_waiting_list_tells_place_and_group(run: Run, options: tuple[object, ...]) -> None:
    (place,) = _entries(said(run("list", "waiting-list", *options, "--json")))
    assert (place["place"], place["group"]) == (1, "mental_health")
    table = run("list", "waiting-list", *options).stdout.splitlines()
    assert table[0].startswith("Plass")
    assert "psykisk helse" in table[1]


def test_an_empty_list_says_so(run: Run, register_path: Path, key: Path) -> None:
    where = ("--register", register_path, "--passphrase-file", key)
    assert run("list", "letters", *where).stdout == "Listen er tom.\n"
    assert run("list", "letters", *where, "--json").stdout == "[]\n"


def test_a_list_nobody_has_is_wrong_use(run: Run) -> None:
    assert run("list", "alle").exit_code == 2


def _entries(answer: object) -> list[dict[str, object]]:
    assert isinstance(answer, list)
    return answer
