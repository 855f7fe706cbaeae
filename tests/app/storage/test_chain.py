"""No one changes what was done without the check finding where."""

import sqlite3
from collections.abc import Mapping

import pytest

from app.core.ids import Ref
from app.storage import chain
from app.storage.chain import compare, head, verify
from app.storage.database import Database
from app.storage.heads import Head
from app.storage.history import History
from tests.app.storage.records import TABLE, changed, rewritten, saved


@pytest.fixture(autouse=True)
def history(db: Database) -> History:
    """Six events: the making, two rows, two changes, one redaction of the first row."""
    history = History(db)
    first = saved(db, "a", "old")
    saved(db, "b", "old")
    changed(db, first, "new")
    changed(db, first, "newer")
    history.redact([Ref(TABLE, first)], "ARK-02")
    return history


def test_what_was_done_through_units_holds(db: Database) -> None:
    assert verify(db) is None
    assert head(db).events == 6


@pytest.mark.parametrize("batch", [1, 2, 5, 6, 7])
def test_the_chain_is_followed_from_batch_to_batch(
    db: Database, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(chain, "BATCH", batch)
    assert verify(db) is None
    rewritten(db, "UPDATE event SET verb = 'other' WHERE id = 5")
    assert verify(db) == 5


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", 40),
        ("verb", "profile.kept"),
        ("subject_kind", "person"),
        ("subject_id", 99),
        ("at", "2026-11-22T10:00:00+01:00"),
        ("by", 2),
        ("reason", "because"),
        ("final", 1),
        ("reverses", 2),
        ("digest", "0" * 64),
    ],
)
def test_a_touched_event_is_found_where_it_is(db: Database, column: str, value: str | int) -> None:
    rewritten(db, f"UPDATE event SET {column} = ? WHERE id = 3", value)  # noqa: S608  our own names
    assert verify(db) == 3


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", 400),
        ("table_name", "person"),
        ("row_id", 99),
        ("kind", "delete"),
        ("before", "{}"),
        ("after", '{"id": 2, "kind": "test", "name": "c", "content": "old"}'),
        ("salt", "00"),
        ("salt", None),
        ("digest", "0" * 64),
        ("digest", None),
        ("redacted_by", 6),
    ],
)
def test_a_touched_change_is_found_where_it_is(
    db: Database, column: str, value: str | int | None
) -> None:
    rewritten(db, f"UPDATE change SET {column} = ? WHERE event = 3", value)  # noqa: S608  as above
    assert verify(db) == 3


@pytest.mark.parametrize("column", ["before", "after", "salt"])
def test_what_was_emptied_stays_empty(db: Database, column: str) -> None:
    rewritten(db, f"UPDATE change SET {column} = 'x' WHERE event = 4")  # noqa: S608  as above
    assert verify(db) == 4


def test_a_change_moved_to_another_event_is_found(db: Database) -> None:
    rewritten(db, "UPDATE change SET event = 2 WHERE event = 3")
    assert verify(db) == 2


@pytest.mark.parametrize("event", [1, 3, 6])
def test_a_removed_event_is_found(db: Database, event: int) -> None:
    rewritten(db, "DELETE FROM event WHERE id = ?", event)
    assert verify(db) == event


def test_an_event_put_before_all_others_is_found(db: Database) -> None:
    rewritten(
        db,
        "INSERT INTO event (id, verb, at, by, digest) VALUES (-5, 'x', '2026-11-23', 1, 'x')",
    )
    assert verify(db) == 1


def test_a_removed_change_is_found(db: Database) -> None:
    rewritten(db, "DELETE FROM change WHERE event = 3")
    assert verify(db) == 3


def test_a_change_without_an_event_is_found(db: Database) -> None:
    rewritten(
        db, "INSERT INTO change (event, table_name, row_id, kind) VALUES (7, 'a', 1, 'insert')"
    )
    assert verify(db) == 7


def test_emptying_more_than_the_redaction_said_is_found(db: Database) -> None:
    rewritten(
        db,
        "UPDATE change SET before = NULL, after = NULL, salt = NULL, redacted_by = 6"
        " WHERE event = 3",
    )
    assert verify(db) == 2, "the first event that this redaction emptied"


def test_a_redaction_that_never_was_is_found(db: Database) -> None:
    rewritten(
        db,
        "UPDATE change SET before = NULL, after = NULL, salt = NULL, redacted_by = 2"
        " WHERE event = 3",
    )
    assert verify(db) == 3


def test_what_is_redacted_while_the_chain_is_followed_raises_no_alarm(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = db.another()
    found = chain._first_wrongly_emptied

    def meanwhile(asked: Database, emptied: Mapping[int, int]) -> int | None:
        History(db).redact([Ref(TABLE, 2)], "ARK-02")
        return found(asked, emptied)

    monkeypatch.setattr(chain, "_first_wrongly_emptied", meanwhile)
    assert verify(job) is None
    monkeypatch.undo()
    assert verify(job) is None
    job.close()


def test_a_cut_tail_holds_in_itself_and_is_told_by_the_head(db: Database) -> None:
    seen = head(db)
    rewritten(db, "DELETE FROM change WHERE event > 3")
    rewritten(db, "DELETE FROM event WHERE id > 3")
    rewritten(db, "UPDATE change SET redacted_by = NULL WHERE redacted_by > 3")
    assert head(db).events == 3
    assert compare(db, seen) == "older"


def test_the_head_tells_a_longer_history_from_another_one(db: Database) -> None:
    seen = head(db)
    assert compare(db, None) == "unknown"
    assert compare(db, seen) == "same"
    saved(db, "c")
    assert compare(db, seen) == "longer"
    assert compare(db, Head(0, "")) == "longer"
    assert compare(db, Head(seen.events, "0" * 64)) == "older"
    assert compare(db, Head(seen.events + 5, seen.digest)) == "older"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET verb = 'x'",
        "DELETE FROM event",
        "UPDATE change SET after = 'x'",
        "UPDATE change SET digest = 'x'",
        "UPDATE change SET before = NULL, after = NULL, salt = NULL",
        "DELETE FROM change",
    ],
)
def test_our_own_program_cannot_touch_the_history(db: Database, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="history only grows"), db.unit("x") as unit:
        unit.execute(sql)
    assert verify(db) is None
