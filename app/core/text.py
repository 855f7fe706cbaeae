"""Numbers and names as Norwegian text, and which of the two languages."""

import unicodedata
from decimal import Decimal
from enum import StrEnum

HARD_BLANK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


class Language(StrEnum):
    """What a document is written in; the screen is bokmål."""

    NB = "nb"
    NN = "nn"


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


def tidy_name(text: str) -> str:
    """A name as its owner writes it: composed form (NFC), outer blanks gone, nothing else."""
    return unicodedata.normalize("NFC", text).strip()
