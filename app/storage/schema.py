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
        migrations(name=path.stem)(_apply(path, number, first=number == version + 1))
    migrations.apply(db)


def _apply(path: Path, number: int, *, first: bool) -> Callable[[SqliteUtils], None]:
    """Its triggers are right when its transaction ends, whatever comes after.

    The first of a run makes all of them anew, as this program words them; a later one that only
    makes new things, leaves those that are there.
    """

    def apply(db: SqliteUtils) -> None:
        script = tuple(statements(path.read_text("utf-8")))
        if first or not all(map(only_adds, script)):
            drop_triggers(db)
        for statement in script:
            db.execute(statement)
        make_triggers(db)
        db.execute(f"PRAGMA user_version={number}")

    return apply


def only_adds(statement: str) -> bool:
    """Whether it makes something new, so that no table that is there changes, nor a row of it."""
    lines = (line.strip() for line in statement.splitlines())
    first = next((line for line in lines if line and not line.startswith("--")), "")
    return first.upper().startswith("CREATE ")


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
