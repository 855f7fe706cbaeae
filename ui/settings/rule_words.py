"""Rule values in the officer's words: what they are called, what they are, which way to type."""

import tomllib
from decimal import Decimal, InvalidOperation
from functools import cache

from app.core.dated import DatedValue, Kind, Parameter, Value
from app.core.days import length, short_day
from app.core.errors import OfficeError
from app.core.money import Ore, format_kroner
from app.core.paths import RESOURCES
from app.core.periods import Period
from app.core.text import decimal_text, grouped, percent
from ui.kit.field import Field
from ui.kit.fields import DateField, MoneyField, NumberField, ReadField, TextField

_TEXTS = {"FVL2025": "den nye, av 2025", "FVL1967": "den gamle, av 1967", "half_up": "til nærmeste"}
_PERIODS = {Kind.DEADLINE, Kind.WAIT, Kind.NOTICE, Kind.TERM, Kind.BEFORE}


@cache
def _names() -> dict[str, str]:
    text = (RESOURCES / "i18n" / "nb" / "parameters.toml").read_text("utf-8")
    found: dict[str, str] = tomllib.loads(text)["parameters"]
    return found


def name_of(parameter: Parameter) -> str:
    """What it is called; its paragraph when it has no name yet."""
    return _names().get(parameter.id, parameter.basis)


def value_of(parameter: Parameter, version: DatedValue | None) -> str:
    """«3 uker», «1 345 kr», «12,25 %»; «–» when none is in force."""
    if version is None:
        return "–"
    return worded(parameter, version.value)


def worded(parameter: Parameter, value: Value) -> str:
    """One value."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, tuple):
        parts = [_step(each) if isinstance(each, Period) else str(each) for each in value]
        return ", ".join(parts)
    if isinstance(value, str):
        return _TEXTS.get(value, value)
    if isinstance(value, Decimal | int):
        return _number(parameter, value)
    return short_day(value)


def _number(parameter: Parameter, value: Decimal | int) -> str:
    if parameter.kind is Kind.MONEY:
        return format_kroner(Ore(int(value)))
    if parameter.kind is Kind.PERCENT:
        return percent(value)
    if parameter.unit is not None:
        return length(Period(int(value), parameter.unit))
    return decimal_text(value) if isinstance(value, Decimal) else grouped(value)


def _step(period: Period) -> str:
    if period.amount == 0:
        return "samme dag"
    words = length(Period(abs(period.amount), period.unit))
    return f"{words} {'før' if period.amount < 0 else 'etter'}"


def field_for(parameter: Parameter) -> Field | None:
    """How a value of its own is typed; None for those that cannot be set here."""
    label = "Vår verdi"
    if parameter.kind is Kind.MONEY:
        return MoneyField("value", label)
    if parameter.kind in _PERIODS or parameter.kind is Kind.NUMBER:
        unit = "" if parameter.unit is None else length(Period(2, parameter.unit)).split()[-1]
        return NumberField("value", label, most=9999, suffix=unit, width=140)
    if parameter.kind in {Kind.PERCENT, Kind.FACTOR}:
        suffix = "%" if parameter.kind is Kind.PERCENT else ""
        return ReadField(
            "value", label, _decimal, _as_decimal, width=140, suffix=suffix, right=True
        )
    if parameter.kind is Kind.DAY:
        return DateField("value", label)
    return TextField("value", label) if parameter.kind is Kind.TEXT else None


def _decimal(text: str) -> Decimal:
    try:
        return Decimal("".join(text.split()).replace(",", "."))
    except InvalidOperation:
        raise OfficeError("number_unreadable") from None


def _as_decimal(value: object) -> str:
    return decimal_text(value) if isinstance(value, Decimal) else str(value)
