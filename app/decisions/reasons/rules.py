"""What reasons given on demand must hold, and when they have reached the person. Pure."""

from collections.abc import Callable
from dataclasses import replace

from app.core.errors import Problem
from app.core.ids import DocumentId
from app.decisions.appeals.model import ReasonsDemand
from app.decisions.reasons.model import ReasonsDraft
from app.letters.model import Counting

_MISSING = (
    ("rules_text", "reasons_rules_missing"),
    ("facts_text", "reasons_facts_missing"),
    ("considerations_text", "reasons_considerations_missing"),
)


def check(draft: ReasonsDraft) -> tuple[Problem, ...]:
    """Every block must say something (FV-09)."""
    rows = zip(_MISSING, draft.blocks, strict=True)
    return tuple(Problem(name, code, "FV-09") for (name, code), words in rows if not words)


def by_letter(
    demands: tuple[ReasonsDemand, ...], counted: Callable[[DocumentId], Counting]
) -> tuple[ReasonsDemand, ...]:
    """The demands with the days their letter went out and came, where there is one (FV-12).

    A letter that has come back has not been given.
    """
    return tuple(_by_letter(demand, counted) for demand in demands)


def _by_letter(demand: ReasonsDemand, counted: Callable[[DocumentId], Counting]) -> ReasonsDemand:
    if demand.document is None or demand.sent_on is not None:
        return demand
    counting = counted(demand.document)
    day = None if counting.returned else counting.day
    return replace(demand, sent_on=day, arrived_on=day)
