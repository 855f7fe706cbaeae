"""How a paper about a person is headed, worded and issued: the same for all of them."""

from app.core.errors import OfficeError
from app.core.ids import PersonId, Ref
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


class FollowupLetters:
    """Papers to those who are followed up, and to others about them."""

    def __init__(
        self, decisions: Decisions, people: People, letters: Letters, settings: Settings
    ) -> None:
        self._decisions = decisions
        self._people = people
        self._letters = letters
        self._settings = settings

    def whose(self, person: PersonId) -> Person:
        """Whom it is about."""
        return self._people.get(person)

    def strict(self, person: PersonId) -> bool:
        """Whether it is made on paper alone, and goes to nobody else (ADR-02)."""
        return self.whose(person).protection is AddressProtection.STRICTLY_CONFIDENTIAL

    def window(self, person: PersonId, *, as_draft: bool) -> tuple[str, ...]:
        """To the person; a draft never shows a secret address (ADR-03)."""
        whose = self.whose(person)
        hidden = as_draft and whose.protection is not AddressProtection.NONE
        return () if hidden else window(whose)

    def unit_window(self, name: str, *others: str) -> tuple[str, ...]:
        """To a unit of the municipality, by name alone."""
        return (self._settings.profile.municipality, name, *others)

    def sender(
        self, person: PersonId, recipient: tuple[str, ...] = (), *, as_draft: bool
    ) -> LetterFrom:
        """Who writes, in the person's language; without a recipient it is handed over."""
        return self._decisions.sender(self.whose(person), recipient, as_draft)

    def to_person(self, person: PersonId, *, as_draft: bool) -> LetterFrom:
        """To the person; a draft never shows a secret address (ADR-03)."""
        return self.sender(person, self.window(person, as_draft=as_draft), as_draft=as_draft)

    def number(self, sender: LetterFrom, prefix: str = PREFIX) -> str:
        """The next one of its year."""
        return self._letters.next_number(prefix, sender.issued.year)

    def text(self, name: str, sender: LetterFrom) -> Text:
        """The paper's words, those that hold on its day and in its language."""
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
        person: PersonId,
        document: Document,
        kind: DocumentKind,
        *,
        to_send: bool = True,
        case: Ref | None = None,
    ) -> Made:
        """Under «Skal sendes», or handed over now; on paper alone for strengt fortrolig.

        `case` is what it lies on when that is not the person.
        """
        issue = self._letters.issue_on_paper if self.strict(person) else self._letters.issue
        return issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=case or Ref("person", person),
            person=person,
            to_send=to_send,
        )
