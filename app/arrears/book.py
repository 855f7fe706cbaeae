"""The accounts of all leases, of which only those are read again in which a row has changed."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from app.arrears import store
from app.arrears.model import ArrearsClosing, RentAccount, RentCharge, RentDispute, RentPayment
from app.core.ids import LeaseId
from app.storage.database import Database
from app.storage.tables_read import whole

MOST = 400
"""How many changed leases are read one by one; for more of them all are read at one stroke."""
AT_A_TIME = 100
NONE = RentAccount()

R = TypeVar("R", RentCharge, RentPayment, RentDispute, ArrearsClosing)


class AccountBook:
    """Nobody writes here; within a unit that has written to an account all is read anew."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[LeaseId, RentAccount] = {}
        self._everyone = False
        self._event: int | None = None

    def by_lease(self) -> Mapping[LeaseId, RentAccount]:
        """Every lease with an account; the same value as last time where nothing has changed."""
        if not self._settled():
            return by_lease(store.everything(self._db))
        self._forget_changed()
        if not self._everyone:
            self._known = by_lease(store.everything(self._db)) | self._known
            self._everyone = True
        return {lease: each for lease, each in self._known.items() if each is not NONE}

    def of(self, leases: Collection[LeaseId]) -> Mapping[LeaseId, RentAccount]:
        """The same of some leases: of others nothing is read."""
        if not self._settled():
            return self._read(leases)
        self._forget_changed()
        wanted = [each for each in leases if each not in self._known]
        if wanted and not self._everyone:
            self._known |= self._read(wanted)
        return {each: self._known[each] for each in leases if each in self._known}

    def _settled(self) -> bool:
        self._db.tables_read.note(whole(store.TABLES))
        return self._db.settled(store.TABLES)

    def _forget_changed(self) -> None:
        newest = self._db.tables_read.newest()
        if newest != self._event and self._event is not None:
            self._forget(self._event)
        self._event = newest

    def _forget(self, since: int) -> None:
        """What has changed is read again, at once where all are kept; everything when it is much.

        Or when the register can not tell what has changed: its history was redacted.
        """
        changed = self._db.tables_read.column_changed(store.TABLES, "lease", since)
        if changed is None or len(changed) > MOST:
            self._known, self._everyone = {}, False
        elif changed and self._everyone:
            self._known |= self._read([LeaseId(each) for each in sorted(changed)])
        else:
            for each in changed:
                self._known.pop(LeaseId(each), None)

    def _read(self, leases: Collection[LeaseId]) -> dict[LeaseId, RentAccount]:
        found, wanted = dict.fromkeys(leases, NONE), list(leases)
        for first in range(0, len(wanted), AT_A_TIME):
            found.update(by_lease(store.accounts(self._db, wanted[first : first + AT_A_TIME])))
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
