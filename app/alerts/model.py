"""A gjøremål: what needs a person, why, since when and by when."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol, runtime_checkable

from app.applications.model import Unanswered
from app.core.ids import ApplicationId, LeaseId, Ref
from app.core.parameters import Parameters
from app.core.records import dataclass
from app.leases.model import TenantPlace

Fact = str | int | date
"""What a reason is worded with."""


class AlertId(StrEnum):
    """Which rule found it; those of the law by their number."""

    EVICTION = "AL-01"
    EVICTION_CHILDREN = "AL-02"
    LEASE_ENDS = "AL-03"
    LEASE_ENDED = "AL-04"
    CONSENT = "AL-06"
    RENT = "AL-13"
    RENT_NOTICE = "rent_notice"
    HALF_WAY = "half_way"
    EXIT_PLAN = "exit_plan"
    OVERSTAY = "overstay"
    CONDITION_CLAIM = "condition_claim"
    BELONGINGS = "belongings"
    DEPOSIT = "deposit"
    UNANSWERED = "AL-07"
    APPEAL = "AL-08"
    RENT_UNPAID = "AL-09"
    PETITION = "AL-10"
    PETITION_CORRECTION = "petition_correction"
    NOTICE_OLD = "AL-11"
    INSTALMENT = "instalment"
    PAUSE = "pause"
    MEETING_STEP = "meeting_step"
    SIGNAL = "signal"
    UNIT_NOTE = "unit_note"
    AFTERCARE = "aftercare"
    DEBT_TARGET = "AL-16"
    DEBT_UNDECIDED = "debt_undecided"
    DEBT_START = "debt_start"
    CREDITORS = "creditors"
    DEBT_PLAN = "debt_plan"
    DEBT_MEASURE = "debt_measure"
    DEBT_PAPERS = "debt_papers"
    DEBT_APPEAL = "debt_appeal"
    PROTEST = "AL-12"
    PRIOR_NOTICE = "prior_notice"
    STAY = "AL-14"
    EVALUATION = "AL-15"
    MEASURE = "measure"
    NO_CONTACT = "no_contact"
    NO_PLAN = "no_plan"
    NO_OWNER = "no_owner"
    CONSENT_ENDS = "consent_ends"
    START_PACKAGE = "start_package"
    AGREEMENT = "agreement"
    REPORT = "report"
    RULES_DUE = "AL-20"
    PAPERS_OVERDUE = "papers_overdue"
    LAPSE = "lapse"
    SWEEP = "sweep"
    OFFER = "offer"
    RESERVATION = "reservation"
    LANDLORD = "landlord"
    VACANT = "vacant"
    UNSENT = "unsent"
    BACKUP_LATE = "backup_late"
    DISCHARGE = "AL-18"
    CLAUSE = "AL-19"
    HOUSING_PLAN = "AL-21"
    RETURN_DUE = "return_due"


class Urgency(StrEnum):
    """How soon a person must look at it."""

    NOW = "now"
    SOON = "soon"
    INFO = "info"


class Reason(StrEnum):
    """Why it needs someone; worded with the alert's facts."""

    NOT_ANSWERED = "not_answered"
    ANSWER_LATE = "answer_late"
    PROMISE_TODAY = "promise_today"
    PROMISE_BROKEN = "promise_broken"
    PAPERS_OVERDUE = "papers_overdue"
    LAPSE_TO_WARN = "lapse_to_warn"
    LAPSE_DAY_PASSED = "lapse_day_passed"
    SWEEP_DUE = "sweep_due"
    LEASE_ENDS = "lease_ends"
    LEASES_END = "leases_end"
    LEASE_ENDED = "lease_ended"
    MOVE_OUT_REQUEST_LATE = "move_out_request_late"
    LEASE_OPEN_ENDED = "lease_turned_open_ended"
    CONSENT_UNANSWERED = "consent_unanswered"
    CONSENT_RUNS_OUT = "consent_runs_out"
    CONSENT_NOT_SENT = "consent_not_sent"
    RENEWAL_NOT_SIGNED = "renewal_not_signed"
    HALF_WAY_DUE = "half_way_due"
    HALF_WAY_SEVERAL = "half_way_several"
    EXIT_PLAN_DUE = "exit_plan_due"
    NOT_HANDED_BACK = "not_handed_back"
    CONDITION_NOT_JUDGED = "condition_not_judged"
    BELONGINGS_NOT_COLLECTED = "belongings_not_collected"
    DEPOSIT_TO_ANSWER = "deposit_to_answer"
    DEPOSIT_NO_OUTCOME = "deposit_no_outcome"
    DEPOSIT_NOT_TOLD = "deposit_not_told"
    APPEAL_RECEIVED = "appeal_received"
    APPEAL_NOT_FORWARDED = "appeal_not_forwarded"
    APPEAL_ANSWERED = "appeal_answered"
    APPEAL_PERIOD_ENDED = "appeal_period_ended"
    PROTEST_TO_TRY = "protest_to_try"
    NOTICE_LAPSED = "notice_lapsed"
    NOTICE_UNPROTESTED = "notice_unprotested"
    NOTICE_ANSWERED = "notice_answered"
    NOTICE_UNANSWERED = "notice_unanswered"
    OFFER_OVER = "offer_over"
    OFFER_NOT_SENT = "offer_not_sent"
    RESERVATION_ENDS = "reservation_ends"
    ORDER_UNANSWERED = "order_unanswered"
    REVISION_DUE = "revision_due"
    VACANT_ONE = "vacant_one"
    VACANT_SEVERAL = "vacant_several"
    RENT_MAY_RISE = "rent_may_rise"
    RENTS_MAY_RISE = "rents_may_rise"
    RENT_NOTICE_UNSENT = "rent_notice_unsent"
    RENT_NOTICES_UNSENT = "rent_notices_unsent"
    RENT_NOT_TOLD = "rent_not_told"
    RENTS_NOT_TOLD = "rents_not_told"
    LETTER_UNSENT = "letter_unsent"
    LETTER_RETURNED = "letter_returned"
    NO_PLACE_OUTSIDE = "no_place_outside"
    NEVER_COPIED_OUTSIDE = "never_copied_outside"
    COPY_OUTSIDE_LATE = "copy_outside_late"
    RATES_LATE = "rates_late"
    RATES_COMING = "rates_coming"
    REPORT_WAITS = "report_waits"
    REPORTS_WAIT = "reports_wait"
    STAY_LONG = "stay_long"
    STAY_CHILDREN_NEAR = "stay_children_near"
    STAY_CHILDREN_LONG = "stay_children_long"
    EVALUATION_DUE = "evaluation_due"
    EVALUATIONS_DUE = "evaluations_due"
    MEASURES_LATE = "measures_late"
    MEASURES_LATE_SEVERAL = "measures_late_several"
    MEASURES_TO_EVALUATE = "measures_to_evaluate"
    MEASURES_TO_EVALUATE_SEVERAL = "measures_to_evaluate_several"
    SILENT = "silent"
    SILENT_SEVERAL = "silent_several"
    NEXT_CONTACT_DUE = "next_contact_due"
    NEXT_CONTACTS_DUE = "next_contacts_due"
    LEVEL_WITHOUT_PLAN = "level_without_plan"
    LEVELS_WITHOUT_PLAN = "levels_without_plan"
    PLAN_WITHOUT_CONSENT = "plan_without_consent"
    WITHOUT_OWNER = "without_owner"
    SEVERAL_WITHOUT_OWNER = "several_without_owner"
    CONSENT_ENDS = "consent_ends"
    GROUND_ENDS = "ground_ends"
    AGREEMENT_DUE = "agreement_due"
    NO_START_PACKAGE = "no_start_package"
    NO_START_PACKAGES = "no_start_packages"
    EVICTION_DAY = "eviction_day"
    EVICTION_COMMENT = "eviction_comment"
    EVICTION_DAY_PASSED = "eviction_day_passed"
    EVICTION_TOLD = "eviction_told"
    RENT_MISSED = "rent_missed"
    RENTS_MISSED = "rents_missed"
    PETITION_POSSIBLE = "petition_possible"
    MEET_BEFORE_PETITION = "meet_before_petition"
    PETITION_TO_CORRECT = "petition_to_correct"
    PETITION_NOT_CORRECTED = "petition_not_corrected"
    NOTICE_RAN_OUT = "notice_ran_out"
    DEMAND_RAN_OUT = "demand_ran_out"
    INSTALMENT_MISSED = "instalment_missed"
    INSTALMENTS_MISSED = "instalments_missed"
    PAUSE_ENDS = "pause_ends"
    PAUSES_END = "pauses_end"
    MEETING_STEP_DUE = "meeting_step_due"
    SIGNALS_YELLOW = "signals_yellow"
    SIGNALS_YELLOW_SEVERAL = "signals_yellow_several"
    SIGNALS_RED = "signals_red"
    UNITS_SILENT = "units_silent"
    UNITS_SILENT_SEVERAL = "units_silent_several"
    AFTERCARE_DUE = "aftercare_due"
    DEBT_UNDECIDED = "debt_undecided"
    DEBTS_UNDECIDED = "debts_undecided"
    DEBT_TARGET_PASSED = "debt_target_passed"
    DEBT_TARGETS_PASSED = "debt_targets_passed"
    DEBT_START_DUE = "debt_start_due"
    DEBT_STARTS_DUE = "debt_starts_due"
    CREDITORS_SILENT = "creditors_silent"
    CREDITORS_SILENT_SEVERAL = "creditors_silent_several"
    DEBT_PLAN_BROKEN = "debt_plan_broken"
    DEBT_PLANS_BROKEN = "debt_plans_broken"
    DEBT_MEASURE_DUE = "debt_measure_due"
    DEBT_MEASURES_DUE = "debt_measures_due"
    DEBT_PAPERS_LATE = "debt_papers_late"
    DEBT_PAPERS_LATE_SEVERAL = "debt_papers_late_several"
    DEBT_APPEAL_DUE = "debt_appeal_due"
    DISCHARGE_COMING = "discharge_coming"
    DISCHARGE_PASSED = "discharge_passed"
    DISCHARGE_NO_DAY = "discharge_no_day"
    CLAUSE_ENDS = "clause_ends"
    CLAUSE_ENDED = "clause_ended"
    HOUSING_PLAN = "housing_plan"
    RETURN_KOSTRA13 = "return_kostra13"
    RETURN_HOMELESS = "return_homeless"
    RETURN_QUARTER = "return_quarter"
    RETURN_HALF_YEAR = "return_half_year"


