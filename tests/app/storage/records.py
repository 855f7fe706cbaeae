"""Rows to write in tests of the storage: sheet profiles, which no rule of law cares for."""

from app.core.ids import Ref
from app.storage.database import Database
from app.storage.unit import Unit

TABLE = "sheet_profile"


def add(unit: Unit, name: str, content: str = "{}") -> int:
    """One row inside a unit."""
    return unit.insert(TABLE, kind="test", name=name, content=content)


def saved(db: Database, name: str, content: str = "{}") -> int:
    """One row in a unit of its own."""
    with db.unit("profile.saved") as unit:
        row = add(unit, name, content)
        unit.about(Ref(TABLE, row))
    return row


def changed(db: Database, row: int, content: str) -> None:
    """A unit that changes one row."""
    with db.unit("profile.changed", Ref(TABLE, row)) as unit:
        unit.update(TABLE, row, content=content)


def names(db: Database) -> list[str]:
    """Every row's name, in the order they were made."""
    return [str(name) for name in db.column("SELECT name FROM sheet_profile ORDER BY id")]


def rewritten(db: Database, sql: str, *values: str | int | None) -> None:
    """What someone with the key and another tool could do: past the triggers and the units."""
    connection = db._connection
    connection.execute("PRAGMA query_only=OFF")
    for (trigger,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        " AND (name GLOB 'event_*' OR name GLOB 'change_*')"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {trigger!s}")
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute(sql, values)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA query_only=ON")
