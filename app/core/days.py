"""Days and lengths of time as Norwegian text, bokmål and nynorsk."""

from datetime import date, time

from app.core.periods import Period, Unit
from app.core.text import HARD_BLANK, Language, plural

_WEEKDAYS = {
    Language.NB: ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    Language.NN: ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
}
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_UNITS = {
    (Unit.DAYS, Language.NB): ("dag", "dager"),
    (Unit.DAYS, Language.NN): ("dag", "dagar"),
    (Unit.WEEKS, Language.NB): ("uke", "uker"),
    (Unit.WEEKS, Language.NN): ("veke", "veker"),
    (Unit.MONTHS, Language.NB): ("måned", "måneder"),
    (Unit.MONTHS, Language.NN): ("månad", "månader"),
    (Unit.YEARS, Language.NB): ("år", "år"),
    (Unit.YEARS, Language.NN): ("år", "år"),
}
_SMALL = ("to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
# «én uke», «ett år»; nynorsk has its own feminine
_ONE = {
    (Unit.DAYS, Language.NB): "én",
    (Unit.DAYS, Language.NN): "éin",
    (Unit.WEEKS, Language.NB): "én",
    (Unit.WEEKS, Language.NN): "éi",
    (Unit.MONTHS, Language.NB): "én",
    (Unit.MONTHS, Language.NN): "éin",
    (Unit.YEARS, Language.NB): "ett",
    (Unit.YEARS, Language.NN): "eitt",
}


def length(period: Period, language: Language = Language.NB) -> str:
    """A period in digits: «3 uker», «1 måned»."""
    return plural(period.amount, *_UNITS[period.unit, language])


def length_in_words(period: Period, language: Language = Language.NB) -> str:
    """A period in words up to twelve: «tre uker», «én måned», «ett år»; digits above."""
    one, many = _UNITS[period.unit, language]
    if period.amount == 1:
        return f"{_ONE[period.unit, language]} {one}"
    if 2 <= period.amount <= 12:
        return f"{_SMALL[period.amount - 2]} {many}"
    return length(period, language)


def day_in_words(day: date, language: Language = Language.NB) -> str:
    """«mandag 23. november 2026»."""
    return f"{_WEEKDAYS[language][day.weekday()]} {day_and_year(day)}"


def day_and_year(day: date) -> str:
    """«23. november 2026», the same in both languages."""
    return f"{day_and_month(day)} {day.year}"


def day_and_month(day: date) -> str:
    """«23. november», for the second time a day is named in a letter."""
    return f"{day.day}. {MONTHS[day.month - 1]}"


def month_in_words(day: date) -> str:
    """«november 2026»."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """«23.11.2026», always eight digits, for tables."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def clock_time(at: time) -> str:
    """«kl. 10.42» with a hard blank."""
    return f"kl.{HARD_BLANK}{at.hour:02}.{at.minute:02}"


def span(first: date, last: date) -> str:
    """«1.–30. juni 2026» within a month, else «1. juni 2026 til 31. mai 2029»."""
    if (first.year, first.month) == (last.year, last.month) and first != last:
        return f"{first.day}.–{day_and_year(last)}"
    if first == last:
        return day_and_year(first)
    return f"{day_and_year(first)} til {day_and_year(last)}"


MONTH_DAYS = 365.25 / 12
DAYS_TOLD, MONTHS_TOLD = 60, 24
"""Up to so many days are told in days, and up to so many months in months."""


def _rounded(days: int) -> Period:
    """As people say it: 45 days, 3 months, 2 years."""
    months = round(days / MONTH_DAYS)
    if days <= DAYS_TOLD:
        return Period(days, Unit.DAYS)
    if months < MONTHS_TOLD:
        return Period(months, Unit.MONTHS)
    return Period(round(months / 12), Unit.YEARS)


def how_long(today: date, day: date, language: Language = Language.NB) -> str:
    """«i dag», «i morgen», «om 7 dager», «i går», «for 3 måneder siden», «om 2 år»."""
    nynorsk = language is Language.NN
    days = (day - today).days
    near = {0: "i dag", 1: "i morgon" if nynorsk else "i morgen", -1: "i går"}
    if days in near:
        return near[days]
    words = length(_rounded(abs(days)), language)
    if days > 0:
        return f"om {words}"
    return f"for {words} {'sidan' if nynorsk else 'siden'}"
