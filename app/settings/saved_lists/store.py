"""SQL of the lists that are kept."""

import json

from app.settings.saved_lists.model import Chosen, SavedList
from app.storage.database import Database

_COLUMNS = "SELECT id, page, name, chosen FROM saved_list"


def of(db: Database, page: str) -> tuple[SavedList, ...]:
    """Those of a page, the oldest first."""
    return db.select(_read, f"{_COLUMNS} WHERE page = ? ORDER BY id", (page,))


def get(db: Database, saved: int) -> SavedList | None:
    """One of them."""
    return db.first(_read, f"{_COLUMNS} WHERE id = ?", (saved,))


def written(chosen: Chosen) -> str:
    """As it stands in the register: the same choice gives the same text."""
    held = {
        "pills": dict(chosen.pills),
        "search": chosen.search,
        "sorting": chosen.sorting,
        "columns": chosen.columns,
    }
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


def _read(row: int, page: str, name: str, text: str) -> SavedList:
    held = json.loads(text)
    chosen = Chosen(
        {str(key): str(value) for key, value in held["pills"].items()},
        str(held["search"]),
        tuple((str(column), bool(falls)) for column, falls in held["sorting"]),
        tuple(str(column) for column in held["columns"]),
    )
    return SavedList(row, page, name, chosen)
