"""Days that letters to creditors hold. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.working_days import adjust

ANSWER_DAYS = "local.creditor_answer_days"


def answer_day(parameters: Parameters, today: date) -> date:
    """The day an answer is asked for by, one when somebody is at work."""
    return adjust(today + timedelta(days=parameters.whole(ANSWER_DAYS, today)))


def check_answer_by(day: date | None, today: date) -> Iterator[Problem]:
    """What is wrong with the day an answer is asked for by."""
    if day is None:
        yield Problem("answer_by", "creditor_answer_by_missing", "GJ-06")
    elif day <= today:
        yield Problem("answer_by", "creditor_answer_by_passed", "GJ-06")


def check_day(day: date, first: date, today: date) -> Iterator[Problem]:
    """What is wrong with the day of an answer."""
    if day > today:
        yield Problem("since", "day_in_future", remedy=today)
    elif day < first:
        facts: dict[str, object] = {"day": first}
        yield Problem("since", "creditor_answer_before_letter", remedy=first, facts=facts)
