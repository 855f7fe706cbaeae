"""Months of rent, written «2026-03». Pure."""

import re
from datetime import date, timedelta

from app.core.errors import OfficeError

_STORED = re.compile(r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])", re.ASCII)
_TYPED = re.compile(r"(0?[1-9]|1[0-2])[./ -]((?:19|20)\d{2})", re.ASCII)


def is_month(text: str) -> bool:
    """Whether it is written as a month is kept."""
    return _STORED.fullmatch(text) is not None


def month_of(day: date) -> str:
    """The month a day is in."""
    return f"{day:%Y-%m}"


def first_day(month: str) -> date:
    """The first of a month."""
    return date.fromisoformat(f"{month}-01")


def last_day(month: str) -> date:
    """The last of a month."""
    return (first_day(month) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def month_after(month: str) -> str:
    """The next month."""
    return month_of(last_day(month) + timedelta(days=1))


def read_month(text: str) -> str:
    """A month as it is typed: «03.2026» or «2026-03». OfficeError rent_month_unreadable."""
    typed = text.strip()
    if is_month(typed):
        return typed
    found = _TYPED.fullmatch(typed)
    if found is None:
        raise OfficeError("rent_month_unreadable")
    return f"{found[2]}-{int(found[1]):02}"


def written_month(month: str) -> str:
    """«03.2026»."""
    return f"{month[5:]}.{month[:4]}"
