"""The search box finds by name, address and number, and tells no protected address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import Ref
from app.office import Office
from app.overview.model import HitKind
from app.overview.search.asked import query, read
from app.people.model import AddressProtection, HouseholdKind, MemberDraft, Role
from tests.app.decisions.desk import Desk
from tests.app.leases.desk import LeaseDesk
from tests.factories import CANARY_NUMBER, a_person, registered_dwelling, registered_person


@pytest.mark.parametrize(
    "typed", ["odegard", "Ødegård", "ØDEG", "ødegårdsvegen 4", "h0201", "odegaard"]
)
def test_a_dwelling_is_found_however_its_address_is_typed(office: Office, typed: str) -> None:
    dwelling = registered_dwelling(office)
    found = [hit.ref for hit in office.search.find(typed)]
    assert found == [Ref("dwelling", dwelling)]


def test_the_end_of_a_word_finds_nothing(office: Office) -> None:
    registered_dwelling(office)
    assert office.search.find("gårdsvegen") == ()


@pytest.mark.parametrize(
    "typed", ["kana", "kari kanarifugl", CANARY_NUMBER, "158885 12389", "99 99 99 99"]
)
def test_a_person_is_found_by_name_number_and_phone(office: Office, typed: str) -> None:
    person = registered_person(office)
    hits = office.search.find(typed)
    assert [(hit.kind, hit.ref) for hit in hits] == [(HitKind.PERSON, Ref("person", person))]
    assert hits[0].detail == "158885 ••••• · Testbakken 12"


def test_undo_takes_the_person_out_of_the_box_too(office: Office) -> None:
    registered_person(office)
    office.history.undo()
    assert office.search.find("kanarifugl") == ()


def test_a_protected_person_is_marked_and_their_address_finds_nobody(office: Office) -> None:
    registered_person(office, protection=AddressProtection.CONFIDENTIAL)
    assert [hit.protected for hit in office.search.find("kanarifugl")] == [True]
    assert office.search.find("testbakken") == ()


def test_the_applicants_name_finds_the_application_too(office: Office) -> None:
    desk = Desk(office)
    known = office.applications.get(desk.application)
    hits = office.search.find("kanarifugl")
    assert [hit.ref for hit in hits] == [
        Ref("person", desk.person),
        Ref("application", desk.application),
    ]
    assert (hits[1].title, hits[1].detail) == ("Kari Kanarifugl", known.number)


@pytest.mark.parametrize("typed", ["V2026-001", "v2026 001", "v2026", "V2026-00"])
def test_a_vedtak_is_found_by_its_number(office: Office, typed: str) -> None:
    vedtak = Desk(office).drafted()
    (hit,) = office.search.find(typed)
    assert (hit.kind, hit.ref) == (HitKind.VEDTAK, Ref("vedtak", vedtak))
    assert (hit.title, hit.detail) == ("Kari Kanarifugl", "V2026-001")


@pytest.mark.parametrize("typed", ["v", "vedtak", "v2027", "001"])
def test_what_is_no_vedtak_number_finds_none(office: Office, typed: str) -> None:
    Desk(office).drafted()
    assert HitKind.VEDTAK not in {hit.kind for hit in office.search.find(typed)}


def test_a_lease_is_found_by_the_name_its_tenant_has_now(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    office.people.correct(desk.person, a_person(family_name="Nattergal"))
    hits = office.search.find("nattergal")
    assert Ref("lease", lease) in [hit.ref for hit in hits]


def test_no_case_of_a_protected_person_tells_where_they_live(office: Office) -> None:
    desk = LeaseDesk(office, protection=AddressProtection.CONFIDENTIAL)
    desk.prepared()
    hits = office.search.find("kanarifugl")
    assert {HitKind.APPLICATION, HitKind.LEASE} <= {hit.kind for hit in hits}
    assert all(hit.protected for hit in hits)
    assert "vegen" not in " ".join(f"{hit.title} {hit.detail}" for hit in hits)


@given(st.text())
def test_whatever_is_typed_is_words_and_never_an_operator(typed: str) -> None:
    parts = [part for part in query(read(typed)).split() if part != "OR"]
    assert all(part.startswith('"') and part.endswith('"*') for part in parts)


def test_a_person_is_told_with_their_home(office: Office) -> None:
    LeaseDesk(office).prepared()
    (person,) = (hit for hit in office.search.find("kanarifugl") if hit.kind is HitKind.PERSON)
    assert "Ødegårdsvegen" in person.detail


def test_no_home_is_told_where_one_who_lives_there_is_protected(office: Office) -> None:
    kari = registered_person(office, national_id="", given_name="Kari", family_name="Nordmann")
    ola = registered_person(
        office,
        national_id="",
        given_name="Ola",
        family_name="Sordmann",
        protection=AddressProtection.CONFIDENTIAL,
    )
    (hit,) = office.search.find("kari nordmann")
    assert "Testbakken" in hit.detail
    lives = MemberDraft(kari, Role.APPLICANT)
    beside = MemberDraft(ola, Role.ADULT)
    office.people.found_household(HouseholdKind.COUPLE, (lives, beside))
    assert not any("Testbakken" in hit.detail for hit in office.search.find("mann"))
    (hit,) = office.search.find("kari nordmann")
    assert "Testbakken" not in hit.detail
