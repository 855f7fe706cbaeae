"""Reports as the office knows them: what was said, by whom, and what was done about it."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import LeaseId, PersonId
from app.core.records import dataclass


class ReportKind(StrEnum):
    """What a report is about (HL-08, HL-33, HL-68)."""

    DEFECT = "defect"
    DAMAGE = "damage"
    DISTURBANCE = "disturbance"
    NEGLECT = "neglect"
    OTHER = "other"

    @property
    def may_warn(self) -> bool:
        """Whether several of the kind may lead to a warning (HL-68)."""
        return self in {ReportKind.DISTURBANCE, ReportKind.NEGLECT}


class ReportSource(StrEnum):
    """Who said it; no name is needed."""

    TENANT = "tenant"
    NEIGHBOUR = "neighbour"
    CARETAKER = "caretaker"
    OWNER = "owner"
    POLICE = "police"
    SERVICES = "services"
    OWN_VISIT = "own_visit"
    OTHER = "other"

    @property
    def a_claim(self) -> bool:
        """Whether it is someone else's word about the tenant, which nobody here has seen."""
        return self not in {ReportSource.TENANT, ReportSource.OWN_VISIT}


class ReportStep(StrEnum):
    """What was done about a report."""

    PASSED_ON = "passed_on"
    ANSWERED = "answered"
    CLOSED = "closed"
    REOPENED = "reopened"


class ReportState(StrEnum):
    """How far a report has come."""

    RECEIVED = "received"
    PASSED_ON = "passed_on"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def open(self) -> bool:
        """Whether somebody must still do something."""
        return self is not ReportState.CLOSED


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """What the form tells. `happened_on` is the day it was found or happened, if known.

    `source_note` helps to find the source again; it never goes into a letter.
    """

    kind: ReportKind = ReportKind.DEFECT
    what: str = field(default="", repr=False)
    happened_on: date | None = None
    reported_on: date | None = None
    source: ReportSource = ReportSource.TENANT
    source_note: str = field(default="", repr=False)
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of a report, from the day it was written down."""

    recorded_on: date
    draft: ReportDraft


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done, on its day; `to_whom` a service or firm, `words` what was said."""

    kind: ReportStep
    taken_on: date
    to_whom: str = field(default="", repr=False)
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it stands on a day. `told` is all that was said of it, oldest first."""

    id: int
    lease: LeaseId
    told: tuple[Told, ...]
    steps: tuple[Step, ...] = ()

    @property
    def draft(self) -> ReportDraft:
        """What holds."""
        return self.told[-1].draft

    @property
    def reported_on(self) -> date:
        """The day the office was told."""
        return self.draft.reported_on or self.told[0].recorded_on

    @property
    def day(self) -> date:
        """The day it is about: when it happened, else when it was told."""
        return self.draft.happened_on or self.reported_on

    @property
    def state(self) -> ReportState:
        """How far it has come: by the last step, one reopened by those before it was closed."""
        if self.steps and self.steps[-1].kind is ReportStep.CLOSED:
            return ReportState.CLOSED
        kinds = {step.kind for step in self.steps}
        if ReportStep.ANSWERED in kinds:
            return ReportState.ANSWERED
        return ReportState.PASSED_ON if ReportStep.PASSED_ON in kinds else ReportState.RECEIVED

    @property
    def waits_since(self) -> date:
        """The day something was last done, or the day it was told."""
        return max((self.reported_on, *(step.taken_on for step in self.steps)))

    @property
    def closed_on(self) -> date | None:
        """The day it was closed; None while it is open."""
        return None if self.state.open else self.steps[-1].taken_on


@dataclass(frozen=True, slots=True)
class ReportSums:
    """How many reports there are on a lease, and how they stand."""

    open: int
    closed: int
    by_kind: tuple[tuple[ReportKind, int], ...]


@dataclass(frozen=True, slots=True)
class OpenReport:
    """An open report with whose lease it is, for the alerts. `address` empty when protected."""

    report: Report
    number: str
    tenant: PersonId
    tenant_name: str = field(repr=False)
    address: str = field(repr=False)
