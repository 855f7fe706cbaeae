"""The sets to start from, read from `resources/rules/sets`; nothing in them is law."""

import tomllib
from functools import cache
from pathlib import Path

from app.allocation.rulesets.content import from_content
from app.allocation.rulesets.model import ReadySet
from app.core.errors import FileProblem, OfficeError
from app.core.paths import RESOURCES

SETS = RESOURCES / "rules" / "sets"
NAMES = ("small", "strict_residence", "income_in_g")
"""In the order they are offered."""


@cache
def ready_sets(folder: Path = SETS) -> tuple[ReadySet, ...]:
    """Every one of them. Raises FileProblem `rules_malformed` (facts file, id, reason)."""
    return tuple(_read(folder / f"{name}.toml") for name in NAMES)


def _read(path: Path) -> ReadySet:
    try:
        read = tomllib.loads(path.read_text("utf-8"))
        rules = from_content(read["rules"])
        return ReadySet(path.stem, str(read["title"]), str(read["description"]), rules)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, OfficeError) as error:
        reason = type(error).__name__
        raise FileProblem("rules_malformed", file=path.name, id="", reason=reason) from error
