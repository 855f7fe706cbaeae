"""Find anything by name, address, number or case; marks do not matter («odegard»)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from app.core.ids import Ref
from app.core.order import search_words
from app.dwellings.model import address_text
from app.overview.model import Hit, HitKind
from app.people.address_store import PROTECTION_ON
from app.storage.database import Database

PER_KIND = 8
_KINDS = {
    1: HitKind.PERSON,
    2: HitKind.DWELLING,
    3: HitKind.APPLICATION,
    4: HitKind.LEASE,
    5: HitKind.EVICTION_CASE,
    6: HitKind.DEBT_CASE,
}
_CODES = {kind: code for code, kind in _KINDS.items()}
_VEDTAK = re.compile(r"v\d[\d ]*")
_LAST = "\U0010ffff"

_PROTECTED = f"{PROTECTION_ON} <> 'none'"


class Search:
    """The one box for everything (Ctrl+K)."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, text: str, per_kind: int = PER_KIND) -> tuple[Hit, ...]:
        """Hits for every word typed, each as the beginning of a word; groups in fixed order.

        A person also brings the applications, leases and cases in that name.
        """
        match = query(text)
        if not match:
            return ()
        found = {kind: self._rowids(match, code, per_kind) for code, kind in _KINDS.items()}
        found[HitKind.VEDTAK] = self._vedtak(text, per_kind)
        for kind, sql in _OF_PERSONS.items():
            cases = (*found[kind], *self._of(found[HitKind.PERSON], sql))
            found[kind] = list(dict.fromkeys(cases))[:per_kind]
        return tuple(hit for kind in HitKind for hit in self._describe(kind, found[kind]))

    def named(self, refs: Iterable[Ref]) -> tuple[Hit, ...]:
        """The records that stand behind a number, by kind; of kinds the box does not know, none."""
        wanted: dict[str, list[int]] = defaultdict(list)
        for ref in refs:
            wanted[ref.kind].append(ref.id)
        return tuple(hit for kind in HitKind for hit in self._describe(kind, wanted[kind.value]))

    def _of(self, persons: list[int], sql: str) -> list[int]:
        marks = ", ".join("?" * len(persons))
        return [int(str(row)) for row in self._db.column(sql.format(marks), persons)]

    def _vedtak(self, text: str, limit: int) -> list[int]:
        """By the beginning of its number, however it is spaced: «v2026 00»."""
        words = search_words(text)
        if not _VEDTAK.fullmatch(words):
            return []
        number = words.upper().replace(" ", "-")
        rows = self._db.column(
            "SELECT id FROM vedtak WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?",
            (number, number + _LAST, limit),
        )
        return [int(str(row)) for row in rows]

    def _rowids(self, match: str, code: int, limit: int) -> list[int]:
        # an unordered FTS read stops at the limit; ranking every hit of «ha» would not
        rows = self._db.column(
            "SELECT rowid / 16 FROM search WHERE search MATCH ? AND rowid % 16 = ? LIMIT ?",
            (match, code, limit),
        )
        return [int(str(row)) for row in rows]

    def _describe(self, kind: HitKind, ids: list[int]) -> tuple[Hit, ...]:
        if not ids:
            return ()
        marks = ", ".join("?" * len(ids))
        day = self._db.clock.today().isoformat()
        if kind is HitKind.PERSON:
            return self._db.select(
                _person, _PERSONS + f" ({marks}) ORDER BY p.sort_key", (day, *ids)
            )
        if kind is HitKind.DWELLING:
            return self._db.select(_dwelling, _DWELLINGS + f" ({marks}) ORDER BY sort_key", ids)
        return self._db.select(
            partial(_case, kind), _CASES[kind] + f" ({marks}) ORDER BY 2 DESC", (day, *ids)
        )


