"""What is still open when a case is closed, and what the closing letter may say. Pure."""

from collections.abc import Iterable

from app.arrears.model import Owed
from app.core.errors import Problem
from app.core.money import Ore
from app.debt.closing.model import FarewellDraft, StillOpen
from app.debt.measures.model import DebtMeasure, DebtMeasureState
from app.debt.model import DebtCase, DebtOutcome

NO_LETTER = frozenset({DebtOutcome.DIED})
"""Nobody is left to write to."""


def total(owed: tuple[Owed, ...]) -> Ore | None:
    """All that is owed to us; None where there is no tenancy to owe on."""
    return Ore(sum(each.total for each in owed)) if owed else None


def still_open(
    case: DebtCase, measures: Iterable[DebtMeasure], owed: Ore | None, *, spoken: bool
) -> tuple[StillOpen, ...]:
    """What is not done yet: told when the case is closed, never in the way."""
    known = tuple(measures)
    waits = {DebtMeasureState.CONSIDERED, DebtMeasureState.ASKED, DebtMeasureState.OPENED}
    found = []
    if case.decided is None:
        found.append(StillOpen.VEDTAK)
    if any(each.answer_by is not None for each in known):
        found.append(StillOpen.ANSWER)
    elif any(each.state in waits for each in known):
        found.append(StillOpen.MEASURE)
    if owed:
        found.append(StillOpen.RENT)
    if not spoken:
        found.append(StillOpen.TALK)
    return tuple(found)


def check_farewell(draft: FarewellDraft, phone: str) -> tuple[Problem, ...]:
    """What stands between the closing letter and its print."""
    found = []
    if not draft.agreed.strip():
        found.append(Problem("agreed", "debt_farewell_agreed_missing", "GJ-10"))
    if not phone.strip():
        found.append(Problem("phone", "debt_farewell_no_phone", "FV-03"))
    return tuple(found)
