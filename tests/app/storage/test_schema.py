"""Every table is recorded or says why not; a released migration never changes."""

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from sqlite_utils import Database as SqliteUtils

from app.core.errors import FileProblem
from app.storage import chain, schema, triggers
from app.storage.database import Database
from app.storage.driver import Connection, connect
from app.storage.files import RegisterFiles
from tests.app.storage.records import saved
from tests.files.make_register import digests, released


@pytest.fixture
def files(tmp_path: Path) -> RegisterFiles:
    return RegisterFiles(tmp_path / "a.husrom")


@pytest.fixture
def connection(files: RegisterFiles) -> Iterator[Connection]:
    opened = connect(f"{files.register.as_uri()}?mode=rwc", bytes(32))
    yield opened
    opened.close()


def _tables(connection: Connection) -> SqliteUtils:
    return SqliteUtils(cast(sqlite3.Connection, connection), execute_plugins=False)


def test_every_table_is_recorded_or_says_why_not(db: Database) -> None:
    tables = {str(name) for name in db.column(triggers.TABLES)}
    made = set(map(str, db.column("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
    for table in tables - triggers.UNRECORDED.keys():
        wanted = {f"history_{table}_{kind}" for kind in ("insert", "update", "delete")}
        assert wanted <= made, table
    assert triggers.UNRECORDED.keys() <= tables
    assert all(len(reason) > 10 for reason in triggers.UNRECORDED.values())


def test_every_column_of_a_recorded_table_is_in_its_triggers(db: Database) -> None:
    for table in triggers.recorded_tables(db.column(triggers.TABLES)):
        columns = map(str, db.column("SELECT name FROM pragma_table_info(?)", (table,)))
        sql = db.value(
            str, "SELECT sql FROM sqlite_master WHERE name = ?", (f"history_{table}_update",)
        )
        assert [name for name in columns if f"'{name}', " not in sql] == [], table


def test_every_table_of_ours_is_strict_and_numbered(db: Database) -> None:
    for table in triggers.recorded_tables(db.column(triggers.TABLES)):
        strict = db.value(int, "SELECT strict FROM pragma_table_list WHERE name = ?", (table,))
        keys = db.column("SELECT name FROM pragma_table_info(?) WHERE pk > 0", (table,))
        assert (strict, keys) == (1, ["id"]), table


def test_only_the_search_box_and_its_own_tables_are_neither(db: Database) -> None:
    every = set(db.column("SELECT name FROM sqlite_master WHERE type = 'table'"))
    others = {str(name) for name in every - set(db.column(triggers.TABLES))}
    assert [name for name in others if not name.startswith(("search", "sqlite_"))] == []


def test_the_file_says_which_schema_it_has(db: Database) -> None:
    assert db.version == schema.newest() == len(schema.migration_files())
    names = [path.name for path in schema.migration_files()]
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_a_released_migration_never_changes() -> None:
    frozen, now = released(), digests()
    assert {name: now.get(name) for name in frozen} == frozen
    assert list(frozen) == list(now)[: len(frozen)]


def test_a_newer_file_is_refused_and_left_as_it_is(
    db: Database, template: tuple[Path, bytes]
) -> None:
    raw = connect(f"{db.files.register.as_uri()}?mode=rw", template[1])
    raw.execute(f"PRAGMA user_version={schema.newest() + 1}")
    raw.close()
    with pytest.raises(FileProblem) as caught:
        db.migrate()
    assert caught.value.code == "register_newer"
    assert caught.value.facts == {"file": schema.newest() + 1, "program": schema.newest()}


def test_every_older_schema_comes_up_to_the_newest(
    files: RegisterFiles, connection: Connection, monkeypatch: pytest.MonkeyPatch, db: Database
) -> None:
    """A run that begins at a schema makes of it the next that a run passing by makes.

    So it does with the next, and the one after that: from all of them to the newest.
    """
    every, passed = schema.migration_files(), _passed_by(connection, monkeypatch)
    begun = connect(f"{files.register.with_name('b.husrom').as_uri()}?mode=rwc", bytes(32))
    for number, wanted in enumerate(passed, start=1):
        with monkeypatch.context() as older:
            older.setattr(schema, "migration_files", partial(_first, every, number))
            schema.migrate(_tables(begun))
        assert begun.execute("PRAGMA user_version").fetchone() == (number,)
        assert begun.execute(_SCHEMA).fetchall() == wanted, number
    assert begun.execute(_SCHEMA).fetchall() == list(db.select(_row, _SCHEMA))
    begun.close()


def _first(every: tuple[Path, ...], number: int) -> tuple[Path, ...]:
    return every[:number]


_SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


def _passed_by(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> list[list[object]]:
    """Every schema that one run from nothing to the newest has on its way."""
    found = list[list[object]]()

    def seen(db: SqliteUtils) -> None:
        triggers.make_triggers(db)
        found.append(list(db.execute(_SCHEMA).fetchall()))

    with monkeypatch.context() as watched:
        watched.setattr(schema, "make_triggers", seen)
        schema.migrate(_tables(connection))
    return found


def _row(*columns: object) -> tuple[object, ...]:
    return columns


def test_a_migration_that_fails_leaves_the_schema_before_it_whole(
    tmp_path: Path, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "9999_broken.sql"
    broken.write_text(
        "CREATE TABLE half (id INTEGER PRIMARY KEY);\nINSERT INTO nowhere VALUES (1);"
    )
    every = schema.migration_files()
    monkeypatch.setattr(schema, "migration_files", lambda: (*every, broken))
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(_tables(connection))
    assert connection.execute("PRAGMA user_version").fetchone() == (len(every),)
    rows = connection.execute("SELECT name FROM sqlite_master").fetchall()
    names = [str(name) for (name,) in rows]
    assert "half" not in names
    assert "history_person_update" in names


def test_what_a_migration_does_to_rows_has_no_event_and_breaks_no_chain(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(db, "a")
    later = tmp_path / "9999_later.sql"
    later.write_text(
        "ALTER TABLE sheet_profile ADD COLUMN extra TEXT NOT NULL DEFAULT '';\n"
        "UPDATE sheet_profile SET extra = 'filled';\n"
        "CREATE TABLE fresh (id INTEGER PRIMARY KEY) STRICT;"
    )
    every = schema.migration_files()
    monkeypatch.setattr(schema, "migration_files", lambda: (*every, later))
    db.migrate()
    assert chain.verify(db) is None
    with db.unit("both") as unit:
        unit.insert("fresh", id=1)
        unit.execute("UPDATE sheet_profile SET extra = 'by hand'")
    assert chain.verify(db) is None
    noted = db.column("SELECT after FROM change WHERE event = (SELECT max(id) FROM event)")
    assert len(noted) == 2
    assert "by hand" in str(noted[1])


def test_every_migration_ends_with_the_triggers_of_its_tables(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that stops between two of them leaves a register whose every change is noted."""
    tables, seen = _tables(connection), []

    def checked(db: SqliteUtils) -> None:
        triggers.make_triggers(db)
        seen.append(_history(db) == _wanted(db))

    monkeypatch.setattr(schema, "make_triggers", checked)
    schema.migrate(tables)
    assert seen == [True] * schema.newest()


def _history(db: SqliteUtils) -> set[str]:
    rows = db.execute("SELECT sql FROM sqlite_master WHERE name LIKE 'history\\_%' ESCAPE '\\'")
    return {str(sql) for (sql,) in rows.fetchall()}


def _wanted(db: SqliteUtils) -> set[str]:
    names = [name for (name,) in db.execute(triggers.TABLES).fetchall()]
    return {
        triggers.trigger(table, triggers.row_json_columns(db, table), kind)
        for table in triggers.recorded_tables(names)
        for kind in ("insert", "update", "delete")
    }


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("-- why\nCREATE TABLE a (b);", ""),
        ("create index c on a (b);", ""),
        ("DROP INDEX c;", ""),
        ("DROP TRIGGER d;", ""),
        ("ALTER TABLE a ADD COLUMN e;", "a"),
        ("-- the first\nINSERT INTO a (b) VALUES (1);", "a"),
        ("-- CREATE TABLE of before\nUPDATE a SET b = 1;", None),
        ("INSERT OR REPLACE INTO a (b) VALUES (1);", None),
        ("ALTER TABLE a DROP COLUMN b;", None),
        ("ALTER TABLE a RENAME TO b;", None),
        ("DROP TABLE a;", None),
        ("", None),
    ],
)
def test_triggers_are_left_where_a_statement_only_adds(statement: str, table: str | None) -> None:
    assert schema.added_to(statement) == table


def test_a_script_is_run_statement_by_statement() -> None:
    script = "CREATE TABLE a (b);\nCREATE TRIGGER c AFTER INSERT ON a BEGIN\n SELECT 1;\nEND;\n"
    assert len(list(schema.statements(script))) == 2
    with pytest.raises(ValueError, match="middle of a statement"):
        list(schema.statements("CREATE TABLE a (b)"))
