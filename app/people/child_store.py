"""SQL of the children who live with somebody."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.ages import ADULT, age
from app.core.ids import PersonId
from app.people.model import Presence
from app.storage.database import Database


def ages(db: Database, day: date) -> Mapping[PersonId, tuple[int, ...]]:
    """The ages of those under 18 who live with each person on a day, the youngest first.

    One who visits counts, one who is expected does not.
    """
    return _ages(db, day, _FROM_THE_CHILDREN, "", ())


def ages_of(
    db: Database, people: Sequence[PersonId], day: date
) -> Mapping[PersonId, tuple[int, ...]]:
    """As `ages`, for these alone: from each of them to the children, never through everyone."""
    marks = ", ".join("?" * len(people))
    return _ages(db, day, _FROM_THEM, f" AND me.person IN ({marks})", people)


# the few who are young lie together in their index: the many others are never looked at
_FROM_THE_CHILDREN = (
    "person p CROSS JOIN household_member child ON child.person = p.id"
    " CROSS JOIN household_member me ON me.household = child.household"
)
_FROM_THEM = (
    "household_member me CROSS JOIN household_member child ON child.household = me.household"
    " CROSS JOIN person p ON p.id = child.person"
)


def _ages(
    db: Database, day: date, joined: str, whose: str, people: Sequence[PersonId]
) -> Mapping[PersonId, tuple[int, ...]]:
    found: dict[PersonId, list[int]] = {}
    for person, years in db.select(
        lambda person, born: (PersonId(person), age(date.fromisoformat(born), day)),
        "SELECT whose, born FROM (SELECT DISTINCT me.person AS whose, p.birth_date AS born,"
        f" child.person FROM {joined}"
        " WHERE me.person <> child.person"
        " AND me.since <= ?1 AND (me.until IS NULL OR me.until > ?1)"
        " AND child.since <= ?1 AND (child.until IS NULL OR child.until > ?1)"
        f" AND child.presence <> ?2 AND p.birth_date > ?3{whose})",
        (day.isoformat(), Presence.EXPECTED, _grown_up(day).isoformat(), *people),
    ):
        found.setdefault(person, []).append(years)
    return {person: tuple(sorted(each)) for person, each in found.items()}


def _grown_up(day: date) -> date:
    """Whoever was born that day or before is grown up; on 29 February the day before counts."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - ADULT, day=last)
