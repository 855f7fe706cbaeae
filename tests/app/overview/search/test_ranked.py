"""What an officer means stands first: whole numbers, names, what was used, what is open."""

from datetime import date

import pytest

from app.applications.model import ApplicationState
from app.core.ids import PersonId, Ref
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.model import HitKind
from app.overview.search.asked import read, slips
from app.people.model import AddressProtection
from tests.app.decisions.desk import Desk
from tests.app.leases.desk import LeaseDesk
from tests.factories import registered_dwelling, registered_person


def people(office: Office, typed: str) -> list[int]:
    """The persons found, in order."""
    return [hit.ref.id for hit in office.search.find(typed) if hit.kind is HitKind.PERSON]


def one(office: Office, given: str, family: str, **changes: object) -> PersonId:
    """Another person, known by name alone."""
    return registered_person(
        office, given_name=given, family_name=family, national_id="", phone="", **changes
    )


def test_a_name_that_begins_so_stands_before_a_word_that_does(office: Office) -> None:
    middle = one(office, "Ola Hansine", "Abel")
    family = one(office, "Ola", "Hansen")
    given = one(office, "Hans", "Berg")
    assert people(office, "hans") == [given, family, middle]


def test_what_was_opened_last_stands_first(office: Office) -> None:
    first, second, third = (one(office, "Ola", name) for name in ("Aas", "Berg", "Dahl"))
    office.search.opened(Ref("person", third))
    assert people(office, "ola") == [third, second, first]  # the history knows the newest too
    office.search.opened(Ref("person", first))
    assert people(office, "ola") == [first, third, second]
    assert office.search.last_used(2)[0].ref == Ref("person", first)


def test_a_closed_case_and_who_has_no_other_are_past(office: Office) -> None:
    desk = Desk(office)
    assert [hit.past for hit in office.search.find("kanari")] == [False, False]
    with office.unit("application.state_changed") as unit:
        office.applications.set_state(
            unit, desk.application, ApplicationState.WITHDRAWN, office.clock.today(), "Trukket."
        )
    assert [hit.past for hit in office.search.find("kanari")] == [True, True]


@pytest.mark.parametrize("typed", ["14.06.89", "14.06.1989", "140689", "14 6 1989"])
def test_a_day_of_birth_finds_who_has_no_number(office: Office, typed: str) -> None:
    person = one(office, "Ola", "Berg", birth_date=date(1989, 6, 14))
    one(office, "Ola", "Dahl", birth_date=date(1989, 6, 15))
    assert people(office, typed) == [person]


@pytest.mark.parametrize("typed", ["99999999", "+47 99 99 99 99", "0047 99999999", "999 99 999"])
def test_a_telephone_is_found_with_and_without_its_country(office: Office, typed: str) -> None:
    person = registered_person(office)
    assert people(office, typed) == [person]


@pytest.mark.parametrize("typed", ["kanarifgul", "kanrifugl", "kanarrifugl", "kanarifugk"])
def test_one_slip_finds_what_is_like_it_and_says_so(office: Office, typed: str) -> None:
    registered_person(office)
    (hit,) = office.search.find(typed)
    assert (hit.title, hit.similar) == ("Kari Kanarifugl", True)


def test_a_slip_is_looked_for_only_where_nothing_is_found(office: Office) -> None:
    one(office, "Ola", "Hansen")
    one(office, "Ola", "Hanses")
    assert [hit.title for hit in office.search.find("hansen")] == ["Ola Hansen"]
    assert office.search.find("hansqqn") == ()


def test_short_words_and_numbers_have_no_slips() -> None:
    assert list(slips(read("ola 1234"))) == []
    assert len(list(slips(read("hansen berg")))) == 2


def test_a_letter_is_found_by_kind_receiver_and_number(office: Office) -> None:
    desk = LeaseDesk(office)
    desk.prepared()
    words = {DocumentKind.VEDTAK: "vedtak", DocumentKind.LEASE: "leieavtale"}
    hits = office.search.find("vedtak kanari", named=words)
    letters = [hit for hit in hits if hit.kind is HitKind.DOCUMENT]
    assert {hit.document for hit in letters} == {DocumentKind.VEDTAK}
    number = letters[0].detail
    first = office.search.find(number)
    assert letters[0].ref in [hit.ref for hit in first]


def a_note(office: Office, words: str, **changes: object) -> PersonId:
    """A call with a person of one's own, with these words."""
    person = one(office, "Ola", "Berg", **changes)
    draft = ContactNoteDraft(
        office.clock.today(), ContactChannel.PHONE, ContactOutcome.REACHED, words
    )
    office.contact_notes.add(person, draft)
    return person


def test_a_note_is_found_by_its_words_without_marks(office: Office) -> None:
    person = a_note(office, "Ringte om Ødegården og strømmen. Vil møtes på torsdag.")
    (hit,) = office.search.find("odegarden torsdag")
    assert (hit.kind, hit.person) == (HitKind.NOTE, person)
    assert "Ødegården" in hit.detail


def test_no_note_of_a_protected_person_is_found_by_its_words(office: Office) -> None:
    a_note(office, "Bor hos søsteren på Testbakken.", protection=AddressProtection.CONFIDENTIAL)
    assert office.search.find("testbakken") == ()


def test_a_protected_person_has_no_number_to_ring(office: Office) -> None:
    registered_person(office, protection=AddressProtection.CONFIDENTIAL)
    (hit,) = office.search.find("kanarifugl")
    assert (hit.protected, hit.phone) == (True, "")


def test_a_dwelling_stands_first_where_no_person_is_meant(office: Office) -> None:
    registered_dwelling(office)
    first = office.search.find("ødeg")[0]
    assert first.kind is HitKind.DWELLING
