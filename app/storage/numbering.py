"""Numbers that people say and write, counted within a year: «L2026-001», «G-2026-1»."""

from app.storage.database import Database


def next_number(db: Database, table: str, start: str, digits: int = 3) -> str:
    """The number after that of the newest row of those that begin so; more digits when needed."""
    # from the newest row backwards; by its index on numbers SQLite would sort the whole year
    newest = db.first(
        str,
        f"SELECT number FROM {table} NOT INDEXED WHERE number GLOB ? ORDER BY id DESC LIMIT 1",
        (f"{start}*",),
    )
    return f"{start}{int(newest.removeprefix(start)) + 1 if newest else 1:0{digits}}"
