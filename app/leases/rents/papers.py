"""Gathers what a letter about a new rent says, and issues it."""

from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import LeaseLetters
from app.leases.model import Lease
from app.leases.rents.model import Fixing, IndexStep, RentChangeKind, RentDraft, RentLetter
from app.leases.rents.prints import rent_letter
from app.leases.rents.rules import notice_of
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.unit import Unit

KINDS = {
    RentChangeKind.INDEX: DocumentKind.RENT_INDEX,
    RentChangeKind.PREVAILING: DocumentKind.RENT_PREVAILING,
}


class RentPapers:
    """The letters about a new rent, as drafts or for good."""

    def __init__(self, letters: LeaseLetters, settings: Settings) -> None:
        self._letters = letters
        self._settings = settings

    def letter(
        self,
        lease: Lease,
        draft: RentDraft,
        fixing: Fixing,
        step: IndexStep | None,
        *,
        as_draft: bool,
    ) -> Document:
        """The letter; as a draft it never shows an address that is kept secret (ADR-03)."""
        head = self._letters.head(lease, as_draft=as_draft)
        day = head.sender.issued.date()
        if lease.rent is None or draft.new_rent is None or draft.effective_on is None:
            raise ValueError("a letter about a rent needs both rents and a day")
        letter = RentLetter(
            kind=draft.kind,
            number=head.number,
            lease_number=lease.number,
            dwelling=head.home,
            sender=head.sender,
            old=lease.rent,
            new=draft.new_rent,
            effective_on=draft.effective_on,
            since=fixing.since,
            step=step,
            reference=draft.reference.strip(),
            notice=notice_of(draft.kind, self._settings.parameters, day),
            copies=head.copies,
        )
        return rent_letter(letter, self._letters.text(KINDS[draft.kind].value, head.sender))

    def show_address(self, lease: Lease) -> None:
        """A letter for good shows a confidential address, and that is logged (ADR-03)."""
        self._letters.show_address(lease)

    def issue(self, unit: Unit, lease: Lease, document: Document, kind: RentChangeKind) -> Made:
        """For good, under «Skal sendes», and to those who speak for the tenant."""
        return self._letters.issue(unit, lease, document, KINDS[kind], copy=KINDS[kind])
