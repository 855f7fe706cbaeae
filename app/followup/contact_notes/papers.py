"""Gathers what «Logg over kontakt» says, and issues it."""

from app.core.errors import OfficeError
from app.core.ids import PersonId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document, Size
from app.followup.contact_notes import rules
from app.followup.contact_notes.model import LogReceiver
from app.followup.contact_notes.prints import ContactLog, contact_log
from app.followup.contact_notes.service import ContactNotes
from app.followup.letters import FollowupLetters
from app.letters.model import DocumentKind
from app.people.consents.model import ConsentScope
from app.people.consents.service import Consents
from app.storage.database import Database


class ContactLogs:
    """The log for the person's own access, or a copy for health that a consent carries (P6)."""

    def __init__(
        self,
        db: Database,
        notes: ContactNotes,
        consents: Consents,
        letters: FollowupLetters,
    ) -> None:
        self._db = db
        self._notes = notes
        self._consents = consents
        self._letters = letters

    def preview(self, person: PersonId, receiver: LogReceiver, size: Size = Size.EASY) -> Document:
        """The log as it would be; OfficeError contact_log_without_consent."""
        return self._document(person, receiver, size, draft=True)

    def issue(self, person: PersonId, receiver: LogReceiver, size: Size = Size.EASY) -> Made:
        """Make it, under «Skal sendes»; on paper alone for strengt fortrolig (ADR-02). Final."""
        document = self._document(person, receiver, size, draft=False)
        if receiver is LogReceiver.PERSON:
            self._letters.show_address(person, document.reference)
        with self._db.unit("contact_log.issued", Ref("person", person), final=True) as unit:
            return self._letters.issue(unit, person, document, DocumentKind.CONTACT_LOG)

    def _document(
        self, person: PersonId, receiver: LogReceiver, size: Size, *, draft: bool
    ) -> Document:
        whose = self._letters.whose(person)
        consent = self._consents.holding(person, ConsentScope.TALK_WITH_HEALTH)
        if receiver is LogReceiver.HEALTH and consent is None:
            raise OfficeError("contact_log_without_consent")
        recipient = self._recipient(person, receiver, as_draft=draft)
        sender = self._letters.sender(person, recipient, as_draft=draft)
        log = ContactLog(
            sender=sender,
            number=self._letters.number(sender),
            name=whose.name,
            born=whose.birth_date,
            receiver=receiver,
            notes=rules.shown_to(receiver, reversed(self._notes.of(person))),
            consent_since=consent.since if consent else None,
            size=size,
        )
        return contact_log(log, self._letters.text("contact_log", sender))

    def _recipient(
        self, person: PersonId, receiver: LogReceiver, *, as_draft: bool
    ) -> tuple[str, ...]:
        if receiver is LogReceiver.HEALTH:
            return self._letters.unit_window("Helse og omsorg")
        return self._letters.window(person, as_draft=as_draft)
