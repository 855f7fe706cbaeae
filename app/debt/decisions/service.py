"""The officer's verbs on vedtak about economic advice (SOT-02, SOT-08)."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from app.core.errors import Conflict, OfficeError, Problem, demand
from app.core.ids import DebtCaseId, DebtDecisionId, Ref
from app.debt.decisions import rules, store
from app.debt.decisions.book import DecisionBook
from app.debt.decisions.model import DebtVedtak, DebtVedtakDraft, Said
from app.debt.decisions.papers import VedtakPapers
from app.debt.model import DebtCase, RequestState
from app.debt.service import DebtCases
from app.decisions.appeals.papers import Made
from app.decisions.model import VedtakState
from app.documents.model import Document
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

PREFIX = "GV"


class ExpectedStarts(Protocol):
    """Who knows when the work can begin, by the queue (`office.debt_queue`)."""

    def starts_by(self, case: DebtCaseId, on: date) -> date | None:
        """The last day it is expected to begin; None when nothing can be said."""
        ...


class Answers(Protocol):
    """Who must know that a new vedtak is issued (the appeals)."""

    def decided_anew(self, unit: Unit, old: DebtDecisionId, number: str) -> None:
        """A vedtak with this number took the place of the old one."""
        ...


class DebtDecisions(DecisionBook):
    """Draft, check, preview, issue; change and set aside. Too few hands is no ground (F12)."""

    def __init__(
        self,
        db: Database,
        cases: DebtCases,
        letters: Letters,
        settings: Settings,
        papers: VedtakPapers,
    ) -> None:
        super().__init__(db, cases, letters, settings)
        self._cases: DebtCases = cases
        self._papers = papers
        self._starts: ExpectedStarts | None = None
        self._answers: Answers | None = None

    def know_starts(self, starts: ExpectedStarts) -> None:
        """Ask there when the work can begin."""
        self._starts = starts

    def know_answers(self, answers: Answers) -> None:
        """Tell there of a new vedtak in the place of an old one."""
        self._answers = answers

    # the draft

    def draft(self, case: DebtCaseId, *, granted: bool = True) -> DebtDecisionId:
        """The draft there is, or a new one with what is known. Conflict when it is decided."""
        there = self.drafted(case)
        if there is not None:
            return there.id
        held = self.holding_now(case)
        if held is not None:
            raise Conflict("debt_decided", number=held.number)
        said = self._papers.said(self._cases.get(case))
        filled = rules.turned(replace(self._prefilled(case), granted=granted), said)
        return self._begin(case, filled, self._old(case))

    def change(self, decision: DebtDecisionId, why: str = "") -> DebtDecisionId:
        """Begin a vedtak that takes the place of this one; the old holds until it is issued."""
        known = self.get(decision)
        if known.state not in rules.MAY_CHANGE:
            raise Conflict("debt_vedtak_does_not_hold", number=known.number)
        there = self.drafted(known.case)
        if there is not None:
            return there.id
        return self._begin(known.case, replace(known.draft, change_text=why), known.id)

    def _old(self, case: DebtCaseId) -> DebtDecisionId | None:
        """The one that was set aside, whose place a new one takes."""
        return next(
            (each.id for each in self.of(case) if each.state is VedtakState.SET_ASIDE), None
        )

    def _begin(
        self, case: DebtCaseId, draft: DebtVedtakDraft, replaces: DebtDecisionId | None
    ) -> DebtDecisionId:
        with self._db.unit("debt_vedtak.drafted", Ref("debt_case", case)) as unit:
            number = store.next_number(self._db, unit.today.year, PREFIX)
            return store.insert(unit, number, case, draft, replaces)

    def _prefilled(self, case: DebtCaseId) -> DebtVedtakDraft:
        known = self._cases.get(case)
        return rules.prefilled(
            known, self._papers.basis(), self.expected(case), self._papers.said(known)
        )

    def expected(self, case: DebtCaseId) -> date | None:
        """The last day the work is expected to begin, by the queue; None when nobody knows."""
        return None if self._starts is None else self._starts.starts_by(case, self._today)

    def suggested(self, decision: DebtDecisionId) -> Said:
        """The blocks of the reasons as the register has them."""
        return self._papers.said(self._cases.get(self.get(decision).case))

    def turned(self, decision: DebtDecisionId, draft: DebtVedtakDraft) -> DebtVedtakDraft:
        """The same after the answer was turned: no reason of the other answer is left in it."""
        known = self.get(decision)
        old = self._replaced(known)
        return rules.turned(draft, self.suggested(decision), old.draft if old else None)

    def save_draft(self, decision: DebtDecisionId, draft: DebtVedtakDraft) -> None:
        """What the form holds now, right or not; OfficeError vedtak_issued once it is issued."""
        known = self._drafted(decision)
        if draft == known.draft:
            return
        with self._db.unit("debt_vedtak.draft_saved", Ref("debt_case", known.case)) as unit:
            store.update(unit, decision, draft)

    def discard(self, decision: DebtDecisionId) -> None:
        """Throw a draft away."""
        known = self._drafted(decision)
        with self._db.unit("debt_vedtak.draft_discarded", Ref("debt_case", known.case)) as unit:
            store.delete(unit, decision)

    def check(
        self, decision: DebtDecisionId, draft: DebtVedtakDraft | None = None
    ) -> tuple[Problem, ...]:
        """What must be put right before it can be issued; of a draft not saved, if given."""
        known = self.get(decision)
        case = self._cases.get(known.case)
        return rules.check(draft or known.draft, case, self._today, self._replaced(known))

    def preview(self, decision: DebtDecisionId, draft: DebtVedtakDraft | None = None) -> Document:
        """The letter as the draft would have it, marked as one; it may still lack parts."""
        known = self._drafted(decision)
        return self._document(replace(known, draft=draft or known.draft), as_draft=True)

    # for good

    def issue(self, decision: DebtDecisionId) -> Made:
        """Decide: the letter and the state of the request in one unit that is never undone.

        Invalid with what is missing. On paper alone for strengt fortrolig (ADR-02).
        """
        known = self._drafted(decision)
        demand(self.check(decision))
        self._papers.letters.demand_officer()
        case = self._cases.get(known.case)
        belonging = rules.belonging(known.draft)
        known = replace(known, draft=replace(known.draft, **belonging))  # type: ignore[arg-type]  # its fields by name
        document = self._document(known, as_draft=False)
        self._papers.letters.show_address(case.person, document.reference)
        about = Ref("debt_case", known.case)
        with self._db.unit("debt_vedtak.issued", about, final=True) as unit:
            return self._issue(unit, known, case, document)

    def _issue(self, unit: Unit, known: DebtVedtak, case: DebtCase, document: Document) -> Made:
        store.update(unit, known.id, known.draft)
        kind = DocumentKind.DEBT_VEDTAK
        made = self._papers.letters.issue_on_case(unit, case.id, case.person, document, kind)
        if not self._papers.strict(case.person):
            copy, about = DocumentKind.DEBT_VEDTAK_COPY, Ref("debt_case", case.id)
            self._papers.copies.issue(unit, document, copy, about, case.person)
        versions = self._papers.versions(unit.today)
        store.set_issued(unit, known.id, document_of(made), versions)
        self._cases.answered(unit, case.id, granted=known.draft.granted, since=unit.today)
        self._take_place(unit, known)
        return made

    def _take_place(self, unit: Unit, known: DebtVedtak) -> None:
        """The old one holds no more, and a complaint about it is answered (FV-16)."""
        old = self._replaced(known)
        if old is None:
            return
        if old.holds:
            store.add_state(unit, old.id, VedtakState.REVERSED, unit.today, known.number)
        if self._answers is not None:
            self._answers.decided_anew(unit, old.id, known.number)

    def set_aside(self, decision: DebtDecisionId, reason: str, since: date | None = None) -> None:
        """The appeal body set it aside: nothing is decided, and a refused one waits again."""
        known, day = self.get(decision), since or self._today
        demand(rules.set_aside_problems(known, reason))
        if known.issued_on is not None:
            demand(rules.check_day(day, known.issued_on, self._today))
        with self._db.unit("debt_vedtak.set_aside", Ref("debt_case", known.case)) as unit:
            self.set_aside_in(unit, known, reason, day)

    def set_aside_in(self, unit: Unit, known: DebtVedtak, reason: str, since: date) -> None:
        """As `set_aside`, inside a larger unit."""
        store.add_state(unit, known.id, VedtakState.SET_ASIDE, since, reason)
        if self._cases.get(known.case).state is RequestState.REFUSED:
            self._cases.undecided(unit, known.case, since)

    # inside

    def _replaced(self, known: DebtVedtak) -> DebtVedtak | None:
        return None if known.replaces is None else self.get(known.replaces)

    def _document(self, known: DebtVedtak, *, as_draft: bool) -> Document:
        case = self._cases.get(known.case)
        return self._papers.letter(known, case, self._replaced(known), as_draft=as_draft)

    def _drafted(self, decision: DebtDecisionId) -> DebtVedtak:
        known = self.get(decision)
        if known.state is not VedtakState.DRAFT:
            raise OfficeError("vedtak_issued", number=known.number)
        return known
