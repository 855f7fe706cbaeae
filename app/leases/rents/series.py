"""The consumer price index as the office has typed it; nothing of two bases is divided (HL-29)."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from app.core.errors import OfficeError
from app.core.price_index import month_text
from app.leases.rents.model import IndexLink, IndexStep, IndexValue

_LINE = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s*[-M./]\s*(?P<month>[0-9]{1,2})\s*[:;=\s]\s*"
    r"(?P<whole>[0-9]{1,4})(?:[.,](?P<tenth>[0-9]))?",
    re.IGNORECASE,
)


class Series:
    """Values by month and base, the newest of each, and the links between bases."""

    def __init__(self, values: Iterable[IndexValue] = (), links: Iterable[IndexLink] = ()) -> None:
        self._by = {(each.month, each.base): each for each in values}
        self._at: dict[date, tuple[IndexValue, ...]] = {}
        for value in self.values:
            self._at[value.month] = (*self._at.get(value.month, ()), value)
        self._links = {(each.from_base, each.to_base): each for each in links}

    @property
    def values(self) -> tuple[IndexValue, ...]:
        """Each month and base once, the newest month first."""
        return tuple(sorted(self._by.values(), key=lambda v: (v.month, v.base), reverse=True))

    @property
    def newest(self) -> IndexValue | None:
        """The value of the latest month; of two bases the later one."""
        return self.values[0] if self._by else None

    @property
    def links(self) -> tuple[IndexLink, ...]:
        """Every link, in no order that matters."""
        return tuple(self._links.values())

    def at(self, month: date) -> tuple[IndexValue, ...]:
        """A month in each base it is known in, the later base first."""
        return self._at.get(month, ())

    def step(self, base_month: date, new_month: date) -> IndexStep:
        """From month to month in one base, else over a link that was typed with its source.

        OfficeError index_month_missing, index_base_differs.
        """
        bases, news = self.at(base_month), self.at(new_month)
        for month, known in ((base_month, bases), (new_month, news)):
            if not known:
                raise OfficeError("index_month_missing", month=month_text(month))
        for new in news:
            for base in bases:
                if new.base == base.base:
                    return IndexStep(base, new)
        for new in news:
            for base in bases:
                link = self._links.get((new.base, base.base))
                if link is not None:
                    return IndexStep(base, new, link)
        raise OfficeError("index_base_differs", old=bases[0].base, new=news[0].base)


def read_values(text: str, base: str) -> tuple[IndexValue, ...]:
    """Lines like «2025M06 140,2», one decimal at most; OfficeError index_line_unreadable."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        read = _LINE.fullmatch(line.strip())
        if read is None or not 1 <= int(read["month"]) <= 12:
            raise OfficeError("index_line_unreadable", line=number)
        month = date(int(read["year"]), int(read["month"]), 1)
        tenths = 10 * int(read["whole"]) + int(read["tenth"] or "0")
        if tenths == 0:
            raise OfficeError("index_line_unreadable", line=number)
        found.append(IndexValue(month, base, tenths))
    return tuple(found)


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def twice(values: Sequence[IndexValue]) -> date | None:
    """A month that is told two values at once."""
    told: dict[date, int] = {}
    for each in values:
        if told.setdefault(each.month, each.tenths) != each.tenths:
            return each.month
    return None
