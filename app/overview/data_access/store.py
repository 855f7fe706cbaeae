"""SQL of the rows about one person, found by walking the columns that point at others."""

import json
from collections import defaultdict
from collections.abc import Mapping

from app.core.ids import DocumentId, PersonId
from app.overview.data_access.graph import Link, reached
from app.overview.data_access.model import Held
from app.storage.database import Database
from app.storage.unit import Unit

Values = dict[str, Held]


_OFFICERS = tuple(Link(table, "officer", "officer") for table in ("debt_decision", "vedtak"))
"""Columns that point at an officer, whom the schema lets leave."""


def links(db: Database) -> tuple[Link, ...]:
    """Every column of the register that points at a row of another table."""
    found = db.select(
        Link,
        'SELECT m.name, f."from", f."table" FROM sqlite_master m,'
        " pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.id",
    )
    return (*found, *_OFFICERS)


def rows(db: Database, person: PersonId, known: tuple[Link, ...]) -> Mapping[str, list[Values]]:
    """The rows of each table, in the order tables are found; the person's own first."""
    ids: dict[str, set[int]] = defaultdict(set, {"person": {person}})
    for link in reached(known):
        if ids[link.target]:
            found = db.column(
                f"SELECT id FROM {link.table} WHERE {link.column} IN"
                " (SELECT value FROM json_each(?))",
                (json.dumps(sorted(ids[link.target])),),
            )
            ids[link.table] |= {int(str(each)) for each in found}
    return {table: _whole(db, table, found) for table, found in ids.items() if found}


def _whole(db: Database, table: str, ids: set[int]) -> list[Values]:
    columns = db.select(str, "SELECT name FROM pragma_table_info(?)", (table,))
    return list(
        db.select(
            lambda *values: dict(zip(columns, values, strict=True)),
            f"SELECT {', '.join(columns)} FROM {table}"
            " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(sorted(ids)),),
        )
    )


def kept(db: Database, person: PersonId) -> tuple[tuple[DocumentId, str, str], ...]:
    """The files to or from the person that are kept: id, number and kind of file."""
    return db.select(
        lambda document, number, media: (DocumentId(document), number, media),
        "SELECT d.id, d.number, d.media_type FROM document d JOIN document_content c"
        " ON c.id = d.id WHERE d.person = ? ORDER BY d.issued_at, d.id",
        (person,),
    )


def note(unit: Unit, person: PersonId, facts: int, documents: int, digest: str) -> int:
    """That access was given, and to how much."""
    return unit.insert(
        "data_access",
        person=person,
        given_on=unit.today,
        facts=facts,
        documents=documents,
        digest=digest,
    )
