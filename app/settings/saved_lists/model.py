"""A list under a name: what a page filters on, and how it lays its table out."""

from collections.abc import Mapping
from dataclasses import field

from app.core.records import dataclass

KIND = "saved_list"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a page shows. `pills` pairs a filter with its value as text.

    `sorting` are columns and whether they fall; `columns` those in sight, in their order. Empty
    ones leave the table as it stands.
    """

    pills: Mapping[str, str] = field(default_factory=dict)
    search: str = ""
    sorting: tuple[tuple[str, bool], ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def filters(self) -> bool:
        """Whether it hides any row."""
        return bool(self.pills or self.search.strip())

    def filters_as(self, other: "Chosen") -> bool:
        """Whether both keep the same rows, however they are laid out."""
        mine, theirs = (dict(each.pills) for each in (self, other))
        return mine == theirs and self.search.strip() == other.search.strip()


@dataclass(frozen=True, slots=True)
class SavedList:
    """One that is kept; `page` is the page's lasting name."""

    id: int
    page: str
    name: str
    chosen: Chosen
