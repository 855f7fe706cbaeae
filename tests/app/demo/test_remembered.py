"""What I dag remembers is what a program just opened would read, whatever is written."""

import random
import sqlite3
from collections.abc import Callable
from datetime import date

from app.core.errors import OfficeError
from app.office import Office
from app.storage.triggers import TABLES, recorded_tables
from tests.app.demo.conftest import Lia

DAY = date(2026, 11, 23)
ROUNDS, AT_ONCE = 12, 4
SETTLED = frozenset({"officer", "municipality", "parameter_override"})
"""What says who works here and by which rules is not shuffled."""


def shuffled(office: Office, lot: random.Random) -> str:
    """Give some row the value of another in one column, as a unit; where the register lets us."""
    db = office.alerts._db
    tables = [each for each in recorded_tables(db.column(TABLES)) if each not in SETTLED]
    while True:
        table = lot.choice(tables)
        named = db.column("SELECT name FROM pragma_table_info(?)", (table,))
        rows = [int(str(each)) for each in db.column(" ".join(("SELECT id FROM", table)))]
        column = str(lot.choice(named[1:]))
        if len(rows) < 2:
            continue
        to, of = lot.sample(rows, 2)
        asked = " ".join(("SELECT", column, "FROM", table, "WHERE id = ?"))
        try:
            with office.unit("test.shuffled") as unit:
                unit.update(table, to, **{column: db.column(asked, (of,))[0]})
        except (sqlite3.IntegrityError, RuntimeError):
            continue  # the register forbids it, or it held that already
        return f"{table}.{column}"


def seen(read: Callable[[], object]) -> object:
    """What is read, or the way it can not be: shuffled rows may tell what can not be."""
    try:
        return read()
    except (OfficeError, KeyError, ValueError, StopIteration) as error:
        return type(error)


def as_opened_now(office: Office) -> object:
    """The same of an office that remembers nothing."""
    with office.for_job() as fresh:
        return seen(fresh.alerts.today)


def test_what_is_remembered_is_what_would_be_read(lia: Lia) -> None:
    office, lot = lia(DAY, ""), random.Random(20261123)  # noqa: S311  a story, no secret
    first, units = office.alerts.today(), 0
    assert first == as_opened_now(office)
    for _ in range(ROUNDS):
        changed = [shuffled(office, lot) for _ in range(AT_ONCE)]
        units += len(changed)
        assert seen(office.alerts.today) == as_opened_now(office), changed
    for _ in range(units):
        office.history.undo()
    assert office.alerts.today() == first
