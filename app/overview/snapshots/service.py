"""Keeps what a return said, and tells what differs when it is asked again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.core.errors import Invalid, NotFound, Problem
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.overview.figures.model import Figure
from app.overview.snapshots import rules, store
from app.overview.snapshots.model import KIND, Changed, ReturnKind, Snapshot
from app.storage.database import Database


class Snapshots:
    """Returns with the rules they were counted by; what is kept never changes (A9)."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(
        self,
        kind: ReturnKind,
        first: date,
        last: date,
        figures: Sequence[Figure],
        versions: Mapping[str, str],
        words: Mapping[str, str] | None = None,
    ) -> int:
        """Freeze a return; both days counted. Final: a later one is kept beside it.

        Invalid when it ends before it begins, or after today.
        """
        today = self._db.clock.today()
        if last < first:
            raise Invalid([Problem("last", "period_turned")])
        if last > today:
            raise Invalid([Problem("last", "day_in_future", remedy=today)])
        texts = (rules.written(figures), rules.words(words or {}), rules.words(versions))
        with self._db.unit("return_snapshot.kept", final=True) as unit:
            kept = unit.insert(
                "return_snapshot",
                kind=kind,
                first_on=first,
                last_on=last,
                figures=texts[0],
                words=texts[1],
                versions=texts[2],
                kept_at=unit.at,
                officer=unit.by,
                digest=rules.digest(kind, first, last, *texts),
            )
            unit.about(Ref(KIND, kept))
        return kept

    def of(self, kind: ReturnKind) -> tuple[Snapshot, ...]:
        """Those of a kind, the newest last day first."""
        return store.of(self._db, kind)

    def get(self, snapshot: int) -> Snapshot:
        """One of them. Raises NotFound."""
        found = store.get(self._db, snapshot)
        if found is None:
            raise NotFound("return_snapshot_not_found")
        return found

    def at(self, kind: ReturnKind, first: date, last: date) -> Snapshot | None:
        """The newest that was kept for just those days."""
        return next(
            (each for each in self.of(kind) if (each.first, each.last) == (first, last)), None
        )

    def kept(self, kind: str, last: date) -> bool:
        """Whether the return of that kind whose last day it is has been kept (REP-18)."""
        return store.kept(self._db, ReturnKind(kind), last)

    def compare(self, kept: Snapshot, now: Iterable[Figure]) -> tuple[Changed, ...]:
        """What is not as it was kept; empty when the answer is the same."""
        return rules.compare(kept, now)


def used(parameters: Parameters, keys: Iterable[str], on: date) -> dict[str, str]:
    """The parameters by id as they stood on a day: «14 fra 2020-01-01»."""
    found = {}
    for key in keys:
        version = parameters.version(key, on)
        since = "" if version.valid_from is None else f" fra {version.valid_from.isoformat()}"
        found[key] = f"{version.value}{since}"
    return found
