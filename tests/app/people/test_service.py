"""People: register, correct, join, protect."""

from datetime import date

import pytest

from app.core.errors import Conflict, Invalid
from app.core.ids import Ref
from app.office import Office
from app.people.model import (
    Address,
    AddressProtection,
    HouseholdKind,
    MemberDraft,
    Role,
)
from tests.factories import CANARY_NUMBER, a_number, a_person, registered_person


def test_a_registered_person_is_read_back_as_typed(office: Office) -> None:
    person = office.people.get(registered_person(office, given_name="<b>Ola", note="=1+1"))
    assert person.given_name == "<b>Ola"
    assert person.note == "=1+1"
    assert person.national_id is not None
    assert person.national_id.digits == CANARY_NUMBER
    assert person.birth_date == date(1985, 8, 15)
    assert person.address == Address("Testbakken 12", "2211", "Lia", since=date(2026, 11, 23))


def test_no_repr_tells_who_a_person_is(office: Office) -> None:
    person = office.people.get(registered_person(office))
    for shown in (repr(person), repr(a_person()), repr(person.numbers), repr(person.address)):
        assert CANARY_NUMBER not in shown
        assert person.family_name not in shown
        assert "Testbakken" not in shown


def test_a_number_belongs_to_one_person(office: Office) -> None:
    first = registered_person(office)
    with pytest.raises(Conflict) as caught:
        registered_person(office, given_name="Ola")
    assert caught.value.code == "number_taken"
    assert caught.value.facts == {"person": first}


def test_a_person_without_a_name_is_refused_beside_the_field(office: Office) -> None:
    with pytest.raises(Invalid) as caught:
        registered_person(office, given_name="", family_name=" ")
    assert [problem.field for problem in caught.value.problems] == ["family_name"]


def test_a_new_number_ends_the_old_one_and_both_find_the_person(office: Office) -> None:
    person = registered_person(office)
    fresh = a_number(date(1985, 8, 15), 3)
    office.people.correct(person, a_person(national_id=fresh))
    known = office.people.get(person)
    assert known.national_id is not None
    assert known.national_id.digits == fresh
    assert [number.until for number in known.numbers] == [date(2026, 11, 23), None]
    assert office.people.by_number(CANARY_NUMBER) == person
    assert office.people.by_number(fresh) == person


def test_joining_two_records_leaves_one_that_owns_everything(office: Office) -> None:
    kept = registered_person(office)
    double = registered_person(office, national_id=a_number(date(1985, 8, 15), 4))
    assert [person.id for person in office.people.doubles_of(kept)] == [double]
    office.people.join(kept, double)
    assert [row.id for row in office.people.rows()] == [kept]
    assert len(office.people.get(kept).numbers) == 2
    assert office.people.get(double).merged_into == kept


def test_joining_can_be_undone(office: Office) -> None:
    kept = registered_person(office)
    double = registered_person(office, national_id=a_number(date(1985, 8, 15), 4))
    office.people.join(kept, double)
    office.history.undo()
    assert {row.id for row in office.people.rows()} == {kept, double}
    assert len(office.people.get(kept).numbers) == 1


def test_a_confidential_address_is_shown_only_with_a_reason_that_is_logged(office: Office) -> None:
    person = registered_person(office, protection=AddressProtection.CONFIDENTIAL)
    with pytest.raises(Invalid) as caught:
        office.people.shown_address(person, "  ")
    assert caught.value.problems[0].source == "ADR-03"
    shown = office.people.shown_address(person, "sende vedtak")
    assert shown is not None
    assert shown.line == "Testbakken 12"
    newest = office.history.latest()[0]
    assert newest.verb == "address.shown"
    assert newest.subject == Ref("person", person)


def test_strictly_confidential_takes_no_address(office: Office) -> None:
    with pytest.raises(Invalid) as caught:
        registered_person(office, protection=AddressProtection.STRICTLY_CONFIDENTIAL)
    assert caught.value.problems[0].code == "address_not_to_be_kept"


def test_shielding_empties_every_place_for_the_whole_household(office: Office) -> None:
    parent = registered_person(office)
    child = registered_person(office, given_name="Lill", national_id=a_number(date(2017, 3, 2), 0))
    members = (MemberDraft(parent, Role.APPLICANT), MemberDraft(child, Role.CHILD))
    office.people.found_household(HouseholdKind.SINGLE_PARENT, members)
    report = office.people.shield(parent, "politiet", "Mappe 7")
    assert set(report.people) == {parent, child}
    assert dict(report.removed) == {"person_address": 2}
    for member in (parent, child):
        known = office.people.get(member)
        assert known.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        assert known.address is None
    assert office.people.places_of(parent) == ()
    assert office.history.verify() is None
    texts = [
        f"{change.before} {change.after}"
        for event in office.history.latest()
        for change in office.history.changes(event.id)
    ]
    assert not [text for text in texts if "Testbakken" in text]


def test_members_who_moved_out_are_not_covered(office: Office) -> None:
    parent = registered_person(office)
    grown = registered_person(office, given_name="Per", national_id=a_number(date(2004, 3, 2), 0))
    members = (MemberDraft(parent, Role.APPLICANT), MemberDraft(grown, Role.ADULT))
    household = office.people.found_household(HouseholdKind.SHARED, members)
    grown_up = office.people.household(household).members[1]
    office.people.move_out(household, grown_up.id, date(2026, 11, 1))
    assert office.people.shield(parent, "politiet", "Mappe 7").people == (parent,)


def test_leaving_a_form_as_it_was_writes_nothing(office: Office) -> None:
    person = registered_person(office)
    before = office.history.head()
    office.people.correct(person, a_person())
    assert office.history.head() == before


def test_doubles_are_looked_for_in_an_index_with_and_without_a_day_of_birth(
    office: Office,
) -> None:
    """Of 100,000 persons none but those born the same day, or named alike, is read."""
    kept, double = (registered_person(office, national_id="", given_name="Kari") for _ in "ab")
    registered_person(office, national_id="", given_name="Åse", family_name="Ås")
    registered_person(office, national_id="", birth_date=date(1980, 1, 2))
    assert [person.id for person in office.people.doubles_of(kept)] == [double]
    seen: list[str] = []
    office._db._connection.set_trace_callback(seen.append)
    office.people.doubles_of(kept)
    office._db._connection.set_trace_callback(None)
    (asked,) = (sql for sql in seen if "UNION ALL" in sql)
    plan = office._db._connection.execute(f"EXPLAIN QUERY PLAN {asked}").fetchall()
    used = " ".join(str(row[3]) for row in plan)
    assert "SCAN" not in used
    assert "person_by_birth" in used
    assert "person_sort" in used
