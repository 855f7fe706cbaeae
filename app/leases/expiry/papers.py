"""Gathers what the letters of a term say, and issues them with their copies."""

from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.expiry.model import ReviewKind, ReviewSheet, TermLetter, TermLetterDraft
from app.leases.expiry.prints import expiry_note, move_out_request
from app.leases.expiry.review_prints import review_sheet
from app.leases.letters import LeaseLetters
from app.leases.model import Lease
from app.letters.model import DocumentKind
from app.people.model import AddressProtection
from app.storage.unit import Unit

_PRINTS = {
    DocumentKind.MOVE_OUT_REQUEST: move_out_request,
    DocumentKind.EXPIRY_NOTE: expiry_note,
}
_COPIES = {
    # a copy asks nobody to move, so that it is never taken for the request itself (HL-42)
    DocumentKind.MOVE_OUT_REQUEST: DocumentKind.MOVE_OUT_REQUEST_COPY,
    DocumentKind.EXPIRY_NOTE: DocumentKind.EXPIRY_NOTE_COPY,
}


class TermPapers:
    """The letters as documents, of a draft or for good."""

    def __init__(self, letters: LeaseLetters) -> None:
        self._letters = letters

    def letter(
        self,
        lease: Lease,
        kind: DocumentKind,
        draft: TermLetterDraft,
        refusal: str,
        *,
        as_draft: bool,
    ) -> Document:
        """As it is now; a draft never shows an address that is kept secret (ADR-03)."""
        if lease.draft.end is None:
            raise ValueError("a lease without a last day has no such letter")
        head = self._letters.head(lease, as_draft=as_draft)
        letter = TermLetter(
            sender=head.sender,
            number=head.number,
            lease_number=lease.number,
            home=head.home,
            end=lease.draft.end,
            draft=draft,
            refusal=refusal,
            copies=head.copies,
        )
        return _PRINTS[kind](letter, self._letters.text(kind.value, head.sender))

    def open_address(self, lease: Lease) -> None:
        """A confidential address goes on the letter: that it was shown is recorded (ADR-03)."""
        self._letters.show_address(lease)

    def issue(self, unit: Unit, lease: Lease, kind: DocumentKind, document: Document) -> Made:
        """Under «Skal sendes»; `OnPaper` for strengt fortrolig (ADR-02)."""
        return self._letters.issue(unit, lease, document, kind, copy=_COPIES[kind])

    def sheet(self, lease: Lease, kind: ReviewKind) -> Document:
        """The sheet for a talk; a protected address is left out of it (ADR-03)."""
        tenant = self._letters.tenant(lease)
        if lease.draft.start is None or lease.draft.end is None:
            raise ValueError("a lease without a term has no such sheet")
        shown = tenant.protection is AddressProtection.NONE
        sender = self._letters.head_to(lease, (), as_draft=False).sender
        sheet = ReviewSheet(
            sender=sender,
            kind=kind,
            lease_number=lease.number,
            tenant_name=tenant.name,
            home=self._letters.home(lease) if shown else "",
            start=lease.draft.start,
            end=lease.draft.end,
        )
        return review_sheet(sheet, self._letters.text("term_review", sender))
