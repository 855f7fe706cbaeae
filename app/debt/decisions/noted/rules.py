"""What is wrong with an earlier vedtak as it is typed. Pure."""

from datetime import date

from app.core.errors import Problem
from app.debt.decisions.noted.model import NotedDraft
from app.debt.model import DebtCase


def check(draft: NotedDraft, case: DebtCase, today: date) -> tuple[Problem, ...]:
    """Beside the field; the day of the paper stands between the request and today (F12)."""
    found = []
    if case.decided is not None:
        found.append(Problem("issued_on", "debt_noted_twice", "F12"))
    if draft.issued_on is None:
        found.append(Problem("issued_on", "debt_noted_day_missing", "F12"))
    elif draft.issued_on > today:
        found.append(Problem("issued_on", "day_in_future", remedy=today))
    elif draft.issued_on < case.received_on:
        facts: dict[str, object] = {"day": case.received_on}
        found.append(Problem("issued_on", "debt_before_request", facts=facts))
    if draft.starts_on is None:
        found.append(Problem("starts_on", "debt_noted_start_missing", "F12"))
    elif draft.issued_on is not None and draft.starts_on < draft.issued_on:
        facts = {"day": draft.issued_on}
        found.append(Problem("starts_on", "debt_noted_start_before", facts=facts))
    return tuple(found)
