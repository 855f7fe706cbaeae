"""The preliminary reply: made, sent, and remembered as the answer it is (FV-02, DOC-06)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.applications.answers.papers import Forms, addressed_to
from app.applications.answers.store import add_notice
from app.applications.model import Application, ReplyDraft
from app.applications.prints import PreliminaryReply, preliminary_reply
from app.applications.service import Applications
from app.core.errors import Problem, demand
from app.core.ids import ApplicationId, DocumentId, Ref
from app.documents.model import Document
from app.letters.model import DocumentKind, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

PREFIX = "B"


class Replies:
    """Preliminary replies to applications."""

    def __init__(
        self,
        db: Database,
        applications: Applications,
        people: People,
        letters: Letters,
        settings: Settings,
        forms: Forms,
    ) -> None:
        self._db = db
        self._applications = applications
        self._people = people
        self._letters = letters
        self._settings = settings
        self._forms = forms
        applications.know_answers(self)

    def answered(self, applications: Iterable[ApplicationId]) -> dict[ApplicationId, date]:
        """The day a preliminary reply was sent; a reply that only lies ready answers nobody."""
        sent = self._letters.sent_on_cases(
            "application", applications, DocumentKind.PRELIMINARY_REPLY
        )
        return {ApplicationId(case): day for case, day in sent.items()}

    def preview(self, application: ApplicationId, draft: ReplyDraft) -> Document:
        """The letter as it would be issued, marked as a draft; Invalid with what is missing.

        It never shows an address that is kept secret (ADR-03).
        """
        return self._document(self._applications.get(application), draft, as_draft=True)

    def issue(self, application: ApplicationId, draft: ReplyDraft) -> DocumentId | OnPaper:
        """Finish the letter and put it under «Skal sendes»; final.

        For one whose address is strengt fortrolig the letter is given back to be printed now and
        is not kept (ADR-02).
        """
        known = self._applications.get(application)
        person = self._people.get(known.applicant)
        document = self._document(known, draft, as_draft=False)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, document.reference)
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        subject = Ref("application", application)
        with self._db.unit("preliminary_reply.issued", subject, final=True) as unit:
            made = issue(
                unit,
                document,
                kind=DocumentKind.PRELIMINARY_REPLY,
                number=document.reference,
                case=subject,
                person=person.id,
                to_send=True,
            )
            kind = DocumentKind.PRELIMINARY_REPLY
            add_notice(unit, application, kind, draft.answer_by, made)
            if not strict:
                self._issue_copies(unit, document, known)
        return made

    def _issue_copies(self, unit: Unit, document: Document, known: Application) -> None:
        """The same letter in an envelope of its own to each who speaks for the person."""
        windows = map(addressed_to, self._forms.representatives(known.applicant))
        for number, lines in enumerate(filter(None, windows), start=1):
            reference = f"{document.reference}-K{number}"
            self._letters.issue(
                unit,
                replace(document, recipient=lines, reference=reference),
                kind=DocumentKind.PRELIMINARY_REPLY_COPY,
                number=reference,
                case=Ref("application", known.id),
                person=known.applicant,
                to_send=True,
            )

    def _document(self, known: Application, draft: ReplyDraft, *, as_draft: bool) -> Document:
        self._check(draft)
        person = self._people.get(known.applicant)
        now, me = self._db.clock.now(), self._settings.me
        hidden = as_draft and person.protection is not AddressProtection.NONE
        reply = PreliminaryReply(
            office=self._settings.profile,
            officer_name=me.name if me else "",
            officer_title=me.title if me else "",
            recipient=() if hidden else window(person),
            issued=now,
            language=person.language,
            number=self._letters.next_number(PREFIX, now.year),
            kind=known.draft.kind,
            received_on=known.received_on,
            answer_by=draft.answer_by,
            delay=draft.delay,
            reason=draft.reason,
            missing=draft.missing,
            copies=tuple(who.name for who in self._forms.representatives(person.id)),
            draft=as_draft,
        )
        text = self._settings.text("preliminary_reply", person.language, now.date())
        return preliminary_reply(reply, text)

    def _check(self, draft: ReplyDraft) -> None:
        problems = []
        if draft.answer_by < self._db.clock.today():
            problems.append(Problem("answer_by", "answer_day_has_been", "FV-02"))
        if draft.delay is None and not draft.reason.strip():
            problems.append(Problem("reason", "delay_reason_missing", "DOC-06"))
        demand(problems)
