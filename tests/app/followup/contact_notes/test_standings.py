"""What the register counts over everyone is what the rules say of each (D10)."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
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


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(notes=st.lists(st.tuples(DRAFTS, st.none() | DRAFTS, st.booleans()), max_size=6))
def test_the_standing_of_each_is_that_of_all_their_notes(
    office: Office, notes: list[tuple[ContactNoteDraft, ContactNoteDraft | None, bool]]
) -> None:
    person = registered_person(office, national_id="")
    for draft, otherwise, done in notes:
        note = office.contact_notes.add(person, draft)
        if otherwise is not None:
            office.contact_notes.correct(note, otherwise)
        if done and (otherwise or draft).follow_up_on is not None:
            office.contact_notes.followed_up(note)
    found = office.contact_notes.latest_of_all().get(person)
    assert found == (office.contact_notes.standing(person) if notes else None)
