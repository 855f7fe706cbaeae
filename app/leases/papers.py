"""Gathers what a lease says from the register, and writes it in the tenant's language."""

from app.decisions.service import Decisions
from app.documents.model import Document
from app.dwellings.landlords.service import Landlords
from app.dwellings.service import Dwellings
from app.leases.model import LeaseDraft, LeasePaper
from app.leases.prepare import periods_on
from app.leases.prints import lease_document
from app.people.model import AddressProtection, Person
from app.people.service import People
from app.settings.service import Settings


class Papers:
    """The lease as a document, of a draft or for good."""

    def __init__(
        self,
        decisions: Decisions,
        dwellings: Dwellings,
        people: People,
        settings: Settings,
        landlords: Landlords,
    ) -> None:
        self._decisions = decisions
        self._dwellings = dwellings
        self._people = people
        self._settings = settings
        self._landlords = landlords

    def document(self, number: str, draft: LeaseDraft, *, draft_mark: bool) -> Document:
        """As it is now; `draft_mark` lets it lack parts and hides a protected address."""
        paper = self.paper(number, draft, draft_mark=draft_mark)
        language, day = paper.sender.language, paper.sender.issued.date()
        return lease_document(paper, self._settings.text("lease", language, day))

    def paper(self, number: str, draft: LeaseDraft, *, draft_mark: bool) -> LeasePaper:
        """All that the lease says, gathered now."""
        tenant = self._people.get(draft.tenant)
        vedtak = None if draft.vedtak is None else self._decisions.get(draft.vedtak)
        sender = self._decisions.sender(tenant, (), draft_mark)
        hidden = _hidden(tenant, draft_mark)
        day = sender.issued.date()
        return LeasePaper(
            number=number,
            draft=draft,
            sender=sender,
            tenant_name=tenant.name,
            tenant_born=tenant.birth_date,
            dwelling=None if hidden else self._dwellings.get(draft.dwelling),
            household=self._household(tenant),
            vedtak_number=vedtak.number if vedtak else "",
            conditions=vedtak.draft.conditions if vedtak else (),
            periods=periods_on(self._settings.parameters, draft.kind, day),
            landlord=self._landlords.of(draft.dwelling),
        )

    def _household(self, tenant: Person) -> tuple[str, ...]:
        """The names of those who live with the tenant today."""
        household = self._people.household_of(tenant.id)
        members = household.members if household else ()
        return tuple(
            member.name for member in members if member.until is None and member.person != tenant.id
        )


def _hidden(tenant: Person, draft_mark: bool) -> bool:
    """Strengt fortrolig never shows a dwelling (ADR-02), fortrolig not in a preview (ADR-03)."""
    if tenant.protection is AddressProtection.CONFIDENTIAL:
        return draft_mark
    return tenant.protection is AddressProtection.STRICTLY_CONFIDENTIAL
