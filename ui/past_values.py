"""What a recorded value is called on the screen; the number of a person is never told whole."""

import json
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.allocation.eligibility.model import Criterion
from app.allocation.offers.model import DeclineReason, OfferState
from app.applications.discharges.model import LeavingHeard, LeavingKind, LeavingPlace
from app.applications.intake.model import (
    AssetKind,
    ExpenseKind,
    HelpNeed,
    Hindrance,
    IncomeKind,
    LegalStay,
    MaritalStatus,
    PaperKind,
    RepresentativeKind,
    Requirement,
    Tenure,
    Wanted,
)
from app.applications.model import (
    ApplicationKind,
    ApplicationState,
    Channel,
    NeedCategory,
    ReferredBy,
    TargetGroup,
)
from app.arrears.instalments.model import InstalmentState, TalkWay
from app.arrears.model import ArrearsOutcome, DisputeOutcome, PaidBy, RentChargeKind
from app.arrears.pauses.model import PauseReason
from app.arrears.signals.model import EarlySignalKind, SignalOutcome, SignalSource
from app.arrears.steps.model import ArrearsStepKind, NoFee
from app.core import words
from app.core.cases import CaseKind
from app.core.days import short_day
from app.core.money import Ore, format_kroner
from app.core.national_id import IdKind
from app.core.report_periods import ReportSpan
from app.core.text import Language, grouped
from app.debt.model import DebtTopic
from app.decisions.appeals.model import AppealState
from app.decisions.content.model import Plan, StartPart
from app.decisions.model import RefusalGround, VedtakKind, VedtakResult, VedtakState
from app.decisions.reversals.model import ReversalGround
from app.dwellings.clauses.model import ClauseKind
from app.dwellings.keys.model import DoorKeyKind, KeyHolder
from app.dwellings.landlords.model import DoneBy, OwnerTask
from app.dwellings.model import DwellingStatus, DwellingType, Holding, OwnerKind
from app.evictions.aftercare.model import AftercareKind
from app.evictions.childhood.model import ChildStepKind
from app.evictions.model import (
    DayChange,
    EnforcementGround,
    EvictionOutcome,
    EvictionStage,
    ForcedSaleStage,
    LossKind,
    MessageSender,
)
from app.evictions.units.model import TellingGround
from app.followup.agreements.model import AgreementState
from app.followup.assessments.model import AreaAnswer, AssessmentArea
from app.followup.contact_notes.model import ContactChannel, ContactOutcome
from app.followup.individual_plans.model import CoordinatorAnswer, CoordinatorPost, PlanWish
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureKind, MeasureResult, MeasureState
from app.followup.plans.model import GoalState, PlanKind, PlanState
from app.followup.services.model import KnownBy
from app.leases.aftermath.condition.model import ConditionOutcome
from app.leases.aftermath.deposit.model import ClaimOutcome, ClaimSide, SecurityKind
from app.leases.aftermath.handback.model import MovedTo
from app.leases.aftermath.left_belongings.model import BelongingOutcome
from app.leases.conditions.model import Outcome
from app.leases.endings.model import EndCause
from app.leases.expiry.model import Recommendation, ReviewKind
from app.leases.handover.information.model import InformationWay
from app.leases.handover.reports.model import (
    HandoverKind,
    ItemCondition,
    ItemKind,
    RoomKind,
    SmokeAlarm,
)
from app.leases.handover.start.model import StartOwner
from app.leases.model import ChargeKind, LeaseKind, LeaseState, TermBasis
from app.leases.notices.model import BreachGround, GivenBy, LeaseDuty, NoticeGround, SuitBody
from app.leases.rents.model import RentChangeKind
from app.leases.reports.model import ReportKind, ReportSource, ReportStep
from app.leases.residents.model import AbsenceCause, ConsentKind, ConsentRefusal, Relation
from app.leases.stays.model import PlaceKind
from app.leases.warnings.model import RuleBroken
from app.letters.model import Channel as Sent
from app.letters.model import DocumentKind, DocumentState
from app.overview.homeless.model import BornIn, HomelessIncome, PlaceOfStay, Sex, YesNo
from app.overview.indicators.model import Indicator
from app.overview.snapshots.model import ReturnKind
from app.people.consents.model import ConsentScope
from app.people.model import AddressProtection, HouseholdKind, Presence, ReachedBy, Role
from app.transfer.model import ImportKind
from ui.labels import LETTERS, capital
from ui.page_words import PAGE_WORDS
from ui.past_debt import DEBT_STATES

