"""The lines of KOSTRA 13 as shipped, read from `resources/rules/returns`."""

import tomllib
from functools import cache

from app.core.errors import FileProblem
from app.core.paths import RESOURCES
from app.overview.kostra.model import KostraLine, LineTable

FILE = RESOURCES / "rules" / "returns" / "kostra13.toml"


@cache
def load_table() -> LineTable:
    """The table as shipped. FileProblem `rules_malformed` when it cannot be read."""
    try:
        read = tomllib.loads(FILE.read_text("utf-8"))
        source = str(read["source"])
        lines = tuple(KostraLine(**row, source=source) for row in read["line"])
        functions = tuple((str(row["code"]), str(row["words"])) for row in read["function"])
        return LineTable(str(read["version"]), source, lines, functions)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise FileProblem(
            "rules_malformed", file=FILE.name, id="", reason=type(error).__name__
        ) from error
