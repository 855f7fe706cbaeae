"""The lines of KOSTRA 13: which hold in a year, and what their queries say. Pure."""

import re
from collections.abc import Iterable

from app.core.errors import Problem
from app.overview.kostra.model import Asked, KostraLine

EARLIEST, LATEST = 1990, 2100


def lines_of(
    year: int, shipped: Iterable[KostraLine], own: Iterable[KostraLine]
) -> tuple[KostraLine, ...]:
    """The form of a year: our own line takes the place of a shipped one; the newest holds.

    `own` in the order they were entered. In the order of the form: «2» before «10», «1.2» after.
    """
    held = {each.line: each for each in shipped if each.holds(year)}
    held.update({each.line: each for each in own if each.holds(year)})
    standing = (each for each in held.values() if not each.dropped)
    return tuple(sorted(standing, key=lambda each: place(each.line)))


def place(line: str) -> tuple[tuple[int, str], ...]:
    """How a line number sorts: its numbers by size, letters after."""
    parts = re.findall(r"\d+|[^\d.\s]+", line)
    return tuple((int(part), "") if part.isdigit() else (10_000, part) for part in parts)


def check(draft: KostraLine) -> tuple[Problem, ...]:
    """What is wrong with a line of our own; a query that is unknown or missing is only told."""
    found = []
    if not draft.line.strip():
        found.append(Problem("line", "kostra_line_missing", "REP-19"))
    if not draft.words.strip() and not draft.dropped:
        found.append(Problem("words", "kostra_words_missing", "REP-19"))
    if not EARLIEST <= draft.from_year <= LATEST:
        found.append(Problem("from_year", "kostra_year_odd"))
    if draft.to_year is not None and draft.to_year < draft.from_year:
        found.append(Problem("to_year", "kostra_years_turned"))
    if not draft.source.strip():
        found.append(Problem("source", "kostra_source_missing", "REP-19"))
    if not draft.dropped and not draft.query.strip():
        found.append(Problem("query", "kostra_no_query", blocks=False))
    elif draft.query.strip() and Asked.read(draft.query) is None:
        found.append(Problem("query", "kostra_query_unknown"))
    return tuple(found)
