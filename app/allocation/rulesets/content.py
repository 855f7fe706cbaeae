"""A rule set as it is kept and shipped: plain values by key. Pure.

A set kept by an older program lacks the keys that came later: they get their defaults. A key
nobody knows is refused, so that no rule is ever lost on the way.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar

from app.allocation.rulesets.model import (
    AgeException,
    IncomeCap,
    LeaseTerm,
    NeedPoints,
    ResidenceException,
    RoomNorm,
    RuleSet,
    SwapGround,
)
from app.applications.intake.model import LegalStay
from app.applications.model import NeedCategory, TargetGroup
from app.core.errors import OfficeError
from app.core.money import Ore

KEYS = tuple(each.name for each in fields(RuleSet))
"""Every key of a rule set, in its order."""

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


def to_json(rules: RuleSet) -> str:
    """The set as text, the same for the same set."""
    return json.dumps(to_content(rules), ensure_ascii=False)


def from_json(text: str) -> RuleSet:
    """The set of a text; raises OfficeError `rule_set_malformed` (fact key)."""
    read = json.loads(text)
    if not isinstance(read, dict):
        raise OfficeError("rule_set_malformed", key="")
    return from_content(read)


def to_content(rules: RuleSet) -> dict[str, object]:
    """Every key with its plain value."""
    return {key: _plain(getattr(rules, key)) for key in KEYS}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(str(each.value) for each in value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, IncomeCap | LeaseTerm | RoomNorm | NeedPoints):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


def from_content(content: Mapping[str, object]) -> RuleSet:
    """The set of plain values; a key that is not there has its default.

    Raises OfficeError `rule_set_malformed` (fact key) for an unknown key or an unfit value.
    """
    unknown = sorted(set(content) - set(KEYS))
    if unknown:
        raise OfficeError("rule_set_malformed", key=unknown[0])
    read: dict[str, Any] = {}
    for key, value in content.items():
        try:
            read[key] = _READERS[key](value)
        except (TypeError, ValueError, KeyError, InvalidOperation) as error:
            raise OfficeError("rule_set_malformed", key=key) from error
    return RuleSet(**read)


def _as_default(default: object) -> Callable[[object], object]:
    """A reader of values like the default: a whole number, yes or no, a text or a code."""

    def read(value: object) -> object:
        if isinstance(default, Enum):
            return type(default)(value)
        if type(value) is not type(default):
            raise TypeError(value)
        return value

    return read


def _set_of(kind: type[E]) -> Callable[[object], frozenset[E]]:
    return lambda value: frozenset(kind(each) for each in _list(value))


def _tuple_of(read: Callable[[Mapping[str, object]], T]) -> Callable[[object], tuple[T, ...]]:
    return lambda value: tuple(read(_table(each)) for each in _list(value))


def _list(value: object) -> Iterable[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _known(row: Mapping[str, object], *keys: str) -> None:
    if set(row) - set(keys):
        raise ValueError(row)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _cap(row: Mapping[str, object]) -> IncomeCap:
    _known(row, "persons", "in_g", "kroner")
    in_g, kroner = row.get("in_g"), row.get("kroner")
    return IncomeCap(
        _whole(row["persons"]),
        None if in_g is None else _decimal(in_g),
        None if kroner is None else Ore(_whole(kroner)),
    )


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise TypeError(value)
    found = Decimal(value)
    if not found.is_finite():
        raise ValueError(value)
    return found


def _norm(row: Mapping[str, object]) -> RoomNorm:
    _known(row, "persons", "least", "most")
    return RoomNorm(_whole(row["persons"]), _whole(row["least"]), _whole(row["most"]))


def _points(row: Mapping[str, object]) -> NeedPoints:
    _known(row, "need", "points")
    return NeedPoints(NeedCategory(str(row["need"])), _whole(row["points"]))


def _term(row: Mapping[str, object]) -> LeaseTerm:
    _known(row, "group", "first_months", "renewal_months")
    group = row.get("group")
    return LeaseTerm(
        None if group is None else TargetGroup(str(group)),
        _whole(row["first_months"]),
        _whole(row["renewal_months"]),
    )


_DEFAULTS = RuleSet()
_READERS: dict[str, Callable[[object], object]] = {
    **{key: _as_default(getattr(_DEFAULTS, key)) for key in KEYS},
    "residence_exceptions": _set_of(ResidenceException),
    "age_exceptions": _set_of(AgeException),
    "stay_kinds": _set_of(LegalStay),
    "swap_grounds": _set_of(SwapGround),
    "groups": lambda value: tuple(TargetGroup(str(each)) for each in _list(value)),
    "income_caps": _tuple_of(_cap),
    "points": _tuple_of(_points),
    "size_norm": _tuple_of(_norm),
    "lease_terms": _tuple_of(_term),
}
