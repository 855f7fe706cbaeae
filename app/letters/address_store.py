"""SQL of kept documents that carry an address, by whom they are to (ADR-05)."""

from collections.abc import Iterable

from app.core.addresses import HeldAddress
from app.core.ids import PersonId, Ref
from app.storage.database import Database
from app.storage.unit import Unit

# documents of records that were joined into a person's keep the old record's id for good
_KEPT_OF = (
    "WITH RECURSIVE same(id, person) AS (SELECT id, id FROM person WHERE id IN ({marks})"
    " UNION SELECT p.id, s.person FROM person p JOIN same s ON p.merged_into = s.id),"
    " kept(id, person) AS (SELECT d.id, same.person FROM document d JOIN same ON same.id = d.person"
    " WHERE EXISTS (SELECT 1 FROM document_content c WHERE c.id = d.id))"
)
_PARTS = (
    ("document_state", "document"),
    ("dispatch", "document"),
    ("document_copy", "document"),
    ("document_content", "id"),
)


def held(db: Database, people: Iterable[PersonId]) -> tuple[HeldAddress, ...]:
    """Every row of the kept documents of the given persons, in the order they may be deleted."""
    known = sorted(people)
    rows = " UNION ALL ".join(
        f"SELECT {place} AS place, '{table}' AS kind, t.id AS id, kept.person AS person"
        f" FROM {table} t JOIN kept ON kept.id = t.{column}"
        for place, (table, column) in enumerate((*_PARTS, ("document", "id")))
    )
    return db.select(
        lambda kind, row, person: HeldAddress(Ref(kind, row), PersonId(person)),
        f"{_KEPT_OF.format(marks=', '.join('?' * len(known)))}"
        f" SELECT kind, id, person FROM ({rows}) ORDER BY place, id",
        known,
    )


def forget(unit: Unit, rows: tuple[HeldAddress, ...]) -> None:
    """Delete what `held` found; a document that one of them had replaced lives on."""
    for row in rows:
        if row.ref.kind == "document":
            unit.execute(
                "UPDATE document_state SET replaced_by = NULL WHERE replaced_by = ?", (row.ref.id,)
            )
        unit.delete(row.ref.kind, row.ref.id)
