"""One way of writing, many ways of reading."""

import sqlite3
import threading
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.errors import FileProblem, WrongKey
from app.core.events import Event
from app.core.ids import OfficerId, Ref
from app.storage import database
from app.storage.database import Database
from app.storage.driver import connect
from app.storage.files import RegisterFiles
from tests.app.storage.records import TABLE, add, names, saved


def test_outside_a_unit_nothing_can_be_written(db: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.select(tuple, "INSERT INTO sheet_profile (kind, name, content) VALUES ('a', 'b', 'c')")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.column("DELETE FROM sheet_profile")
    saved(db, "a")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.column("DELETE FROM sheet_profile")
    assert names(db) == ["a"]


def test_a_failed_unit_leaves_nothing_and_the_next_one_works(db: Database) -> None:
    def half() -> None:
        with db.unit("profile.saved") as unit:
            add(unit, "half")
            raise KeyError("our own fault")

    with pytest.raises(KeyError):
        half()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.column("DELETE FROM sheet_profile")
    saved(db, "whole")
    assert names(db) == ["whole"]


def test_a_unit_inside_a_unit_is_our_own_fault(db: Database) -> None:
    with db.unit("outer") as unit:
        add(unit, "a")
        with pytest.raises(RuntimeError, match="«inner» inside unit «outer»"), db.unit("inner"):
            pass
        with pytest.raises(RuntimeError, match="inside unit «outer»"), db.unrecorded():
            pass
        add(unit, "b")
    assert names(db) == ["a", "b"]


def test_an_act_inside_a_larger_one_gives_no_event_of_its_own(db: Database) -> None:
    heard: list[Event] = []
    db.listen(heard.append)
    with db.unit("outer") as unit, db.within(unit, "inner") as inside:
        add(inside, "a")
        assert inside is unit
    with db.within(None, "alone", Ref(TABLE, 1)) as own:
        add(own, "b")
    assert [event.verb for event in heard] == ["outer", "alone"]
    assert heard[-1].subject == Ref(TABLE, 1)
    assert names(db) == ["a", "b"]


def test_what_fails_inside_a_larger_act_takes_all_of_it_back(db: Database) -> None:
    def fails() -> None:
        with db.unit("outer") as unit:
            add(unit, "a")
            with db.within(unit, "inner") as inside:
                add(inside, "b")
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert names(db) == []


def test_a_unit_that_changes_nothing_is_our_own_fault(db: Database) -> None:
    row = saved(db, "a")
    with pytest.raises(RuntimeError, match="changed nothing"), db.unit("idle"):
        pass
    with pytest.raises(RuntimeError, match="changed nothing"), db.unit("same again") as unit:
        unit.update(TABLE, row, name="a")


def test_a_recorded_table_is_not_changed_without_an_event(db: Database) -> None:
    with pytest.raises(RuntimeError, match="outside a unit"), db.unrecorded() as execute:
        execute("INSERT INTO sheet_profile (kind, name, content) VALUES ('a', 'b', 'c')", ())
    assert names(db) == []


def test_a_draft_is_kept_without_a_line_in_the_history(db: Database) -> None:
    with db.unrecorded() as execute:
        execute("INSERT INTO draft (form, content, at) VALUES (?, ?, ?)", ("f", "half", "now"))
    assert db.column("SELECT content FROM draft") == ["half"]
    assert db.value(int, "SELECT count(*) FROM event") == 1


def test_listeners_hear_of_a_unit_after_it_is_kept(db: Database) -> None:
    heard: list[tuple[Event, list[str]]] = []
    db.listen(lambda event: heard.append((event, names(db))))
    row = saved(db, "a")
    (event, seen), *more = heard
    assert (event.verb, event.subject, event.by) == ("profile.saved", Ref(TABLE, row), 1)
    assert event.tables == {TABLE}
    assert seen == ["a"]
    assert more == []


def test_values_become_what_sqlite_keeps_and_nothing_else(db: Database) -> None:
    with pytest.raises(TypeError, match="list has no place"), db.unit("odd") as unit:
        unit.insert(TABLE, kind="test", name="a", content=["a"])


def test_a_job_reads_and_writes_on_a_connection_of_its_own(db: Database) -> None:
    saved(db, "here")
    seen: list[str] = []

    def job() -> None:
        other = db.another()
        seen.extend(names(other))
        saved(other, "there")
        other.close()

    thread = threading.Thread(target=job)
    thread.start()
    thread.join()
    assert seen == ["here"]
    assert names(db) == ["here", "there"]
    assert db.column("SELECT by FROM event ORDER BY id DESC LIMIT 1") == [OfficerId(1)]


def test_the_second_writer_is_told_that_the_register_is_busy(db: Database) -> None:
    other = db.another()
    other._connection.execute("PRAGMA busy_timeout=1")
    with db.unit("first") as unit:
        add(unit, "first")
        assert names(other) == []
        with pytest.raises(FileProblem) as caught:
            saved(other, "second")
    assert caught.value.code == "register_busy"
    saved(other, "second")
    other.close()
    assert names(db) == ["first", "second"]


def test_a_unit_that_waited_for_another_builds_on_what_that_one_did(db: Database) -> None:
    """Writing is taken before reading: a unit never stands on numbers that are no longer last."""
    other = db.another()
    saved(other, "there")
    saved(db, "here")
    saved(other, "there again")
    other.close()
    assert db.column("SELECT id FROM event ORDER BY id") == [1, 2, 3, 4]


def test_a_snapshot_reads_one_state_whatever_is_saved_meanwhile(db: Database) -> None:
    other = db.another()
    with other.snapshot():
        assert names(other) == []
        saved(db, "meanwhile")
        assert names(other) == []
    assert names(other) == ["meanwhile"]
    saved(other, "after")
    other.close()


def test_a_full_register_refuses_and_keeps_what_was_saved(db: Database) -> None:
    saved(db, "before")
    pages = db.value(int, "PRAGMA page_count")
    db._connection.execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(FileProblem) as caught:
        saved(db, "big", "x" * 200_000)
    assert caught.value.code == "disk_full"
    assert names(db) == ["before"]
    db._connection.execute(f"PRAGMA max_page_count={pages + 500}")
    saved(db, "after")
    assert names(db) == ["before", "after"]


def test_a_statement_can_be_stopped_from_another_thread(db: Database) -> None:
    slow = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT count(*) FROM n WHERE i < 0"
    )
    stopper = threading.Timer(0.05, db.interrupt)
    stopper.start()
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        db.value(int, slow)
    stopper.join()
    assert names(db) == []


