"""SQL of rows whose words, ties or letter may tell where the person of a case lives (ADR-05)."""

from collections.abc import Mapping, Sequence

from app.core.ids import PersonId, Ref
from app.core.records import dataclass
from app.storage.database import Database
from app.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Telling:
    """A table that may name a home.

    `emptied` has the columns that may, with what is left there: None takes a tie or a letter away.
    `case` is the SQL of the case that a row `t` belongs to.
    """

    table: str
    emptied: Mapping[str, str | None]
    case: str


def held(
    db: Database, cases: str, tables: Sequence[Telling], people: Sequence[PersonId]
) -> tuple[tuple[Ref, PersonId], ...]:
    """The rows in some tables that tell, and of whom; `cases` is the table with the persons."""
    marks, found = ", ".join("?" * len(people)), list[tuple[Ref, PersonId]]()
    for each in tables:
        tells = " OR ".join(_tells(*column) for column in each.emptied.items())
        found += db.select(
            lambda row, person, table=each.table: (Ref(table, row), PersonId(person)),
            f"SELECT t.id, c.person FROM {each.table} t JOIN {cases} c ON c.id = {each.case}"
            f" WHERE c.person IN ({marks}) AND ({tells}) ORDER BY t.id",
            people,
        )
    return tuple(found)


def _tells(column: str, left: str | None) -> str:
    if column == "document":
        return "EXISTS (SELECT 1 FROM document_content d WHERE d.id = t.document)"
    return f"t.{column} IS NOT NULL" if left is None else f"t.{column} NOT IN ('', '{left}')"


def empty(unit: Unit, ref: Ref, tables: Sequence[Telling]) -> None:
    """Take away what tells; days, sums, states and answers stay."""
    emptied = next(each.emptied for each in tables if each.table == ref.kind)
    unit.update(ref.kind, ref.id, **emptied)
