"""Whatever is done, undoing all of it gives the rows that were there at the start."""

import sqlite3
from contextlib import suppress
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from app.storage.chain import verify
from app.storage.database import Database
from app.storage.history import History
from tests.app.storage.records import TABLE, add

Rows = tuple[tuple[object, ...], ...]

NAMES = st.sampled_from("abcdef")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


class Walk(RuleBasedStateMachine):
    """Units at random over few names, so that they meet; the rows before each are remembered."""

    def __init__(self, db: Database) -> None:
        super().__init__()
        self._db = db
        self._history = History(db)
        self._before: list[Rows] = []
        self._numbers = count(100_000_000)

    @rule(name=NAMES, content=TEXTS)
    def insert(self, name: str, content: str) -> None:
        before = self._rows()
        with suppress(sqlite3.IntegrityError), self._db.unit("walk.insert") as unit:
            add(unit, name, content)
        if self._rows() != before:
            self._before.append(before)

    @rule(content=TEXTS, names=st.lists(NAMES, min_size=1, max_size=4))
    def many(self, content: str, names: list[str]) -> None:
        """Delete what is there, insert anew, change again: several changes to one row."""
        before = self._rows()
        with self._db.unit("walk.many") as unit:
            for name in names:
                unit.execute("DELETE FROM sheet_profile WHERE name = ?", (name,))
                row = add(unit, name, content)
                unit.update(TABLE, row, content=content + "!")
            self._before.append(before)

    @precondition(lambda self: self._rows())
    @rule(which=st.integers(0), content=TEXTS)
    def change(self, which: int, content: str) -> None:
        before = self._rows()
        row = before[which % len(before)]
        with self._db.unit("walk.change") as unit:
            unit.update(TABLE, int(str(row[0])), content=f"{content}{next(self._numbers)}")
            self._before.append(before)

    @precondition(lambda self: self._rows())
    @rule(which=st.integers(0))
    def remove(self, which: int) -> None:
        before = self._rows()
        row = before[which % len(before)]
        with self._db.unit("walk.remove") as unit:
            unit.delete(TABLE, int(str(row[0])))
            self._before.append(before)

    @precondition(lambda self: self._before)
    @rule()
    def undo(self) -> None:
        self._history.undo()
        assert self._rows() == self._before.pop()

    def teardown(self) -> None:
        while self._before:
            self.undo()
        assert self._rows() == ()
        assert verify(self._db) is None
        self._db._listeners.clear()

    def _rows(self) -> Rows:
        return self._db.select(
            lambda *row: row, "SELECT id, name, content FROM sheet_profile ORDER BY id"
        )


def test_undoing_everything_gives_the_rows_of_the_start(db: Database) -> None:
    class HereWalk(Walk):
        def __init__(self) -> None:
            super().__init__(db)

    run_state_machine_as_test(
        HereWalk, settings=settings(max_examples=25, stateful_step_count=20, deadline=None)
    )
