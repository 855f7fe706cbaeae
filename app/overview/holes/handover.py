"""What was not put right when somebody moved in or out: keys, start packages."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.ids import Ref
from app.leases.handover.receipts.service import KeyReceipts
from app.leases.handover.start.service import StartPackages
from app.leases.model import LeaseRow
from app.leases.service import Leases
from app.overview.holes.model import Hole, HoleKind


class HandoverHoles:
    """Keys that are out after a lease (HL-73), and leases that run without a start package."""

    def __init__(self, leases: Leases, receipts: KeyReceipts, packages: StartPackages) -> None:
        self._leases = leases
        self._receipts = receipts
        self._packages = packages

    def holes(self, today: date) -> Iterator[Hole]:
        """Every one of them today."""
        out, bare = self._receipts.out_after(today), self._packages.missing(today)
        if not (out or bare):
            return
        rows = {row.id: row for row in self._leases.rows(today)}
        for keys in out:
            row = rows[keys.lease]
            last = row.ended_on or row.last_day
            since = None if last is None else last + timedelta(days=1)
            yield _hole(HoleKind.KEYS_OUT, row, since, keys.count)
        for each in bare:
            yield _hole(HoleKind.NO_START_PACKAGE, rows[each.lease], each.since)


def _hole(kind: HoleKind, row: LeaseRow, since: date | None, count: int = 0) -> Hole:
    ref = Ref("lease", row.id)
    return Hole(kind, ref, row.number, since, row.address, row.tenant_name, count=count)
