"""SQLCipher behind the standard library's own error classes.

The only module that imports sqlcipher3, which has no type information. sqlite-utils catches
the classes of `sqlite3`; without the translation done here `query("INSERT … RETURNING")`
leaves a transaction open and the saves that follow are lost.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn

import sqlcipher3.dbapi2 as sqlcipher

Value = str | int | float | bytes | None
Parameters = Iterable[Value]

_STEPS_BETWEEN = 50_000
"""Instructions of SQLite's machine; some milliseconds."""
_STATEMENTS = 1024
"""How many are kept compiled: more than a page asks with."""


def _translate(error: Exception) -> NoReturn:
    kind = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)
    raise kind(*error.args) from error


class Cursor(sqlcipher.Cursor):  # type: ignore[misc]  # a C class without types
    """A cursor whose errors are those of `sqlite3`."""

    def execute(self, sql: str, parameters: Parameters = ()) -> "Cursor":
        try:
            super().execute(sql, parameters)
        except sqlcipher.Error as error:
            _translate(error)
        return self

    def executemany(self, sql: str, parameters: Iterable[Parameters]) -> "Cursor":
        try:
            super().executemany(sql, parameters)
        except sqlcipher.Error as error:
            _translate(error)
        return self

    def executescript(self, sql: str) -> "Cursor":
        try:
            super().executescript(sql)
        except sqlcipher.Error as error:
            _translate(error)
        return self

    def fetchone(self) -> tuple[Value, ...] | None:
        try:
            row: tuple[Value, ...] | None = super().fetchone()
        except sqlcipher.Error as error:
            _translate(error)
        return row

    def fetchmany(self, size: int = 1) -> list[tuple[Value, ...]]:
        try:
            rows: list[tuple[Value, ...]] = super().fetchmany(size)
        except sqlcipher.Error as error:
            _translate(error)
        return rows

    def fetchall(self) -> list[tuple[Value, ...]]:
        try:
            rows: list[tuple[Value, ...]] = super().fetchall()
        except sqlcipher.Error as error:
            _translate(error)
        return rows

    def __next__(self) -> tuple[Value, ...]:
        try:
            row: tuple[Value, ...] = super().__next__()
        except sqlcipher.Error as error:
            _translate(error)
        return row

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return self


class Connection(sqlcipher.Connection):  # type: ignore[misc]  # a C class without types
    """A connection whose errors are those of `sqlite3`."""

    def cursor(self, factory: type[Cursor] = Cursor) -> Cursor:
        try:
            made: Cursor = super().cursor(factory)
        except sqlcipher.Error as error:
            _translate(error)
        return made

    def execute(self, sql: str, parameters: Parameters = ()) -> Cursor:
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Parameters]) -> Cursor:
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql: str) -> Cursor:
        return self.cursor().executescript(sql)

    def commit(self) -> None:
        try:
            super().commit()
        except sqlcipher.Error as error:
            _translate(error)

    def rollback(self) -> None:
        try:
            super().rollback()
        except sqlcipher.Error as error:
            _translate(error)

    def close(self) -> None:
        try:
            super().close()
        except sqlcipher.Error as error:
            _translate(error)

    def break_off_when(self, stopped: Callable[[], bool]) -> None:
        """Ask now and then, while a statement runs, whether it should be broken off."""
        self.set_progress_handler(stopped, _STEPS_BETWEEN)

    def interrupt(self) -> None:
        try:
            super().interrupt()
        except sqlcipher.Error as error:
            _translate(error)


def connect(uri: str, key: bytes) -> Connection:
    """Open the file named by `uri` under a raw 256-bit key. The key is not tried here.

    The key goes in through `set_key`: as SQL text it would be seen by a trace callback, and
    one byte short it would be taken for a passphrase.
    """
    if len(key) != 32:
        raise ValueError("a register key is 32 bytes")
    try:
        connection: Connection = sqlcipher.connect(
            uri,
            uri=True,
            factory=Connection,
            timeout=5,
            isolation_level=None,
            cached_statements=_STATEMENTS,
        )
    except sqlcipher.Error as error:
        _translate(error)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.set_key(b"x'" + key.hex().encode("ascii") + b"'")
    except sqlcipher.Error as error:
        connection.close()
        _translate(error)
    return connection
