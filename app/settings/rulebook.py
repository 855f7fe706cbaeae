"""The shipped rules, read from `resources/rules`, and deadlines counted by them."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.core.deadlines import Deadline, Party, Period, Unit, deadline
from app.core.errors import FileProblem, NotFound, OfficeError
from app.core.money import Ore
from app.core.parameters import DatedValue, Kind, Parameter, Parameters, Starts, Value
from app.core.paths import RESOURCES

RULES = RESOURCES / "rules"

_ADOPTED_WITHOUT_DAY = "not set"
_KNOWN = frozenset({"kind", "rules", "basis", "protects", "versions"}) | frozenset(
    {"unit", "acts", "starts", "setting", "updates"}
)
_KNOWN_IN_VERSION = frozenset({"value", "from", "to", "source", "applies_to"})


def load_parameters(folder: Path = RULES) -> Parameters:
    """All parameters of every file in the folder.

    Raises FileProblem `rules_malformed` (facts file, id, reason) and `rules_missing`.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise FileProblem("rules_missing")
    found: dict[str, Parameter] = {}
    for file in files:
        for parameter in _read(file):
            if parameter.id in found:
                raise _malformed(file, parameter.id, "given twice")
            found[parameter.id] = parameter
    return Parameters(tuple(found.values()))


def periods(parameters: Parameters) -> tuple[str, ...]:
    """Ids that a deadline can be counted by, in order."""
    return tuple(sorted(key for key, each in parameters.items() if each.ending is not None))


def deadline_for(
    parameters: Parameters, rule_id: str, start: date, closed: Collection[date] = ()
) -> Deadline:
    """The deadline that begins on `start`, by the law of that day.

    `rule_id` is a parameter («hl.protest_months») or a rule («HL-66»). Raises NotFound
    `parameter_unknown` or `parameter_missing`, OfficeError `rule_has_several` (fact ids).
    """
    parameter = _find(parameters, rule_id)
    ending = parameter.ending
    if ending is None:
        raise NotFound("parameter_no_period", id=rule_id)
    return deadline(
        parameter.rule_ids[0],
        parameters.period(parameter.id, start),
        start,
        basis=parameter.basis,
        protects=parameter.protects,
        acts=parameter.acts,
        ending=ending,
        closed=closed,
    )


def _find(parameters: Parameters, rule_id: str) -> Parameter:
    if rule_id in parameters:
        return parameters[rule_id]
    wanted = rule_id.upper()
    ids = [key for key in periods(parameters) if parameters[key].rule_ids[0] == wanted]
    if len(ids) > 1:
        raise OfficeError("rule_has_several", id=rule_id, ids=tuple(ids))
    if not ids:
        raise NotFound("parameter_unknown", id=rule_id)
    return parameters[ids[0]]


def _read(file: Path) -> Iterator[Parameter]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _malformed(file, "", type(error).__name__) from error
    source = str(tables.pop("source", ""))
    for key, table in tables.items():
        try:
            yield _parameter(key, table, source)
        except KeyError as error:
            raise _malformed(file, key, f"lacks {error.args[0]}") from error
        except (TypeError, ValueError, AttributeError) as error:
            raise _malformed(file, key, str(error)) from error


def _malformed(file: Path, key: str, reason: str) -> FileProblem:
    return FileProblem("rules_malformed", file=file.name, id=key, reason=reason)


def _parameter(key: str, table: Mapping[str, object], source: str) -> Parameter:
    _refuse_unknown(table, _KNOWN)
    kind = Kind(str(table["kind"]))
    unit = Unit(str(table["unit"])) if "unit" in table else None
    versions = tuple(_version(each, kind, source) for each in _list(table["versions"]))
    parameter = Parameter(
        id=key,
        kind=kind,
        unit=unit,
        rule_ids=tuple(str(each) for each in _list(table["rules"])),
        basis=str(table["basis"]),
        protects=Party(str(table["protects"])),
        versions=versions,
        acts=Party(str(table["acts"])) if "acts" in table else None,
        starts=Starts(str(table["starts"])) if "starts" in table else None,
        setting=table.get("setting", False) is True,
        updates=tuple(_month_day(str(each)) for each in _list(table.get("updates", []))),
    )
    if not parameter.rule_ids or not versions:
        raise ValueError("rules and versions may not be empty")
    if (parameter.ending is None) != (unit is None):
        raise ValueError("a period has a unit, and nothing else has")
    return parameter


def _version(table: object, kind: Kind, source: str) -> DatedValue:
    if not isinstance(table, dict):
        raise TypeError("a version is a table")
    _refuse_unknown(table, _KNOWN_IN_VERSION)
    begins, ends = table["from"], table.get("to")
    if begins == _ADOPTED_WITHOUT_DAY:
        begins = None
    elif type(begins) is not date:
        raise TypeError("from is a day")
    if ends is not None and type(ends) is not date:
        raise TypeError("to is a day")
    if begins is not None and ends is not None and ends < begins:
        raise ValueError("ends before it begins")
    return DatedValue(
        value=_value(table["value"], kind),
        valid_from=begins,
        valid_to=ends,
        source=str(table.get("source", source)),
        applies_to=str(table.get("applies_to", "")),
    )


def _value(raw: object, kind: Kind) -> Value:
    if kind is Kind.NUMBERS:
        return tuple(_whole(each) for each in _list(raw))
    if kind is Kind.LADDER:
        return tuple(_step(each) for each in _list(raw))
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


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _list(raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise TypeError("not a list")
    return raw


def _refuse_unknown(table: Mapping[str, object], known: frozenset[str]) -> None:
    unknown = set(table) - known
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
