"""Prints the cooperation agreement, ready to be signed."""

from app.core.errors import demand
from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.followup.agreements.model import AgreementDraft, AgreementPaper
from app.followup.agreements.prints import cooperation_agreement
from app.followup.agreements.service import Agreements
from app.followup.letters import FollowupLetters
from app.followup.plans import consent_words
from app.letters.model import DocumentKind
from app.people.consents.service import Consents
from app.storage.database import Database

PREFIX, TEXT = "SA", "cooperation_agreement"


class AgreementPapers:
    """The print that both sign (DOC-10)."""

    def __init__(
        self,
        db: Database,
        agreements: Agreements,
        consents: Consents,
        letters: FollowupLetters,
    ) -> None:
        self._db = db
        self._agreements = agreements
        self._consents = consents
        self._letters = letters

    def preview(self, person: PersonId, draft: AgreementDraft, *, large: bool = False) -> Document:
        """As it would be, also unfinished."""
        return self._document(person, draft, large=large, as_draft=True)

    def issue(self, person: PersonId, draft: AgreementDraft, *, large: bool = False) -> Made:
        """Keep the draft and make the paper to sign; final. `OnPaper` if strengt fortrolig.

        Invalid with what it lacks; OfficeError officer_needed.
        """
        demand(self._agreements.problems(draft))
        self._letters.demand_officer()
        document = self._document(person, draft, large=large, as_draft=False)
        with self._db.unit("agreement.issued", Ref("person", person), final=True) as unit:
            self._agreements.keep(unit, person, draft)
            kind = DocumentKind.COOPERATION_AGREEMENT
            return self._letters.issue(unit, person, document, kind, to_send=False)

    def _document(
        self, person: PersonId, draft: AgreementDraft, *, large: bool, as_draft: bool
    ) -> Document:
        sender = self._letters.sender(person, as_draft=as_draft)
        paper = AgreementPaper(
            draft=draft,
            sender=sender,
            number=self._letters.number(sender, PREFIX),
            name=self._letters.whose(person).name,
            consents=self._said(person, sender.language),
            large=large,
        )
        return cooperation_agreement(paper, self._letters.text(TEXT, sender))

    def _said(self, person: PersonId, language: Language) -> tuple[str, ...]:
        day = self._db.clock.today()
        held = (each for each in self._consents.of(person) if each.holds(day))
        return consent_words.said(held, language)
