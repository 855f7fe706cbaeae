"""Gathers what a letter about a new rent says, and issues it."""

from app.core.ids import DocumentId, Ref
from app.decisions.appeals.papers import PREFIX, Copies
from app.decisions.service import Decisions
from app.documents.model import Document
from app.dwellings.service import Dwellings
from app.leases.model import Lease
from app.leases.rents.model import Fixing, IndexStep, RentChangeKind, RentDraft, RentLetter
from app.leases.rents.prints import rent_letter
from app.leases.rents.rules import notice_of
from app.letters.model import DocumentKind, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.unit import Unit

Made = DocumentId | OnPaper
KINDS = {
    RentChangeKind.INDEX: DocumentKind.RENT_INDEX,
    RentChangeKind.PREVAILING: DocumentKind.RENT_PREVAILING,
}


class RentPapers:
    """The letters about a new rent, as drafts or for good."""

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
        draft: RentDraft,
        fixing: Fixing,
        step: IndexStep | None,
        *,
        as_draft: bool,
    ) -> Document:
        """The letter; as a draft it never shows an address that is kept secret (ADR-03)."""
        person = self._people.get(lease.draft.tenant)
        hidden = _hidden(person, as_draft=as_draft)
        sender = self._decisions.sender(person, () if hidden else window(person), as_draft)
        day = sender.issued.date()
        home = "" if hidden else self._dwellings.get(lease.draft.dwelling).address
        if lease.rent is None or draft.new_rent is None or draft.effective_on is None:
            raise ValueError("a letter about a rent needs both rents and a day")
        letter = RentLetter(
            kind=draft.kind,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            lease_number=lease.number,
            dwelling=home,
            sender=sender,
            old=lease.rent,
            new=draft.new_rent,
            effective_on=draft.effective_on,
            since=fixing.since,
            step=step,
            reference=draft.reference.strip(),
            notice=notice_of(draft.kind, self._settings.parameters, day),
            copies=self._copies.names(person.id),
        )
        name = KINDS[draft.kind].value
        return rent_letter(letter, self._settings.text(name, sender.language, day))

    def show_address(self, lease: Lease) -> None:
        """A letter for good shows a confidential address, and that is logged (ADR-03)."""
        person = self._people.get(lease.draft.tenant)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, lease.number)

    def issue(self, unit: Unit, lease: Lease, document: Document, kind: RentChangeKind) -> Made:
        """For good, under «Skal sendes», and to those who speak for the tenant."""
        person = self._people.get(lease.draft.tenant)
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        case = Ref("lease", lease.id)
        made = issue(
            unit,
            document,
            kind=KINDS[kind],
            number=document.reference,
            case=case,
            person=person.id,
            to_send=True,
        )
        if not strict:
            self._copies.issue(unit, document, KINDS[kind], case, person.id)
        return made


def _hidden(person: Person, *, as_draft: bool) -> bool:
    if person.protection is AddressProtection.CONFIDENTIAL:
        return as_draft
    return person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
