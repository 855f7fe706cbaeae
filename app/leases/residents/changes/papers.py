"""Gathers what the notice after a death says, and issues it (HL-38)."""

from datetime import date

from app.core.ids import DocumentId, Ref
from app.decisions.service import Decisions
from app.documents.model import Document
from app.documents.texts import Text
from app.dwellings.service import Dwellings
from app.leases.model import Lease, LeaseKind
from app.leases.residents.changes.model import DeathDraft, EntryNotice
from app.leases.residents.changes.prints import entry_notice
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.service import People
from app.settings.service import Settings
from app.storage.unit import Unit

PREFIX = "B"


class EntryPapers:
    """The notice to those at the address or to the estate."""

    def __init__(
        self,
        decisions: Decisions,
        dwellings: Dwellings,
        people: People,
        letters: Letters,
        settings: Settings,
    ) -> None:
        self._decisions = decisions
        self._dwellings = dwellings
        self._people = people
        self._letters = letters
        self._settings = settings

    def document(self, lease: Lease, death: DeathDraft, *, as_draft: bool) -> Document:
        """As it is now; a home where one is protected never shows in a draft (ADR-03)."""
        tenant = self._people.get(lease.draft.tenant)
        hidden = as_draft and bool(self._protected(tenant))
        plain = self._decisions.sender(tenant, (), as_draft)
        day = plain.issued.date()
        text = self._settings.text("entry_notice", plain.language, day)
        to = () if hidden else self._window(lease, tenant, death, text)
        parameters = self._settings.parameters
        room = lease.draft.kind is LeaseKind.SINGLE_ROOM
        letter = EntryNotice(
            sender=self._decisions.sender(tenant, to, as_draft),
            number=self._letters.next_number(PREFIX, day.year),
            lease_number=lease.number,
            home="" if hidden else self._dwellings.get(lease.draft.dwelling).address,
            tenant_name=tenant.name,
            died_on=death.died_on or date.min,
            answer_within=parameters.period("hl.death_entry_months", day),
            common_household=parameters.period("hl.death_household_months", day),
            notice=parameters.period("hl.notice_months_room" if room else "hl.notice_months", day),
        )
        return entry_notice(letter, text)

    def _window(
        self, lease: Lease, tenant: Person, death: DeathDraft, text: Text
    ) -> tuple[str, ...]:
        """The contact of the estate, else the estate at the dwelling."""
        name = death.contact_name.strip() or text.passage("estate", name=tenant.name)
        if death.contact_line.strip():
            line, code, place = (
                death.contact_line.strip(),
                death.contact_postal_code.strip(),
                death.contact_place.strip(),
            )
        else:
            home = self._dwellings.get(lease.draft.dwelling)
            line, code, place = home.address, home.draft.postal_code, home.draft.postal_place
        lines = (name, line, f"{code} {place.upper()}".strip())
        return tuple(each for each in lines if each)

    def ready(self, lease: Lease, death: DeathDraft) -> Document:
        """For good; that a fortrolig address was used is written down (ADR-03)."""
        document = self.document(lease, death, as_draft=False)
        for each in self._protected(self._people.get(lease.draft.tenant)):
            self._people.shown_address(each.id, document.reference)
        return document

    def _protected(self, tenant: Person) -> tuple[Person, ...]:
        """Those of the household, the tenant too, whose address is kept secret."""
        household = self._people.household_of(tenant.id)
        members = household.members if household else ()
        there = [self._people.get(each.person) for each in members if not each.until]
        people = {each.id: each for each in (tenant, *there)}.values()
        return tuple(each for each in people if each.protection is not AddressProtection.NONE)

    def issue(self, unit: Unit, lease: Lease, document: Document) -> DocumentId:
        """Under «Skal sendes»."""
        return self._letters.issue(
            unit,
            document,
            kind=DocumentKind.ENTRY_NOTICE,
            number=document.reference,
            case=Ref("lease", lease.id),
            person=lease.draft.tenant,
            to_send=True,
        )
