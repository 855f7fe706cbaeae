"""SQLCipher speaks with the standard library's errors, and takes nothing but a whole key."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from sqlite_utils import Database as SqliteUtils

from app.storage.driver import Connection, connect

KEY = bytes(range(32))


@pytest.fixture
def file(tmp_path: Path) -> str:
    return f"{(tmp_path / 'a.db').as_uri()}?mode=rwc"


@pytest.fixture
def connection(file: str) -> Iterator[Connection]:
    opened = connect(file, KEY)
    opened.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
    yield opened
    opened.close()


def _tables(connection: Connection) -> SqliteUtils:
    return SqliteUtils(cast(sqlite3.Connection, connection), execute_plugins=False)


def test_errors_are_those_of_the_standard_library(connection: Connection) -> None:
    connection.execute("INSERT INTO t (name) VALUES ('a')")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO t (name) VALUES ('a')")
    with pytest.raises(sqlite3.IntegrityError):
        connection.executemany("INSERT INTO t (name) VALUES (?)", [("b",), ("b",)])
    with pytest.raises(sqlite3.OperationalError):
        connection.executescript("SELECT nothing FROM nowhere")
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT ?", ())


def test_an_error_while_rows_are_fetched_is_translated_too(connection: Connection) -> None:
    connection.executemany("INSERT INTO t (name) VALUES (?)", [("1",), ("2",), ("no json",)])
    asked = "SELECT json(name) FROM t ORDER BY id"
    with pytest.raises(sqlite3.OperationalError):
        connection.execute(asked).fetchall()
    with pytest.raises(sqlite3.OperationalError):
        connection.execute(asked).fetchmany(5)
    with pytest.raises(sqlite3.OperationalError):
        list(connection.execute(asked))
    rows = connection.execute(asked)
    assert rows.fetchone() == ("1",)
    with pytest.raises(sqlite3.OperationalError):
        rows.fetchone()


def test_a_closed_connection_says_so_in_the_same_words(file: str) -> None:
    connection = connect(file, KEY)
    connection.close()
    for act in (connection.commit, connection.rollback, connection.cursor, connection.interrupt):
        with pytest.raises(sqlite3.ProgrammingError):
            act()


def test_insert_returning_through_sqlite_utils_keeps_the_saves_that_follow(file: str) -> None:
    connection = connect(file, KEY)
    tables = _tables(connection)
    tables.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
    returned = list(tables.query("INSERT INTO t (name) VALUES ('a') RETURNING id"))
    assert returned == [{"id": 1}]
    with pytest.raises(sqlite3.IntegrityError):
        list(tables.query("INSERT INTO t (name) VALUES ('a') RETURNING id"))
    assert not connection.in_transaction
    tables.execute("INSERT INTO t (name) VALUES ('b')")
    connection.close()
    again = connect(file, KEY)
    assert again.execute("SELECT name FROM t ORDER BY id").fetchall() == [("a",), ("b",)]
    again.close()


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(33), b"0" * 64])
def test_a_key_that_is_not_32_bytes_is_refused_before_the_file_is_touched(
    tmp_path: Path, key: bytes
) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(f"{(tmp_path / 'a.db').as_uri()}?mode=rwc", key)
    assert list(tmp_path.iterdir()) == []


def test_no_missing_file_is_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(f"{(tmp_path / 'a.db').as_uri()}?mode=rw", KEY)
    assert list(tmp_path.iterdir()) == []


def test_another_key_reads_nothing(connection: Connection, file: str) -> None:
    other = connect(file, os.urandom(32))
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        other.execute("SELECT count(*) FROM sqlite_master")
    other.close()


def test_the_key_is_not_seen_by_one_who_traces_statements(file: str) -> None:
    seen: list[str] = []
    connection = connect(file, KEY)
    connection.set_trace_callback(seen.append)
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)")
    connection.close()
    assert seen
    assert not [statement for statement in seen if KEY.hex() in statement.lower()]
