"""Which rows are about a person: from the columns that point at one, and on to what hangs there."""

from collections import defaultdict, deque

from app.core.records import dataclass
from app.people.double_store import PERSON_COLUMNS

LEFT_OUT = frozenset(
    {
        ("application_rank", "above"),
        ("debt_claim", "lease"),
        ("document_state", "replaced_by"),
        ("eviction_case", "lease"),
        ("reversal", "reverses"),
    }
)
"""Columns that lead from one person's rows to another's, or to rows already found."""
NEVER = frozenset(
    {
        "document_content",
        "person",
        "account_standing",
        "application_newest",
        "help_standing",
        "lease_standing",
        "letter_waiting",
        "contact_standing",
        "dwelling_standing",
        "measure_waiting",
        "redaction",
    }
)
"""Not rows to be told: files go beside, and what is only reckoned from others."""
ROOTS = (*PERSON_COLUMNS, ("document", "person"))


@dataclass(frozen=True, slots=True)
class Link:
    """A column of a table that points at a row of another."""

    table: str
    column: str
    target: str


def reached(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links to follow, in an order where each target is found before it is asked about."""
    children: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if (link.table, link.column) not in LEFT_OUT and link.table not in NEVER:
            children[link.target].append(link)
    found = [Link(table, column, "person") for table, column in ROOTS]
    asked: set[str] = set()
    waiting = deque(link.table for link in found)
    while waiting:
        table = waiting.popleft()
        if table in asked:
            continue
        asked.add(table)
        for link in children[table]:
            if link.table != table:
                found.append(link)
                waiting.append(link.table)
    return tuple(found)