class Act(StrEnum):
    """What the key beside it does."""

    WRITE_PRELIMINARY_REPLY = "write_preliminary_reply"
    WRITE_DELAY_NOTICE = "write_delay_notice"
    ASK_FOR_PAPERS = "ask_for_papers"
    WRITE_LAPSE_WARNING = "write_lapse_warning"
    CLOSE_LAPSED = "close_lapsed"
    ASK_THE_LIST = "ask_the_list"
    DECIDE_RENEWAL = "decide_renewal"
    SEND_MOVE_OUT_REQUEST = "send_move_out_request"
    OPEN_LEASE = "open_lease"
    ANSWER_CONSENT = "answer_consent"
    RECORD_HANDBACK = "record_handback"
    OPEN_ENDING = "open_ending"
    CHANGE_RENT = "change_rent"
    CHANGE_RENTS = "change_rents"
    SEND_RENT_NOTICES = "send_rent_notices"
    SIGN_RENEWAL = "sign_renewal"
    HOLD_TALK = "hold_talk"
    SEE_TALKS = "see_talks"
    SEE_ENDING = "see_ending"
    OPEN_APPEAL = "open_appeal"
    OPEN_VEDTAK = "open_vedtak"
    RECORD_ANSWER = "record_answer"
    OPEN_DWELLING = "open_dwelling"
    OPEN_ORDER = "open_order"
    SEE_VACANT = "see_vacant"
    RECORD_SENDING = "record_sending"
    CHOOSE_PLACE_OUTSIDE = "choose_place_outside"
    BACK_UP = "back_up"
    OPEN_RULES = "open_rules"
    SEE_REPORTS = "see_reports"
    OPEN_STAY = "open_stay"
    OPEN_PLAN = "open_plan"
    OPEN_INDIVIDUAL_PLAN = "open_individual_plan"
    OPEN_LEVEL = "open_level"
    OPEN_CONSENTS = "open_consents"
    OPEN_AGREEMENT = "open_agreement"
    OPEN_START_PACKAGE = "open_start_package"
    WRITE_NOTE = "write_note"
    SEE_EVALUATIONS = "see_evaluations"
    SEE_LATE_MEASURES = "see_late_measures"
    SEE_SILENT = "see_silent"
    SEE_WITHOUT_PLAN = "see_without_plan"
    SEE_WITHOUT_OWNER = "see_without_owner"
    SEE_HOLES = "see_holes"
    OPEN_EVICTION = "open_eviction"
    OPEN_UNITS = "open_units"
    OPEN_AFTERCARE = "open_aftercare"
    OPEN_ARREARS = "open_arrears"
    OPEN_INSTALMENTS = "open_instalments"
    OPEN_SIGNALS = "open_signals"
    SEE_ARREARS = "see_arrears"
    SEE_BROKEN_AGREEMENTS = "see_broken_agreements"
    SEE_SIGNALS = "see_signals"
    SEE_PAUSES = "see_pauses"
    SEE_EVICTIONS = "see_evictions"
    OPEN_ADVICE = "open_advice"
    OPEN_ADVICE_VEDTAK = "open_advice_vedtak"
    OPEN_ADVICE_APPEAL = "open_advice_appeal"
    OPEN_ADVICE_ECONOMY = "open_advice_economy"
    OPEN_ADVICE_PLAN = "open_advice_plan"
    OPEN_ADVICE_MEASURES = "open_advice_measures"
    SEE_ADVICE = "see_advice"
    SEE_ADVICE_UNDECIDED = "see_advice_undecided"
    SEE_ADVICE_QUEUE = "see_advice_queue"
    TELL_DISCHARGE = "tell_discharge"
    OPEN_RETURNS = "open_returns"
    OPEN_CENSUS = "open_census"
    OPEN_PACK = "open_pack"


