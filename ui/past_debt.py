"""Codes of economic advice in the history, by table and column: the words of each."""

from collections.abc import Mapping
from enum import Enum

from app.applications.intake.model import AssetKind, IncomeKind
from app.applications.model import Channel, Delay, ReferredBy
from app.debt.budget.bostotte.model import CapArea, OwnShareGroup
from app.debt.budget.model import BudgetPart, LivingBasis
from app.debt.claims.model import DebtClaimKind, DebtClaimStage
from app.debt.closing.model import HomeResult
from app.debt.decisions.model import DebtRefusal
from app.debt.economy.model import CostKind, DebtorStatus, Interval
from app.debt.measures.model import DebtMeasureKind, DebtMeasureState
from app.debt.model import (
    AdviceStage,
    DebtOutcome,
    RequestState,
    Screened,
)
from app.debt.papers.model import DebtPaperKind, DebtPaperState
from app.debt.plans.contact.model import CreditorLetterKind, OpeningReply
from app.debt.plans.model import PaymentPlanState, ProposalReply, ShareBasis
from app.debt.queue.capacity.model import DebtAbsenceKind
from app.decisions.appeals.model import AppealState
from app.decisions.model import VedtakState

DEBT_STATES: Mapping[tuple[str, str], type[Enum]] = {
    ("debt_absence", "kind"): DebtAbsenceKind,
    ("debt_case", "channel"): Channel,
    ("debt_case", "referred_by"): ReferredBy,
    ("debt_state", "state"): RequestState,
    ("debt_screen", "home"): Screened,
    ("debt_screen", "power"): Screened,
    ("debt_screen", "children"): Screened,
    ("debt_screen", "food"): Screened,
    ("debt_stage", "stage"): AdviceStage,
    ("debt_decision_state", "state"): VedtakState,
    ("debt_decision", "ground"): DebtRefusal,
    ("debt_waiting_letter", "delay"): Delay,
    ("debt_appeal", "channel"): Channel,
    ("debt_appeal_state", "state"): AppealState,
    ("debt_outcome", "outcome"): DebtOutcome,
    ("debt_measure", "kind"): DebtMeasureKind,
    ("debt_measure_state", "state"): DebtMeasureState,
    ("settlement_check", "lasting"): Screened,
    ("settlement_check", "recent_debt"): Screened,
    ("settlement_check", "crime_debt"): Screened,
    ("settlement_check", "disloyal"): Screened,
    ("settlement_check", "earlier"): Screened,
    ("settlement_check", "business"): Screened,
    ("settlement_check", "partner_told"): Screened,
    ("debt_effect", "home"): HomeResult,
    ("economy_household", "status"): DebtorStatus,
    ("economy_income", "kind"): IncomeKind,
    ("economy_income", "interval"): Interval,
    ("economy_cost", "kind"): CostKind,
    ("economy_cost", "interval"): Interval,
    ("economy_owned", "kind"): AssetKind,
    ("debt_paper", "kind"): DebtPaperKind,
    ("debt_paper", "state"): DebtPaperState,
    ("budget", "living"): LivingBasis,
    ("budget_change", "part"): BudgetPart,
    ("budget_change", "line"): BudgetPart,  # «cost/3», or nothing: told as a code
    ("bostotte_check", "area"): CapArea,
    ("bostotte_check", "thresholds"): OwnShareGroup,
    ("debt_claim", "kind"): DebtClaimKind,
    ("debt_claim_stage", "stage"): DebtClaimStage,
    ("creditor_letter", "kind"): CreditorLetterKind,
    ("opening_answer", "answer"): OpeningReply,
    ("payment_proposal", "basis"): ShareBasis,
    ("proposal_answer", "answer"): ProposalReply,
    ("payment_plan_state", "state"): PaymentPlanState,
}
"""The enum of each column that holds one code; what holds a list stands with the others."""
