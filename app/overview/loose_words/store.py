"""SQL of words that no case holds, and of where some people live and what they are called."""

import json
from collections.abc import Iterable

from app.core.ids import PersonId, Ref
from app.overview.loose_words.rules import Ties
from app.storage.database import Database
from app.storage.unit import Unit

TEXTS: dict[str, tuple[Ties, tuple[str, ...]]] = {
    "saved_list": (Ties.LOOSE, ("name", "chosen")),
    "list_export": (Ties.LOOSE, ("filters",)),
    "pack_text": (Ties.LOOSE, ("words",)),
    "indicator_target": (Ties.LOOSE, ("reason",)),
    "snooze": (Ties.CASE, ("reason",)),
    "dwelling_sale": (Ties.HOME, ("reason",)),
    "dwelling_clause": (Ties.HOME, ("reference",)),
}
GONE_WHOLE = frozenset({"saved_list"})
"""A list that looks for a home is of no use without it."""


def names(db: Database, people: frozenset[PersonId]) -> tuple[str, ...]:
    """Given and family names."""
    return db.select(
        str,
        "SELECT given_name || ' ' || family_name FROM person"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (_among(people),),
    )


def streets_of_ours(db: Database) -> frozenset[str]:
    """Every street with a dwelling in the register, and every place for temporary stays."""
    found = db.select(
        str, "SELECT DISTINCT trim(street) FROM dwelling UNION SELECT name FROM stay_place"
    )
    return frozenset(each.casefold() for each in found)


def homes(db: Database, people: frozenset[PersonId]) -> frozenset[int]:
    """The dwellings they have by lease or stay."""
    among = _among(people)
    return frozenset(
        db.select(
            int,
            "SELECT dwelling FROM lease WHERE dwelling IS NOT NULL"
            " AND tenant IN (SELECT value FROM json_each(?))"
            " UNION SELECT dwelling FROM stay WHERE dwelling IS NOT NULL"
            " AND person IN (SELECT value FROM json_each(?))",
            (among, among),
        )
    )


def texts(db: Database, table: str, homes: frozenset[int]) -> tuple[tuple[Ref, str], ...]:
    """Every row of a table with what it says, also of what was taken back since."""
    ties, columns = TEXTS[table]
    said = " || char(10) || ".join(f"t.{name}" for name in columns)
    where = ""
    if ties is Ties.HOME:
        where = f" WHERE t.dwelling IN ({', '.join(str(each) for each in sorted(homes))})"
    return db.select(
        lambda row, text: (Ref(table, row), str(text)),
        f"SELECT t.id, {said} || coalesce((SELECT group_concat("
        "coalesce(c.before, '') || coalesce(c.after, '')) FROM change c"
        f" WHERE c.table_name = '{table}' AND c.row_id = t.id), '') FROM {table} t{where}"
        " UNION ALL SELECT c.row_id, coalesce(c.before, '') || coalesce(c.after, '')"
        f" FROM change c WHERE c.table_name = '{table}' AND c.salt IS NOT NULL"
        f" AND c.row_id NOT IN (SELECT id FROM {table}) ORDER BY 1",
    )


def rows(db: Database, table: str, ids: Iterable[int]) -> tuple[tuple[int, dict[str, str]], ...]:
    """What some rows say by column, as they stand now."""
    _, columns = TEXTS[table]
    return db.select(
        lambda row, *told: (int(row), dict(zip(columns, map(str, told), strict=True))),
        f"SELECT id, {', '.join(columns)} FROM {table}"
        " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(sorted(set(ids))),),
    )


def put(unit: Unit, table: str, row: int, values: dict[str, str]) -> None:
    """Other words in a row, or the row away where it is of no use without them."""
    if table in GONE_WHOLE:
        unit.delete(table, row)
    else:
        unit.update(table, row, **values)


def _among(people: frozenset[PersonId]) -> str:
    return json.dumps(sorted(people))
