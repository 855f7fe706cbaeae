"""Gathers what «Logg over kontakt» says, and issues it."""

from app.core.errors import OfficeError
from app.core.ids import PersonId, Ref
from app.decisions.appeals.papers import PREFIX, Made
from app.decisions.service import Decisions
from app.documents.model import Document, Size
from app.followup.contact_notes import rules
from app.followup.contact_notes.model import LogReceiver
from app.followup.contact_notes.prints import ContactLog, contact_log
from app.followup.contact_notes.service import ContactNotes
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.consents.model import ConsentScope
from app.people.consents.service import Consents
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database


class ContactLogs:
    """The log for the person's own access, or a copy for health that a consent carries (P6)."""

    def __init__(
        self,
        db: Database,
        notes: ContactNotes,
        people: People,
        consents: Consents,
        decisions: Decisions,
        letters: Letters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._notes = notes
        self._people = people
        self._consents = consents
        self._decisions = decisions
        self._letters = letters
        self._settings = settings

    def preview(
        self, person: PersonId, receiver: LogReceiver, size: Size = Size.NORMAL
    ) -> Document:
        """The log as it would be; OfficeError contact_log_without_consent."""
        return self._document(person, receiver, size, draft=True)

    def issue(self, person: PersonId, receiver: LogReceiver, size: Size = Size.NORMAL) -> Made:
        """Make it, under «Skal sendes»; on paper alone for strengt fortrolig (ADR-02). Final."""
        document = self._document(person, receiver, size, draft=False)
        whose = self._people.get(person)
        shown = receiver is LogReceiver.PERSON
        if shown and whose.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person, document.reference)
        strict = whose.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        about = Ref("person", person)
        with self._db.unit("contact_log.issued", about, final=True) as unit:
            return issue(
                unit,
                document,
                kind=DocumentKind.CONTACT_LOG,
                number=document.reference,
                case=about,
                person=person,
                to_send=True,
            )

    def _document(
        self, person: PersonId, receiver: LogReceiver, size: Size, *, draft: bool
    ) -> Document:
        whose = self._people.get(person)
        consent = self._consents.holding(person, ConsentScope.TALK_WITH_HEALTH)
        if receiver is LogReceiver.HEALTH and consent is None:
            raise OfficeError("contact_log_without_consent")
        sender = self._decisions.sender(whose, self._recipient(whose, receiver, draft), draft)
        day = sender.issued.date()
        log = ContactLog(
            sender=sender,
            number=self._letters.next_number(PREFIX, day.year),
            name=whose.name,
            born=whose.birth_date,
            receiver=receiver,
            notes=rules.shown_to(receiver, reversed(self._notes.of(person))),
            consent_since=consent.since if consent else None,
            size=size,
        )
        return contact_log(log, self._settings.text("contact_log", sender.language, day))

    def _recipient(self, whose: Person, receiver: LogReceiver, draft: bool) -> tuple[str, ...]:
        """A preview never shows a secret address (ADR-03); health is written to by name alone."""
        if receiver is LogReceiver.HEALTH:
            return (self._settings.profile.municipality, "Helse og omsorg")
        hidden = draft and whose.protection is not AddressProtection.NONE
        return () if hidden else window(whose)
