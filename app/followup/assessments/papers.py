"""Gathers what an assessment says on paper, and keeps what is handed over."""

from collections.abc import Mapping

from app.core.errors import OfficeError
from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.decisions.appeals.papers import Made
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.render import render
from app.followup.assessments.model import (
    WHOLE,
    Assessment,
    AssessmentArea,
    AssessmentDraft,
    AssessmentPrint,
)
from app.followup.assessments.prints import AssessmentPaper, assessment_document, blank_form
from app.followup.assessments.service import Assessments
from app.followup.letters import FollowupLetters
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "needs_assessment"


class AssessmentPapers:
    """The form to take along, and the paper the person gets."""

    def __init__(
        self,
        db: Database,
        assessments: Assessments,
        letters: FollowupLetters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._assessments = assessments
        self._letters = letters
        self._settings = settings

    def blank(self, language: Language) -> bytes:
        """The form with nothing filled in; kept nowhere."""
        me, now = self._settings.me, self._db.clock.now()
        sender = LetterFrom(
            self._settings.profile,
            me.name if me else "",
            me.title if me else "",
            (),
            now,
            language,
        )
        text = self._settings.text(TEXT, language, now.date())
        return render(blank_form(AssessmentPaper(sender), text))

    def questions(self, language: Language = Language.NB) -> Mapping[AssessmentArea, str]:
        """What is asked in each area, on paper and on the screen."""
        text = self._settings.text(TEXT, language, self._db.clock.today())
        return {area: text.passage(f"question_{area}") for area in AssessmentArea}

    def preview_draft(self, person: PersonId, draft: AssessmentDraft) -> Document:
        """As it would be printed while it is being written; keeps nothing."""
        known = Assessment(0, person, draft)
        return self._document(known, WHOLE, as_draft=True)

    def preview(self, assessment: int, choice: AssessmentPrint = WHOLE) -> Document:
        """As it would be printed, marked as a draft."""
        return self._document(self._assessments.get(assessment), choice, as_draft=True)

    def issue(self, assessment: int, choice: AssessmentPrint = WHOLE) -> Made:
        """Keep what is handed over; OfficeError assessment_not_finished. Never undone.

        For one strengt fortrolig it is on paper alone (ADR-02).
        """
        known = self._assessments.get(assessment)
        if not known.finished:
            raise OfficeError("assessment_not_finished")
        document = self._document(known, choice, as_draft=False)
        person, kind = known.person, DocumentKind.NEEDS_ASSESSMENT
        with self._db.unit("assessment.printed", Ref("person", person), final=True) as unit:
            return self._letters.issue(unit, person, document, kind, to_send=False)

    def _document(self, known: Assessment, choice: AssessmentPrint, *, as_draft: bool) -> Document:
        sender = self._letters.sender(known.person, as_draft=as_draft)
        before = self._assessments.before(known)
        paper = AssessmentPaper(
            sender=sender,
            number=self._letters.number(sender),
            name=self._letters.whose(known.person).name,
            changes=self._assessments.changes(known),
            since=before.held_on if before else None,
            needs=tuple(
                need.draft.words
                for area, need in self._assessments.needs_of(known)
                if not area.sensitive
            ),
            choice=choice,
        )
        return assessment_document(paper, known, self._letters.text(TEXT, sender))
