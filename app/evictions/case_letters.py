"""How a letter in a case is headed and issued, to the household or to a unit about it."""

from app.core.errors import OfficeError
from app.core.ids import EvictionCaseId, PersonId, Ref
from app.decisions.appeals.papers import PREFIX, Made
from app.decisions.model import LetterFrom
from app.decisions.service import Decisions
from app.documents.model import Document
from app.documents.texts import Text
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.unit import Unit


class CaseLetters:
    """Letters that lie on the case, and wait under «Skal sendes»."""

    def __init__(
        self, decisions: Decisions, people: People, letters: Letters, settings: Settings
    ) -> None:
        self._decisions = decisions
        self._people = people
        self._letters = letters
        self._settings = settings

    def whose(self, person: PersonId) -> Person:
        """Whom the case is about."""
        return self._people.get(person)

    def strict(self, person: PersonId) -> bool:
        """Whether it is made on paper alone (ADR-02)."""
        return self.whose(person).protection is AddressProtection.STRICTLY_CONFIDENTIAL

    def to_person(self, person: PersonId, *, as_draft: bool) -> LetterFrom:
        """To the person; a draft never shows a secret address (ADR-03)."""
        whose = self.whose(person)
        hidden = as_draft and whose.protection is not AddressProtection.NONE
        return self._decisions.sender(whose, () if hidden else window(whose), as_draft)

    def to_unit(self, person: PersonId, name: str, contact: str, *, as_draft: bool) -> LetterFrom:
        """To a unit of the municipality, by name alone."""
        lines = (self._settings.profile.municipality, name, contact)
        recipient = tuple(line for line in lines if line)
        return self._decisions.sender(self.whose(person), recipient, as_draft)

    def number(self, sender: LetterFrom) -> str:
        """The next one of its year."""
        return self._letters.next_number(PREFIX, sender.issued.year)

    def text(self, name: str, sender: LetterFrom) -> Text:
        """The letter's words, those that hold on its day and in its language."""
        return self._settings.text(name, sender.language, sender.issued.date())

    def demand_officer(self) -> None:
        """OfficeError officer_needed where nobody is there to sign."""
        if self._settings.me is None:
            raise OfficeError("officer_needed")

    def show_address(self, person: PersonId, number: str) -> None:
        """Note that a fortrolig address is put on a letter; before the unit that issues it."""
        if self.whose(person).protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person, number)

    def issue(
        self,
        unit: Unit,
        case: EvictionCaseId,
        person: PersonId,
        document: Document,
        kind: DocumentKind,
    ) -> Made:
        """Under «Skal sendes»; on paper alone for strengt fortrolig."""
        issue = self._letters.issue_on_paper if self.strict(person) else self._letters.issue
        return issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=Ref("eviction_case", case),
            person=person,
            to_send=True,
        )
