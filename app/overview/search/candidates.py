"""SQL that finds the numbers of what may answer; what each is called is read afterwards."""

import re
from collections.abc import Iterable, Sequence

from app.core.ids import PersonId, Ref
from app.core.order import search_words, sort_key
from app.core.records import dataclass
from app.leases.store import ENDED, FOLLOWED, RETURNED, STATE
from app.overview.model import HitKind
from app.overview.search.asked import NOTE_LETTERS, Asked, note_pattern, query
from app.people.address_store import PROTECTION_ON
from app.storage.database import Database
from app.storage.dated import latest
from app.storage.driver import Value

INDEXED = {
    HitKind.PERSON: 1,
    HitKind.DWELLING: 2,
    HitKind.APPLICATION: 3,
    HitKind.LEASE: 4,
    HitKind.EVICTION_CASE: 5,
    HitKind.DEBT_CASE: 6,
}
"""Where each kind stands in the index of words."""
BY_NUMBER_ALONE = frozenset({HitKind.APPLICATION, HitKind.DEBT_CASE})
"""Nothing but their number stands in the index: a name is not looked for among them."""
NEWEST_NOTES = 3000
"""How far back notes are read: the words of all would take too long."""
_LAST = "\U0010ffff"
_NUMBER = re.compile(r"[a-z]{1,3}\d[\d ]*")
_NUMBERED = {HitKind.VEDTAK: "vedtak", HitKind.OFFER: "offer", HitKind.DOCUMENT: "document"}


@dataclass(frozen=True, slots=True)
class CaseOf:
    """A case of a person, and whether it is over."""

    kind: HitKind
    id: int
    person: PersonId
    past: bool


def by_words(db: Database, match: str, kind: HitKind, limit: int) -> list[int]:
    """Records of a kind by an FTS expression; an unordered read stops at the limit."""
    rows = db.column(
        "SELECT rowid / 16 FROM search WHERE search MATCH ? AND rowid % 16 = ? LIMIT ?",
        (match, INDEXED[kind], limit),
    )
    return [int(str(row)) for row in rows]


def any_by(db: Database, match: str) -> bool:
    """Whether an FTS expression fits anything at all."""
    return bool(db.column("SELECT rowid FROM search WHERE search MATCH ? LIMIT 1", (match,)))


def near(db: Database, match: str, limit: int) -> dict[HitKind, list[int]]:
    """Persons and dwellings by an FTS expression, in one reading."""
    rows = db.column(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid % 16 IN (1, 2) LIMIT ?",
        (match, 2 * limit),
    )
    found: dict[HitKind, list[int]] = {HitKind.PERSON: [], HitKind.DWELLING: []}
    for row in rows:
        of, kind = divmod(int(str(row)), 16)
        found[HitKind.PERSON if kind == INDEXED[HitKind.PERSON] else HitKind.DWELLING].append(of)
    return found


def of_these(db: Database, match: str, kind: HitKind, ids: Sequence[int]) -> list[int]:
    """Those among the given that the words fit."""
    if not ids:
        return []
    rowids = [each * 16 + INDEXED[kind] for each in ids]
    rows = db.column(
        f"SELECT rowid / 16 FROM search WHERE search MATCH ? AND rowid IN ({_marks(ids)})",
        (match, *rowids),
    )
    return [int(str(row)) for row in rows]


