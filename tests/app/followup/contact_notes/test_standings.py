"""What the register keeps of everyone is what the rules say of each, on any day (D10)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.errors import OfficeError
from app.core.ids import PersonId
from app.followup.contact_notes import rules
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.levels.model import HelpLevel
from app.office import Office
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
DRAFTS = st.builds(
    lambda ago, outcome, ahead: ContactNoteDraft(
        TODAY - timedelta(days=ago),
        ContactChannel.PHONE,
        outcome,
        "Snakket sammen.",
        None if ahead is None else TODAY - timedelta(days=ago) + timedelta(days=ahead),
    ),
    st.integers(0, 4),
    st.sampled_from(ContactOutcome),
    st.none() | st.integers(0, 4),
)
ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "add", "correct", "done", "undo", "wait", "back"]), DRAFTS),
    max_size=9,
)
OF_THE_FIXTURE = [HealthCheck.function_scoped_fixture]


def _play(
    office: Office, clock: FixedClock, person: PersonId, what: str, draft: ContactNoteDraft
) -> None:
    """Do what may be done; the clock of a machine may also be set back."""
    notes = office.contact_notes.of(person, date.max)
    try:
        if what == "add":
            office.contact_notes.add(person, draft)
        elif what == "undo" and notes:
            office.history.undo()
        elif what == "correct" and notes:
            office.contact_notes.correct(notes[0].id, draft)
        elif what == "done" and notes:
            office.contact_notes.followed_up(notes[0].id)
        elif what in {"wait", "back"}:
            clock.at += timedelta(days=1 if what == "wait" else -1)
    except OfficeError:
        return  # refused: nothing changed


@settings(max_examples=40, deadline=None, suppress_health_check=OF_THE_FIXTURE)
@given(acts=ACTS)
def test_the_standing_of_each_is_that_of_all_their_notes_on_any_day(
    office: Office, clock: FixedClock, acts: list[tuple[str, ContactNoteDraft]]
) -> None:
    began, person = clock.at, registered_person(office, national_id="")
    for what, draft in acts:
        _play(office, clock, person, what, draft)
    for ago in range(-9, 10):
        day = clock.today() - timedelta(days=ago)
        known = bool(office.contact_notes.of(person, day))
        standing = office.contact_notes.standing(person, day) if known else None
        assert office.contact_notes.latest_of_all(day).get(person) == standing
        for most in (1, 2):
            missed = standing if standing is not None and standing.missed >= most else None
            assert office.contact_notes.much_missed(most, day).get(person) == missed
        ahead = standing.follow_up_on if standing else None
        promised = dict(office.contact_notes.promised(day)).get(person)
        assert promised == (ahead if ahead is not None and ahead <= day else None)
    clock.at = began


@settings(max_examples=25, deadline=None, suppress_health_check=OF_THE_FIXTURE)
@given(
    level=st.sampled_from(HelpLevel),
    ago=st.lists(st.tuples(st.integers(0, 80), st.booleans()), max_size=3),
)
def test_the_silent_are_those_of_whom_the_rules_say_so(
    office: Office, level: HelpLevel, ago: list[tuple[int, bool]]
) -> None:
    person = registered_person(office, national_id="")
    if level.followed:
        office.levels.set(person, level, "Trenger hjelp", TODAY - timedelta(days=60))
    for days, met in ago:
        outcome = ContactOutcome.REACHED if met else ContactOutcome.NOT_REACHED
        day = TODAY - timedelta(days=days)
        office.contact_notes.add(
            person, ContactNoteDraft(day, ContactChannel.PHONE, outcome, "Alt går bra.")
        )
    said = rules.silent(
        office.levels.all(),
        office.contact_notes.latest_of_all(),
        office.settings.parameters,
        TODAY,
    )
    assert office.contact_notes.silent() == said


def test_notes_of_a_double_count_for_the_record_that_is_kept(office: Office) -> None:
    kept = registered_person(office, national_id="")
    double = registered_person(office, national_id="")
    draft = ContactNoteDraft(TODAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Snakket.")
    office.contact_notes.add(double, draft)
    late = replace(draft, happened_on=TODAY - timedelta(days=3), outcome=ContactOutcome.NOT_REACHED)
    office.contact_notes.add(kept, late)
    with office.unit("person.joined") as unit:
        unit.execute("UPDATE contact_note SET person = ? WHERE person = ?", (kept, double))
    found = office.contact_notes.latest_of_all()
    assert found == {kept: office.contact_notes.standing(kept)}
    assert (found[kept].last_on, found[kept].missed) == (TODAY, 0)
