"""The officer's verbs on the information under § 11-1."""

from datetime import date

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DocumentId, LeaseId, Ref
from app.documents.model import Document
from app.leases.handover.information import rules, store
from app.leases.handover.information.model import (
    Information,
    InformationGiven,
    InformationPaper,
    InformationWay,
)
from app.leases.handover.information.prints import information_sheet
from app.leases.handover.papers import HandoverPapers
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.storage.database import Database

PREFIX = "OP"


class TenancyInformation:
    """Make the sheet, and tick that it was given (HL-51)."""

    def __init__(self, db: Database, leases: Leases, papers: HandoverPapers) -> None:
        self._db = db
        self._leases = leases
        self._papers = papers

    def of(self, lease: LeaseId) -> Information:
        """Whether the tenant was told, when and how, and whether the exceptions hold."""
        known = self._leases.get(lease)
        given = store.first(self._db, lease)
        state = rules.state_of(known, given, printed_here=store.printed_here(self._db, lease))
        return Information(lease, state, given, known.draft.exceptions)

    def give(self, lease: LeaseId, day: date, way: InformationWay) -> None:
        """It was given in writing that day. Invalid day_in_future.

        A day after the signing is kept too: it says that the exceptions do not hold.
        """
        if not self._leases.get(lease).draft.for_disadvantaged:
            raise OfficeError("information_not_needed")
        if day > self._db.clock.today():
            raise Invalid([Problem("given_on", "day_in_future", "HL-51")])
        with self._db.unit("tenancy_information.given", Ref("lease", lease)) as unit:
            store.insert(unit, lease, InformationGiven(day, way))

    def preview(self, lease: LeaseId) -> Document:
        """The sheet as it would be made; OfficeError information_not_needed."""
        return self._document(lease, draft=True)

    def issue(self, lease: LeaseId, *, to_send: bool = False) -> DocumentId:
        """Make the sheet; it is kept on the lease. Final."""
        document = self._document(lease, draft=False)
        self._papers.show(lease, document.reference)
        with self._db.unit("tenancy_information.issued", Ref("lease", lease), final=True) as unit:
            kind = DocumentKind.TENANCY_INFORMATION
            return self._papers.issue(unit, lease, document, kind, to_send=to_send)

    def _document(self, lease: LeaseId, *, draft: bool) -> Document:
        known = self._leases.get(lease)
        if not known.draft.for_disadvantaged:
            raise OfficeError("information_not_needed")
        head = self._papers.head(lease, PREFIX, draft=draft)
        paper = InformationPaper(head, known.draft.exceptions)
        return information_sheet(paper, self._papers.text("tenancy_information", head))
