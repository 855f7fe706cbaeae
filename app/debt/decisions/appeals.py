"""The officer's verbs on complaints about vedtak on economic advice (SOT-08, FV-15, FV-16)."""

from datetime import date

from app.core.errors import Conflict, Invalid, NotFound, Problem, demand
from app.core.ids import DebtCaseId, DebtDecisionId, Ref
from app.core.records import dataclass
from app.debt.book import DebtBook
from app.debt.decisions import appeal_store
from app.debt.decisions.appeal_papers import DebtAppealPapers
from app.debt.decisions.model import DebtAppeal, DebtVedtak
from app.debt.decisions.service import DebtDecisions
from app.debt.model import DebtCase
from app.decisions.appeals import rules
from app.decisions.appeals.model import (
    ANSWERS,
    AppealDraft,
    AppealState,
    AppealStateSince,
    Timeliness,
)
from app.decisions.appeals.papers import Made
from app.decisions.papers import NEEDS_SIGNATURE
from app.documents.model import Document
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class _Told:
    """A complaint with all that its letters tell."""

    appeal: DebtAppeal
    decision: DebtVedtak
    case: DebtCase
    found: Timeliness


class DebtAppeals:
    """Received, assessed, answered by a new vedtak, or sent on; each with its day."""

    def __init__(
        self,
        db: Database,
        cases: DebtBook,
        decisions: DebtDecisions,
        settings: Settings,
        papers: DebtAppealPapers,
    ) -> None:
        self._db = db
        self._cases = cases
        self._papers = papers
        self._decisions = decisions
        self._settings = settings

    def of(self, decision: DebtDecisionId) -> tuple[DebtAppeal, ...]:
        """Every appeal on a vedtak, oldest first."""
        return appeal_store.of(self._db, decision)

    def of_case(self, case: DebtCaseId) -> tuple[DebtAppeal, ...]:
        """Every appeal in a case, oldest first."""
        return appeal_store.of_case(self._db, case)

    def open(self) -> tuple[DebtAppeal, ...]:
        """Those that somebody must still decide, oldest first."""
        return tuple(each for each in appeal_store.rows(self._db) if each.state.open)

    def get(self, appeal: int) -> DebtAppeal:
        """One appeal; NotFound when there is none."""
        found = appeal_store.get(self._db, appeal)
        if found is None:
            raise NotFound("appeal_not_found")
        return found

    def states(self, appeal: int) -> tuple[AppealStateSince, ...]:
        """Every state it has had, oldest first."""
        return appeal_store.states(self._db, appeal)

    def timeliness(self, appeal: int) -> Timeliness:
        """Whether it came in time (FV-13); nothing is late while the letter is not sent."""
        known = self.get(appeal)
        decision = self._decisions.get(known.decision)
        limit = self._decisions.appeal_deadline(known.decision)
        return rules.timeliness(known, limit, decision.issued_on, self._settings.parameters)

    def check(self, decision: DebtDecisionId, draft: AppealDraft) -> tuple[Problem, ...]:
        """What is wrong with an appeal as it is typed."""
        known = self._decisions.get(decision)
        fvl = self._settings.parameters.text("fvl.ruleset", self._today)
        return rules.check(
            draft,
            self._today,
            issued_on=known.issued_on,
            signature=fvl == NEEDS_SIGNATURE,
            twice=any(each.state.open for each in self.of(decision)),
        )

    def receive(self, decision: DebtDecisionId, draft: AppealDraft) -> int:
        """A complaint has come. Invalid beside the field."""
        demand(self.check(decision, draft))
        case = self._decisions.get(decision).case
        with self._db.unit("debt_appeal.received", Ref("debt_case", case)) as unit:
            number = appeal_store.next_number(self._db, unit.today.year)
            return appeal_store.insert(unit, number, decision, draft)

    def assess(self, appeal: int, reason: str = "", since: date | None = None) -> None:
        """Look at the case anew (FV-16); a late one says why it is treated (FV-14)."""
        demand(rules.late_problems(self.timeliness(appeal), reason))
        self._move("debt_appeal.assessed", appeal, AppealState.IN_ASSESSMENT, since, reason)

    def change(self, appeal: int, why: str) -> DebtDecisionId:
        """Begin the vedtak that changes the old one, or that the appeal body asks for.

        The appeal counts as answered when it is issued.
        """
        known = self.get(appeal)
        ours = known.state is AppealState.IN_ASSESSMENT
        if not ours and not known.state.asks_for_vedtak:
            raise Conflict("appeal_needs_no_vedtak")
        return self._decisions.change(known.decision, why)

    def acknowledge(self, appeal: int) -> Made:
        """Tell the person that it has come and what happens now; final."""
        told = self._told(appeal)
        self._papers.demand_ready(told.case, told.appeal)
        about = Ref("debt_case", told.case.id)
        document = self._papers.receipt(told.appeal, told.decision, told.case, told.found)
        with self._db.unit("debt_appeal.acknowledged", about, final=True) as unit:
            return self._papers.issue(unit, told.case, document, DocumentKind.APPEAL_RECEIPT)

    def preview_forwarding(self, appeal: int, assessment: str) -> Document:
        """The letter to the appeal body as a draft; Invalid with what is missing (DOC-21)."""
        demand(self._forward_problems(appeal, assessment))
        told = self._told(appeal)
        return self._papers.forwarding(
            told.appeal, told.decision, told.case, told.found, assessment, as_draft=True
        )

    def forward(self, appeal: int, assessment: str) -> tuple[Made, Made]:
        """Send it on with our own view, and a copy letter to the person (FV-16); final."""
        demand(self._forward_problems(appeal, assessment))
        told, words = self._told(appeal), assessment.strip()
        self._papers.demand_ready(told.case, told.appeal)
        about = Ref("debt_case", told.case.id)
        with self._db.unit("debt_appeal.forwarded", about, final=True) as unit:
            appeal_store.add_state(unit, appeal, AppealState.FORWARDED, unit.today, words)
            known = told.appeal, told.decision, told.case, told.found, words
            ours = self._papers.forwarding(*known, as_draft=False)
            first = self._papers.issue(unit, told.case, ours, DocumentKind.APPEAL_FORWARDING)
            # made after the first is kept, so that it gets the number after it
            theirs = self._papers.copy(*known)
            return first, self._papers.issue(unit, told.case, theirs, DocumentKind.APPEAL_COPY)

    def _forward_problems(self, appeal: int, assessment: str) -> tuple[Problem, ...]:
        day, to = self._today, AppealState.FORWARDED
        found = rules.move_problems(self.get(appeal), to, day, day)
        if assessment.strip():
            return found
        return (*found, Problem("assessment", "appeal_assessment_missing", "DOC-21"))

    def preview_dismissal(self, appeal: int, reason: str) -> Document:
        """The letter that it is not taken up, as a draft; Invalid with what is missing."""
        demand(self._dismiss_problems(appeal, reason))
        told = self._told(appeal)
        return self._papers.dismissal(
            told.appeal, told.decision, told.case, told.found, reason, as_draft=True
        )

    def dismiss(self, appeal: int, reason: str) -> Made:
        """It is not taken up, and the person is told why and how to complain (FV-14); final."""
        demand(self._dismiss_problems(appeal, reason))
        told = self._told(appeal)
        self._papers.demand_ready(told.case, told.appeal)
        about = Ref("debt_case", told.case.id)
        document = self._papers.dismissal(
            told.appeal, told.decision, told.case, told.found, reason.strip(), as_draft=False
        )
        with self._db.unit("debt_appeal.dismissed", about, final=True) as unit:
            appeal_store.add_state(unit, appeal, AppealState.DISMISSED, unit.today, reason)
            return self._papers.issue(unit, told.case, document, DocumentKind.APPEAL_DISMISSED)

    def _dismiss_problems(self, appeal: int, reason: str) -> tuple[Problem, ...]:
        day, to = self._today, AppealState.DISMISSED
        found = rules.move_problems(self.get(appeal), to, day, day)
        return found if reason.strip() else (*found, Problem("reason", "reason_missing"))

    def _told(self, appeal: int) -> "_Told":
        known = self.get(appeal)
        decision = self._decisions.get(known.decision)
        return _Told(known, decision, self._cases.get(decision.case), self.timeliness(appeal))

    def withdraw(self, appeal: int, reason: str = "", since: date | None = None) -> None:
        """The person took it back."""
        self._move("debt_appeal.withdrawn", appeal, AppealState.WITHDRAWN, since, reason)

    def answered(
        self, appeal: int, answer: AppealState, since: date | None = None, reason: str = ""
    ) -> None:
        """What the appeal body decided. Sent back sets the vedtak aside in the same unit.

        To harm is told within three months of the day it came to us (FV-17).
        """
        if answer not in ANSWERS:
            raise Invalid([Problem("answer", "appeal_answer_unknown")])
        known, day = self.get(appeal), since or self._today
        demand(rules.harm_problems(known, answer, day, self._settings.parameters))
        demand(rules.move_problems(known, answer, day, self._today))
        decision = self._decisions.get(known.decision)
        with self._db.unit("debt_appeal.answered", Ref("debt_case", decision.case)) as unit:
            appeal_store.add_state(unit, appeal, answer, day, reason)
            if answer is AppealState.SENT_BACK and decision.holds:
                self._decisions.set_aside_in(unit, decision, reason or known.number, day)

    def decided_anew(self, unit: Unit, old: DebtDecisionId, number: str) -> None:
        """A vedtak with this number took the place of the old one: ours is answered (FV-16)."""
        for each in self.of(old):
            if each.state is AppealState.IN_ASSESSMENT:
                state = AppealState.DECISION_CHANGED
                appeal_store.add_state(unit, each.id, state, unit.today, number)

    def _move(
        self, verb: str, appeal: int, to: AppealState, since: date | None, reason: str
    ) -> None:
        known, day = self.get(appeal), since or self._today
        demand(rules.move_problems(known, to, day, self._today))
        case = self._decisions.get(known.decision).case
        with self._db.unit(verb, Ref("debt_case", case)) as unit:
            appeal_store.add_state(unit, appeal, to, day, reason)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
