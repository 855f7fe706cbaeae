"""Gathers what the letters about the end of a lease say, and issues them."""

from dataclasses import replace
from datetime import date

from app.core.ids import DocumentId, Ref
from app.decisions.appeals.papers import PREFIX, Copies, Made
from app.decisions.service import Decisions
from app.documents.model import Document
from app.dwellings.service import Dwellings
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
from app.letters.model import DocumentKind, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.unit import Unit

AUTHORITY = "tv.authority_name"


class EndPapers:
    """The three letters, as drafts or for good."""

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
        text = self._settings.text("termination_notice", about.sender.language, day)
        return landlord_letter(letter, text)

    def confirmation(
        self, lease: Lease, notice: Notice, lawful_end: date, *, as_draft: bool
    ) -> Document:
        """That the tenant's notice has come, and the last day."""
        about = self._about(lease, notice.end_on, as_draft=as_draft)
        day = about.sender.issued.date()
        text = self._settings.text("notice_confirmation", about.sender.language, day)
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
        text = self._settings.text("termination_for_breach", about.sender.language, day)
        return breach_letter(letter, text)

    def show_address(self, lease: Lease) -> None:
        """Note that a fortrolig address is put on a letter; before the unit that issues it."""
        person = self._person(lease)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, lease.number)

    def issue(self, unit: Unit, lease: Lease, document: Document, kind: DocumentKind) -> Made:
        """Under «Skal sendes», with a copy for each who speaks for the tenant."""
        person = self._person(lease)
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        case = Ref("lease", lease.id)
        made = issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=case,
            person=person.id,
            to_send=True,
        )
        if not strict:
            self._copies.issue(unit, document, kind_of_copy(kind), case, person.id)
        return made

    def copy_to(self, unit: Unit, lease: Lease, document: Document, names: tuple[str, ...]) -> None:
        """The same notice to each approved sub-tenant (HL-77), with the window left to fill in.

        The tenant's name and address stay out of their envelope's window.
        """
        kind = kind_of_copy(DocumentKind.TERMINATION_NOTICE)
        for place, name in enumerate(names, start=1):
            reference = f"{document.reference}-F{place}"
            copy = replace(document, recipient=(name,), reference=reference)
            self._letters.issue(
                unit,
                copy,
                kind=kind,
                number=reference,
                case=Ref("lease", lease.id),
                person=lease.draft.tenant,  # it tells where the tenant lives, and goes with that
                to_send=True,
            )

    def _person(self, lease: Lease) -> Person:
        return self._people.get(lease.draft.tenant)

    def _about(self, lease: Lease, last_day: date, *, as_draft: bool) -> EndLetter:
        person = self._person(lease)
        open_ = person.protection is AddressProtection.NONE
        hidden = not open_ and as_draft
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        sender = self._decisions.sender(person, () if hidden else window(person), as_draft)
        home = "" if hidden or strict else self._dwellings.get(lease.draft.dwelling).address
        return EndLetter(
            lease=lease,
            sender=sender,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            home=home,
            last_day=last_day,
            copies=self._copies.names(person.id),
        )


def kind_of_copy(kind: DocumentKind) -> DocumentKind:
    """What a copy of a letter is called; only the first of the kind begins a deadline."""
    if kind is DocumentKind.TERMINATION_NOTICE:
        return DocumentKind.TERMINATION_NOTICE_COPY
    return kind


def document_of(made: Made) -> DocumentId:
    """The letter that was made, kept or on paper alone."""
    return made.id if isinstance(made, OnPaper) else made
