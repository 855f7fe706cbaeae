"""The shipped rules, read from `resources/rules`."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from app.core.dated import DatedValue, Kind, Parameter, Starts
from app.core.deadlines import Party
from app.core.errors import FileProblem
from app.core.parameters import Parameters
from app.core.paths import RESOURCES
from app.core.periods import Unit
from app.settings.rule_values import list_of, value_of

RULES = RESOURCES / "rules"

_ADOPTED_WITHOUT_DAY = "not set"
_KNOWN = frozenset({"kind", "rules", "basis", "protects", "versions"}) | frozenset(
    {"unit", "acts", "starts", "setting", "updates"}
)
_KNOWN_IN_VERSION = frozenset({"value", "from", "to", "source", "applies_to"})


def load_parameters(folder: Path = RULES) -> Parameters:
    """All parameters of every file in the folder; those that came with the program read once.

    Raises FileProblem `rules_malformed` (facts file, id, reason) and `rules_missing`.
    """
    return _shipped() if folder == RULES else _load(folder)


@cache
def _shipped() -> Parameters:
    return _load(RULES)


def _load(folder: Path) -> Parameters:
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
    versions = tuple(_version(each, kind, source) for each in list_of(table["versions"]))
    parameter = Parameter(
        id=key,
        kind=kind,
        unit=unit,
        rule_ids=tuple(str(each) for each in list_of(table["rules"])),
        basis=str(table["basis"]),
        protects=Party(str(table["protects"])),
        versions=versions,
        acts=Party(str(table["acts"])) if "acts" in table else None,
        starts=Starts(str(table["starts"])) if "starts" in table else None,
        setting=table.get("setting", False) is True,
        updates=tuple(_month_day(str(each)) for each in list_of(table.get("updates", []))),
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
        value=value_of(table["value"], kind),
        valid_from=begins,
        valid_to=ends,
        source=str(table.get("source", source)),
        applies_to=str(table.get("applies_to", "")),
    )


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _refuse_unknown(table: Mapping[str, object], known: frozenset[str]) -> None:
    unknown = set(table) - known
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
