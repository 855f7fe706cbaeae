"""What a note must hold, and how misses and silence are counted."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import PersonId
from app.followup.contact_notes import rules
from app.followup.contact_notes.model import (
    FIELDS,
    ContactChannel,
    ContactNote,
    ContactNoteDraft,
    ContactOutcome,
    ContactStanding,
    LogReceiver,
    NoteTold,
)
from app.settings.rule_files import load_parameters

TODAY = date(2026, 11, 23)
KARI = PersonId(1)
CALL = ContactNoteDraft(
    TODAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Vil møtes på torsdag."
)


def note(number: int, day: date, outcome: ContactOutcome, **more: object) -> ContactNote:
    """A call of that day with that outcome."""
    told = NoteTold(day, "Siri Testmo", day, ContactChannel.PHONE, outcome, **more)  # type: ignore[arg-type]  # its own fields
    return ContactNote(number, KARI, (told,))


NOTES = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from(list(ContactOutcome))), max_size=25
).map(
    lambda rows: [
        note(number, TODAY - timedelta(days=ago), outcome)
        for number, (ago, outcome) in enumerate(rows, 1)
    ]
)


def test_d10_a_note_asks_for_five_fields_and_no_more() -> None:
    assert len(FIELDS) == 5
    assert set(FIELDS) | {"nav_only"} == set(ContactNoteDraft.__slots__)


def test_a_whole_note_breaks_no_rule() -> None:
    assert rules.check(CALL, TODAY) == ()


def test_each_field_says_what_it_lacks() -> None:
    found = rules.check(ContactNoteDraft(), TODAY)
    assert [(each.field, each.code) for each in found] == [
        ("happened_on", "day_missing"),
        ("channel", "contact_channel_missing"),
        ("outcome", "contact_outcome_missing"),
    ]


def test_a_talk_needs_words_and_a_miss_does_not() -> None:
    silent = ContactNoteDraft(TODAY, ContactChannel.PHONE, ContactOutcome.REACHED)
    assert [each.code for each in rules.check(silent, TODAY)] == ["contact_words_missing"]
    missed = ContactNoteDraft(TODAY, ContactChannel.PHONE, ContactOutcome.NOT_REACHED)
    assert rules.check(missed, TODAY) == ()


def test_days_stand_in_order() -> None:
    tomorrow = ContactNoteDraft(
        TODAY + timedelta(1), ContactChannel.PHONE, ContactOutcome.NOT_REACHED
    )
    assert [each.code for each in rules.check(tomorrow, TODAY)] == ["day_in_future"]
    back = ContactNoteDraft(
        TODAY, ContactChannel.PHONE, ContactOutcome.NOT_REACHED, "", TODAY - timedelta(1)
    )
    assert [each.code for each in rules.check(back, TODAY)] == ["contact_follow_up_before"]


@given(NOTES)
def test_missed_contact_is_counted_since_the_last_time_we_spoke(notes: list[ContactNote]) -> None:
    found = rules.standing(KARI, notes)
    in_order = sorted(notes, key=lambda each: (each.now.happened_on, each.id))
    after: list[ContactNote] = []
    for each in in_order:
        after = [] if each.now.outcome.met else [*after, each]
    assert found.missed == sum(each.now.outcome.missed for each in after)
    met = [each.now.happened_on for each in notes if each.now.outcome.met]
    assert found.last_on == max(met, default=None)
    assert 0 <= found.missed <= len(notes)


@given(NOTES)
def test_the_order_of_writing_down_another_day_changes_nothing(notes: list[ContactNote]) -> None:
    assert rules.standing(KARI, notes) == rules.standing(KARI, list(reversed(notes)))


@given(NOTES)
def test_one_more_miss_counts_one_and_one_talk_counts_none(notes: list[ContactNote]) -> None:
    before = rules.standing(KARI, notes)
    missed = note(99, TODAY, ContactOutcome.NOT_REACHED)
    assert rules.standing(KARI, [*notes, missed]).missed == before.missed + 1
    met = note(99, TODAY, ContactOutcome.REACHED)
    assert rules.standing(KARI, [*notes, met]).missed == 0


def test_a_next_step_waits_until_a_note_on_or_after_its_day() -> None:
    friday = TODAY + timedelta(days=4)
    asks = note(1, TODAY, ContactOutcome.NOT_REACHED, follow_up_on=friday)
    early = note(2, friday - timedelta(days=1), ContactOutcome.REACHED)
    then = note(3, friday, ContactOutcome.NOT_REACHED)
    assert rules.waits(asks, [asks])
    assert rules.waits(asks, [asks, early])
    assert not rules.waits(asks, [asks, early, then])
    assert rules.standing(KARI, [asks]).follow_up_on == friday
    assert rules.standing(KARI, [asks, then]).follow_up_on is None


def test_a3_health_reads_no_note_that_was_ever_navs_alone() -> None:
    told = note(1, TODAY, ContactOutcome.REACHED).now
    nav = note(2, TODAY, ContactOutcome.REACHED, nav_only=True)
    opened = ContactNote(3, KARI, (nav.now, told))
    plain = ContactNote(1, KARI, (told,))
    known = (plain, nav, opened)
    assert rules.shown_to(LogReceiver.PERSON, known) == known
    assert rules.shown_to(LogReceiver.HEALTH, known) == (plain,)


@dataclass(frozen=True)
class Held:
    level: int
    since: date


def test_silence_is_told_after_the_days_of_the_level() -> None:
    parameters = load_parameters()
    set_on = TODAY - timedelta(days=400)
    levels = {PersonId(n): Held(n, set_on) for n in range(5)}
    limits = {2: 60, 3: 30, 4: 14}
    exactly = {
        PersonId(n): ContactStanding(PersonId(n), TODAY - timedelta(days=days))
        for n, days in limits.items()
    }
    assert rules.silent(levels, exactly, parameters, TODAY) == ()
    found = rules.silent(levels, exactly, parameters, TODAY + timedelta(days=1))
    assert [(each.person, each.limit, each.days) for each in found] == [
        (n, days, days + 1) for n, days in limits.items()
    ]


def test_one_never_spoken_with_is_silent_from_the_day_of_the_level() -> None:
    parameters = load_parameters()
    held = {KARI: Held(4, TODAY - timedelta(days=15))}
    (found,) = rules.silent(held, {}, parameters, TODAY)
    assert (found.since, found.days, found.limit) == (held[KARI].since, 15, 14)
