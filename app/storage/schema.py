"""The schema of the register: numbered migrations."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlite_utils import Database as SqliteUtils
from sqlite_utils.migrations import Migrations

from app.core.errors import FileProblem
from app.storage.triggers import drop_triggers, make_triggers

FOLDER = Path(__file__).parent / "migrations"


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
        migrations(name=path.stem)(_apply(path, number))
    migrations.apply(db)


def _apply(path: Path, number: int) -> Callable[[SqliteUtils], None]:
    def apply(db: SqliteUtils) -> None:
        drop_triggers(db)
        for statement in statements(path.read_text("utf-8")):
            db.execute(statement)
        make_triggers(db)
        db.execute(f"PRAGMA user_version={number}")

    return apply


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
