"""Gathers what the papers of moving in and out say, and keeps them on the lease."""

from app.core.clock import Clock
from app.core.ids import DocumentId, LeaseId, Ref
from app.decisions.service import Decisions
from app.documents.model import Document
from app.documents.texts import Text
from app.dwellings.service import Dwellings
from app.leases.handover.model import PaperHead
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.service import People
from app.settings.service import Settings
from app.storage.unit import Unit


class HandoverPapers:
    """One place that knows how these are headed, numbered and kept."""

    def __init__(
        self,
        leases: Leases,
        decisions: Decisions,
        dwellings: Dwellings,
        people: People,
        letters: Letters,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._leases = leases
        self._decisions = decisions
        self._dwellings = dwellings
        self._people = people
        self._letters = letters
        self._settings = settings
        self._clock = clock

    def head(self, lease: LeaseId, prefix: str, *, draft: bool) -> PaperHead:
        """As it is now; a draft never shows a protected address (ADR-03)."""
        known = self._leases.get(lease)
        tenant = self._people.get(known.draft.tenant)
        year = self._clock.today().year
        return PaperHead(
            number=self._letters.next_number(prefix, year),
            sender=self._decisions.sender(tenant, (), draft),
            tenant_name=tenant.name,
            lease_number=known.number,
            address="" if _hidden(tenant, draft) else self._address(lease),
        )

    def _address(self, lease: LeaseId) -> str:
        dwelling = self._dwellings.get(self._leases.get(lease).draft.dwelling)
        place = f"{dwelling.draft.postal_code} {dwelling.draft.postal_place}".strip()
        return ", ".join(part for part in (dwelling.address, place) if part)

    def text(self, name: str, head: PaperHead) -> Text:
        """The text of its day, in the tenant's language."""
        return self._settings.text(name, head.sender.language, head.sender.issued.date())

    def issue(
        self,
        unit: Unit,
        lease: LeaseId,
        document: Document,
        kind: DocumentKind,
        *,
        to_send: bool = False,
    ) -> DocumentId:
        """Keep it on the lease; handed over on the spot unless it is to be sent."""
        return self._letters.issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=Ref("lease", lease),
            person=self._leases.get(lease).draft.tenant,
            to_send=to_send,
        )

    def show(self, lease: LeaseId, number: str) -> None:
        """A confidential address is about to be printed: that is noted (ADR-03)."""
        tenant = self._people.get(self._leases.get(lease).draft.tenant)
        if tenant.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(tenant.id, number)


def _hidden(tenant: Person, draft: bool) -> bool:
    if tenant.protection is AddressProtection.CONFIDENTIAL:
        return draft
    return tenant.protection is AddressProtection.STRICTLY_CONFIDENTIAL
