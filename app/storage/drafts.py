"""Half-typed forms, kept inside the encrypted register so that locking loses nothing.

They are not facts: no history, gone when the form is finished, and emptied by «Skjerm».
"""

import json
from collections.abc import Mapping
from datetime import date

from app.storage.database import Database


class Drafts:
    """What stands in forms that have not been sent in yet, by the form's name."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, form: str, values: Mapping[str, object]) -> None:
        """Keep what is typed; text, numbers, days, truths and lists of these."""
        content = json.dumps({name: _plain(value) for name, value in values.items()})
        with self._db.unrecorded() as execute:
            execute(
                "INSERT INTO draft (form, content, at) VALUES (?, ?, ?)"
                " ON CONFLICT (form) DO UPDATE SET content = excluded.content, at = excluded.at",
                (form, content, self._db.clock.now().isoformat()),
            )

    def of(self, form: str) -> dict[str, object]:
        """What was typed last time, empty when nothing was."""
        content = self._db.first(str, "SELECT content FROM draft WHERE form = ?", (form,))
        kept = json.loads(content) if content else {}
        return {name: _read(value) for name, value in kept.items()}

    def drop(self, form: str) -> None:
        """The form is finished, or given up."""
        with self._db.unrecorded() as execute:
            execute("DELETE FROM draft WHERE form = ?", (form,))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no place in a draft")


def _read(value: object) -> object:
    if isinstance(value, dict):
        return date.fromisoformat(value["day"])
    if isinstance(value, list):
        return [_read(each) for each in value]
    return value