MASKED = "•••••"
STATES: dict[tuple[str, str], type[Enum]] = {
    ("person", "language"): Language,
    ("person", "reached_by"): ReachedBy,
    ("office", "language"): Language,
    ("address_protection", "level"): AddressProtection,
    ("national_id", "kind"): IdKind,
    ("household", "kind"): HouseholdKind,
    ("household_member", "role"): Role,
    ("household_member", "presence"): Presence,
    ("dwelling", "dwelling_type"): DwellingType,
    ("dwelling", "holding"): Holding,
    ("dwelling_clause", "kind"): ClauseKind,
    ("dwelling_status", "status"): DwellingStatus,
    ("application", "kind"): ApplicationKind,
    ("application", "channel"): Channel,
    ("application", "referred_by"): ReferredBy,
    ("application_state", "state"): ApplicationState,
    ("application_group", "target_group"): TargetGroup,
    ("application_need", "category"): NeedCategory,
    ("planned_discharge", "kind"): LeavingKind,
    ("planned_discharge", "place"): LeavingPlace,
    ("planned_discharge", "heard_from"): LeavingHeard,
    ("application_notice", "kind"): DocumentKind,
    ("application_confirmation", "channel"): Channel,
    ("application_rank", "target_group"): TargetGroup,
    ("application_other_group", "target_group"): TargetGroup,
    ("intake", "wanted"): Wanted,
    ("intake", "marital_status"): MaritalStatus,
    ("intake", "legal_stay"): LegalStay,
    ("intake", "tenure"): Tenure,
    ("intake_income", "kind"): IncomeKind,
    ("intake_asset", "kind"): AssetKind,
    ("intake_expense", "kind"): ExpenseKind,
    ("intake_paper", "kind"): PaperKind,
    ("representative", "kind"): RepresentativeKind,
    ("consent", "scope"): ConsentScope,
    ("early_signal", "kind"): EarlySignalKind,
    ("early_signal", "source"): SignalSource,
    ("early_signal_state", "outcome"): SignalOutcome,
    ("rent_charge", "kind"): RentChargeKind,
    ("rent_payment", "paid_by"): PaidBy,
    ("rent_dispute", "outcome"): DisputeOutcome,
    ("arrears_closing", "outcome"): ArrearsOutcome,
    ("arrears_step", "kind"): ArrearsStepKind,
    ("arrears_step", "no_fee"): NoFee,
    ("instalment_claim", "kind"): RentChargeKind,
    ("instalment_state", "state"): InstalmentState,
    ("instalment_talk", "way"): TalkWay,
    ("arrears_pause", "reason"): PauseReason,
    ("unit_basis", "known_by"): KnownBy,
    ("legal_basis", "case_kind"): CaseKind,
    ("dispensation", "criterion"): Criterion,
    ("offer_state", "state"): OfferState,
    ("offer_state", "reason"): DeclineReason,
    ("vedtak", "kind"): VedtakKind,
    ("vedtak", "result"): VedtakResult,
    ("vedtak", "plan"): Plan,
    ("vedtak", "refusal_ground"): RefusalGround,
    ("vedtak_state", "state"): VedtakState,
    ("appeal", "channel"): Channel,
    ("appeal_state", "state"): AppealState,
    ("reversal", "ground"): ReversalGround,
    ("owner", "kind"): OwnerKind,
    ("lease", "kind"): LeaseKind,
    ("lease", "term_basis"): TermBasis,
    ("owner_task", "task"): OwnerTask,
    ("owner_task", "done_by"): DoneBy,
    ("condition_event", "outcome"): Outcome,
    ("measure", "kind"): MeasureKind,
    ("help_level", "level"): HelpLevel,
    ("measure_state", "state"): MeasureState,
    ("measure_evaluation", "result"): MeasureResult,
    ("followup_need", "area"): LifeArea,
    ("needs_assessment_area", "area"): AssessmentArea,
    ("needs_assessment_area", "answer"): AreaAnswer,
    ("needs_assessment_health", "answer"): AreaAnswer,
    ("needs_assessment_need", "area"): AssessmentArea,
    ("goal", "area"): LifeArea,
    ("template_goal", "area"): LifeArea,
    ("template_measure", "kind"): MeasureKind,
    ("goal_state", "state"): GoalState,
    ("plan_kind", "kind"): PlanKind,
    ("plan_state", "state"): PlanState,
    ("individual_plan_wish", "answer"): PlanWish,
    ("coordinator_offer", "post"): CoordinatorPost,
    ("coordinator_offer", "answer"): CoordinatorAnswer,
    ("agreement_state", "state"): AgreementState,
    ("contact_note_told", "channel"): ContactChannel,
    ("contact_note_told", "outcome"): ContactOutcome,
    ("document", "kind"): DocumentKind,
    ("document", "language"): Language,
    ("document_state", "state"): DocumentState,
    ("dispatch", "channel"): Sent,
    ("lease_state", "state"): LeaseState,
    ("lease_ending", "cause"): EndCause,
    ("consent_request", "kind"): ConsentKind,
    ("consent_request", "relation"): Relation,
    ("consent_request", "cause"): AbsenceCause,
    ("consent_answer", "ground"): ConsentRefusal,
    ("lease_rent", "basis"): RentChangeKind,
    ("rent_change", "kind"): RentChangeKind,
    ("termination_notice", "given_by"): GivenBy,
    ("termination_notice", "ground"): NoticeGround,
    ("termination_notice", "duty"): LeaseDuty,
    ("notice_protest", "sued_at"): SuitBody,
    ("termination_for_breach", "ground"): BreachGround,
    ("lease_handback", "moved_to"): MovedTo,
    ("left_belonging", "outcome"): BelongingOutcome,
    ("deposit_claim", "security"): SecurityKind,
    ("deposit_claim", "claimed_by"): ClaimSide,
    ("deposit_claim", "outcome"): ClaimOutcome,
    ("condition_claim", "outcome"): ConditionOutcome,
    ("lease_review", "kind"): ReviewKind,
    ("lease_review", "recommendation"): Recommendation,
    ("door_key", "kind"): DoorKeyKind,
    ("door_key_holder", "holder"): KeyHolder,
    ("handover_report", "kind"): HandoverKind,
    ("handover_report", "smoke_alarm"): SmokeAlarm,
    ("handover_remark", "room"): RoomKind,
    ("handover_remark", "item"): ItemKind,
    ("handover_remark", "condition"): ItemCondition,
    ("start_task", "part"): StartPart,
    ("start_task", "owner"): StartOwner,
    ("tenancy_information", "way"): InformationWay,
    ("lease_report_told", "kind"): ReportKind,
    ("lease_report_told", "source"): ReportSource,
    ("lease_report_step", "kind"): ReportStep,
    ("lease_warning", "broken"): RuleBroken,
    ("eviction_notice", "ground"): EnforcementGround,
    ("stay_place", "kind"): PlaceKind,
    ("lease_charge", "kind"): ChargeKind,
    ("sheet_profile", "kind"): ImportKind,
    ("sheet_import", "kind"): ImportKind,
    ("eviction_case", "kind"): LossKind,
    ("unit_note", "ground"): TellingGround,
    ("child_step", "kind"): ChildStepKind,
    ("aftercare_task", "kind"): AftercareKind,
    ("eviction_stage", "stage"): EvictionStage,
    ("eviction_stage", "sale_stage"): ForcedSaleStage,
    ("eviction_message", "sender"): MessageSender,
    ("eviction_message", "ground"): EnforcementGround,
    ("eviction_day", "change"): DayChange,
    ("eviction_outcome", "outcome"): EvictionOutcome,
    ("return_snapshot", "kind"): ReturnKind,
    ("indicator_target", "indicator"): Indicator,
    ("pack_text", "span"): ReportSpan,
    ("outside_edition", "span"): ReportSpan,
    ("homeless_told", "place"): PlaceOfStay,
    ("homeless_profile", "sex"): Sex,
    ("homeless_profile", "income"): HomelessIncome,
    ("homeless_profile", "born_in"): BornIn,
    **{("homeless_profile", asked): YesNo for asked in ("drugs", "mental", "evicted", "before")},
    **DEBT_STATES,
}
CODES = frozenset(
    {"kind", "status", "state", "level", "role", "presence", "channel", "target_group", "category"}
)
_SAID: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("evaluation", "outcome"): {
        "eligible": "Vilkårene er oppfylt",
        "not_eligible": "Ikke alle vilkår er oppfylt",
        "not_known": "Noe er ikke kjent ennå",
    },
    ("local_text", "document"): LETTERS,
    ("saved_list", "page"): PAGE_WORDS,
    ("list_export", "page"): PAGE_WORDS,
}
_SAID_NN = {
    **_SAID,
    ("evaluation", "outcome"): {
        "eligible": "Vilkåra er oppfylte",
        "not_eligible": "Ikkje alle vilkår er oppfylte",
        "not_known": "Noko er ikkje kjent enno",
    },
}
_LISTS: Mapping[tuple[str, str], type[Enum]] = {
    ("dwelling_suitability", "for_groups"): TargetGroup,
    ("dwelling_suitability", "meets"): Requirement,
    ("dwelling_suitability", "lacks"): Requirement,
    ("handover_report", "rooms"): RoomKind,
    ("debt_case", "topics"): DebtTopic,
}
_COUNTED = frozenset({("return_snapshot", each) for each in ("figures", "words", "versions")})
"""What is kept as a list that is shown elsewhere: here only how long it is."""
_MARKS = (Requirement, Hindrance, HelpNeed)  # told in one column
_MONEY_TOLD = frozenset({"present_rent", "owed", "monthly", "value", "original", "remaining"})
_MONEY = frozenset(
    {
        "rent",
        "old_rent",
        "new_rent",
        "deposit",
        "guarantee",
        "principal",
        "fee",
        "interest",
        "costs",
        "claimed",
        "attached",
        "owed_before",
        "owed_after",
    }
)
_MONEY_AGREED = frozenset({"total", "paid_before", "amount"})
_MONEY_TABLES = frozenset(
    {
        "rent_charge",
        "rent_payment",
        "rent_dispute",
        "stated_balance",
        "budget_change",
        "debt_measure",
    }
)
_MONEY_PLANNED = frozenset({"amount", "owed", "fixed", "monthly"})
"""The sums of offers to creditors and of plans."""
_PLANNED = frozenset(
    {
        "payment_proposal",
        "proposal_share",
        "proposal_answer",
        "plan_claim",
        "plan_run",
        "plan_payment",
    }
)
_MONEY_TOLD_OF = frozenset({"amount", "value", "owed"})
"""The sums of an economy, in tables that begin so."""
_FLAGS = frozenset(
    {
        "emergency",
        "own_task",
        "not_for_children",
        "valid_reason",
        "not_needed",
        "registered_here",
        "in_institution",
        "by_agreement",
        "spoke",
        "seen",
        "itemised",
        "family_reunion",
        "cares_for_child",
        "guardian_consent",
        "rented_before",
        "accessible",
        "demo",
        "terminable",
        "cooperation",
        "disadvantaged",
        "caseworker_impartial",
        "approver_impartial",
        "signed",
        "granted",
        "beyond_wear",
        "nav_only",
        "deferred",
        "to_harm",
        "collects",
        "secured",
        "disputed",
        "heating_in_rent",
        "adapted",
        "for_sale",
        "dropped",
        "homeless",
    }
)
_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{6} ?\d{5}(?!\d)")
_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("past", text)


