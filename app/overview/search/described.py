"""SQL that reads what each record is called; nothing of it tells where a protected person lives."""

from collections.abc import Callable, Sequence
from datetime import date

from app.core.ids import PersonId, Ref
from app.core.order import search_words
from app.dwellings.model import address_text
from app.letters.model import DocumentKind
from app.overview.model import Hit, HitKind
from app.people.address_store import PROTECTION_ON
from app.storage.database import Database
from app.storage.driver import Value

_PROTECTED = f"{PROTECTION_ON} <> 'none'"
_NAME = "p.given_name || ' ' || p.family_name"
HOME = (
    "d.street || ' ' || d.house_number || d.house_letter"
    " || coalesce(', ' || nullif(d.unit_number, ''), '')"
)
EXCERPT = 90
"""So much of a note is shown."""

_PERSONS = (
    f"SELECT p.id, {_NAME}, (SELECT substr(number, 1, 6) FROM national_id n"
    " WHERE n.person = p.id AND n.until IS NULL ORDER BY n.id DESC LIMIT 1), p.birth_date,"
    f" p.phone, {_PROTECTED} FROM person p WHERE p.id IN ({{}}) ORDER BY p.sort_key, p.id"
)
_DWELLINGS = (
    "SELECT d.id, d.street, d.house_number, d.house_letter, d.unit_number, d.postal_code,"
    " d.postal_place, coalesce((SELECT s.status FROM dwelling_status s WHERE s.dwelling = d.id"
    " AND s.since <= ?1 ORDER BY s.since DESC, s.id DESC LIMIT 1), '') = 'retired'"
    " FROM dwelling d WHERE d.id IN ({}) ORDER BY d.sort_key, d.id"
)
_KEYS = (
    f"SELECT d.id, {HOME}, k.mark, ?1 FROM door_key k JOIN dwelling d ON d.id = k.dwelling"
    " WHERE k.id IN ({}) ORDER BY d.sort_key, k.id"
)
_DOCUMENTS = (
    f"SELECT c.id, c.number, coalesce({_NAME}, ''), c.kind, c.issued_at, c.person,"
    f" coalesce({_PROTECTED}, 0) FROM document c LEFT JOIN person p ON p.id = c.person"
    " WHERE c.id IN ({}) ORDER BY c.issued_at DESC, c.id DESC"
)
_NOTES = (
    f"SELECT n.id, {_NAME}, t.words, t.happened_on, n.person, {_PROTECTED}"
    " FROM contact_note n JOIN person p ON p.id = n.person JOIN contact_note_told t"
    " ON t.id = (SELECT max(x.id) FROM contact_note_told x WHERE x.note = n.id)"
    " WHERE n.id IN ({}) ORDER BY t.happened_on DESC, n.id DESC"
)


def _case(number: str, home: str, tables: str) -> str:
    return (
        f"SELECT c.id, {number}, {_NAME}, {home}, p.id, p.phone, {_PROTECTED} FROM {tables}"
        " WHERE c.id IN ({}) ORDER BY c.id DESC"
    )


_OF_APPLICATION = " JOIN application a ON a.id = c.application JOIN person p ON p.id = a.applicant"
_OF_PERSON = " JOIN person p ON p.id = c.person"
_CASES = {
    HitKind.APPLICATION: _case(
        "c.number", "NULL", "application c JOIN person p ON p.id = c.applicant"
    ),
    HitKind.VEDTAK: _case("c.number", "NULL", f"vedtak c{_OF_APPLICATION}"),
    HitKind.OFFER: _case(
        "c.number", HOME, f"offer c{_OF_APPLICATION} JOIN dwelling d ON d.id = c.dwelling"
    ),
    HitKind.LEASE: _case(
        "c.number",
        HOME,
        "lease c JOIN person p ON p.id = c.tenant JOIN dwelling d ON d.id = c.dwelling",
    ),
    HitKind.STAY: _case(
        "''",
        f"coalesce(s.name, {HOME})",
        f"stay c{_OF_PERSON} LEFT JOIN stay_place s ON s.id = c.place"
        " LEFT JOIN dwelling d ON d.id = c.dwelling",
    ),
    HitKind.PLAN: _case("''", "NULL", f"plan c{_OF_PERSON}"),
    HitKind.EVICTION_CASE: _case("c.number", "NULL", f"eviction_case c{_OF_PERSON}"),
    HitKind.DEBT_CASE: _case("c.number", "NULL", f"debt_case c{_OF_PERSON}"),
}


