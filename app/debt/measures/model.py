"""What is done about an economy (GJ-07, GJ-08), and a settlement with its days (GJ-20 to GJ-28)."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.deadlines import Deadline
from app.core.ids import DebtCaseId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.model import Screened

NOTHING = Ore(0)


class DebtMeasureKind(StrEnum):
    """What can be done, the mildest first (GJ-07, GJ-08, GJ-09)."""

    BOSTOTTE = "bostotte"
    BENEFIT = "benefit"
    LOWER_COSTS = "lower_costs"
    VOLUNTARY_DEDUCTION = "voluntary_deduction"
    MONEY_MANAGEMENT = "money_management"
    REFINANCING = "refinancing"
    STARTLAN = "startlan"
    OUT_OF_COURT = "out_of_court"
    SETTLEMENT = "settlement"

    @property
    def needs_consent(self) -> bool:
        """Whether it is the person's own money that is paid out otherwise: agreed in writing."""
        return self in {
            DebtMeasureKind.VOLUNTARY_DEDUCTION,
            DebtMeasureKind.MONEY_MANAGEMENT,
        }


class DebtMeasureState(StrEnum):
    """How a measure stands."""

    CONSIDERED = "considered"
    ASKED = "asked"
    OPENED = "opened"
    AGREED = "agreed"
    REFUSED = "refused"
    COMPLETED = "completed"
    STOPPED = "stopped"

    @property
    def open(self) -> bool:
        """Whether something may still come of it, or it runs."""
        return self not in {
            DebtMeasureState.REFUSED,
            DebtMeasureState.COMPLETED,
            DebtMeasureState.STOPPED,
        }


@dataclass(frozen=True, slots=True)
class DebtMeasureDraft:
    """What the form tells of a measure. `amount` is each month for a deduction, else in all."""

    kind: DebtMeasureKind | None = None
    with_whom: str = field(default="", repr=False)
    amount: Ore | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DebtMeasureRow:
    """A state of a measure from its day.

    `answer_by` while an answer is waited for; `consent_on` the day the person agreed in writing;
    `ends_on` the last day of a settlement where it is not the usual one (GJ-28).
    """

    since: date
    state: DebtMeasureState
    answer_by: date | None = None
    consent_on: date | None = None
    ends_on: date | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DebtMeasure:
    """One of them, with all its states, oldest first."""

    id: int
    case: DebtCaseId
    draft: DebtMeasureDraft
    rows: tuple[DebtMeasureRow, ...]

    @property
    def kind(self) -> DebtMeasureKind:
        """What it is."""
        return self.draft.kind or DebtMeasureKind.BENEFIT

    @property
    def now(self) -> DebtMeasureRow:
        """How it stands."""
        return self.rows[-1]

    @property
    def state(self) -> DebtMeasureState:
        """The state it stands in."""
        return self.now.state

    @property
    def open(self) -> bool:
        """Whether something may still come of it, or it runs."""
        return self.state.open

    @property
    def answer_by(self) -> date | None:
        """The day an answer is expected by, while one is waited for."""
        waits = self.state in {DebtMeasureState.CONSIDERED, DebtMeasureState.ASKED}
        return self.now.answer_by if waits else None

    def since(self, state: DebtMeasureState) -> date | None:
        """The first day it stood so."""
        return next((row.since for row in self.rows if row.state is state), None)


@dataclass(frozen=True, slots=True)
class SettlementDays:
    """The days of a settlement by the act, counted from the opening (GJ-24, GJ-25, GJ-28).

    `notify_by` is the creditors' last day, `pause_until` the last day of the payment deferral,
    `ends_on` the last day of the settlement: the usual one, or the one that is told.
    """

    opened_on: date
    notify_by: Deadline
    pause_until: date
    ends_on: date
    agreed_on: date | None = None
    told_end: bool = False


@dataclass(frozen=True, slots=True)
class RentSince:
    """Rent that fell due after the opening and is not paid: the deferral is not for it (GJ-26).

    `oldest` is the day the first of it fell due; None when all is paid.
    """

    since: date
    unpaid: Ore
    months: int
    oldest: date | None = None


class DebtorDuty(StrEnum):
    """What the person must do while it runs (GJ-26, GJ-27)."""

    PAY_RENT = "pay_rent"
    SET_ASIDE = "set_aside"
    NO_NEW_DEBT = "no_new_debt"
    END_CONTRACTS = "end_contracts"


@dataclass(frozen=True, slots=True)
class SettlementCheck:
    """The terms gone through with the person on a day; the namsfogd decides (GJ-20 to GJ-23)."""

    since: date
    lasting: Screened = Screened.NOT_ASKED
    recent_debt: Screened = Screened.NOT_ASKED
    crime_debt: Screened = Screened.NOT_ASKED
    disloyal: Screened = Screened.NOT_ASKED
    earlier: Screened = Screened.NOT_ASKED
    earlier_done_on: date | None = None
    business: Screened = Screened.NOT_ASKED
    partner_told: Screened = Screened.NOT_ASKED
    words: str = field(default="", repr=False)


class SettlementFinding(StrEnum):
    """What speaks against an application, or is not asked about yet."""

    NOT_LASTING = "not_lasting"
    RECENT_DEBT = "recent_debt"
    CRIME_DEBT = "crime_debt"
    CRIME_CLAIM = "crime_claim"
    DISLOYAL = "disloyal"
    EARLIER = "earlier"
    EARLIER_DAY_MISSING = "earlier_day_missing"
    BUSINESS = "business"
    PARTNER_NOT_TOLD = "partner_not_told"
    NOT_ASKED = "not_asked"

    @property
    def against(self) -> bool:
        """Whether it speaks against it; the others are still to be found out."""
        return self not in {
            SettlementFinding.EARLIER_DAY_MISSING,
            SettlementFinding.PARTNER_NOT_TOLD,
            SettlementFinding.NOT_ASKED,
        }


@dataclass(frozen=True, slots=True)
class Found:
    """One finding; `until` the first day it no longer stands in the way, where that is known."""

    finding: SettlementFinding
    rule: str
    until: date | None = None


class DebtDueKind(StrEnum):
    """What there is to do by a day."""

    ANSWER = "answer"
    RENT = "rent"
    NOTIFY = "notify"
    PAUSE = "pause"
    SETTLEMENT_END = "settlement_end"


@dataclass(frozen=True, slots=True)
class DebtDue:
    """Something with a day in a case that is open."""

    case: DebtCaseId
    person: PersonId
    kind: DebtDueKind
    measure: int
    of: DebtMeasureKind
    due_on: date


MeasuresByCase = Mapping[DebtCaseId, tuple[DebtMeasure, ...]]
