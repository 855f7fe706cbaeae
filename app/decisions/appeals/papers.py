"""Gathers what the letters about an appeal say, and issues them."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from app.applications.service import Applications
from app.core.ids import ApplicationId, DocumentId, PersonId, Ref
from app.core.periods import Period
from app.core.periods import Unit as PeriodUnit
from app.core.text import Language
from app.decisions.appeals import store
from app.decisions.appeals.model import Appeal, AppealLetter, Timeliness
from app.decisions.appeals.prints import (
    copy_letter,
    dismissal_letter,
    forwarding_letter,
    receipt_letter,
)
from app.decisions.appeals.rules import WEEKS
from app.decisions.model import Vedtak
from app.decisions.papers import NEEDS_SIGNATURE
from app.decisions.service import Decisions
from app.documents.model import Document
from app.letters.model import DocumentKind, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

Made = DocumentId | OnPaper
PREFIX = "B"


class Evaluations(Protocol):
    """Where the stored evaluation of an application is worded."""

    def words(
        self, application: ApplicationId, language: Language, *, you: bool = False
    ) -> tuple[str, ...]:
        """How the rules were seen to be met when it was decided, in sentences."""
        ...


class Copies(Protocol):
    """Who else gets what a person gets."""

    def names(self, person: PersonId) -> tuple[str, ...]:
        """Those who speak for the person today."""
        ...

    def issue(
        self, unit: Unit, document: Document, kind: DocumentKind, case: Ref, person: PersonId
    ) -> None:
        """A copy of a letter for each of them that has an address."""
        ...


class AppealPapers:
    """The letters of an appeal as documents, as drafts or for good."""

    def __init__(
        self,
        db: Database,
        decisions: Decisions,
        applications: Applications,
        people: People,
        letters: Letters,
        settings: Settings,
        copies: Copies,
        evaluations: Evaluations,
    ) -> None:
        self._db = db
        self._decisions = decisions
        self._applications = applications
        self._people = people
        self._letters = letters
        self._settings = settings
        self._evaluations = evaluations
        self._copies = copies

    def person(self, appeal: Appeal) -> Person:
        """Whose vedtak it is about."""
        vedtak = self._decisions.get(appeal.vedtak)
        return self._people.get(self._applications.get(vedtak.application).applicant)

    def show_address(self, appeal: Appeal) -> None:
        """Note that a fortrolig address is put on a letter; before the unit that issues it."""
        person = self.person(appeal)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, appeal.number)

    def receipt(self, unit: Unit, appeal: Appeal, found: Timeliness) -> Made:
        """«Klagen er mottatt», under «Skal sendes»."""
        letter = self._letter(appeal, found, draft=False)
        text = self._settings.text("appeal_receipt", letter.sender.language, unit.today)
        document = receipt_letter(letter, text)
        return self._issue(unit, appeal, document, DocumentKind.APPEAL_RECEIPT)

    def dismissal(self, appeal: Appeal, reason: str, found: Timeliness, *, draft: bool) -> Document:
        """That it is not taken up, and why."""
        letter = replace(self._letter(appeal, found, draft=draft), reason=reason)
        day = self._db.clock.today()
        text = self._settings.text("appeal_dismissed", letter.sender.language, day)
        return dismissal_letter(letter, text)

    def send_dismissal(self, unit: Unit, appeal: Appeal, reason: str, found: Timeliness) -> Made:
        """The same for good, under «Skal sendes»."""
        document = self.dismissal(appeal, reason, found, draft=False)
        return self._issue(unit, appeal, document, DocumentKind.APPEAL_DISMISSED)

    def forwarding(
        self, appeal: Appeal, assessment: str, found: Timeliness, *, draft: bool
    ) -> tuple[Document, Document]:
        """The letter to the appeal body, and the copy letter to the person."""
        to_body = self._letter(appeal, found, draft=draft, assessment=assessment, to_body=True)
        to_person = self._letter(appeal, found, draft=draft, assessment=assessment)
        day = self._db.clock.today()
        ours = self._settings.text("appeal_forwarding", to_body.sender.language, day)
        theirs = self._settings.text("appeal_copy", to_person.sender.language, day)
        return forwarding_letter(to_body, ours), copy_letter(to_person, theirs)

    def send_on(
        self, unit: Unit, appeal: Appeal, assessment: str, found: Timeliness
    ) -> tuple[Made, Made]:
        """Both letters, under «Skal sendes»."""
        ours, _ = self.forwarding(appeal, assessment, found, draft=False)
        first = self._issue(unit, appeal, ours, DocumentKind.APPEAL_FORWARDING)
        # made after the first is kept, so that it gets the number after it
        _, theirs = self.forwarding(appeal, assessment, found, draft=False)
        return first, self._issue(unit, appeal, theirs, DocumentKind.APPEAL_COPY)

    def _letter(
        self,
        appeal: Appeal,
        found: Timeliness,
        *,
        draft: bool,
        assessment: str = "",
        to_body: bool = False,
    ) -> AppealLetter:
        vedtak, person = self._decisions.get(appeal.vedtak), self.person(appeal)
        hidden = draft and person.protection is not AddressProtection.NONE
        recipient = () if hidden else window(person)
        if to_body:
            recipient = self._body_window(vedtak)
        states = store.states(self._db, appeal.id)
        effects = store.effects(self._db, appeal.id)
        sender = self._decisions.sender(person, recipient, draft)
        if to_body:
            sender = replace(sender, language=sender.office.language)
        others = self._copies.names(person.id)
        return AppealLetter(
            appeal=appeal,
            vedtak=vedtak,
            sender=sender,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            person_name=person.name,
            in_time=not found.late,
            appeal_period=self._period(vedtak, sender.issued.date()),
            signed_appeal=self._settings.parameters.text("fvl.ruleset", sender.issued.date())
            == NEEDS_SIGNATURE,
            late_reason=" ".join(each.reason for each in states if found.late and each.reason),
            assessment=assessment,
            documents=self._documents(appeal, vedtak),
            evaluation=self._evaluations.words(vedtak.application, sender.language),
            copies=(person.name, *others) if to_body else others,
            deferred=effects[-1].deferred if effects else None,
        )

    def _body_window(self, vedtak: Vedtak) -> tuple[str, ...]:
        """The appeal body, with the address that its legal basis has today."""
        case = self._applications.get(vedtak.application).draft.case
        basis = self._settings.legal_basis(case, self._db.clock.today())
        body = vedtak.draft.appeal_body
        return (body, *basis.appeal_lines) if basis.appeal_body == body else (body,)

    def _period(self, vedtak: Vedtak, on: date) -> Period:
        """How long one may complain: by the vedtak's legal basis, else by the act (F3, FV-11)."""
        weeks = vedtak.draft.appeal_weeks
        return (
            Period(weeks, PeriodUnit.WEEKS)
            if weeks
            else self._settings.parameters.period(WEEKS, on)
        )

    def _documents(self, appeal: Appeal, vedtak: Vedtak) -> tuple[str, ...]:
        """The titles of all that lies on the appeal, the vedtak and the application."""
        cases = (
            Ref("appeal", appeal.id),
            Ref("vedtak", vedtak.id),
            Ref("application", vedtak.application),
        )
        rows = [row for case in cases for row in self._letters.of(case)]
        told = (f"{row.title} ({row.number})" for row in rows)
        return tuple(dict.fromkeys(told))

    def _issue(self, unit: Unit, appeal: Appeal, document: Document, kind: DocumentKind) -> Made:
        person = self.person(appeal)
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        case = Ref("appeal", appeal.id)
        made = issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=case,
            person=person.id,
            to_send=True,
        )
        if not strict and kind is not DocumentKind.APPEAL_FORWARDING:
            self._copies.issue(unit, document, kind, case, person.id)
        return made
