"""A value of a rule file, read in the type of its kind."""

from datetime import date
from decimal import Decimal

from app.core.dated import Kind, Value
from app.core.money import Ore
from app.core.periods import Period, Unit


def value_of(raw: object, kind: Kind) -> Value:
    """What the file says; TypeError or ValueError when it cannot be of that kind."""
    if kind is Kind.NUMBERS:
        return tuple(_whole(each) for each in list_of(raw))
    if kind is Kind.LADDER:
        return tuple(_step(each) for each in list_of(raw))
    if kind is Kind.MONEY:
        return _ore(_number(raw))
    if kind in (Kind.FACTOR, Kind.PERCENT):
        return _number(raw)
    if kind not in _PLAIN:
        return _whole(raw)
    if type(raw) is not _PLAIN[kind] or not isinstance(raw, bool | str | date):
        raise TypeError(f"not a {kind}")
    return raw


_PLAIN: dict[Kind, type] = {Kind.FLAG: bool, Kind.TEXT: str, Kind.DAY: date}


def _number(raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        raise TypeError("not a number")
    return Decimal(raw)


def _ore(amount: Decimal) -> Ore:
    ore = amount * 100
    if ore != int(ore):
        raise ValueError("smaller than one øre")
    return Ore(int(ore))


def _whole(raw: object) -> int:
    if type(raw) is not int:
        raise TypeError("not a whole number")
    return raw


def _step(raw: object) -> Period:
    amount, unit = str(raw).split()
    return Period(int(amount), Unit(unit))


def list_of(raw: object) -> list[object]:
    """Several of them; TypeError when it is one."""
    if not isinstance(raw, list):
        raise TypeError("not a list")
    return raw
