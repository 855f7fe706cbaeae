"""Every number of law and local choice by its id, read for a day.

`app/settings/rule_files.py` reads them from the shipped files, and the register lays the
municipality's own versions over them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from app.core.dated import DatedValue, Kind, Parameter, Value
from app.core.errors import NotFound
from app.core.money import Ore
from app.core.periods import Period


class Parameters(Mapping[str, Parameter]):
    """All parameters by id. Every reading names the day it is for."""

    __slots__ = ("_by_id", "_in_force", "_periods")

    def __init__(self, parameters: Sequence[Parameter]) -> None:
        self._by_id = MappingProxyType({each.id: each for each in parameters})
        self._in_force: dict[tuple[str, date], DatedValue] = {}
        self._periods: dict[tuple[str, date], Period] = {}

    def __getitem__(self, key: str) -> Parameter:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def version(self, key: str, on: date) -> DatedValue:
        """The version in force, with its source. Raises NotFound `parameter_missing`."""
        found = self._in_force.get((key, on))
        if found is None:
            found = self._in_force[key, on] = self.known(key).on(on)
        return found

    def known(self, key: str) -> Parameter:
        """As indexing, but an id an officer typed raises NotFound `parameter_unknown`."""
        if key not in self._by_id:
            raise NotFound("parameter_unknown", id=key)
        return self._by_id[key]

    def value(self, key: str, on: date) -> Value:
        """The value in force, in the type of its kind."""
        return self.version(key, on).value

    def whole(self, key: str, on: date) -> int:
        """A whole number: a count, or the amount of a period."""
        value = self.value(key, on)
        if not isinstance(value, int):
            raise TypeError(key)
        return value

    def money(self, key: str, on: date) -> Ore:
        """A sum in whole øre."""
        if self.known(key).kind is not Kind.MONEY:
            raise TypeError(key)
        return Ore(self.whole(key, on))

    def decimal(self, key: str, on: date) -> Decimal:
        """A factor or per cent."""
        value = self.value(key, on)
        if not isinstance(value, int | Decimal):
            raise TypeError(key)
        return Decimal(value)

    def text(self, key: str, on: date) -> str:
        """A word or code."""
        value = self.value(key, on)
        if not isinstance(value, str):
            raise TypeError(key)
        return value

    def flag(self, key: str, on: date) -> bool:
        """Whether the law allows or gives it."""
        value = self.value(key, on)
        if not isinstance(value, bool):
            raise TypeError(key)
        return value

    def day(self, key: str, on: date) -> date:
        """A day set by law."""
        value = self.value(key, on)
        if not isinstance(value, date):
            raise TypeError(key)
        return value

    def numbers(self, key: str, on: date) -> tuple[int, ...]:
        """Several whole numbers."""
        value = self.value(key, on)
        if not isinstance(value, tuple):
            raise TypeError(key)
        return tuple(each for each in value if isinstance(each, int))

    def ladder(self, key: str, on: date) -> tuple[Period, ...]:
        """Periods around a day, earliest first; negative ones lie before it."""
        value = self.value(key, on)
        if not isinstance(value, tuple):
            raise TypeError(key)
        return tuple(each for each in value if isinstance(each, Period))

    def period(self, key: str, on: date) -> Period:
        """The period of a deadline, wait, notice or term."""
        found = self._periods.get((key, on))
        if found is None:
            unit = self.known(key).unit
            if unit is None:
                raise TypeError(key)
            found = self._periods[key, on] = Period(self.whole(key, on), unit)
        return found

    def with_overrides(self, overrides: Mapping[str, Sequence[DatedValue]]) -> "Parameters":
        """The same with the municipality's own versions laid over; marks them local.

        Raises NotFound `parameter_unknown`, OfficeError `parameter_kind` for a value of another
        type than the shipped ones.
        """
        changed = {key: self.known(key).overlaid(own) for key, own in overrides.items()}
        return Parameters([changed.get(key, each) for key, each in self._by_id.items()])

    def outdated(self, today: date) -> tuple[str, ...]:
        """Ids whose expected update has not come (AL-20)."""
        return tuple(key for key, each in self._by_id.items() if each.outdated(today))
