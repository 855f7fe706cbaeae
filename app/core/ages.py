"""How old somebody is on a day; one born on 29 February turns a year older on 1 March."""

from datetime import date

ADULT = 18


def age(born: date, on: date) -> int:
    """Whole years on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def minor(born: date | None, on: date) -> bool:
    """Whether one is known to be a child still."""
    return born is not None and age(born, on) < ADULT
