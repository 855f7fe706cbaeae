"""Prints the cooperation agreement, ready to be signed."""

from app.core.errors import Invalid, OfficeError
from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.decisions.appeals.papers import Made
from app.decisions.service import Decisions
from app.documents.model import Document
from app.followup.agreements.model import AgreementDraft, AgreementPaper
from app.followup.agreements.prints import cooperation_agreement
from app.followup.agreements.service import Agreements
from app.followup.plans import consent_words
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.consents.service import Consents
from app.people.model import AddressProtection
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database

PREFIX, TEXT = "SA", "cooperation_agreement"


class AgreementPapers:
    """The print that both sign (DOC-10)."""

    def __init__(
        self,
        db: Database,
        agreements: Agreements,
        decisions: Decisions,
        people: People,
        consents: Consents,
        letters: Letters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._agreements = agreements
        self._decisions = decisions
        self._people = people
        self._consents = consents
        self._letters = letters
        self._settings = settings

    def preview(self, person: PersonId, draft: AgreementDraft, *, large: bool = False) -> Document:
        """As it would be, also unfinished."""
        return self._document(person, draft, large=large, as_draft=True)

    def issue(self, person: PersonId, draft: AgreementDraft, *, large: bool = False) -> Made:
        """Keep the draft and make the paper to sign; final. `OnPaper` if strengt fortrolig.

        Invalid with what it lacks; OfficeError officer_needed.
        """
        problems = self._agreements.problems(draft)
        if problems:
            raise Invalid(problems)
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        document = self._document(person, draft, large=large, as_draft=False)
        protection = self._people.get(person).protection
        strict = protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        about = Ref("person", person)
        with self._db.unit("agreement.issued", about, final=True) as unit:
            self._agreements.keep(unit, person, draft)
            return issue(
                unit,
                document,
                kind=DocumentKind.COOPERATION_AGREEMENT,
                number=document.reference,
                case=about,
                person=person,
                to_send=False,
            )

    def _document(
        self, person: PersonId, draft: AgreementDraft, *, large: bool, as_draft: bool
    ) -> Document:
        whose = self._people.get(person)
        sender = self._decisions.sender(whose, (), as_draft)
        paper = AgreementPaper(
            draft=draft,
            sender=sender,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            name=whose.name,
            consents=self._said(person, sender.language),
            large=large,
        )
        text = self._settings.text(TEXT, sender.language, sender.issued.date())
        return cooperation_agreement(paper, text)

    def _said(self, person: PersonId, language: Language) -> tuple[str, ...]:
        day = self._db.clock.today()
        held = (each for each in self._consents.of(person) if each.holds(day))
        return consent_words.said(held, language)
