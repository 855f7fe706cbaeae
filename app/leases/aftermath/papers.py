"""Gathers what the letters after a lease say, and issues them."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import OfficeError
from app.core.ids import LeaseId
from app.core.working_days import adjust
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.aftermath.model import AftermathLetter
from app.leases.letters import LeaseLetters, LetterHead
from app.leases.model import Lease
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.people.model import AddressProtection
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

PAY_DAYS = "local.claim_pay_days"


class AftermathPapers:
    """Letters to the tenant, and to the bank or the one who stood guarantee."""

    def __init__(
        self, db: Database, leases: Leases, letters: LeaseLetters, settings: Settings
    ) -> None:
        self._db = db
        self._leases = leases
        self._letters = letters
        self._settings = settings

    def to_tenant(self, lease: LeaseId, *, draft: bool) -> AftermathLetter:
        """To the one who rented, in their language; a draft never shows a secret address."""
        known = self._leases.get(lease)
        return self._letter(known, self._letters.head(known, as_draft=draft))

    def to_other(
        self, lease: LeaseId, recipient: tuple[str, ...], *, draft: bool
    ) -> AftermathLetter:
        """To someone else, in the office's language, and without the dwelling if it is secret."""
        known = self._leases.get(lease)
        head = self._letters.head_to(known, recipient, as_draft=draft)
        sender = replace(head.sender, language=head.sender.office.language)
        secret = self._letters.tenant(known).protection is not AddressProtection.NONE
        head = replace(head, sender=sender, home="" if secret else head.home, copies=())
        return self._letter(known, head)

    def _letter(self, lease: Lease, head: LetterHead) -> AftermathLetter:
        return AftermathLetter(
            sender=head.sender,
            number=head.number,
            lease_number=lease.number,
            tenant_name=self._letters.tenant(lease).name,
            address=head.home,
            last_day=lease.last_day,
            account=lease.draft.account,
            kid=lease.draft.kid,
            copies=head.copies,
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
        self._letters.show_address(self._leases.get(lease))

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
        known, copy = self._leases.get(lease), kind if to_tenant else None
        return self._letters.issue(unit, known, document, kind, copy=copy)