def value_words(table: str, column: str, value: object, language: Language = Language.NB) -> str:
    """A recorded value as the officer would write it, or in the language of who reads it.

    Numbers of persons are masked.
    """
    if value is None or value == "":
        return "–"
    told = _SAID_NN if language is Language.NN else _SAID
    said = told.get((table, column), {}).get(str(value))
    if said is not None:
        return said
    if (table, column) in _COUNTED:
        return grouped(len(json.loads(str(value))))
    if (table, column) in _LISTS:
        return _listed(_LISTS[table, column], str(value), language)
    states = _states(table, column, value)
    if states is not None and value in {member.value for member in states}:
        return capital(words.word(states(value), language.value))
    if column in CODES or states is not None:
        return tr("(kode)")
    if _is_money(table, column) and isinstance(value, int):
        return format_kroner(Ore(value))
    if column in _FLAGS and isinstance(value, int):
        return tr("ja") if value else tr("nei")
    text = str(value)
    if _A_DAY.fullmatch(text):
        return short_day(date.fromisoformat(text))
    return _ELEVEN_DIGITS.sub(_mask, text)


def _listed(kind: type[Enum], value: str, language: Language) -> str:
    """Codes kept as a list in one column, in words."""
    codes = json.loads(value)
    known = [member for member in kind if member.value in codes]
    return ", ".join(words.word(member, language.value) for member in known) or "–"


def _states(table: str, column: str, value: object) -> type[Enum] | None:
    if (table, column) == ("intake_mark", "code"):
        return next((marks for marks in _MARKS if value in {str(each) for each in marks}), None)
    return STATES.get((table, column))


def _is_money(table: str, column: str) -> bool:
    return (
        column in _MONEY
        or (table.startswith("intake") and column in _MONEY_TOLD)
        or (table.startswith("instalment") and column in _MONEY_AGREED)
        or (table.startswith("economy") and column in _MONEY_TOLD_OF)
        or (table in _MONEY_TABLES and column == "amount")
        or (table in _PLANNED and column in _MONEY_PLANNED)
        or (table == "bostotte_check" and column in {"income", "wealth"})
    )


def _mask(found: re.Match[str]) -> str:
    return f"{found[0][:6]} {MASKED}"
