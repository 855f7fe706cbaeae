"""SQL of what binds a dwelling."""

from datetime import date

from app.core.ids import DwellingId
from app.dwellings.clauses.model import Clause, ClauseKind, EndingClause
from app.dwellings.model import address_text
from app.storage.database import Database
from app.storage.unit import Unit

# the row that is known last by a day, of each kind
_LATEST = (
    "f.since <= ?1 AND f.ends_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dwelling_clause n"
    " WHERE n.dwelling = f.dwelling AND n.kind = f.kind AND n.since <= ?1"
    " AND (n.since, n.id) > (f.since, f.id))"
)


def of(db: Database, dwelling: DwellingId, day: date) -> tuple[Clause, ...]:
    """What binds one on a day."""
    return db.select(
        _clause,
        "SELECT f.kind, f.since, f.ends_on, f.reference FROM dwelling_clause f"
        f" WHERE f.dwelling = ?2 AND {_LATEST} ORDER BY f.ends_on, f.id",
        (day.isoformat(), dwelling),
    )


def _clause(kind: str, since: str, ends_on: str, reference: str) -> Clause:
    first, last = date.fromisoformat(since), date.fromisoformat(ends_on)
    return Clause(ClauseKind(kind), first, last, reference)


def ending(db: Database, day: date, until: date) -> tuple[EndingClause, ...]:
    """Every dwelling bound on a day by what ends by another."""
    return db.select(
        _ending,
        "SELECT d.id, d.street, d.house_number, d.house_letter, d.unit_number, f.kind, f.ends_on"
        f" FROM dwelling_clause f JOIN dwelling d ON d.id = f.dwelling WHERE {_LATEST}"
        " AND f.ends_on <= ?2 ORDER BY f.ends_on, f.id",
        (day.isoformat(), until.isoformat()),
    )


def _ending(
    dwelling: int, street: str, number: str, letter: str, unit: str, kind: str, ends_on: str
) -> EndingClause:
    address = address_text(street, number, letter, unit)
    return EndingClause(
        DwellingId(dwelling), address, ClauseKind(kind), date.fromisoformat(ends_on)
    )


def add(unit: Unit, dwelling: DwellingId, clause: Clause) -> int:
    """What is known from a day."""
    return unit.insert(
        "dwelling_clause",
        dwelling=dwelling,
        since=clause.since,
        kind=clause.kind,
        ends_on=clause.ends_on,
        reference=clause.reference.strip(),
    )
