"""The lines of KOSTRA 13: which hold in a year, and what their queries say. Pure."""

import re
from collections.abc import Iterable

from app.applications.model import TargetGroup
from app.core.errors import Problem
from app.overview.kostra.model import NO_GROUP, Asked, KostraLine, KostraQuery

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


def read_query(text: str) -> Asked | None:
    """What a query counts, or None when nothing is known by that name."""
    name, slash, rest = text.strip().partition("/")
    query = next((each for each in KostraQuery if each.value == name.strip()), None)
    if query is None or (slash and not query.by_group):
        return None
    if not slash:
        return Asked(query)
    known: dict[str, TargetGroup | None] = {each.value: each for each in TargetGroup}
    known[NO_GROUP] = None
    names = [each.strip() for each in rest.split("+")]
    if any(each not in known for each in names):
        return None
    return Asked(query, frozenset(known[each] for each in names))


def written(asked: Asked | None) -> str:
    """A query as it is kept; groups in their order, the one without last."""
    if asked is None:
        return ""
    if asked.groups is None:
        return asked.query.value
    names = [each.value for each in TargetGroup if each in asked.groups]
    names += [NO_GROUP] if None in asked.groups else []
    return f"{asked.query.value}/{'+'.join(names)}"


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
    elif draft.query.strip() and read_query(draft.query) is None:
        found.append(Problem("query", "kostra_query_unknown"))
    return tuple(found)