def test_another_key_is_a_wrong_key(register_path: Path, clock: FixedClock) -> None:
    with pytest.raises(WrongKey) as caught:
        Database(RegisterFiles(register_path), bytes(32), clock)
    assert caught.value.code == "register_unreadable_with_key"


def test_an_encrypted_file_of_another_program_is_foreign(tmp_path: Path, clock: FixedClock) -> None:
    files, key = RegisterFiles(tmp_path / "a.husrom"), bytes(32)
    other = connect(f"{files.register.as_uri()}?mode=rwc", key)
    other.execute("CREATE TABLE t (a)")
    other.close()
    before = files.register.read_bytes()
    with pytest.raises(FileProblem) as caught:
        Database(files, key, clock)
    assert caught.value.code == "register_foreign"
    assert files.register.read_bytes() == before


def test_creating_never_writes_onto_a_file(tmp_path: Path) -> None:
    files = RegisterFiles(tmp_path / "a.husrom")
    files.register.write_bytes(b"")
    with pytest.raises(FileProblem) as caught:
        database.create(files, bytes(32))
    assert caught.value.code == "register_exists"
    assert files.register.read_bytes() == b""


def test_what_is_erased_leaves_no_samples_behind(db: Database) -> None:
    """ANALYZE would keep names and numbers in tables of its own."""
    db.another().close()
    assert not db.column("SELECT name FROM sqlite_master WHERE name GLOB 'sqlite_stat*'")


def test_the_key_is_let_go_with_the_connection(db: Database) -> None:
    other = db.another()
    assert len(other.key) == 32
    other.close()
    assert other.key == b""


def test_a_statement_without_a_value_is_our_own_fault(db: Database) -> None:
    with pytest.raises(TypeError, match="no int"):
        db.value(int, "SELECT id FROM sheet_profile")
    assert db.first(int, "SELECT id FROM sheet_profile") is None
