"""SQL of contact notes: each one, what was written of it, and its next step."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from app.core.ids import PersonId, Ref
from app.followup.contact_notes.model import (
    ContactChannel,
    ContactNote,
    ContactNoteDraft,
    ContactOutcome,
    ContactStanding,
    NextContact,
    NoteTold,
    Quiet,
)
from app.followup.levels.store import on_day
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_ROWS = (
    "SELECT n.id, n.person, t.recorded_on, t.written_by, t.happened_on, t.channel, t.outcome,"
    " t.words, t.follow_up_on, t.nav_only, (SELECT min(f.done_on) FROM contact_follow_up f"
    " WHERE f.note = n.id AND f.done_on <= ?1) FROM contact_note n"
    " JOIN contact_note_told t ON t.note = n.id AND t.recorded_on <= ?1"
)
_NEWEST = (
    " FROM contact_note n JOIN contact_note_told t ON t.id = (SELECT max(x.id)"
    " FROM contact_note_told x WHERE x.note = n.id AND x.recorded_on <= ?1)"
)
# the day and then the number: what happened last stands last
_PLACE = "{told}.happened_on || (10000000000 + {note}.id)"
_WAITS = (
    "w.follow_up_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contact_follow_up f"
    " WHERE f.note = s.id AND f.done_on <= ?1) AND NOT EXISTS"
    f" (SELECT 1{_NEWEST} WHERE n.person = s.person AND n.id > s.id"
    " AND t.happened_on >= w.follow_up_on)"
)
# one person after another as they lie in the index: nothing is put in order
_SEEN = (
    " FROM contact_standing k CROSS JOIN contact_note s ON s.person = k.id"
    " CROSS JOIN contact_note_told w ON w.note = s.id AND w.recorded_on <= ?1"
    " AND NOT EXISTS (SELECT 1 FROM contact_note_told x WHERE x.note = s.id AND x.id > w.id"
    " AND x.recorded_on <= ?1) WHERE k.known_on > ?1 GROUP BY k.id"
)
_MET = ", ".join(f"'{each}'" for each in ContactOutcome if each.met)
_MISSED = ", ".join(f"'{each}'" for each in ContactOutcome if each.missed)
_PLACED = _PLACE.format(told="w", note="s")
# of those about whom something was written down after the day: what was known then is counted
_COUNTED = (
    "SELECT a.id, substr(a.met, 1, 10), CASE WHEN a.missed > coalesce(a.met, '')"
    f" THEN (SELECT count(*){_NEWEST} WHERE n.person = a.id AND t.outcome IN ({_MISSED})"
    f" AND {_PLACE.format(told='t', note='n')} > coalesce(a.met, '')) ELSE 0 END,"
    " a.tried, a.ahead FROM (SELECT k.id,"
    f" max(CASE WHEN w.outcome IN ({_MET}) THEN {_PLACED} END) AS met,"
    f" max(CASE WHEN w.outcome IN ({_MISSED}) THEN {_PLACED} END) AS missed,"
    f" max(w.happened_on) AS tried, min(CASE WHEN {_WAITS} THEN w.follow_up_on END) AS ahead"
    f"{_SEEN}) a"
)
_STANDINGS = (
    "SELECT id AS person, last_on, missed, tried_on, follow_up_on FROM contact_standing"
    f" WHERE known_on <= ?1 UNION ALL {_COUNTED}"
)
# where something was written down after the day, the notes that were known then are looked at
_LAST = (
    f"CASE WHEN k.known_on > ?1 THEN (SELECT max(t.happened_on){_NEWEST}"
    f" WHERE n.person = k.id AND t.outcome IN ({_MET})) ELSE k.last_on END"
)
_LEVEL, _SINCE = on_day("level", "h"), on_day("since", "h")


def insert(unit: Unit, person: PersonId, draft: ContactNoteDraft, by: str) -> int:
    """A note, and what is written of it."""
    note = unit.insert("contact_note", person=person)
    tell(unit, note, draft, by)
    return note


def tell(unit: Unit, note: int, draft: ContactNoteDraft, by: str) -> None:
    """What holds from today; what was written before stays."""
    unit.insert(
        "contact_note_told",
        note=note,
        recorded_on=unit.today,
        written_by=by,
        happened_on=draft.happened_on,
        channel=draft.channel,
        outcome=draft.outcome,
        words=draft.words.strip(),
        follow_up_on=draft.follow_up_on,
        nav_only=draft.nav_only,
    )


def add_done(unit: Unit, note: int) -> None:
    """The next step is taken."""
    unit.insert("contact_follow_up", note=note, done_on=unit.today)


def of(db: Database, person: PersonId, day: date) -> tuple[ContactNote, ...]:
    """Every note on a person as it stood on a day, the newest contact first."""
    return _notes(db, "n.person = ?2", day, person)


def last_by(
    db: Database, person: PersonId, channels: Collection[ContactChannel], since: date, until: date
) -> date | None:
    """The last day of contact in one of some ways, among those from one day to another."""
    ways = ", ".join(f"'{each}'" for each in sorted(channels))
    return db.first(
        day_or_none,
        f"SELECT max(t.happened_on){_NEWEST} WHERE n.person = ?2 AND t.channel IN ({ways})"
        " AND t.happened_on BETWEEN ?3 AND ?1",
        (until.isoformat(), person, since.isoformat()),
    )


def get(db: Database, note: int, day: date) -> ContactNote | None:
    """One of them."""
    return next(iter(_notes(db, "n.id = ?2", day, note)), None)


def standings(db: Database, day: date, most: int = 0) -> tuple[ContactStanding, ...]:
    """How contact stands with everyone who has a note: `rules.standing`, kept by the register.

    Tens of thousands of notes are too many to count at every opening. Only those who were missed
    `most` times in a row or more.
    """
    return db.select(
        lambda person, last, missed, tried, ahead: ContactStanding(
            PersonId(person), day_or_none(last), missed, day_or_none(tried), day_or_none(ahead)
        ),
        f"SELECT * FROM ({_STANDINGS}) WHERE missed >= ?2 ORDER BY person",
        (day.isoformat(), most),
    )


def quiet(db: Database, day: date, before: Mapping[int, date]) -> tuple[Quiet, ...]:
    """Those of some levels whom nobody spoke with on or after the day of their level, `before`.

    Who was never spoken with, counts from the day of the level. Of all others nothing is read.
    """
    days = " ".join(f"WHEN {level} THEN ?{place}" for place, level in enumerate(before, 2))
    return db.select(
        lambda person, level, since, last: Quiet(
            PersonId(person), level, day_of(since), day_or_none(last)
        ),
        f"SELECT h.id, {_LEVEL}, {_SINCE}, {_LAST} FROM help_standing h"
        " LEFT JOIN contact_standing k ON k.id = h.id"
        f" WHERE coalesce({_LAST}, {_SINCE}) < CASE {_LEVEL} {days} END",
        (day.isoformat(), *(each.isoformat() for each in before.values())),
    )


def promised(db: Database, day: date) -> tuple[NextContact, ...]:
    """The earliest next step that waits of each, where its day is here."""
    return db.select(
        lambda person, ahead: NextContact(PersonId(person), date.fromisoformat(ahead)),
        f"SELECT person, follow_up_on FROM ({_STANDINGS}) WHERE follow_up_on <= ?1 ORDER BY person",
        (day.isoformat(),),
    )


def _notes(db: Database, where: str, day: date, value: int) -> tuple[ContactNote, ...]:
    told: dict[int, list[NoteTold]] = defaultdict(list)
    heads: dict[int, tuple[PersonId, date | None]] = {}
    sql = f"{_ROWS} WHERE {where} ORDER BY n.id, t.id"
    for note, person, said, done_on in db.select(_told, sql, (day.isoformat(), value)):
        told[note].append(said)
        heads[note] = (person, done_on)
    notes = [
        ContactNote(note, person, tuple(told[note]), done_on)
        for note, (person, done_on) in heads.items()
    ]
    return tuple(sorted(notes, key=lambda note: note.order, reverse=True))


def _told(*row: object) -> tuple[int, PersonId, NoteTold, date | None]:
    texts = [str(column) for column in row]
    said = NoteTold(
        recorded_on=date.fromisoformat(texts[2]),
        written_by=texts[3],
        happened_on=date.fromisoformat(texts[4]),
        channel=ContactChannel(texts[5]),
        outcome=ContactOutcome(texts[6]),
        words=texts[7],
        follow_up_on=day_or_none(row[8]),
        nav_only=row[9] == 1,
    )
    return int(texts[0]), PersonId(int(texts[1])), said, day_or_none(row[10])


def with_words(db: Database, people: Sequence[int]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every writing about some people that has words: they may tell where one lives (ADR-05)."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda told, person: (Ref("contact_note_told", told), PersonId(person)),
        "SELECT t.id, n.person FROM contact_note_told t JOIN contact_note n ON n.id = t.note"
        f" WHERE t.words <> '' AND n.person IN ({marks}) ORDER BY t.id",
        people,
    )


def empty(unit: Unit, told: int) -> None:
    """Take the words away; day, way and outcome stay."""
    unit.update("contact_note_told", told, words="")
