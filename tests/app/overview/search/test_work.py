"""What a search costs grows with what is shown, never with how many are registered.

Counted as steps of SQLite's machine and rows read, on a drawn register and on one four times as
big, so that it holds on any machine; the milliseconds at 100,000 persons stand in the bench.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from app.office import Office
from app.overview.search import service
from app.storage.database import Database
from app.storage.driver import Parameters
from tests.bench.crowd import fill

T = TypeVar("T")

WORDS = (
    "kari",
    "ode",
    "njar",
    "prøvegata 7",
    "h0203",
    "4512",
    "test modell",
    "14.06.89",
    "99 99 99 99",
    "v2026 00",
    "odgard",
    "snakket om leien",
)
"""Names, an address, numbers, a day of birth, a slip, and what nothing answers."""
SMALL, BIG = 150, 600
STEP = 100
MOST_ROWS = 900
"""Read for one search: some tens of each kind that are ranked, and what each is called."""
MAY_BE_SCANNED = ("search VIRTUAL TABLE", "event", "contact_note", "e", "n", "CONSTANT ROW", "(")
"""The index itself; the newest of the history and of the notes, both with a limit."""


class Counted:
    """Every statement that runs, its plan, the rows it gave, and the steps of them all."""

    def __init__(self, office: Office) -> None:
        self._db: Database = office._db
        self.steps, self.rows = 0, 0
        self.plans: dict[str, list[str]] = {}

    def step(self) -> int:
        """Called by SQLite as often as `STEP` says."""
        self.steps += STEP
        return 0

    def statement(self, sql: str, parameters: Parameters) -> None:
        """Asked how it will be run before it is."""
        plan = self._db._connection.execute(f"EXPLAIN QUERY PLAN {sql}", tuple(parameters))
        self.plans[sql] = [str(row[3]) for row in plan.fetchall()]


@pytest.fixture
def few_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few that the small register has more of each."""
    monkeypatch.setattr(service, "LOOKED_AT", 10)


def _steps(office: Office, find: Callable[[], object]) -> int:
    counted = Counted(office)
    connection = office._db._connection
    connection.set_progress_handler(counted.step, STEP)
    find()
    connection.set_progress_handler(None, 0)
    return counted.steps


@pytest.mark.usefixtures("few_looked_at")
def test_four_times_as_many_cost_no_more(office: Office) -> None:
    """A scan of persons would cost four times as much; a word of an index costs its letters."""
    fill(office, SMALL, SMALL // 8)
    first = {word: _steps(office, lambda asked=word: office.search.find(asked)) for word in WORDS}  # type: ignore[misc]  # bound at once
    fill(office, BIG - SMALL, (BIG - SMALL) // 8, seed=2)
    then = {word: _steps(office, lambda asked=word: office.search.find(asked)) for word in WORDS}  # type: ignore[misc]  # bound at once
    assert {word: (first[word], then[word]) for word in WORDS if then[word] > 2 * first[word]} == {}


def _watched(office: Office, monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Counts what the services read from here on."""
    counted, run = Counted(office), Database._run

    class Rows:
        """A cursor that counts what is taken from it."""

        def __init__(self, cursor: Iterator[tuple[object, ...]]) -> None:
            self.rows = list(cursor)
            counted.rows += len(self.rows)

        def fetchall(self) -> list[tuple[object, ...]]:
            return self.rows

        def fetchone(self) -> tuple[object, ...] | None:
            return self.rows[0] if self.rows else None

    def watch(db: Database, sql: str, parameters: Parameters) -> Rows:
        values = tuple(parameters)
        counted.statement(sql, values)
        return Rows(run(db, sql, values))

    monkeypatch.setattr(Database, "_run", watch)
    return counted


def test_no_register_is_scanned_and_few_rows_are_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(office, BIG, BIG // 8)
    counted = _watched(office, monkeypatch)
    for word in WORDS:
        counted.rows = 0
        office.search.find(word)
        assert counted.rows < MOST_ROWS, word
    scans = {
        step.removeprefix("SCAN ")
        for plan in counted.plans.values()
        for step in plan
        if step.startswith("SCAN ")
    }
    allowed = {scan for scan in scans if scan.startswith(MAY_BE_SCANNED[0])} | {
        scan for scan in scans if scan.split()[0] in MAY_BE_SCANNED or scan.startswith("(")
    }
    assert scans - allowed == set()
