"""What a note must hold, how contact stands, and who has been silent too long. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from app.core.errors import Problem
from app.core.ids import PersonId
from app.core.parameters import Parameters
from app.followup.contact_notes.model import (
    ContactNote,
    ContactNoteDraft,
    ContactStanding,
    LevelHeld,
    LogReceiver,
    Silence,
)

WATCHED = (2, 3, 4)
DAYS_OF_LEVEL = {level: f"local.contact_days_level_{level}" for level in WATCHED}
ALARM = "local.contact_missed_in_a_row"
LONGEST = 4000


def check(draft: ContactNoteDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a note."""
    return tuple(_problems(draft, today))


def _problems(draft: ContactNoteDraft, today: date) -> Iterator[Problem]:
    happened, ahead = draft.happened_on, draft.follow_up_on
    if happened is None:
        yield Problem("happened_on", "day_missing", remedy=today)
    elif happened > today:
        yield Problem("happened_on", "day_in_future", remedy=today)
    if draft.channel is None:
        yield Problem("channel", "contact_channel_missing")
    if draft.outcome is None:
        yield Problem("outcome", "contact_outcome_missing")
    elif draft.outcome.met and not draft.words.strip():
        yield Problem("words", "contact_words_missing")
    if len(draft.words) > LONGEST:
        yield Problem("words", "contact_words_too_long", facts={"longest": LONGEST})
    if ahead is not None and happened is not None and ahead < happened:
        yield Problem("follow_up_on", "contact_follow_up_before", remedy=happened)


def waits(note: ContactNote, later: Iterable[ContactNote]) -> bool:
    """Whether its next step is still to be done: not ticked, and no newer note on or after it."""
    day = note.now.follow_up_on
    if day is None or note.done_on is not None:
        return False
    return not any(each.id > note.id and each.now.happened_on >= day for each in later)


def standing(person: PersonId, notes: Iterable[ContactNote]) -> ContactStanding:
    """Where contact stands, counted from all notes of a person in any order."""
    known = sorted(notes, key=lambda note: note.order)
    last, missed = None, 0
    for note in known:
        if note.now.outcome.met:
            last, missed = note.now.happened_on, 0
        elif note.now.outcome.missed:
            missed += 1
    ahead = [note.now.follow_up_on for note in known if waits(note, known)]
    return ContactStanding(
        person,
        last,
        missed,
        known[-1].now.happened_on if known else None,
        min((day for day in ahead if day is not None), default=None),
    )


def shown_to(receiver: LogReceiver, notes: Iterable[ContactNote]) -> tuple[ContactNote, ...]:
    """Those a receiver may read: the person all, health none that is Nav's alone (A3, P5).

    What was Nav's alone before it was put right stays so: the older words are not told either.
    """
    if receiver is LogReceiver.PERSON:
        return tuple(notes)
    return tuple(note for note in notes if not any(told.nav_only for told in note.told))


def limits(parameters: Parameters, day: date) -> Mapping[int, int]:
    """How many days each level lets pass."""
    return {level: parameters.whole(key, day) for level, key in DAYS_OF_LEVEL.items()}


def silent(
    levels: Mapping[PersonId, LevelHeld],
    standings: Mapping[PersonId, ContactStanding],
    parameters: Parameters,
    day: date,
) -> tuple[Silence, ...]:
    """Those on level 2 to 4 whom nobody has spoken with for too long, the longest first."""
    most = limits(parameters, day)
    found = []
    for person, held in levels.items():
        limit = most.get(held.level)
        if limit is None:
            continue
        known = standings.get(person)
        since = known.last_on if known is not None and known.last_on is not None else held.since
        days = (day - since).days
        if days > limit:
            found.append(Silence(person, int(held.level), since, days, limit))
    return tuple(sorted(found, key=lambda each: (each.limit - each.days, each.person)))
