"""The children who live with somebody, by age."""

from datetime import date

from app.core.ids import PersonId
from app.office import Office
from app.people.model import HouseholdKind, MemberDraft, PersonDraft, Presence, Role
from tests.factories import registered_person


def child(office: Office, born: date, presence: Presence = Presence.LIVES_HERE) -> MemberDraft:
    """Somebody without a number, born that day."""
    person = office.people.register(
        PersonDraft(given_name="Elif", family_name="Prøve", birth_date=born)
    )
    return MemberDraft(person=person, role=Role.CHILD, presence=presence)


def founded(office: Office, *others: MemberDraft) -> PersonId:
    """A household of one grown-up and these."""
    parent = registered_person(office)
    office.people.found_household(
        HouseholdKind.SINGLE_PARENT, (MemberDraft(person=parent, role=Role.APPLICANT), *others)
    )
    return parent


def test_ages_are_told_the_youngest_first(office: Office) -> None:
    today = office.clock.today()
    nine = today.replace(year=today.year - 9)
    four = today.replace(year=today.year - 4)
    parent = founded(office, child(office, nine), child(office, four))
    assert office.people.children()[parent] == (4, 9)


def test_one_turns_eighteen_on_the_day(office: Office) -> None:
    today = office.clock.today()
    grown = today.replace(year=today.year - 18)
    parent = founded(office, child(office, grown))
    assert parent not in office.people.children()


def test_one_who_visits_counts_and_one_who_is_expected_does_not(office: Office) -> None:
    today = office.clock.today()
    born = today.replace(year=today.year - 6)
    parent = founded(
        office, child(office, born, Presence.VISITS), child(office, born, Presence.EXPECTED)
    )
    assert office.people.children()[parent] == (6,)


def test_one_who_moves_out_is_gone_and_back_when_it_is_undone(office: Office) -> None:
    today = office.clock.today()
    parent = founded(office, child(office, today.replace(year=today.year - 6)))
    household = office.people.household_of(parent)
    assert household is not None
    member = next(each for each in household.members if each.role is Role.CHILD)
    office.people.move_out(household.id, member.id, today)
    assert parent not in office.people.children()
    office.history.undo()
    assert office.people.children()[parent] == (6,)


def test_those_of_some_people_are_as_those_of_everyone(office: Office) -> None:
    """And nobody else's: each is found from the person, not through all children there are."""
    today = office.clock.today()
    five, nine = (today.replace(year=today.year - years) for years in (5, 9))
    asked = founded(office, child(office, nine), child(office, five, Presence.EXPECTED))
    other = registered_person(office, given_name="Siv", national_id="")
    office.people.found_household(
        HouseholdKind.SINGLE_PARENT,
        (MemberDraft(person=other, role=Role.APPLICANT), child(office, five)),
    )
    assert office.people.children_of([asked]) == {asked: (9,)}
    assert office.people.children_of([asked, other]) == {
        each: office.people.children()[each] for each in (asked, other)
    }
    assert office.people.children_of([]) == {}
