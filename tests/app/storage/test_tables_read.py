"""What is remembered is never other than what is read: the register names the tables itself."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.office import Office
from app.storage.database import Database
from app.storage.driver import Value
from app.storage.remembered import MOST, Remembered
from app.storage.tables_read import EVERY
from app.storage.triggers import TABLES, recorded_tables
from tests.factories import registered_dwelling, registered_person

STATEMENTS: tuple[tuple[str, set[str]], ...] = (
    ("SELECT count(*) FROM person", {"person"}),
    ("SELECT 1 FROM person WHERE EXISTS (SELECT 1 FROM lease)", {"person", "lease"}),
    (
        "SELECT n.state FROM goal g LEFT JOIN goal_state n ON n.goal = g.id",
        {"goal", "goal.id", "goal_state", "goal_state.goal", "goal_state.state"},
    ),
    ("WITH t AS (SELECT person FROM plan) SELECT person FROM t", {"plan", "plan.person"}),
    (
        "SELECT b.* FROM biller b",
        {"biller", *(f"biller.{name}" for name in ("id", "name", "owner", "account", "closed_on"))},
    ),
    (
        "WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 3)"
        " SELECT count(*) FROM s",
        set(),
    ),
    ("SELECT max(id) FROM application_newest", {"application_state", "application_state.*"}),
    ("SELECT count(*) FROM document_content", {"document_content", "document_content.*"}),
    ("SELECT count(*) FROM event", {EVERY}),
    ("SELECT count(*) FROM change", {EVERY}),
    ("SELECT count(*) FROM search", {EVERY}),
)


@pytest.mark.parametrize(("sql", "tables"), STATEMENTS, ids=[sql for sql, _ in STATEMENTS])
def test_the_register_names_what_a_statement_reads(
    db: Database, sql: str, tables: set[str]
) -> None:
    for _ in range(2):  # asked once, then known
        with db.tables_read.watched() as seen:
            db.column(sql)
        assert seen == tables


def test_every_way_of_reading_is_seen(db: Database) -> None:
    ways: tuple[Callable[[str], object], ...] = (
        lambda sql: db.select(int, sql),
        lambda sql: db.first(int, sql),
        lambda sql: db.value(int, sql),
        db.column,
    )
    for way in ways:
        with db.tables_read.watched() as seen:
            way("SELECT count(*) FROM dwelling")
        assert seen == {"dwelling"}


def test_every_table_is_named_by_what_reads_it(db: Database) -> None:
    for table in recorded_tables(db.column(TABLES)):
        with db.tables_read.watched() as seen:
            db.column("SELECT count(*) FROM name".replace("name", table))
        assert seen - {f"{table}.*"} == {table}


def test_a_reading_within_a_reading_counts_for_both(db: Database, office: Office) -> None:
    inner, outer = Remembered[int](db), Remembered[int](db)

    def persons() -> int:
        return inner.get("persons", lambda: db.value(int, "SELECT count(*) FROM person"))

    def twice() -> int:
        return outer.get("twice", lambda: 2 * persons())

    assert (persons(), twice()) == (0, 0)  # the outer one finds the inner one known
    registered_person(office)
    assert twice() == 2


def test_what_another_table_changes_leaves_it_known(db: Database, office: Office) -> None:
    kept, times = Remembered[int](db), []

    def read() -> int:
        times.append(1)
        return db.value(int, "SELECT count(*) FROM dwelling")

    kept.get("dwellings", read)
    registered_person(office)
    assert (kept.get("dwellings", read), len(times)) == (0, 1)
    registered_dwelling(office)
    assert (kept.get("dwellings", read), len(times)) == (1, 2)


def test_what_another_column_changes_leaves_it_known(db: Database, office: Office) -> None:
    kept, times = Remembered[str](db), []

    def read() -> str:
        times.append(1)
        return db.value(str, "SELECT group_concat(given_name) FROM person")

    person = registered_person(office)
    for column, again in (("note", 1), ("given_name", 2), ("note", 2)):
        kept.get("names", read)
        with db.unit("person.corrected") as unit:
            unit.update("person", person, **{column: f"Nytt {again}"})
        assert kept.get("names", read) == db.value(str, "SELECT given_name FROM person")
        assert len(times) == again


def test_what_another_connection_commits_is_seen(db: Database) -> None:
    kept = Remembered[int](db)

    def count() -> int:
        return kept.get("units", lambda: db.value(int, "SELECT count(*) FROM service_unit"))

    before, other = count(), db.another()
    with other.unit("unit.added") as unit:
        unit.insert("service_unit", name="Prøveenhet")
    other.close()
    assert count() == before + 1


def test_only_so_many_are_kept(db: Database) -> None:
    kept = Remembered[int](db)
    for key in range(MOST + 1):
        kept.get(key, partial(int, key))
    assert kept.get(MOST, lambda: -1) == MOST
    assert kept.get(0, lambda: -1) == -1


_WRITES: dict[str, str] = {
    "person": "UPDATE person SET note = note || 'x'",
    "two": "INSERT INTO service_unit (name) VALUES ('To'); UPDATE dwelling SET note = note || 'y'",
    "dwelling": "UPDATE dwelling SET note = note || 'z'",
    "unit": "UPDATE service_unit SET phone = phone || '1'",
    "name": "UPDATE person SET given_name = given_name || 'n', birth_date = NULL",
    "away": "UPDATE dwelling SET note = note || 'd'; DELETE FROM service_unit WHERE name = 'To'",
}
_READINGS = (
    "SELECT group_concat(note) FROM person",
    "SELECT group_concat(given_name) FROM person",
    "SELECT p.* FROM person p",
    "SELECT group_concat(note) FROM dwelling",
    "SELECT group_concat(phone) FROM service_unit",
    "SELECT count(*) || max(d.note) FROM service_unit u LEFT JOIN dwelling d ON d.id = u.id",
    "SELECT max(id) FROM event",
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from([*_WRITES, "undo"]), st.sets(st.sampled_from(range(len(_READINGS))))
        ),
        max_size=8,
    )
)
def test_nothing_remembered_is_ever_stale(
    db: Database, office: Office, steps: list[tuple[str, set[int]]]
) -> None:
    kept, written = Remembered[list[Value]](db), 0
    if not office.people.ids():
        registered_person(office)
        registered_dwelling(office)
    for write, asked in steps:
        if write == "undo":
            if written and office.history.undoable():  # never the two it all is about
                office.history.undo()
                written -= 1
        else:
            written += 1
            with db.unit("test.touched") as unit:
                for sql in _WRITES[write].split("; "):
                    unit.execute(sql)
        for place in asked:
            sql = _READINGS[place]
            assert kept.get(place, partial(db.column, sql)) == db.column(sql)
