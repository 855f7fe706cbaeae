"""Notes are written, put right and never lost; contact is counted for lists."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import PersonId
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.levels.model import HelpLevel
from app.office import Office
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
CALL = ContactNoteDraft(
    TODAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Vil møtes på torsdag."
)
MISS = replace(CALL, outcome=ContactOutcome.NOT_REACHED, words="")


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


def test_d10_a_visit_is_logged_with_who_wrote_it(office: Office, kari: PersonId) -> None:
    visit = replace(CALL, channel=ContactChannel.HOME_VISIT)
    written = office.contact_notes.add(kari, visit)
    (found,) = office.contact_notes.of(kari)
    assert (found.id, found.now.draft) == (written, visit)
    assert found.now.recorded_on == TODAY
    me = office.settings.me
    assert found.now.written_by == (me.name if me else "")


def test_what_is_wrong_stands_beside_its_field(office: Office, kari: PersonId) -> None:
    with pytest.raises(Invalid) as refused:
        office.contact_notes.add(kari, ContactNoteDraft())
    assert [each.field for each in refused.value.problems] == ["happened_on", "channel", "outcome"]
    assert office.contact_notes.of(kari) == ()


def test_one_who_is_not_in_the_register_has_no_notes(office: Office) -> None:
    with pytest.raises(NotFound):
        office.contact_notes.add(PersonId(4711), CALL)


def test_a_note_is_put_right_with_a_day_and_the_old_stays(office: Office, kari: PersonId) -> None:
    written = office.contact_notes.add(kari, CALL)
    right = replace(CALL, words="Vil møtes på fredag.", nav_only=True)
    office.contact_notes.correct(written, right)
    office.contact_notes.correct(written, right)
    found = office.contact_notes.get(written)
    assert [told.draft for told in found.told] == [CALL, right]
    assert found.corrected


def test_missed_contact_is_counted_and_undone(office: Office, kari: PersonId) -> None:
    office.contact_notes.add(kari, CALL)
    for _ in range(3):
        office.contact_notes.add(kari, MISS)
    assert office.contact_notes.missed(kari) == 3
    assert office.contact_notes.alarming(office.contact_notes.standing(kari))
    office.history.undo()
    assert office.contact_notes.missed(kari) == 2
    assert not office.contact_notes.alarming(office.contact_notes.standing(kari))
    assert office.contact_notes.last_contact(kari) == TODAY


def test_undo_takes_a_note_back_whole(office: Office, kari: PersonId) -> None:
    office.contact_notes.add(kari, CALL)
    office.history.undo()
    assert office.contact_notes.of(kari) == ()


def test_a_correction_moves_the_count(office: Office, kari: PersonId) -> None:
    written = office.contact_notes.add(kari, MISS)
    assert office.contact_notes.missed(kari) == 1
    office.contact_notes.correct(written, CALL)
    assert (office.contact_notes.missed(kari), office.contact_notes.last_contact(kari)) == (
        0,
        TODAY,
    )


def test_a_next_step_is_ticked_once(office: Office, kari: PersonId) -> None:
    friday = TODAY + timedelta(days=4)
    written = office.contact_notes.add(kari, replace(MISS, follow_up_on=friday))
    assert office.contact_notes.standing(kari).follow_up_on == friday
    (waits,) = office.contact_notes.waiting(office.contact_notes.of(kari))
    assert waits.id == written
    office.contact_notes.followed_up(written)
    assert office.contact_notes.standing(kari).follow_up_on is None
    with pytest.raises(OfficeError, match="contact_no_follow_up"):
        office.contact_notes.followed_up(written)


def test_a_list_reads_everyone_in_one_statement(office: Office, kari: PersonId) -> None:
    per = registered_person(office, given_name="Per", national_id="")
    registered_person(office, given_name="Lill", national_id="")
    office.contact_notes.add(kari, MISS)
    office.contact_notes.correct(office.contact_notes.add(per, MISS), CALL)
    found = office.contact_notes.latest_of_all()
    assert found == {
        kari: office.contact_notes.standing(kari),
        per: office.contact_notes.standing(per),
    }
    assert (found[kari].missed, found[per].last_on) == (1, TODAY)


def test_every_read_takes_a_day(office: Office, kari: PersonId, clock: FixedClock) -> None:
    written = office.contact_notes.add(kari, MISS)
    clock.at += timedelta(days=3)
    office.contact_notes.correct(written, CALL)
    assert office.contact_notes.missed(kari, TODAY) == 1
    assert office.contact_notes.missed(kari) == 0
    assert office.contact_notes.of(kari, TODAY - timedelta(days=1)) == ()


def test_silence_is_told_and_a_talk_ends_it(office: Office, kari: PersonId) -> None:
    office.levels.set(kari, HelpLevel.SUPPORT_AND_SERVICES, "etter samtale", date(2026, 10, 1))
    office.contact_notes.add(kari, MISS)
    assert [each.person for each in office.contact_notes.silent()] == [kari]
    office.contact_notes.add(kari, CALL)
    assert office.contact_notes.silent() == ()


def test_adr_05_the_shield_empties_the_words_and_keeps_the_contact(
    office: Office, kari: PersonId
) -> None:
    first = replace(CALL, words="Møtte ham i Testbakken 12.")
    written = office.contact_notes.add(kari, first)
    office.contact_notes.correct(written, replace(CALL, words="Møtte ham hjemme."))
    held = office.people.places_of(kari)
    assert [ref.kind for ref in held].count("contact_note_told") == 2
    office.people.shield(kari, "folkeregisteret", "mappe 7")
    found = office.contact_notes.get(written)
    assert [told.words for told in found.told] == ["", ""]
    assert office.contact_notes.last_contact(kari) == TODAY
    past = [
        change for each in office.history.latest() for change in office.history.changes(each.id)
    ]
    assert "Testbakken" not in " ".join(f"{each.before} {each.after}" for each in past)


def test_notes_follow_when_two_records_are_joined(office: Office, kari: PersonId) -> None:
    double = registered_person(office, national_id="")
    office.contact_notes.add(double, MISS)
    office.people.join(kari, double)
    assert office.contact_notes.missed(kari) == 1
