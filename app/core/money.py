"""Money is whole øre. Text is read strictly: what could be two sums is asked, never guessed."""

import re
from collections.abc import Iterable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import Enum
from typing import ClassVar, NewType

from app.core.errors import OfficeError
from app.core.text import HARD_BLANK, MINUS, grouped

Ore = NewType("Ore", int)

# What fits the register's 64 bits with room for sums of many rows: 12 digits of kroner
_MOST_DIGITS = 12
_BLANK = r"[^\S\t\r\n\v\f]"
_UNIT = r"kr\.?|kroner"
_SUM = re.compile(
    rf"(?P<sign>[-{MINUS}]?){_BLANK}*"
    rf"(?P<whole>0|[1-9][0-9]*|[1-9][0-9]{{0,2}}(?:{_BLANK}[0-9]{{3}})+)"
    r"(?:,(?:(?P<ore>[0-9]{1,2})|[-–—]))?"
)
_TWO_SUMS = re.compile(
    rf"(?P<sign>[-{MINUS}]?){_BLANK}*(?P<whole>[1-9][0-9]{{0,2}})[.,](?P<rest>[0-9]{{3}})"
)
_WITHOUT_UNIT = re.compile(
    rf"(?P<sign>[-{MINUS}]?){_BLANK}*(?:{_UNIT}){_BLANK}*(?P<before>.+)"
    rf"|(?P<after>.+?){_BLANK}*(?:{_UNIT})",
    re.IGNORECASE,
)


class Ambiguous(OfficeError):  # noqa: N818  as its siblings in errors.py: the word says it
    """A sum that can be read in two ways; `readings` are whole øre, the larger first."""

    default_code: ClassVar[str] = "money_ambiguous"

    def __init__(self, readings: tuple[Ore, ...]) -> None:
        self.readings = readings
        super().__init__(readings=readings)


class Rounding(Enum):
    """How a part of a sum becomes whole kroner."""

    HALF_UP = ROUND_HALF_UP
    DOWN = ROUND_DOWN


def kroner(whole: int) -> Ore:
    """Whole kroner as øre."""
    return Ore(whole * 100)


def part_of(base: Ore, factor: Decimal, rounding: Rounding) -> Ore:
    """A share or multiple of a rate, in whole kroner (INK-07 half up, TV-17 down)."""
    return kroner(int((Decimal(base) * factor / 100).to_integral_value(rounding.value)))


def parse_kroner(text: str) -> Ore:
    """A sum written by a person: «8 200», «8200,50», «kr 8 200», «8 200,-».

    Raises Ambiguous for «8.250» and the like, OfficeError `money_unreadable` for all else.
    """
    bare = _without_unit(text.strip())
    if both := _TWO_SUMS.fullmatch(bare):
        raise Ambiguous(_readings(both))
    found = _SUM.fullmatch(bare)
    if found is None:
        raise OfficeError("money_unreadable")
    digits = re.sub(r"\D", "", found["whole"])
    if len(digits) > _MOST_DIGITS:
        raise OfficeError("money_unreadable")
    ore = int(digits) * 100 + int((found["ore"] or "").ljust(2, "0"))
    return Ore(-ore if found["sign"] else ore)


def format_kroner(ore: Ore, unit: bool = True) -> str:
    """«8 200 kr» with hard blanks; øre only when there are any: «1 345,50 kr»."""
    return _number(ore) + (f"{HARD_BLANK}kr" if unit else "")


def format_sums(sums: Iterable[Ore], unit: bool = True) -> tuple[str, ...]:
    """Sums that stand below each other: øre in all of them when there are any in one."""
    whole = tuple(sums)
    if not any(ore % 100 for ore in whole):
        return tuple(format_kroner(ore, unit) for ore in whole)
    end = f"{HARD_BLANK}kr" if unit else ""
    return tuple(_number(ore, exact=True) + end for ore in whole)


def format_letter(ore: Ore) -> str:
    """«1 345 kroner», for running text in letters."""
    return f"{_number(ore)}{HARD_BLANK}kroner"


def _number(ore: Ore, *, exact: bool = False) -> str:
    whole, rest = divmod(abs(ore), 100)
    parts = f",{rest:02}" if rest or exact else ""
    return (MINUS if ore < 0 else "") + grouped(whole) + parts


def _without_unit(text: str) -> str:
    found = _WITHOUT_UNIT.fullmatch(text)
    if found is None:
        return text
    return found["after"] or found["sign"] + found["before"]


def _readings(both: re.Match[str]) -> tuple[Ore, ...]:
    sign = -1 if both["sign"] else 1
    thousands = int(both["whole"] + both["rest"]) * 100
    small = Decimal(f"{both['whole']}.{both['rest']}") * 100
    decimals = int(small.to_integral_value(ROUND_HALF_UP))
    return Ore(sign * thousands), Ore(sign * decimals)
