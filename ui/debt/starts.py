"""The expected start as it is told: weeks and never a day, since nobody can promise one."""

from datetime import date

from app.debt.queue.model import Expected


def _week(day: date) -> tuple[int, int]:
    found = day.isocalendar()
    return found.year, found.week


def week_text(day: date, today: date) -> str:
    """«uke 49», with the year when it is another: «uke 3 2027»."""
    year, week = _week(day)
    return f"uke\u00a0{week}" if year == _week(today)[0] else f"uke\u00a0{week} {year}"


def weeks_text(expected: Expected | None, today: date) -> str:
    """«uke 49–51», «uke 52 – uke 3 2027»; empty when no start can be told."""
    if expected is None:
        return ""
    (year, first), (last_year, last) = _week(expected.first), _week(expected.last)
    if (year, first) == (last_year, last):
        return week_text(expected.first, today)
    if year == last_year:
        after = "" if year == _week(today)[0] else f" {year}"
        return f"uke\u00a0{first}–{last}{after}"
    return f"{week_text(expected.first, today)} – {week_text(expected.last, today)}"


def likely_text(expected: Expected | None, today: date) -> str:
    """«trolig uke 50»; empty where the range is one week."""
    if expected is None or _week(expected.first) == _week(expected.last):
        return ""
    return f"trolig {week_text(expected.likely, today)}"