@dataclass(frozen=True, slots=True)
class Alert:
    """One gjøremål.

    `since` is the day it began to need someone; `due` the last day to act, `counted_day` the day
    the law counts to before any move, `basis` that law. `name` is whom it is about and `place`
    the dwelling: empty for one whose address is protected. `facts` are what the reason is worded
    with. `again` is the next step of its ladder: it is never put off past that day.
    """

    id: AlertId
    urgency: Urgency
    case: Ref
    since: date
    due: date | None = field(default=None, kw_only=True)
    counted_day: date | None = field(default=None, kw_only=True)
    basis: str = field(default="", kw_only=True)
    why: Reason
    act: Act
    name: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    facts: tuple[tuple[str, Fact], ...] = field(default=(), repr=False)
    again: date | None = None

    @property
    def key(self) -> tuple[AlertId, Ref]:
        """What it is put off by: the same gjøremål tomorrow has the same key."""
        return self.id, self.case


@dataclass(frozen=True, slots=True)
class Snooze:
    """A gjøremål put off: it shows again on `until`."""

    id: int
    alert: AlertId
    case: Ref
    until: date
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Snoozed:
    """A gjøremål that would stand under I dag, were it not put off."""

    alert: Alert
    until: date
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CopyAge:
    """The days of the copies outside the machine, and whether the newest is too old."""

    place_chosen: bool
    copied_on: date | None
    late: bool