def describe(db: Database, kind: HitKind, ids: Sequence[int]) -> tuple[Hit, ...]:
    """The records of a kind as the box shows them, in the order of their kind."""
    if not ids:
        return ()
    sql, make = _READ.get(kind, (_CASES.get(kind, ""), _case_hit(kind)))
    values: tuple[Value, ...] = (db.clock.today().isoformat(), *ids)
    return db.select(make, sql.format(", ".join("?" * len(ids))), values)


def excerpt(note: str, words: Sequence[str]) -> str:
    """The part of a note around the first of the words."""
    said = " ".join(note.split())
    folded = search_words(said)
    at = min((place for word in words if (place := folded.find(word)) >= 0), default=0)
    start = max(0, min(at, len(said)) - EXCERPT // 3)
    part = said[start : start + EXCERPT].strip()
    return f"{'…' if start else ''}{part}{'…' if start + EXCERPT < len(said) else ''}"


def _person(
    person: int, name: str, digits: str | None, born: str | None, phone: str, protected: int
) -> Hit:
    return Hit(
        HitKind.PERSON,
        Ref("person", person),
        name.strip(),
        f"{digits} •••••" if digits else "",
        bool(protected),
        PersonId(person),
        "" if protected else phone,
        day=date.fromisoformat(born) if born else None,
    )


def _dwelling(
    dwelling: int,
    street: str,
    number: str,
    letter: str,
    unit: str,
    code: str,
    place: str,
    retired: int,
) -> Hit:
    title = address_text(street, number, letter, unit)
    where = f"{code} {place}".strip()
    return Hit(HitKind.DWELLING, Ref("dwelling", dwelling), title, where, past=bool(retired))


def _key(dwelling: int, home: str, mark: str, _day: str) -> Hit:
    return Hit(HitKind.KEY, Ref("dwelling", dwelling), home, mark)


def _document(
    document: int, number: str, name: str, kind: str, issued: str, person: int | None, hidden: int
) -> Hit:
    return Hit(
        HitKind.DOCUMENT,
        Ref("document", document),
        name.strip(),
        number,
        bool(hidden),
        None if person is None else PersonId(person),
        day=date.fromisoformat(issued[:10]),
        document=DocumentKind(kind),
    )


def _note(note: int, name: str, words: str, happened: str, person: int, hidden: int) -> Hit:
    return Hit(
        HitKind.NOTE,
        Ref("contact_note", note),
        name.strip(),
        "" if hidden else words,
        bool(hidden),
        PersonId(person),
        day=date.fromisoformat(happened),
    )


def _case_hit(kind: HitKind) -> Callable[..., Hit]:
    def make(
        case: int, number: str, name: str, home: str | None, person: int, phone: str, hidden: int
    ) -> Hit:
        parts = (number, "" if hidden else home)
        return Hit(
            kind,
            Ref(kind.value, case),
            name.strip(),
            " · ".join(part for part in parts if part),
            bool(hidden),
            PersonId(person),
            "" if hidden else phone,
        )

    return make


_READ: dict[HitKind, tuple[str, Callable[..., Hit]]] = {
    HitKind.PERSON: (_PERSONS, _person),
    HitKind.DWELLING: (_DWELLINGS, _dwelling),
    HitKind.KEY: (_KEYS, _key),
    HitKind.DOCUMENT: (_DOCUMENTS, _document),
    HitKind.NOTE: (_NOTES, _note),
}
