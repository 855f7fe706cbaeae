"""The accounts of all leases, of which only those are read again in which a row has changed."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from app.arrears import store
from app.arrears.model import ArrearsClosing, RentAccount, RentCharge, RentDispute, RentPayment
from app.core.ids import LeaseId
from app.storage.database import Database
from app.storage.tables_read import whole

MOST = 400
"""How many changed leases are read one by one; for more of them all are read at one stroke."""
AT_A_TIME = 100

R = TypeVar("R", RentCharge, RentPayment, RentDispute, ArrearsClosing)


class AccountBook:
    """Nobody writes here; within a unit that has written to an account all is read anew."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[LeaseId, RentAccount] = {}
        self._event: int | None = None

    @property
    def at_hand(self) -> bool:
        """Whether all are read already, and no unit that is open has written to them."""
        return self._event is not None and self._db.settled(store.TABLES)

    def by_lease(self) -> Mapping[LeaseId, RentAccount]:
        """Every lease with an account; the same value as last time where nothing has changed."""
        reads = self._db.tables_read
        reads.note(whole(store.TABLES))
        if not self._db.settled(store.TABLES):
            return by_lease(store.everything(self._db))
        newest = reads.newest()
        changed = None if self._event is None else self._changed(self._event)
        if changed is None:
            self._known = by_lease(store.everything(self._db))
        elif changed:
            self._known = {**self._known, **self._read(changed)}
        self._event = newest
        return self._known

    def _changed(self, since: int) -> tuple[LeaseId, ...] | None:
        """The leases whose rows have changed; None when that is not known, or they are many."""
        found = self._db.tables_read.column_changed(store.TABLES, "lease", since)
        if found is None or len(found) > MOST:
            return None
        return tuple(LeaseId(each) for each in sorted(found))

    def _read(self, leases: tuple[LeaseId, ...]) -> dict[LeaseId, RentAccount]:
        found = dict.fromkeys(leases, RentAccount())
        for first in range(0, len(leases), AT_A_TIME):
            found.update(by_lease(store.account(self._db, leases[first : first + AT_A_TIME])))
        return found


def by_lease(everything: RentAccount) -> dict[LeaseId, RentAccount]:
    """The account of each lease, in the order it was read."""
    charges, payments = _by(everything.charges), _by(everything.payments)
    disputes, closings = _by(everything.disputes), _by(everything.closings)
    return {
        lease: RentAccount(
            tuple(charges.get(lease, ())),
            tuple(payments.get(lease, ())),
            tuple(disputes.get(lease, ())),
            tuple(closings.get(lease, ())),
        )
        for lease in {*charges, *payments, *disputes, *closings}
    }


def _by(rows: Iterable[R]) -> dict[LeaseId, list[R]]:
    found: dict[LeaseId, list[R]] = {}
    for row in rows:
        found.setdefault(row.lease, []).append(row)
    return found
