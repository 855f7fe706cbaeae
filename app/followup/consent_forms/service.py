"""The officer's verbs on consent forms."""

from app.core.errors import Invalid
from app.core.ids import DocumentId, PersonId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.followup.consent_forms import rules
from app.followup.consent_forms.model import ConsentFormDraft, ConsentPaper
from app.followup.consent_forms.prints import consent_form
from app.followup.letters import FollowupLetters
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.storage.database import Database

FORM = "consent_form"


class ConsentForms:
    """Make the form a person says yes on, and keep the signed one (PV-02)."""

    def __init__(self, db: Database, letters: FollowupLetters, kept: Letters) -> None:
        self._db = db
        self._letters = letters
        self._kept = kept

    def preview(self, person: PersonId, draft: ConsentFormDraft) -> Document:
        """The form as it would be; Invalid beside the field with what it lacks."""
        return self._document(person, draft, as_draft=True)

    def issue(self, person: PersonId, draft: ConsentFormDraft) -> Made:
        """Make it; it is signed on the spot. On paper alone for strengt fortrolig. Final."""
        document = self._document(person, draft, as_draft=False)
        kind = DocumentKind.CONSENT_FORM
        with self._db.unit("consent_form.issued", Ref("person", person), final=True) as unit:
            return self._letters.issue(unit, person, document, kind, to_send=False)

    def receive(self, person: PersonId, scan: bytes, media_type: str, title: str) -> DocumentId:
        """Keep the signed form on the person; Invalid for what is no scan."""
        about, kind = Ref("person", person), DocumentKind.CONSENT_FORM
        return self._kept.receive(about, person, scan, media_type, title, kind)

    def _document(self, person: PersonId, draft: ConsentFormDraft, *, as_draft: bool) -> Document:
        strict = self._letters.strict(person)
        problems = rules.check(draft, self._db.clock.today(), strict=strict)
        if problems or draft.until is None:
            raise Invalid(problems)
        sender = self._letters.sender(person, as_draft=as_draft)
        whose = self._letters.whose(person)
        paper = ConsentPaper(
            sender=sender,
            number=self._letters.number(sender),
            name=whose.name,
            born=whose.birth_date,
            asks=draft.asks,
            until=draft.until,
            size=draft.size,
        )
        return consent_form(paper, self._letters.text(FORM, sender))
