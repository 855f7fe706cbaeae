"""How many rows each list of the officer's own would show: counted anew where it may differ."""

import time
from collections.abc import Callable, Hashable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.settings.saved_lists.model import Chosen

BUDGET = 0.015
"""Seconds that a page waits for counts, and that each turn of those put off may take."""


class OwnCounts(QObject):
    """The counts of one page. `told` when some that were put off have come.

    `worked_out_of` gives what they are counted from: while it is equal, they hold. `count` gives
    how many rows a choice keeps, some at a time. Until a count has come, the one before stands.
    """

    told = Signal()

    def __init__(
        self,
        page: QObject,
        worked_out_of: Callable[[], object],
        count: Callable[[Chosen], Iterator[int]],
    ) -> None:
        super().__init__(page)
        self._worked_out_of, self._count = worked_out_of, count
        self._held: object = None
        self._wanted: tuple[Chosen, ...] = ()
        self._known: dict[Hashable, int] = {}
        self._shown: dict[Hashable, int] = {}
        self._going: tuple[Hashable, Iterator[int], int] | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    def of(self, chosen: Sequence[Chosen]) -> tuple[int, ...]:
        """How many rows each keeps, as far as it can be told at once."""
        self._wanted = tuple(chosen)
        self._renew()
        if not self._work():
            self._turn.start()
        self._shown = {key: self._known.get(key, self._shown.get(key, 0)) for key in self._keys}
        return tuple(self._shown[_key(each)] for each in chosen)

    @property
    def _keys(self) -> set[Hashable]:
        return {_key(each) for each in self._wanted}

    def _renew(self) -> None:
        """Forget what is no longer so."""
        now = self._worked_out_of()
        if self._held is None or now != self._held:
            self._known, self._going = {}, None
        self._held = now

    def _work(self) -> bool:
        """Count for a moment; whether all is counted."""
        until = time.perf_counter() + BUDGET
        while self._begun():
            key, portions, so_far = self._going or ("", iter(()), 0)
            for found in portions:
                so_far += found
                if time.perf_counter() > until:
                    self._going = key, portions, so_far
                    return False
            self._known[key] = so_far
            self._going = None
        return True

    def _begun(self) -> bool:
        """Whether one is being counted, or a next one has now been begun."""
        if self._going is None:
            for each in self._wanted:
                if _key(each) not in self._known:
                    self._going = _key(each), self._count(each), 0
                    break
        return self._going is not None

    def _go_on(self) -> None:
        self._renew()
        if self._work():
            self.told.emit()
        else:
            self._turn.start()


def _key(chosen: Chosen) -> Hashable:
    """The same for all that keep the same rows, however they are laid out."""
    return frozenset(chosen.pills.items()), chosen.search.strip()
