"""Some rows out of all, by their ids."""

import json
from collections.abc import Collection


def among(
    column: str, only: Collection[int] | None, parameter: int = 2
) -> tuple[str, tuple[str, ...]]:
    """SQL that keeps rows whose `column` is one of `only`, and its parameter, of that number.

    Nothing of either where all are wanted.
    """
    if only is None:
        return "", ()
    kept = f" AND {column} IN (SELECT value FROM json_each(?{parameter}))"
    return kept, (json.dumps(sorted(only)),)
