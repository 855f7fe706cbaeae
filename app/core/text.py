"""Counts, days and names as Norwegian text, bokmål and nynorsk."""

import unicodedata
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from app.core.periods import Period, Unit

HARD_BLANK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


class Language(StrEnum):
    """What a document is written in; the screen is bokmål."""

    NB = "nb"
    NN = "nn"


_WEEKDAYS = {
    Language.NB: ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    Language.NN: ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
}
_MONTHS = (
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


def grouped(number: int) -> str:
    """A whole number with a hard blank between thousands: 12500 is «12 500»."""
    sign = MINUS if number < 0 else ""
    return sign + f"{abs(number):,}".replace(",", HARD_BLANK)


def decimal_text(number: Decimal | int) -> str:
    """A number with comma, no needless zeros: 12.250 is «12,25»."""
    text = f"{abs(Decimal(number)):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, rest = text.partition(".")
    sign = MINUS if number < 0 else ""
    return sign + grouped(int(whole)) + (f",{rest}" if rest else "")


def percent(number: Decimal | int) -> str:
    """For tables: «12,25 %», the blank a hard one."""
    return f"{decimal_text(number)}{HARD_BLANK}%"


def percent_in_words(number: Decimal | int) -> str:
    """For running text: «12,25 prosent»."""
    return f"{decimal_text(number)}{HARD_BLANK}prosent"


def plural(number: int, one: str, many: str) -> str:
    """«1 dag», «2 dager», «0 dager»: one text for each number."""
    return f"{grouped(number)}{HARD_BLANK}{one if abs(number) == 1 else many}"


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
    return f"{day.day}. {_MONTHS[day.month - 1]}"


def month_in_words(day: date) -> str:
    """«november 2026»."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


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


def how_long(today: date, day: date, language: Language = Language.NB) -> str:
    """«i dag», «i morgen», «om 7 dager», «i går», «for 3 dager siden»."""
    nynorsk = language is Language.NN
    days = (day - today).days
    near = {0: "i dag", 1: "i morgon" if nynorsk else "i morgen", -1: "i går"}
    if days in near:
        return near[days]
    words = length(Period(abs(days), Unit.DAYS), language)
    if days > 0:
        return f"om {words}"
    return f"for {words} {'sidan' if nynorsk else 'siden'}"


def tidy_name(text: str) -> str:
    """A name as its owner writes it: composed form (NFC), outer blanks gone, nothing else."""
    return unicodedata.normalize("NFC", text).strip()
