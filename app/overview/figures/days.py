"""Which days can be counted. Pure."""

from datetime import date

from app.core.errors import Problem


def day_problems(field: str, day: date, began: date | None, today: date) -> tuple[Problem, ...]:
    """A day that has not been, or one before the register knew anything: never a silent zero."""
    if day > today:
        return (Problem(field, "day_in_future", remedy=today),)
    if began is not None and day < began:
        facts: dict[str, object] = {"began": began}
        return (Problem(field, "before_register_began", remedy=began, facts=facts),)
    return ()
