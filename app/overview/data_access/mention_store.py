"""SQL of what the person is called and can be reached by, and of who else is known."""

import json
from collections.abc import Iterable

from app.core.ids import PersonId
from app.overview.data_access.mention_rules import Named, Pair, is_full_name
from app.overview.data_access.model import MentionKind
from app.storage.database import Database

NAMESAKES = 20
"""So many who have both words of a pair are looked at; one of them is enough."""
_OWN = "(id = ?1 OR merged_into = ?1)"


def own_names(db: Database, person: PersonId) -> tuple[Named, ...]:
    """What the person is called, also in records that were joined with this one."""
    return db.select(
        lambda given, family: Named(given, family, MentionKind.TOGETHER),
        f"SELECT given_name, family_name FROM person WHERE {_OWN}",
        (person,),
    )


def own_numbers(db: Database, person: PersonId) -> tuple[str, ...]:
    """National ids, also earlier ones, and telephones."""
    return db.select(
        str,
        f"SELECT number FROM national_id WHERE person IN (SELECT id FROM person WHERE {_OWN})"
        f" UNION SELECT phone FROM person WHERE {_OWN} AND phone <> ''",
        (person,),
    )


def own_emails(db: Database, person: PersonId) -> tuple[str, ...]:
    """Where e-mail reaches the person."""
    return db.select(str, f"SELECT email FROM person WHERE {_OWN} AND email <> ''", (person,))


def around(db: Database, person: PersonId, pointed_at: Iterable[int]) -> tuple[Named, ...]:
    """Those of every household the person was in, then the others that rows point at."""
    return db.select(
        lambda given, family, together: Named(
            given, family, MentionKind.TOGETHER if together else MentionKind.KNOWN
        ),
        "WITH together AS (SELECT DISTINCT m.person AS id FROM household_member o"
        " JOIN household_member m ON m.household = o.household WHERE o.person = ?1)"
        " SELECT p.given_name, p.family_name, p.id IN (SELECT id FROM together) FROM person p"
        " WHERE p.id IN (SELECT id FROM together UNION SELECT value FROM json_each(?2))"
        " AND p.id <> ?1 AND p.merged_into IS NOT ?1 ORDER BY 3 DESC, p.id",
        (person, json.dumps(sorted(set(pointed_at)))),
    )


def full_names(db: Database, person: PersonId, pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Those pairs that are given and family name of somebody else in the register.

    Each is looked up in the index of words: nobody's name is read that the text does not hold.
    """
    return frozenset(pair for pair in pairs if _is_somebody(db, person, pair))


def _is_somebody(db: Database, person: PersonId, pair: Pair) -> bool:
    found = db.select(
        lambda given, family: is_full_name(pair, given, family),
        "SELECT p.given_name, p.family_name FROM search s JOIN person p ON p.id = s.rowid / 16"
        " WHERE search MATCH ? AND s.rowid % 16 = 1 AND p.id <> ? LIMIT ?",
        (f'"{pair[0]}" "{pair[1]}"', person, NAMESAKES),
    )
    return any(found)
