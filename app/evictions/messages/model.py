"""One message, as the officer types it and as the register keeps it."""

from dataclasses import field
from datetime import date

from app.core.ids import EvictionCaseId, LeaseId, PersonId
from app.core.records import dataclass
from app.evictions.model import (
    NO_SUMS,
    EnforcementGround,
    EvictionStage,
    EvictionSums,
    ForcedSaleStage,
    LossKind,
    MessageSender,
)
from app.people.model import PersonDraft


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """What a paper tells, in its order.

    `new_person` is registered with it when `person` is None. `served_on` is the day the two weeks
    of § 13-6 run from, the day it came to us when not known; `comment_until` the last day where
    the paper names it. `stage` is where it stands, told by the sender and the days when None.
    `joins` answers which open case it belongs to, `apart` that it is a new one, and `again` that
    the same message is meant to stand there twice.
    """

    sender: MessageSender | None = None
    person: PersonId | None = None
    new_person: PersonDraft | None = None
    kind: LossKind = LossKind.EVICTION
    lease: LeaseId | None = None
    landlord: str = field(default="", repr=False)
    home: str = field(default="", repr=False)
    paper_reference: str = ""
    received_on: date | None = None
    reference: str = ""
    ground: EnforcementGround | None = None
    sums: EvictionSums = NO_SUMS
    served_on: date | None = None
    comment_until: date | None = None
    eviction_on: date | None = None
    eviction_at: str = ""
    words: str = field(default="", repr=False)
    stage: EvictionStage | None = None
    sale_stage: ForcedSaleStage | None = None
    joins: EvictionCaseId | None = None
    apart: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class EvictionMessage:
    """One message of a case. `recorded_on` is the day it was typed."""

    id: int
    case: EvictionCaseId
    recorded_on: date
    received_on: date
    sender: MessageSender
    reference: str = ""
    ground: EnforcementGround | None = None
    sums: EvictionSums = NO_SUMS
    served_on: date | None = None
    comment_until: date | None = None
    words: str = field(default="", repr=False)
