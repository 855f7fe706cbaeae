"""Keys and leases together: the receipt, and keys that are out too long."""

from datetime import date

from app.core.errors import OfficeError
from app.core.ids import DocumentId, LeaseId, Ref
from app.documents.model import Document
from app.dwellings.keys.service import DoorKeys
from app.leases.handover.papers import HandoverPapers
from app.leases.handover.receipts.model import KeysOut, ReceiptPaper
from app.leases.handover.receipts.prints import key_receipt
from app.leases.model import LeaseRow
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.storage.database import Database

PREFIX = "NK"


class KeyReceipts:
    """What a lease has of keys, on paper and on the list of holes."""

    def __init__(
        self, db: Database, keys: DoorKeys, leases: Leases, papers: HandoverPapers
    ) -> None:
        self._db = db
        self._keys = keys
        self._leases = leases
        self._papers = papers

    def out_after(self, day: date | None = None) -> tuple[KeysOut, ...]:
        """Keys that a tenant still has although the lease has ended (HL-73)."""
        on = day or self._db.clock.today()
        held = self._keys.with_tenants(on)
        if not held:
            return ()
        rows = self._leases.rows(on)
        stays = {(row.tenant, row.dwelling) for row in rows if not _over(row, on)}
        over = {
            row.id for row in rows if _over(row, on) and (row.tenant, row.dwelling) not in stays
        }
        return tuple(KeysOut(*each) for each in held if each[1] in over)

    def preview(self, lease: LeaseId) -> Document:
        """The receipt as it would be now, marked as a draft; OfficeError no_keys."""
        return self._document(lease, draft=True)

    def issue(self, lease: LeaseId) -> DocumentId:
        """Make the receipt that both sign; it is kept on the lease. Final."""
        document = self._document(lease, draft=False)
        self._papers.show(lease, document.reference)
        with self._db.unit("key_receipt.issued", Ref("lease", lease), final=True) as unit:
            return self._papers.issue(unit, lease, document, DocumentKind.KEY_RECEIPT)

    def _document(self, lease: LeaseId, *, draft: bool) -> Document:
        keys = self._keys.of_lease(lease)
        if not keys:
            raise OfficeError("no_keys")
        head = self._papers.head(lease, PREFIX, draft=draft)
        return key_receipt(ReceiptPaper(head, keys), self._papers.text("key_receipt", head))


def _over(row: LeaseRow, day: date) -> bool:
    """Whether the tenant should have handed the keys back, by this lease."""
    return not row.state.holds or (row.ended_on is not None and row.ended_on < day)
