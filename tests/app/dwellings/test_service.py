"""Dwellings: register, correct, and every fact with its day."""

from datetime import date

import pytest

from app.core.errors import Conflict, Invalid
from app.core.money import Ore
from app.dwellings.model import DwellingStatus, DwellingType, Holding
from app.office import Office
from tests.factories import a_dwelling, registered_dwelling


def test_a_dwelling_is_read_back_with_its_dated_facts(office: Office) -> None:
    dwelling = office.dwellings.get(registered_dwelling(office, accessible=True))
    assert dwelling.address == "Ødegårdsvegen 4, H0201"
    assert dwelling.status is DwellingStatus.READY
    assert dwelling.status_since == date(2026, 10, 1)
    assert dwelling.rent == 820000
    assert dwelling.allocator is not None
    assert dwelling.allocator.name == "Nav"
    assert dwelling.draft.accessible is True


def test_the_same_place_twice_is_told(office: Office) -> None:
    registered_dwelling(office)
    with pytest.raises(Conflict) as caught:
        registered_dwelling(office, street="ØDEGÅRDSVEGEN")
    assert caught.value.code == "dwelling_known"


def test_a_code_we_do_not_know_is_kept_letter_for_letter(office: Office) -> None:
    registered_dwelling(
        office, dwelling_type=DwellingType.UNKNOWN, type_text="HYBELHUS", status_text="RESERVERT"
    )
    row = office.dwellings.rows()[0]
    assert (row.dwelling_type, row.type_text) == (DwellingType.UNKNOWN, "HYBELHUS")
    assert (row.status, row.status_text) == (DwellingStatus.UNKNOWN, "RESERVERT")


def test_status_and_rent_are_those_of_the_day_asked_for(office: Office) -> None:
    dwelling = registered_dwelling(office)
    office.dwellings.change_status(dwelling, DwellingStatus.MAINTENANCE, date(2026, 11, 10), "bad")
    office.dwellings.set_rent(dwelling, Ore(850000), date(2026, 11, 1))
    before = office.dwellings.rows(as_of=date(2026, 10, 15))[0]
    after = office.dwellings.rows(as_of=date(2026, 11, 15))[0]
    assert (before.status, before.rent) == (DwellingStatus.READY, 820000)
    assert (after.status, after.rent) == (DwellingStatus.MAINTENANCE, 850000)


def test_a_status_that_may_not_follow_is_refused(office: Office) -> None:
    dwelling = registered_dwelling(office)
    office.dwellings.change_status(dwelling, DwellingStatus.RETIRED, date(2026, 11, 1), "solgt")
    with pytest.raises(Invalid) as caught:
        office.dwellings.change_status(dwelling, DwellingStatus.LET, date(2026, 11, 2))
    assert caught.value.problems[0].code == "status_may_not_follow"


def test_correcting_the_rent_keeps_the_old_one_with_its_days(office: Office) -> None:
    dwelling = registered_dwelling(office)
    office.dwellings.correct(dwelling, a_dwelling(rent=Ore(900000), note="ny komfyr"))
    assert office.dwellings.get(dwelling).rent == 900000
    assert office.dwellings.get(dwelling, as_of=date(2026, 11, 1)).rent == 820000


def test_owners_are_one_by_number_not_by_spelling(office: Office) -> None:
    for unit_number, name in (("H0101", "Lia boligstiftelse"), ("H0102", "Lia Boligstiftelse")):
        registered_dwelling(
            office,
            unit_number=unit_number,
            holding=Holding.LEASED_IN_FOUNDATION,
            owner_name=name,
            owner_org_number="974761076",
        )
    assert [owner.name for owner in office.dwellings.owners()] == ["Lia boligstiftelse"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("unit_number", "X0101"), ("owner_org_number", "974760674"), ("postal_code", "22")],
)
def test_a_number_that_does_not_hold_is_told_beside_its_field(
    office: Office, field: str, value: str
) -> None:
    with pytest.raises(Invalid) as caught:
        registered_dwelling(office, **{field: value})
    assert [problem.field for problem in caught.value.problems] == [field]


def test_addresses_are_listed_in_norwegian_order(office: Office) -> None:
    for street, number in (("Åsvegen", "1"), ("Alvegen", "10"), ("Alvegen", "9"), ("Ødegata", "1")):
        registered_dwelling(office, street=street, house_number=number, unit_number="")
    listed = [row.address for row in office.dwellings.rows()]
    assert listed == ["Alvegen 9", "Alvegen 10", "Ødegata 1", "Åsvegen 1"]


def test_leaving_a_form_as_it_was_writes_nothing(office: Office) -> None:
    dwelling = registered_dwelling(office)
    before = office.history.head()
    office.dwellings.correct(dwelling, a_dwelling())
    assert office.history.head() == before


def test_those_ready_are_those_of_the_list_with_that_status(office: Office) -> None:
    ready = registered_dwelling(office)
    let = registered_dwelling(office, unit_number="H0202")
    today = office.clock.today()
    office.dwellings.change_status(let, DwellingStatus.MAINTENANCE, today, "Maling")
    (found,) = office.dwellings.ready()
    (row,) = [each for each in office.dwellings.rows() if each.status is DwellingStatus.READY]
    assert (found.id, found.address, found.since) == (ready, row.address, row.status_since)
