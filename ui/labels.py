"""Codes and states in the officer's words, for pages. The words stand in `resources/i18n`."""

from datetime import date, datetime
from enum import Enum

from app.core import words
from app.core.errors import OfficeError, Problem
from app.core.text import clock_time, day_and_month, how_long, short_day


def word(state: Enum) -> str:
    """«klar for innflytting»."""
    return words.word(state)


def title_word(state: Enum) -> str:
    """The same with a capital, where it stands first: «Klar for innflytting»."""
    text = words.word(state)
    return text[:1].upper() + text[1:]


def problem(found: Problem) -> str:
    """What is wrong beside a field."""
    return words.problem(found)


def message(error: OfficeError) -> str:
    """What happened, what is safe, what to do."""
    return words.message(error)


def day(value: date | None) -> str:
    """«23.11.2026», or «–» when there is none."""
    return short_day(value) if value else "–"


def moment(value: datetime | None, today: date) -> str:
    """«i dag kl. 10.42», «20. november kl. 15.12», or «aldri»."""
    if value is None:
        return "aldri"
    local = value.astimezone()
    when = "i dag" if local.date() == today else day_and_month(local.date())
    return f"{when} {clock_time(local.time())}"


def until(today: date, due: date) -> str:
    """«om 7 dager», «i dag», «for 3 dager siden»."""
    return how_long(today, due)


def dash(text: str) -> str:
    """What is missing shows as «–», never as nothing."""
    return text or "–"


def done(verb: str) -> str:
    """What an event did, for toast and history: «Bolig registrert»."""
    return words.event(verb)
