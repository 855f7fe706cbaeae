"""Economic advice, put together for the office."""

from app.applications.intake.service import Intakes
from app.arrears.wiring import ArrearsServices
from app.arrears.wiring import Ground as ArrearsGround
from app.core.records import dataclass
from app.debt.budget.papers import BudgetPapers
from app.debt.budget.service import DebtBudgets
from app.debt.case_letters import DebtLetters
from app.debt.claims.creditors import Creditors
from app.debt.claims.our_rent import OurRent
from app.debt.claims.service import DebtClaims
from app.debt.closing.letters import ClosingLetters
from app.debt.closing.service import DebtClosings
from app.debt.decisions.appeal_papers import DebtAppealPapers
from app.debt.decisions.appeals import DebtAppeals
from app.debt.decisions.noted.service import NotedVedtak
from app.debt.decisions.papers import VedtakPapers
from app.debt.decisions.queue_starts import QueueStarts
from app.debt.decisions.service import DebtDecisions
from app.debt.decisions.waiting import DebtWaitingLetters
from app.debt.economy.service import DebtEconomy
from app.debt.measures.overview.service import NamsfogdOverviews
from app.debt.measures.overview.service import Sources as OverviewSources
from app.debt.measures.service import DebtMeasures
from app.debt.papers.letters import DebtPaperLetters
from app.debt.papers.service import DebtPapers
from app.debt.plans.book import PlanBook
from app.debt.plans.book import Sources as PlanSources
from app.debt.plans.contact.service import CreditorLetters
from app.debt.plans.proposals import PaymentProposals
from app.debt.plans.service import PaymentPlans
from app.debt.queue.capacity.service import DebtCapacity
from app.debt.queue.service import DebtQueue
from app.debt.queue.service import Sources as QueueSources
from app.debt.service import DebtCases
from app.debt.telling_store import TELLING
from app.debt.waiting.service import DebtWaiting
from app.decisions.appeals.copies import Representatives
from app.followup.wiring import FollowupServices
from app.leases.wiring import LeaseServices
from app.people.telling import TellingRows


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there before advice is: what arrears stand on, and those made since."""

    below: ArrearsGround
    leases: LeaseServices
    arrears: ArrearsServices
    followup: FollowupServices
    speakers: Intakes


class DebtServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
        below = on.below
        self.debt_cases = DebtCases(below.db, below.people, below.consents, on.speakers)
        self.debt_words = TellingRows(below.db, "debt_case", TELLING)
        below.people.know_holder(self.debt_words)
        self.noted_vedtak = NotedVedtak(below.db, self.debt_cases)
        self.debt_economy = DebtEconomy(
            below.db, self.debt_cases, below.people, below.leases, below.settings
        )
        self.debt_budgets = DebtBudgets(
            below.db, self.debt_cases, self.debt_economy, below.settings
        )
        self.creditors = Creditors(below.db)
        self.debt_claims = DebtClaims(
            below.db,
            below.settings,
            self.debt_cases,
            self.creditors,
            OurRent(on.arrears.arrears, on.arrears.billers, below.settings),
        )
        below.people.know_holder(self.debt_claims)
        self.debt_budgets.know_claims(self.debt_claims)
        self.debt_cases.know_starter(self.debt_claims)
        self._letters = DebtLetters(below.decisions, below.people, below.letters, below.settings)
        self.budget_papers = BudgetPapers(
            below.db, self.debt_budgets, self.debt_cases, self._letters
        )
        self._wire_decisions(on)
        self._wire_papers(below)
        self._wire_queue(on)
        self._wire_plans(on)
        self._wire_measures(on)

    def _wire_papers(self, below: ArrearsGround) -> None:
        """The papers that show an economy, and the letter that asks for them."""
        self.debt_papers = DebtPapers(below.db, self.debt_cases, below.letters, below.settings)
        below.letters.know_watcher(self.debt_papers)
        self.debt_paper_letters = DebtPaperLetters(
            below.db, self.debt_cases, self.debt_papers, self._letters, below.settings
        )

    def _wire_queue(self, on: Ground) -> None:
        """Who comes first and why, and when each may begin with what the office can give."""
        below, arrears = on.below, on.arrears
        self.debt_capacity = DebtCapacity(below.db)
        sources = QueueSources(
            self.debt_cases, below.people, arrears.arrears, arrears.instalments, below.settings
        )
        self.debt_queue = DebtQueue(below.db, sources, self.debt_capacity)
        self.debt_waiting = DebtWaiting(below.db, self.debt_cases, self.debt_queue)
        self.debt_decisions.know_starts(QueueStarts(self.debt_queue))

    def _wire_decisions(self, on: Ground) -> None:
        """The vedtak, the letter while one waits, and complaints."""
        below = on.below
        copies = Representatives(on.speakers, below.letters)
        papers = VedtakPapers(self._letters, below.settings, below.db.clock, copies)
        self.debt_decisions = DebtDecisions(
            below.db, self.debt_cases, below.letters, below.settings, papers
        )
        self.debt_replies = DebtWaitingLetters(
            below.db, self.debt_cases, self.debt_decisions, papers
        )
        self.debt_appeals = DebtAppeals(
            below.db,
            self.debt_cases,
            self.debt_decisions,
            below.settings,
            DebtAppealPapers(papers, below.letters, below.settings),
        )
        self.debt_decisions.know_answers(self.debt_appeals)

    def _wire_measures(self, on: Ground) -> None:
        """What is done about an economy, and how the work ends."""
        below, cases = on.below, self.debt_cases
        self.debt_measures = DebtMeasures(
            below.db, cases, self.debt_claims, on.arrears.arrears, below.settings
        )
        self.debt_closings = DebtClosings(
            below.db, cases, self.debt_measures, on.followup.contact_notes
        )
        self.closing_letters = ClosingLetters(
            below.db,
            cases,
            self.debt_closings,
            self.debt_measures,
            self.payment_plans,
            self._letters,
            below.letters,
            below.settings,
        )
        sources = OverviewSources(
            cases,
            below.people,
            self.debt_economy,
            self.debt_claims,
            self.creditors,
            self.debt_budgets,
            self.debt_measures,
            self.debt_papers,
        )
        self.namsfogd_overviews = NamsfogdOverviews(below.db, sources, self._letters)

    def _wire_plans(self, on: Ground) -> None:
        """Letters to creditors, what they are offered, and the plan they are paid by."""
        below = on.below
        book = PlanBook(
            PlanSources(
                below.db,
                below.settings,
                self.debt_cases,
                self.debt_claims,
                self.creditors,
                below.consents,
                self.debt_budgets,
                self._letters,
            )
        )
        self.creditor_letters = CreditorLetters(book)
        self.payment_proposals = PaymentProposals(book)
        self.payment_plans = PaymentPlans(book)
