"""Days as they are typed: 011226, 1.12.26, 1.12., «i dag», +14."""

import re
from datetime import date, timedelta

from app.core.errors import OfficeError

_WORDS = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i går": -1, "igår": -1}
_PARTS = re.compile(r"(\d{1,2})[ .,/-]+(\d{1,2})(?:[ .,/-]+(\d{4}|\d{2}))?[ .]*")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_STEP = re.compile(r"([+-])\s*(\d{1,4})")
_YEARS_AHEAD = 30  # two digits further ahead than this are of the last century


def read_day(text: str, today: date) -> date:
    """A day from what an officer types; a day without year is this year's.

    Raises OfficeError `day_unreadable` or, for 31.02., `day_not_in_calendar`.
    """
    words = " ".join(text.lower().split())
    if words in _WORDS:
        return today + timedelta(days=_WORDS[words])
    if step := _STEP.fullmatch(words):
        days = int(step[2]) * (1 if step[1] == "+" else -1)
        return today + timedelta(days=days)
    if iso := _ISO.fullmatch(words):
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _PARTS.fullmatch(words) or _DIGITS.fullmatch(words)
    if found is None:
        raise OfficeError("day_unreadable")
    return _real(_year(found[3], today), int(found[2]), int(found[1]))


def _year(digits: str | None, today: date) -> int:
    if digits is None:
        return today.year
    if len(digits) == len("2026"):
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year - 100 if year > today.year + _YEARS_AHEAD else year


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise OfficeError("day_not_in_calendar") from None
