"""An evaluation as it is kept: every value with its type, so that it reads back equal. Pure.

A field that a later program adds takes its default; one it no longer has is passed over.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from app.allocation.eligibility.facts import CaseFacts
from app.allocation.eligibility.model import Explanation
from app.allocation.rulesets.content import from_content, to_content
from app.allocation.rulesets.model import RuleSet, SwapGround
from app.applications.intake.model import LegalStay
from app.applications.model import MainNeed, NeedCategory, TargetGroup
from app.core.errors import OfficeError

T = TypeVar("T")

# The codes that may stand among the facts of a result or a reason
_CODES: Mapping[str, type[Enum]] = {
    each.__name__: each for each in (LegalStay, MainNeed, NeedCategory, SwapGround, TargetGroup)
}


def to_text(explanation: Explanation, facts: CaseFacts, rules: RuleSet) -> str:
    """Outcome, inputs and rules of one evaluation as text."""
    content = {
        "explanation": _plain(explanation),
        "facts": _plain(facts),
        "rules": to_content(rules),
    }
    return json.dumps(content, ensure_ascii=False)


def from_text(text: str) -> tuple[Explanation, CaseFacts, RuleSet]:
    """What `to_text` was given."""
    content = json.loads(text)
    return (
        _read(Explanation, content["explanation"]),
        _read(CaseFacts, content["facts"]),
        from_content(content["rules"]),
    )


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _marked(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(str(_plain(each)) for each in value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _marked(value: object) -> object:
    """A value whose type nothing else tells: days, codes and lists carry a mark."""
    if isinstance(value, Enum):
        return {"code": [type(value).__name__, value.value]}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, tuple):
        return {"list": [_marked(each) for each in value]}
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _unmarked(value: object) -> object:
    if not isinstance(value, dict):
        return value
    ((mark, told),) = value.items()
    if mark == "day":
        return date.fromisoformat(told)
    if mark == "number":
        return Decimal(told)
    if mark == "list":
        return tuple(_unmarked(each) for each in told)
    name, code = told
    return _CODES[name](code)


def _read(kind: type[T], value: object) -> T:
    if not is_dataclass(kind) or not isinstance(value, dict):
        raise OfficeError("evaluation_malformed", kind=kind.__name__)
    hints = get_type_hints(kind)
    known = {name: _typed(hints[name], told) for name, told in value.items() if name in hints}
    return cast(T, kind(**known))


def _typed(hint: object, value: object) -> object:
    """A value as the annotation says; the annotations are those of our own records."""
    if isinstance(hint, NewType):
        return value
    origin, inside = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        if value is None:
            return None
        return _typed(next(each for each in inside if each is not NoneType), value)
    if origin is dict and isinstance(value, dict):
        return {name: _unmarked(each) for name, each in value.items()}
    if origin in {tuple, frozenset} and isinstance(value, list):
        found = [_typed(inside[0], each) for each in value]
        return tuple(found) if origin is tuple else frozenset(found)
    if is_dataclass(hint) and isinstance(hint, type):
        return _read(hint, value)
    if hint is date:
        return date.fromisoformat(str(value))
    return hint(value) if isinstance(hint, type) and issubclass(hint, Enum) else value
