"""The schema of the register: numbered migrations."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlite_utils import Database as SqliteUtils
from sqlite_utils.migrations import Migrations

from app.core.errors import FileProblem
from app.storage.triggers import drop_triggers, make_triggers

FOLDER = Path(__file__).parent / "migrations"
_ON_NO_TABLE = ("CREATE ", "DROP INDEX ", "DROP TRIGGER ")
_ADDS = re.compile(r"(?:ALTER TABLE (\w+) ADD COLUMN|INSERT INTO (\w+)) ", re.IGNORECASE)


def migration_files() -> tuple[Path, ...]:
    """Every migration in its order."""
    return tuple(sorted(FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql")))


def newest() -> int:
    """The schema number this program writes."""
    return len(migration_files())


def migrate(db: SqliteUtils) -> None:
    """Apply what is missing, each with its triggers in one transaction.

    FileProblem register_newer when the file is ahead of us.
    """
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > newest():
        raise FileProblem("register_newer", file=version, program=newest())
    if version == newest():
        return
    migrations = Migrations("husrom")
    for number, path in enumerate(migration_files(), start=1):
        migrations(name=path.stem)(_apply(path, number, first=number == version + 1))
    migrations.apply(db)


def _apply(path: Path, number: int, *, first: bool) -> Callable[[SqliteUtils], None]:
    """Its triggers are right when its transaction ends, whatever comes after.

    The first of a run makes all of them anew, as this program words them. A later one takes away
    those of the tables it adds to, and all of them where it changes what is there.
    """

    def apply(db: SqliteUtils) -> None:
        script = tuple(statements(path.read_text("utf-8")))
        changed = {None} if first else set(map(added_to, script)) - {""}
        for table in {None} if None in changed else changed:
            drop_triggers(db, of=table)
        for statement in script:
            db.execute(statement)
        make_triggers(db)
        db.execute(f"PRAGMA user_version={number}")

    return apply


def added_to(statement: str) -> str | None:
    """The table that gets a column or rows more; empty where no table and no row changes.

    None for anything else: it may change rows that are there, or what any trigger says.
    """
    lines = (line.strip() for line in statement.splitlines())
    first = next((line for line in lines if line and not line.startswith("--")), "")
    if first.upper().startswith(_ON_NO_TABLE):
        return ""
    adds = _ADDS.match(first)
    return (adds[1] or adds[2]) if adds else None


def statements(script: str) -> Iterator[str]:
    """The script's statements one by one: `executescript` would commit between them."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError("a migration ends in the middle of a statement")
