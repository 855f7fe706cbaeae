"""The officer's verbs on consent forms."""

from app.core.errors import Invalid
from app.core.ids import DocumentId, PersonId, Ref
from app.decisions.appeals.papers import PREFIX, Made
from app.decisions.service import Decisions
from app.documents.model import Document
from app.followup.consent_forms import rules
from app.followup.consent_forms.model import ConsentFormDraft, ConsentPaper
from app.followup.consent_forms.prints import consent_form
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database

FORM = "consent_form"


class ConsentForms:
    """Make the form a person says yes on, and keep the signed one (PV-02)."""

    def __init__(
        self,
        db: Database,
        people: People,
        decisions: Decisions,
        letters: Letters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._people = people
        self._decisions = decisions
        self._letters = letters
        self._settings = settings

    def preview(self, person: PersonId, draft: ConsentFormDraft) -> Document:
        """The form as it would be; Invalid beside the field with what it lacks."""
        return self._document(self._people.get(person), draft, as_draft=True)

    def issue(self, person: PersonId, draft: ConsentFormDraft) -> Made:
        """Make it; it is signed on the spot. On paper alone for strengt fortrolig. Final."""
        whose, about = self._people.get(person), Ref("person", person)
        document = self._document(whose, draft, as_draft=False)
        issue = self._letters.issue_on_paper if _strict(whose) else self._letters.issue
        with self._db.unit("consent_form.issued", about, final=True) as unit:
            return issue(
                unit,
                document,
                kind=DocumentKind.CONSENT_FORM,
                number=document.reference,
                case=about,
                person=person,
                to_send=False,
            )

    def receive(self, person: PersonId, scan: bytes, media_type: str, title: str) -> DocumentId:
        """Keep the signed form on the person; Invalid for what is no scan."""
        about, kind = Ref("person", person), DocumentKind.CONSENT_FORM
        return self._letters.receive(about, person, scan, media_type, title, kind)

    def _document(self, whose: Person, draft: ConsentFormDraft, *, as_draft: bool) -> Document:
        problems = rules.check(draft, self._db.clock.today(), strict=_strict(whose))
        if problems or draft.until is None:
            raise Invalid(problems)
        sender = self._decisions.sender(whose, (), as_draft)
        day = sender.issued.date()
        paper = ConsentPaper(
            sender=sender,
            number=self._letters.next_number(PREFIX, day.year),
            name=whose.name,
            born=whose.birth_date,
            asks=draft.asks,
            until=draft.until,
            size=draft.size,
        )
        return consent_form(paper, self._settings.text(FORM, sender.language, day))


def _strict(person: Person) -> bool:
    return person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
