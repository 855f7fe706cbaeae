"""The signed copy of a lease, also when it comes after the signing was recorded."""

from datetime import date

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DocumentId, LeaseId, Ref
from app.leases.handover import store
from app.leases.service import SCAN_TITLE, Leases
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.storage.database import Database


class SignedCopies:
    """Take in the signed lease; know which leases have none."""

    def __init__(self, db: Database, leases: Leases, letters: Letters) -> None:
        self._db = db
        self._leases = leases
        self._letters = letters

    def add(self, lease: LeaseId, scan: bytes | None, media_type: str) -> DocumentId:
        """Keep the signed lease. OfficeError lease_not_signed; Invalid for what is no scan."""
        known = self._leases.get(lease)
        if known.signed_on is None:
            raise OfficeError("lease_not_signed")
        if scan is None:
            raise Invalid([Problem("file", "scan_missing")])
        kind = DocumentKind.SIGNED_LEASE
        case = Ref("lease", lease)
        return self._letters.receive(case, known.draft.tenant, scan, media_type, SCAN_TITLE, kind)

    def of(self, lease: LeaseId) -> tuple[DocumentId, ...]:
        """The signed copies of a lease, newest first."""
        rows = self._letters.of(Ref("lease", lease))
        return tuple(row.id for row in rows if row.kind is DocumentKind.SIGNED_LEASE)

    def missing(self, day: date | None = None) -> tuple[LeaseId, ...]:
        """Leases that hold, are signed, and of which no signed copy is kept."""
        copied = store.copied(self._db)
        rows = self._leases.rows(day)
        return tuple(
            row.id for row in rows if row.signed_on and row.state.holds and row.id not in copied
        )
