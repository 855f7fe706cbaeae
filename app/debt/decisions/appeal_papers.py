"""The letters of a complaint about advice: it has come, is sent on, or is not taken up (FV-16)."""

from dataclasses import replace

from app.core.ids import ApplicationId, Ref, VedtakId
from app.core.periods import Period, Unit
from app.debt.decisions.model import DebtAppeal, DebtVedtak
from app.debt.decisions.papers import VedtakPapers
from app.debt.model import DebtCase
from app.decisions.appeals.model import Appeal, AppealLetter, Timeliness
from app.decisions.appeals.papers import Made
from app.decisions.appeals.prints import (
    copy_letter,
    dismissal_letter,
    forwarding_letter,
    receipt_letter,
)
from app.decisions.appeals.rules import WEEKS
from app.decisions.model import Vedtak, VedtakDraft
from app.decisions.papers import NEEDS_SIGNATURE
from app.documents.model import Document
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.unit import Unit as Writing

_OF_THE_CASE = frozenset(
    {
        DocumentKind.DEBT_VEDTAK,
        DocumentKind.DEBT_WAITING_LETTER,
        DocumentKind.APPEAL_RECEIPT,
    }
)
"""What the appeal body needs to see; the economy of a household is sent only when asked for."""


class DebtAppealPapers:
    """The same letters as of any vedtak, on the case of advice."""

    def __init__(self, papers: VedtakPapers, kept: Letters, settings: Settings) -> None:
        self._papers = papers
        self._kept = kept
        self._settings = settings

    def demand_ready(self, case: DebtCase, appeal: DebtAppeal) -> None:
        """Somebody is there to sign; a fortrolig address on a letter is noted."""
        self._papers.letters.demand_officer()
        self._papers.letters.show_address(case.person, appeal.number)

    def receipt(
        self, appeal: DebtAppeal, known: DebtVedtak, case: DebtCase, found: Timeliness
    ) -> Document:
        """«Vi har fått klagen din»."""
        letter = self._letter(appeal, known, case, found, as_draft=False)
        return receipt_letter(letter, self._papers.letters.text("appeal_receipt", letter.sender))

    def dismissal(
        self,
        appeal: DebtAppeal,
        known: DebtVedtak,
        case: DebtCase,
        found: Timeliness,
        reason: str,
        *,
        as_draft: bool,
    ) -> Document:
        """That it is not taken up, why, and how to complain of that (FV-14)."""
        letter = self._letter(appeal, known, case, found, as_draft=as_draft)
        text = self._papers.letters.text("appeal_dismissed", letter.sender)
        return dismissal_letter(replace(letter, reason=reason), text)

    def forwarding(
        self,
        appeal: DebtAppeal,
        known: DebtVedtak,
        case: DebtCase,
        found: Timeliness,
        assessment: str,
        *,
        as_draft: bool,
    ) -> Document:
        """To the appeal body, with our own view (DOC-21)."""
        told = self._letter(appeal, known, case, found, as_draft=as_draft)
        language = told.sender.office.language
        names = (told.person_name, *told.copies)
        sender = replace(told.sender, recipient=self._body_window(known), language=language)
        letter = replace(told, sender=sender, assessment=assessment, copies=names)
        return forwarding_letter(letter, self._papers.letters.text("appeal_forwarding", sender))

    def copy(
        self,
        appeal: DebtAppeal,
        known: DebtVedtak,
        case: DebtCase,
        found: Timeliness,
        assessment: str,
    ) -> Document:
        """To the person: it is sent on, and what we think."""
        letter = self._letter(appeal, known, case, found, as_draft=False)
        text = self._papers.letters.text("appeal_copy", letter.sender)
        return copy_letter(replace(letter, assessment=assessment), text)

    def issue(self, unit: Writing, case: DebtCase, document: Document, kind: DocumentKind) -> Made:
        """Under «Skal sendes», with a copy for each who speaks for the person."""
        letters = self._papers.letters
        made = letters.issue_on_case(unit, case.id, case.person, document, kind)
        if not letters.strict(case.person) and kind is not DocumentKind.APPEAL_FORWARDING:
            about = Ref("debt_case", case.id)
            self._papers.copies.issue(unit, document, kind, about, case.person)
        return made

    def _letter(
        self,
        appeal: DebtAppeal,
        known: DebtVedtak,
        case: DebtCase,
        found: Timeliness,
        *,
        as_draft: bool,
    ) -> AppealLetter:
        letters = self._papers.letters
        sender = letters.to_person(case.person, as_draft=as_draft)
        day, weeks = sender.issued.date(), known.draft.appeal_weeks
        parameters = self._settings.parameters
        return AppealLetter(
            appeal=_appeal(appeal),
            vedtak=_vedtak(known),
            sender=sender,
            number=letters.number(sender),
            person_name=case.name,
            in_time=not found.late,
            appeal_period=Period(weeks, Unit.WEEKS) if weeks else parameters.period(WEEKS, day),
            signed_appeal=parameters.text("fvl.ruleset", day) == NEEDS_SIGNATURE,
            late_reason=appeal.reason if found.late else "",
            documents=self._documents(case),
            copies=self._papers.copies.names(case.person),
        )

    def _documents(self, case: DebtCase) -> tuple[str, ...]:
        rows = self._kept.of(Ref("debt_case", case.id))
        told = (f"{row.title} ({row.number})" for row in rows if row.kind in _OF_THE_CASE)
        return tuple(dict.fromkeys(told))

    def _body_window(self, known: DebtVedtak) -> tuple[str, ...]:
        """The appeal body, with the address that its legal basis has today."""
        basis, body = self._papers.basis(), known.draft.appeal_body
        return (body, *basis.appeal_lines) if basis.appeal_body == body else (body,)


def _appeal(appeal: DebtAppeal) -> Appeal:
    """As the letters of any complaint tell it."""
    return Appeal(
        id=appeal.id,
        number=appeal.number,
        vedtak=VedtakId(appeal.decision),
        draft=appeal.draft,
        received_on=appeal.received_on,
        state=appeal.state,
        since=appeal.since,
        reason=appeal.reason,
    )


def _vedtak(known: DebtVedtak) -> Vedtak:
    """As the letters of any complaint tell it: number, day, reasons and who decides."""
    draft = known.draft
    return Vedtak(
        id=VedtakId(known.id),
        number=known.number,
        application=ApplicationId(0),
        draft=VedtakDraft(
            rules_text=draft.rules_text,
            facts_text=draft.facts_text,
            considerations_text=draft.considerations_text,
            appeal_body=draft.appeal_body,
            appeal_weeks=draft.appeal_weeks,
        ),
        state=known.state,
        issued_on=known.issued_on,
        officer=known.officer,
        drafted_on=known.drafted_on,
    )