def persons(db: Database, asked: Asked, limit: int) -> list[int]:
    """By day of birth, by the beginning of the family name, then by any word or number."""
    found: list[int] = []
    if asked.born:
        found += _ids(
            db,
            "SELECT id FROM person WHERE merged_into IS NULL AND birth_date IN"
            f" ({_marks(asked.born)}) ORDER BY sort_key LIMIT ?",
            (*(day.isoformat() for day in asked.born), limit),
        )
    if not asked.digits:
        begins = sort_key(asked.text)
        found += _ids(
            db,
            "SELECT id FROM person WHERE merged_into IS NULL AND sort_key >= ? AND sort_key < ?"
            " ORDER BY sort_key, id LIMIT ?",
            (begins, begins + _LAST, limit // 2),
        )
    return list(dict.fromkeys((*found, *by_words(db, query(asked), HitKind.PERSON, limit))))


def numbered(db: Database, asked: Asked, limit: int) -> dict[HitKind, list[int]]:
    """By the beginning of a number, however it is spaced: «v2026 00»."""
    if not _NUMBER.fullmatch(asked.text):
        return {}
    number = asked.text.upper().replace(" ", "-")
    sql = "SELECT id FROM {} WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?"
    return {
        kind: _ids(db, sql.format(table), (number, number + _LAST, limit))
        for kind, table in _NUMBERED.items()
    }


def keys(db: Database, asked: Asked, typed: str, limit: int) -> list[int]:
    """By the whole mark on them."""
    if not any(char.isdigit() for char in asked.text):
        return []
    sql = "SELECT id FROM door_key WHERE mark = ? COLLATE NOCASE ORDER BY id LIMIT ?"
    return _ids(db, sql, (typed.strip(), limit))


def documents(db: Database, asked: Asked, people: Sequence[int], limit: int) -> list[int]:
    """The newest of the kinds that are named, or to those that are found."""
    if asked.kinds and not asked.beside:
        kinds = sorted(asked.kinds)
        sql = f"SELECT id FROM document WHERE kind IN ({_marks(kinds)}) ORDER BY id DESC LIMIT ?"
        return _ids(db, sql, (*kinds, limit))
    if not people:
        return []
    wanted = ""
    values: list[Value] = list(people)
    if asked.kinds:
        wanted = f" AND kind IN ({_marks(tuple(asked.kinds))})"
        values += sorted(asked.kinds)
    sql = f"SELECT id FROM document WHERE person IN ({_marks(people)}){wanted}"
    return _ids(db, f"{sql} ORDER BY id DESC LIMIT ?", (*values, limit))


def notes(db: Database, asked: Asked, limit: int) -> list[int]:
    """Notes with all the words in them, newest first; never of one whose address is protected.

    That a note holds a street would tell where they live (ADR-03).
    """
    if not asked.words or any(len(word) < NOTE_LETTERS for word in asked.words):
        return []
    like = " AND ".join("t.words LIKE ?" for _ in asked.words)
    rows = db.select(
        lambda note, words: (int(note), str(words)),
        "SELECT n.id, t.words FROM (SELECT id, person FROM contact_note ORDER BY id DESC"
        f" LIMIT {NEWEST_NOTES}) n JOIN person p ON p.id = n.person"
        " JOIN contact_note_told t ON t.id = (SELECT max(x.id) FROM contact_note_told x"
        f" WHERE x.note = n.id) WHERE {like} AND {PROTECTION_ON.replace('?1', '?')} = 'none'"
        " ORDER BY t.happened_on DESC, n.id DESC LIMIT ?",
        (*(note_pattern(word) for word in asked.words), db.clock.today().isoformat(), 8 * limit),
    )
    return [note for note, words in rows if _holds(words, asked)][:limit]


def _holds(words: str, asked: Asked) -> bool:
    said = f" {search_words(words)}"
    return all(f" {word}" in said for word in asked.words)


def cases_of(db: Database, people: Sequence[int]) -> tuple[CaseOf, ...]:
    """Every case of some persons, the open ones first and of those the newest."""
    if not people:
        return ()
    wanted = ", ".join(f"?{at}" for at in range(2, len(people) + 2))
    sql = " UNION ALL ".join(each.format(wanted) for each in _CASES)
    values: tuple[Value, ...] = (db.clock.today().isoformat(), *people)
    return db.select(
        lambda kind, case, person, past: CaseOf(HitKind(kind), case, PersonId(person), bool(past)),
        f"{sql} ORDER BY 4, 2 DESC",
        values,
    )


def _latest(table: str, column: str, of: str) -> str:
    return latest(table, column, f"{of} = c.id")


# each: its kind, its number, whose it is, whether it is over; the day is the first value
_CASES = (
    "SELECT 'application', c.id, c.applicant, coalesce("
    + _latest("application_state", "state", "application")
    + " NOT IN ('received', 'incomplete', 'in_assessment', 'granted_waiting'), 0)"
    " FROM application c WHERE c.applicant IN ({})",
    f"SELECT 'lease', l.id, l.tenant, coalesce({STATE} = 'cancelled' OR {FOLLOWED} <= ?1"
    f" OR ({ENDED} < ?1 AND {RETURNED} <= ?1), 0) FROM lease l WHERE l.tenant IN ({{}})",
    "SELECT 'stay', c.id, c.person, coalesce((SELECT s.left_on <= ?1 FROM stay_term s"
    " WHERE s.stay = c.id ORDER BY s.id DESC LIMIT 1), 0) FROM stay c WHERE c.person IN ({})",
    "SELECT 'plan', c.id, c.person, coalesce("
    + _latest("plan_state", "state", "plan")
    + " IN ('declined', 'completed', 'ended'), 0) FROM plan c WHERE c.person IN ({})",
    "SELECT 'eviction_case', c.id, c.person, coalesce("
    + _latest("eviction_outcome", "outcome", "eviction_case")
    + ", '') <> '' FROM eviction_case c WHERE c.person IN ({})",
    "SELECT 'debt_case', c.id, c.person, coalesce("
    + _latest("debt_outcome", "outcome", "debt_case")
    + ", '') <> '' FROM debt_case c WHERE c.person IN ({})",
)


def used(db: Database, most: int) -> tuple[Ref, ...]:
    """What this officer worked on, by the history, the newest first."""
    return db.select(
        Ref,
        "SELECT e.subject_kind, e.subject_id FROM (SELECT id, by, subject_kind, subject_id"
        " FROM event ORDER BY id DESC LIMIT ?) e WHERE e.by = ? AND e.subject_kind IS NOT NULL"
        " AND e.subject_id IS NOT NULL ORDER BY e.id DESC",
        (most, db.by),
    )


def _ids(db: Database, sql: str, values: Iterable[Value]) -> list[int]:
    return [int(str(row)) for row in db.column(sql, list(values))]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
