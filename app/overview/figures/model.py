"""A count and the cases it counts, so that every number can be opened."""

from dataclasses import field
from enum import StrEnum

from app.core.ids import Ref
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number by its key; each case behind it stands once.

    `value` is told where it is no count of those cases: nights, days, kroner, a share.
    """

    key: str
    behind: tuple[Ref, ...] = field(default=(), repr=False)
    value: int | None = None

    @property
    def count(self) -> int:
        """The number: the value told, else how many cases stand behind it."""
        return len(self.behind) if self.value is None else self.value


class HomeSize(StrEnum):
    """How many bedrooms a dwelling has, or a household asks for."""

    ONE = "one"
    TWO = "two"
    THREE = "three"
    FOUR = "four"
    UNKNOWN = "unknown"
