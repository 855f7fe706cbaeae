"""The values of a rule set in the officer's words, for history and preview. Pure."""

from datetime import date
from enum import Enum

from app.allocation.rulesets.content import KEYS
from app.allocation.rulesets.model import (
    IncomeCap,
    LeaseTerm,
    NeedPoints,
    RoomNorm,
    RuleChange,
    RuleSet,
)
from app.core.money import format_kroner
from app.core.text import HARD_BLANK, decimal_text, plural
from app.core.words import word

_UNITS = {"months": ("måned", "måneder"), "days": ("dag", "dager"), "years": ("år", "år")}
_YEARS = frozenset({"age_least", "income_without_members_under"})


def difference(before: RuleSet, after: RuleSet) -> tuple[RuleChange, ...]:
    """Every key that became another, in the order of the set."""
    return tuple(
        RuleChange(key, value_words(key, before), value_words(key, after))
        for key in KEYS
        if getattr(before, key) != getattr(after, key)
    )


def value_words(key: str, rules: RuleSet) -> str:
    """The value of one key: «24 måneder», «ja», «par, enslig»; «–» for nothing."""
    value = getattr(rules, key)
    if isinstance(value, tuple):
        return ", ".join(_part(each) for each in value) or "–"
    if isinstance(value, frozenset):
        # in the order of the enum, which is the order of the screen
        return ", ".join(word(each) for each in sorted(value, key=_order)) or "–"
    if isinstance(value, int) and not isinstance(value, bool):
        return counted(value, _unit(key))
    return _part(value)


def _unit(key: str) -> str:
    if key in _YEARS:
        return "years"
    return key.rsplit("_", 1)[1]


def counted(number: int, unit: str) -> str:
    """«1 måned», «12 måneder»; the bare number where there is no unit."""
    return plural(number, *_UNITS[unit]) if unit in _UNITS else str(number)


def _order(member: Enum) -> int:
    return list(type(member)).index(member)


def _part(value: object) -> str:
    match value:
        case bool():
            return "ja" if value else "nei"
        case Enum():
            return word(value)
        case IncomeCap():
            return f"{value.persons} pers.: {cap_words(value)}"
        case RoomNorm():
            return f"{value.persons} pers.: {value.least}–{value.most} soverom"
        case LeaseTerm():
            whom = "alle andre" if value.group is None else word(value.group)
            return f"{whom}: {value.first_months} + {value.renewal_months} måneder"
        case NeedPoints():
            return f"{value.need.code}: {value.points}"
        case _:
            return str(value) or "–"


def cap_words(cap: IncomeCap) -> str:
    """«3,5 G», «350 000 kr», or both where both stand."""
    in_g = "" if cap.in_g is None else f"{decimal_text(cap.in_g)}{HARD_BLANK}G"
    in_kroner = "" if cap.kroner is None else format_kroner(cap.kroner)
    return " / ".join(part for part in (in_g, in_kroner) if part)


def day_of_year(text: str) -> date:
    """The month and day of «05-01», in a year without a leap day."""
    return date.fromisoformat(f"2001-{text}")
