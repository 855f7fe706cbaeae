"""Gathers what the letters about the end of a lease say, and issues them."""

from dataclasses import replace
from datetime import date

from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import LeaseLetters
from app.leases.model import Lease
from app.leases.notices.breach_rules import needs_court
from app.leases.notices.model import (
    BreachDraft,
    BreachLetter,
    ConfirmationLetter,
    EndLetter,
    LandlordLetter,
    LandlordNoticeDraft,
    Notice,
)
from app.leases.notices.prints import breach_letter, confirmation_letter, landlord_letter
from app.leases.notices.rules import PROTEST, SUE
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.unit import Unit

AUTHORITY = "tv.authority_name"


class EndPapers:
    """The three letters, as drafts or for good."""

    def __init__(self, letters: LeaseLetters, settings: Settings) -> None:
        self._letters = letters
        self._settings = settings

    def notice(
        self, lease: Lease, draft: LandlordNoticeDraft, end: date, *, as_draft: bool
    ) -> Document:
        """The landlord's notice (DOC-17)."""
        about = self._about(lease, end, as_draft=as_draft)
        about = replace(about, copies=(*about.copies, *draft.copies))
        day = about.sender.issued.date()
        known = self._settings.parameters
        letter = LandlordLetter(
            about=about,
            draft=draft,
            protest=known.period(PROTEST, day),
            sue=known.period(SUE, day),
            authority=known.text(AUTHORITY, day),
        )
        return landlord_letter(letter, self._letters.text("termination_notice", about.sender))

    def confirmation(
        self, lease: Lease, notice: Notice, lawful_end: date, *, as_draft: bool
    ) -> Document:
        """That the tenant's notice has come, and the last day."""
        about = self._about(lease, notice.end_on, as_draft=as_draft)
        text = self._letters.text("notice_confirmation", about.sender)
        return confirmation_letter(ConfirmationLetter(about, notice, lawful_end), text)

    def breach(
        self,
        lease: Lease,
        draft: BreachDraft,
        move_by: date,
        warned_on: date | None,
        *,
        as_draft: bool,
    ) -> Document:
        """Termination for breach (DOC-19)."""
        about = self._about(lease, move_by, as_draft=as_draft)
        day = about.sender.issued.date()
        letter = BreachLetter(
            about=about,
            draft=draft,
            authority=self._settings.parameters.text(AUTHORITY, day),
            warned_on=warned_on,
            court=needs_court(draft, lease.draft.eviction_for_rent),
        )
        return breach_letter(letter, self._letters.text("termination_for_breach", about.sender))

    def show_address(self, lease: Lease) -> None:
        """Note that a fortrolig address is put on a letter; before the unit that issues it."""
        self._letters.show_address(lease)

    def issue(self, unit: Unit, lease: Lease, document: Document, kind: DocumentKind) -> Made:
        """Under «Skal sendes», with a copy for each who speaks for the tenant."""
        return self._letters.issue(unit, lease, document, kind, copy=kind_of_copy(kind))

    def copy_to(self, unit: Unit, lease: Lease, document: Document, names: tuple[str, ...]) -> None:
        """The same notice to each approved sub-tenant (HL-77), with the window left to fill in.

        The tenant's name and address stay out of their envelope's window.
        """
        kind = kind_of_copy(DocumentKind.TERMINATION_NOTICE)
        for place, name in enumerate(names, start=1):
            reference = f"{document.reference}-F{place}"
            copy = replace(document, recipient=(name,), reference=reference)
            self._letters.issue_copy(unit, lease, copy, kind)

    def _about(self, lease: Lease, last_day: date, *, as_draft: bool) -> EndLetter:
        head = self._letters.head(lease, as_draft=as_draft)
        return EndLetter(
            lease=lease,
            sender=head.sender,
            number=head.number,
            home=head.home,
            last_day=last_day,
            copies=head.copies,
        )


def kind_of_copy(kind: DocumentKind) -> DocumentKind:
    """What a copy of a letter is called; only the first of the kind begins a deadline."""
    if kind is DocumentKind.TERMINATION_NOTICE:
        return DocumentKind.TERMINATION_NOTICE_COPY
    return kind
