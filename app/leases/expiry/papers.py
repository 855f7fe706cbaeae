"""Gathers what the letters of a term say, and issues them with their copies."""

from app.core.ids import Ref
from app.decisions.appeals.papers import PREFIX, Copies, Made
from app.decisions.service import Decisions
from app.documents.model import Document
from app.dwellings.service import Dwellings
from app.leases.expiry.model import ReviewKind, ReviewSheet, TermLetter, TermLetterDraft
from app.leases.expiry.prints import expiry_note, move_out_request
from app.leases.expiry.review_prints import review_sheet
from app.leases.model import Lease
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
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

    def __init__(
        self,
        decisions: Decisions,
        dwellings: Dwellings,
        people: People,
        letters: Letters,
        settings: Settings,
        copies: Copies,
    ) -> None:
        self._decisions = decisions
        self._dwellings = dwellings
        self._people = people
        self._letters = letters
        self._settings = settings
        self._copies = copies

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
        tenant = self._people.get(lease.draft.tenant)
        hidden = _hidden(tenant, as_draft)
        sender = self._decisions.sender(tenant, () if hidden else window(tenant), as_draft)
        if lease.draft.end is None:
            raise ValueError("a lease without a last day has no such letter")
        letter = TermLetter(
            sender=sender,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            lease_number=lease.number,
            home="" if hidden else self._home(lease),
            end=lease.draft.end,
            draft=draft,
            refusal=refusal,
            copies=self._copies.names(tenant.id),
        )
        text = self._settings.text(kind.value, sender.language, sender.issued.date())
        return _PRINTS[kind](letter, text)

    def open_address(self, lease: Lease) -> None:
        """A confidential address goes on the letter: that it was shown is recorded (ADR-03)."""
        tenant = self._people.get(lease.draft.tenant)
        if tenant.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(tenant.id, lease.number)

    def issue(self, unit: Unit, lease: Lease, kind: DocumentKind, document: Document) -> Made:
        """Under «Skal sendes»; `OnPaper` for strengt fortrolig (ADR-02)."""
        tenant = self._people.get(lease.draft.tenant)
        strict = tenant.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        case = Ref("lease", lease.id)
        made = issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=case,
            person=tenant.id,
            to_send=True,
        )
        if not strict:
            self._copies.issue(unit, document, _COPIES[kind], case, tenant.id)
        return made

    def sheet(self, lease: Lease, kind: ReviewKind) -> Document:
        """The sheet for a talk; a protected address is left out of it (ADR-03)."""
        tenant = self._people.get(lease.draft.tenant)
        if lease.draft.start is None or lease.draft.end is None:
            raise ValueError("a lease without a term has no such sheet")
        shown = tenant.protection is AddressProtection.NONE
        sender = self._decisions.sender(tenant, (), False)
        sheet = ReviewSheet(
            sender=sender,
            kind=kind,
            lease_number=lease.number,
            tenant_name=tenant.name,
            home=self._home(lease) if shown else "",
            start=lease.draft.start,
            end=lease.draft.end,
        )
        text = self._settings.text("term_review", sender.language, sender.issued.date())
        return review_sheet(sheet, text)

    def _home(self, lease: Lease) -> str:
        return self._dwellings.get(lease.draft.dwelling).address


def _hidden(tenant: Person, as_draft: bool) -> bool:
    """Strengt fortrolig never shows a dwelling (ADR-02), fortrolig not in a preview (ADR-03)."""
    if tenant.protection is AddressProtection.CONFIDENTIAL:
        return as_draft
    return tenant.protection is AddressProtection.STRICTLY_CONFIDENTIAL
