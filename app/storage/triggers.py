"""The triggers that note every change, generated from the tables."""

from collections.abc import Iterable

from sqlite_utils import Database as SqliteUtils

UNRECORDED = {
    "event": "the history itself",
    "change": "the history itself",
    "draft": "half-typed text, gone when the form is finished",
    "account_standing": "kept by triggers from claims and payments, which are recorded",
    "application_newest": "kept by triggers from application_state, which is recorded",
    "contact_standing": "kept by triggers from contact notes, which are recorded",
    "dwelling_standing": "kept by triggers from statuses of dwellings, which are recorded",
    "help_standing": "kept by triggers from levels of help, which are recorded",
    "lease_standing": "kept by triggers from leases, states and endings, which are recorded",
    "letter_waiting": "kept by triggers from documents and sendings, which are recorded",
    "measure_waiting": "kept by triggers from measures, which are recorded",
    "_sqlite_migrations": "written by the migrations, before there is an officer",
}

KINDS = ("insert", "update", "delete")

# neither views, nor virtual tables, nor the tables these keep their index in
TABLES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
)


def recorded_tables(names: Iterable[object]) -> list[str]:
    """Those of the file's `TABLES` whose every change goes into the history."""
    return [str(name) for name in names if name not in UNRECORDED]


def drop_triggers(db: SqliteUtils, of: str | None = None) -> None:
    """Let a migration change a table, or any, and its rows: it has no officer and no event."""
    old = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history_%'"
        " AND tbl_name = coalesce(?, tbl_name)",
        (of,),
    ).fetchall()
    for (name,) in old:
        db.execute(f"DROP TRIGGER {name}")


def make_triggers(db: SqliteUtils) -> None:
    """Make the history triggers that are not there from the tables as they are now."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    made = {str(name) for (name,) in rows}
    for table in recorded_tables(name for (name,) in db.execute(TABLES).fetchall()):
        missing = [kind for kind in KINDS if f"history_{table}_{kind}" not in made]
        columns = row_json_columns(db, table) if missing else []
        for kind in missing:
            db.execute(trigger(table, columns, kind))


def row_json_columns(db: SqliteUtils, table: str) -> list[tuple[str, bool]]:
    """The table's columns, each with whether it holds bytes."""
    rows = db.execute(f"PRAGMA table_info({table})").fetchall()
    return [(name, kind == "BLOB") for _, name, kind, *_ in rows]


def row_json(columns: list[tuple[str, bool]], prefix: str = "") -> str:
    """SQL for one row as JSON; bytes stand as their length, their digest is a column of its own."""
    pairs = (
        f"'{name}', length({prefix}{name})" if blob else f"'{name}', {prefix}{name}"
        for name, blob in columns
    )
    return f"json_object({', '.join(pairs)})"


def trigger(table: str, columns: list[tuple[str, bool]], kind: str) -> str:
    """The trigger that notes one kind of change to one table."""
    before = "NULL" if kind == "insert" else row_json(columns, "OLD.")
    after = "NULL" if kind == "delete" else row_json(columns, "NEW.")
    row = "OLD.id" if kind == "delete" else "NEW.id"
    only = f" WHEN {before} IS NOT {after}" if kind == "update" else ""
    return (
        f"CREATE TRIGGER history_{table}_{kind} AFTER {kind.upper()} ON {table}{only} BEGIN"
        " INSERT INTO change (event, table_name, row_id, kind, before, after, salt)"
        f" VALUES ((SELECT coalesce(max(id), 0) + 1 FROM event), '{table}', {row}, '{kind}',"
        f" {before}, {after}, lower(hex(randomblob(16)))); END"
    )
