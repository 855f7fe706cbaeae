"""Gathers what the answer to a request for consent says, and issues it with its copies."""

from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import LeaseLetters
from app.leases.model import Lease
from app.leases.residents.model import AnswerDraft, ConsentLetter, RequestDraft
from app.leases.residents.prints import consent_letter
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.unit import Unit


class ConsentPapers:
    """The answer as a document, of a draft or for good."""

    def __init__(self, letters: LeaseLetters, settings: Settings) -> None:
        self._letters = letters
        self._settings = settings

    def document(
        self, lease: Lease, request: RequestDraft, answer: AnswerDraft, *, as_draft: bool
    ) -> Document:
        """As it is now; an address that is kept secret never shows in a draft (ADR-03)."""
        head = self._letters.head(lease, as_draft=as_draft)
        day = head.sender.issued.date()
        letter = ConsentLetter(
            sender=head.sender,
            number=head.number,
            lease_number=lease.number,
            home=head.home,
            request=request,
            answer=answer,
            longest=self._settings.parameters.period("hl.sublet_max_years", day),
            copies=head.copies,
        )
        return consent_letter(letter, self._letters.text("consent_answer", head.sender))

    def ready(self, lease: Lease, request: RequestDraft, answer: AnswerDraft) -> Document:
        """For good; that a fortrolig address was used is written down (ADR-03)."""
        self._letters.show_address(lease)
        return self.document(lease, request, answer, as_draft=False)

    def issue(self, unit: Unit, lease: Lease, document: Document) -> Made:
        """Under «Skal sendes», with a copy for each who speaks for the tenant."""
        kind = DocumentKind.CONSENT_ANSWER
        return self._letters.issue(unit, lease, document, kind, copy=kind)
