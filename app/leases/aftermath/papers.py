"""Gathers what the letters after a lease say, and issues them."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import OfficeError
from app.core.ids import DocumentId, LeaseId, Ref
from app.core.working_days import adjust
from app.decisions.appeals.papers import Copies
from app.decisions.service import Decisions
from app.documents.model import Document
from app.dwellings.service import Dwellings
from app.leases.aftermath.model import AftermathLetter
from app.leases.service import Leases
from app.letters.model import DocumentKind, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

Made = DocumentId | OnPaper
PREFIX = "B"
PAY_DAYS = "local.claim_pay_days"


class AftermathPapers:
    """Letters to the tenant, and to the bank or the one who stood guarantee."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        decisions: Decisions,
        dwellings: Dwellings,
        people: People,
        letters: Letters,
        settings: Settings,
        copies: Copies,
    ) -> None:
        self._db = db
        self._leases = leases
        self._decisions = decisions
        self._dwellings = dwellings
        self._people = people
        self._letters = letters
        self._settings = settings
        self._copies = copies

    def to_tenant(self, lease: LeaseId, *, draft: bool) -> AftermathLetter:
        """To the one who rented, in their language; a draft never shows a secret address."""
        person = self._tenant(lease)
        hidden = draft and person.protection is not AddressProtection.NONE
        letter = self._letter(lease, () if hidden else window(person), draft=draft)
        return replace(letter, copies=self._copies.names(person.id))

    def to_other(
        self, lease: LeaseId, recipient: tuple[str, ...], *, draft: bool
    ) -> AftermathLetter:
        """To someone else, in the office's language, and without the dwelling if it is secret."""
        letter = self._letter(lease, recipient, draft=draft)
        sender = replace(letter.sender, language=letter.sender.office.language)
        secret = self._tenant(lease).protection is not AddressProtection.NONE
        return replace(letter, sender=sender, address="" if secret else letter.address)

    def _letter(
        self, lease: LeaseId, recipient: tuple[str, ...], *, draft: bool
    ) -> AftermathLetter:
        known, person = self._leases.get(lease), self._tenant(lease)
        sender = self._decisions.sender(person, recipient, draft)
        open_address = person.protection is AddressProtection.NONE
        shown = open_address or (person.protection is AddressProtection.CONFIDENTIAL and not draft)
        home = self._dwellings.get(known.draft.dwelling)
        return AftermathLetter(
            sender=sender,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            lease_number=known.number,
            tenant_name=person.name,
            address=home.address if shown else "",
            last_day=known.last_day,
            account=known.draft.account,
            kid=known.draft.kid,
        )

    def pay_by(self) -> date:
        """The day a claim is to be paid by: a working day."""
        today = self._db.clock.today()
        days = self._settings.parameters.whole(PAY_DAYS, today)
        return adjust(today + timedelta(days=days))

    def demand_officer(self) -> None:
        """Someone must stand for a letter; OfficeError officer_needed."""
        if self._settings.me is None:
            raise OfficeError("officer_needed")

    def show_address(self, lease: LeaseId) -> None:
        """Note that a fortrolig address is put on a letter; before the unit that issues it."""
        person = self._tenant(lease)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, self._leases.get(lease).number)

    def issue(
        self,
        unit: Unit,
        lease: LeaseId,
        document: Document,
        kind: DocumentKind,
        *,
        to_tenant: bool = True,
    ) -> Made:
        """Finish it under «Skal sendes», with copies for those who speak for the tenant."""
        person, case = self._tenant(lease), Ref("lease", lease)
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        made = issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=case,
            person=person.id,
            to_send=True,
        )
        if to_tenant and not strict:
            self._copies.issue(unit, document, kind, case, person.id)
        return made

    def _tenant(self, lease: LeaseId) -> Person:
        return self._people.get(self._leases.get(lease).draft.tenant)


def document_of(made: Made) -> DocumentId:
    """The kept letter, or the trace of one that exists on paper alone."""
    return made.id if isinstance(made, OnPaper) else made
