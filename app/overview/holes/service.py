"""Reads the tenancies and lists what does not hang together."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from app.core.ids import Ref
from app.leases.model import LeaseKind, LeaseRow, LeaseState
from app.leases.service import Leases
from app.overview.holes import rules, store
from app.overview.holes.model import Gathered, Hole, HoleKind, Stretch
from app.storage.database import Database
from app.storage.remembered import Remembered

_RUNS_ON = frozenset({LeaseState.PAST_TERM, LeaseState.TURNED_OPEN_ENDED})


class HoleSource(Protocol):
    """Who else knows of holes: keys, start packages."""

    def holes(self, today: date) -> Iterator[Hole]:
        """Every one of them today."""
        ...


class Holes:
    """The standing list; nothing is stored, so nothing can go stale."""

    def __init__(self, db: Database, leases: Leases) -> None:
        self._db = db
        self._leases = leases
        self._sources: list[HoleSource] = []
        self._remembered: Remembered[tuple[Hole, ...]] = Remembered(db)

    def know(self, source: HoleSource) -> None:
        """Another who knows of holes."""
        self._sources.append(source)

    def found(self) -> tuple[Hole, ...]:
        """Everything to put right today, the worst kind first."""
        return self._remembered.get(self._db.clock.today(), self._find)

    def summed(self) -> tuple[tuple[Hole, ...], tuple[Gathered, ...]]:
        """The same, but what many leases from before the register lack is one line each."""
        return rules.gathered(self.found())

    def _find(self) -> tuple[Hole, ...]:
        today = self._db.clock.today()
        rows = self._leases.rows()
        return rules.in_order(
            (
                *rules.of_leases(self._stretches(rows), today),
                *self._let_without_lease(rows, today),
                *(hole for source in self._sources for hole in source.holes(today)),
            )
        )

    def _stretches(self, rows: tuple[LeaseRow, ...]) -> tuple[Stretch, ...]:
        marks, shared = store.marks(self._db), store.shared(self._db)
        made = []
        for row in rows:
            if row.start is None or row.signed_on is None or row.state is LeaseState.CANCELLED:
                continue
            vedtak, reserved, copied, made_here = marks[row.id]
            made.append(
                Stretch(
                    lease=row.id,
                    number=row.number,
                    tenant=row.tenant,
                    name=row.tenant_name,
                    dwelling=row.dwelling,
                    place=row.address,
                    since=row.start,
                    until=None if row.state in _RUNS_ON else row.last_day,
                    lived_in=row.state.lived_in,
                    rooms=row.dwelling in shared or row.kind is LeaseKind.SINGLE_ROOM,
                    vedtak=vedtak,
                    needs_vedtak=reserved and row.kind is not LeaseKind.STAFF,
                    copied=copied,
                    taken_over=not made_here,
                )
            )
        return tuple(made)

    def _let_without_lease(self, rows: tuple[LeaseRow, ...], today: date) -> Iterator[Hole]:
        held = {row.dwelling for row in rows if row.state.holds}
        for dwelling, place, since in store.let_bare(self._db, today):
            if dwelling not in held:
                ref = Ref("dwelling", dwelling)
                yield Hole(HoleKind.LET_WITHOUT_LEASE, ref, "", since, place)
