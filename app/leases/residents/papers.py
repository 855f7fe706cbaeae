"""Gathers what the answer to a request for consent says, and issues it with its copies."""

from app.core.ids import Ref
from app.decisions.appeals.papers import Copies
from app.decisions.service import Decisions
from app.documents.model import Document
from app.dwellings.service import Dwellings
from app.leases.model import Lease
from app.leases.residents.model import AnswerDraft, ConsentLetter, Made, RequestDraft
from app.leases.residents.prints import consent_letter
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.unit import Unit

PREFIX = "B"


class ConsentPapers:
    """The answer as a document, of a draft or for good."""

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

    def home(self, lease: Lease) -> str:
        """The address of the dwelling."""
        return self._dwellings.get(lease.draft.dwelling).address

    def document(
        self, lease: Lease, request: RequestDraft, answer: AnswerDraft, *, as_draft: bool
    ) -> Document:
        """As it is now; an address that is kept secret never shows in a draft (ADR-03)."""
        tenant = self._people.get(lease.draft.tenant)
        protected = tenant.protection is not AddressProtection.NONE
        hidden = as_draft and protected
        sender = self._decisions.sender(tenant, () if hidden else window(tenant), as_draft)
        day = sender.issued.date()
        letter = ConsentLetter(
            sender=sender,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            lease_number=lease.number,
            home="" if protected else self.home(lease),
            request=request,
            answer=answer,
            longest=self._settings.parameters.period("hl.sublet_max_years", day),
            copies=self._copies.names(tenant.id),
        )
        text = self._settings.text("consent_answer", sender.language, day)
        return consent_letter(letter, text)

    def ready(self, lease: Lease, request: RequestDraft, answer: AnswerDraft) -> Document:
        """For good; that a fortrolig address was used is written down (ADR-03)."""
        tenant = self._people.get(lease.draft.tenant)
        document = self.document(lease, request, answer, as_draft=False)
        if tenant.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(tenant.id, document.reference)
        return document

    def issue(self, unit: Unit, lease: Lease, document: Document) -> Made:
        """Under «Skal sendes», with a copy for each who speaks for the tenant."""
        tenant = self._people.get(lease.draft.tenant)
        strict = tenant.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        case, kind = Ref("lease", lease.id), DocumentKind.CONSENT_ANSWER
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
            self._copies.issue(unit, document, kind, case, tenant.id)
        return made
