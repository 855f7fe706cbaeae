"""Old applications by the thousand: read a page at a time, in one order."""

from __future__ import annotations  # array[int] is only a type, not an object, on 3.11

from array import array
from collections.abc import Sequence
from dataclasses import replace

from app.applications.model import ApplicationState
from app.core.ids import ApplicationId
from app.office import Office
from app.overview.model import HitKind
from ui.applications.columns import COLUMNS, Listed
from ui.kit.columns import SortBy
from ui.kit.empty import EmptyState
from ui.kit.models import IdWindowModel
from ui.kit.table import RecordTable

LONG = 2_000
"""From so many on, all of them are not read at once."""
MOST_FOUND = 500

_COLUMNS = tuple(replace(column, sortable=column.key == "received") for column in COLUMNS)


class LongList:
    """The table, and what it is asked for now: states, and words searched for."""

    def __init__(self, office: Office, words: str, empty: EmptyState) -> None:
        self._office = office
        self._states: frozenset[ApplicationState] = frozenset()
        self._typed = ""
        self.table: RecordTable[Listed] = RecordTable(
            "applications.long",
            words,
            IdWindowModel(_COLUMNS, self._order, self._fetch, lambda each: each.row.id),
            empty=empty,
            identity=lambda each: each.row.id,
        )

    def show(
        self, states: frozenset[ApplicationState], typed: str, filtered_by: str, whole: int
    ) -> None:
        """Those in the states, and among them those that were searched for."""
        self._states, self._typed = states, typed.strip()
        self.table.refresh(whole=whole, filtered_by=filtered_by)

    def _order(self, sorting: tuple[SortBy, ...]) -> array[int]:
        ids = (
            array("q", self._office.applications.ids(self._states)) if self._states else array("q")
        )
        if self._typed:
            hits = self._office.search.find(self._typed, MOST_FOUND)
            found = {hit.ref.id for hit in hits if hit.kind is HitKind.APPLICATION}
            ids = array("q", (each for each in ids if each in found))
        by = next((step for step in sorting if step.column == "received"), None)
        return ids[::-1] if by is not None and not by.descending else ids

    def _fetch(self, ids: Sequence[int]) -> Sequence[Listed]:
        applications, today = self._office.applications, self._office.clock.today()
        rows = applications.rows_of(frozenset(ApplicationId(each) for each in ids))
        clocks = {each.row.id: each.clock for each in applications.unanswered_of(rows)}
        return tuple(Listed(row, clocks.get(row.id), today) for row in rows)