def query(text: str) -> str:
    """The words typed as an FTS expression; quotes so that no character is an operator.

    Eleven digits and more are also tried without their blanks, as numbers are written.
    """
    words = re.findall(r"\w+", search_words(text))
    joined = "".join(words)
    if joined.isdigit() and len(joined) >= 6:
        words = [joined]
    return " ".join(f'"{word}"*' for word in words)


_PERSONS = (
    "SELECT p.id, p.given_name, p.family_name, (SELECT substr(number, 1, 6) FROM national_id n"
    " WHERE n.person = p.id AND n.until IS NULL ORDER BY n.id DESC LIMIT 1),"
    f" {_PROTECTED} FROM person p WHERE p.id IN"
)
_DWELLINGS = (
    "SELECT id, street, house_number, house_letter, unit_number, postal_code, postal_place"
    " FROM dwelling WHERE id IN"
)
_APPLICATIONS = (
    "SELECT a.id, a.number, p.given_name || ' ' || p.family_name, NULL,"
    f" {_PROTECTED} FROM application a JOIN person p ON p.id = a.applicant WHERE a.id IN"
)
_LEASES = (
    "SELECT l.id, l.number, p.given_name || ' ' || p.family_name, d.street || ' ' ||"
    " d.house_number || d.house_letter || coalesce(', ' || nullif(d.unit_number, ''), ''),"
    f" {_PROTECTED} FROM lease l JOIN person p ON p.id = l.tenant"
    " JOIN dwelling d ON d.id = l.dwelling WHERE l.id IN"
)
_DECISIONS = (
    "SELECT v.id, v.number, p.given_name || ' ' || p.family_name, NULL,"
    f" {_PROTECTED} FROM vedtak v JOIN application a ON a.id = v.application"
    " JOIN person p ON p.id = a.applicant WHERE v.id IN"
)
_EVICTIONS = (
    "SELECT c.id, c.number, p.given_name || ' ' || p.family_name, NULL,"
    f" {_PROTECTED} FROM eviction_case c JOIN person p ON p.id = c.person WHERE c.id IN"
)
_ADVICE = (
    "SELECT c.id, c.number, p.given_name || ' ' || p.family_name, NULL,"
    f" {_PROTECTED} FROM debt_case c JOIN person p ON p.id = c.person WHERE c.id IN"
)
_CASES = {
    HitKind.APPLICATION: _APPLICATIONS,
    HitKind.VEDTAK: _DECISIONS,
    HitKind.LEASE: _LEASES,
    HitKind.EVICTION_CASE: _EVICTIONS,
    HitKind.DEBT_CASE: _ADVICE,
}
# the newest first, for when there are more than are shown
_OF_PERSONS = {
    HitKind.APPLICATION: "SELECT id FROM application WHERE applicant IN ({}) ORDER BY id DESC",
    HitKind.LEASE: "SELECT id FROM lease WHERE tenant IN ({}) ORDER BY id DESC",
    HitKind.EVICTION_CASE: "SELECT id FROM eviction_case WHERE person IN ({}) ORDER BY id DESC",
    HitKind.DEBT_CASE: "SELECT id FROM debt_case WHERE person IN ({}) ORDER BY id DESC",
}


def _person(person: int, given: str, family: str, digits: str | None, protected: int) -> Hit:
    detail = f"{digits} •••••" if digits else ""
    title = f"{given} {family}".strip()
    return Hit(HitKind.PERSON, Ref("person", person), title, detail, bool(protected))


def _dwelling(
    dwelling: int, street: str, number: str, letter: str, unit: str, code: str, place: str
) -> Hit:
    title = address_text(street, number, letter, unit)
    return Hit(HitKind.DWELLING, Ref("dwelling", dwelling), title, f"{code} {place}".strip())


def _case(
    kind: HitKind, case: int, number: str, name: str, address: str | None, protected: int
) -> Hit:
    detail = number if protected or not address else f"{number} · {address}"
    return Hit(kind, Ref(kind.value, case), name.strip(), detail, bool(protected))