class EndingLease(Protocol):
    """A lease for a fixed term with its tenant still there and no lease after it (HL-42)."""

    @property
    def lease(self) -> LeaseId:
        """The lease."""
        ...

    @property
    def end_on(self) -> date:
        """The last day of the term."""
        ...

    @property
    def renewal_decided(self) -> bool:
        """Whether it is decided that the tenant stays or moves (FV-25)."""
        ...

    @property
    def renewal_granted(self) -> bool:
        """Whether the tenant may stay, while no next lease is signed."""
        ...

    @property
    def move_out_request_sent(self) -> date | None:
        """The day the tenant was asked in writing to move."""
        ...


class Source(Protocol):
    """A slice whose own rules find gjøremål."""

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        ...


@runtime_checkable
class Foresight(Protocol):
    """A source that tells many as one today, and each by itself of the days ahead."""

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """What would stand on a day ahead if nothing is done, in no order."""
        ...


class Waiting(Protocol):
    """Where the applications with neither an answer nor a preliminary one come from (FV-02)."""

    def unanswered(self) -> tuple[Unanswered, ...]:
        """Every one of them."""
        ...

    def names(self, some: Iterable[ApplicationId]) -> Mapping[ApplicationId, str]:
        """Who asked, of some applications."""
        ...


class EndingLeases(Protocol):
    """Where the leases that end come from, and whose a lease is."""

    def ending(self, until: date) -> tuple[EndingLease, ...]:
        """Every one that ends or has ended by a day."""
        ...

    def places(self, leases: Collection[LeaseId]) -> Mapping[LeaseId, TenantPlace]:
        """Whose some of them are, and where."""
        ...
