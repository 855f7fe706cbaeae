"""A lease that anybody may end by notice, and how its letters go out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.ids import DocumentId, LeaseId
from app.leases.model import LeaseKind, LeaseState
from app.leases.notices.model import LandlordNoticeDraft, LeaseDuty, Notice, NoticeGround
from app.letters.model import Channel, OnPaper
from tests.app.leases.desk import LeaseDesk

OURS = LandlordNoticeDraft(
    ground=NoticeGround.TENANT_BREACH,
    duty=LeaseDuty.QUIET,
    reason="Det har vært høy musikk om natten fem ganger i høst.",
)


class Ending:
    """An open-ended lease from the first of December 2026, signed on the 23rd of November."""

    def __init__(self, desk: LeaseDesk, clock: FixedClock, **changes: object) -> None:
        self.desk, self.clock, self.office = desk, clock, desk.office
        self.notices, self.protests = desk.office.notices, desk.office.protests
        self.terminations = desk.office.terminations
        self.lease = self._signed(**changes)

    def _signed(self, **changes: object) -> LeaseId:
        lease = self.desk.prepared()
        draft = self.desk.leases.get(lease).draft
        self.desk.leases.save_draft(lease, replace(draft, **changes))  # type: ignore[arg-type]
        self.desk.leases.issue(lease)
        self.desk.leases.signed(lease, self.clock.today())
        return lease

    def to(self, day: date) -> None:
        """Move the clock to a day."""
        self.clock.at += timedelta(days=(day - self.clock.today()).days)

    def given(self, draft: LandlordNoticeDraft = OURS) -> Notice:
        """A notice that is made and sent today."""
        self.send(self.notices.give(self.lease, draft))
        return self.notices.of(self.lease)[-1]

    def send(self, made: DocumentId | OnPaper) -> None:
        """A letter goes out today."""
        document = made.id if isinstance(made, OnPaper) else made
        self.office.letters.sent(document, self.clock.today(), Channel.REGISTERED_LETTER, "RR123")

    def state(self) -> LeaseState:
        """Where the lease stands today."""
        return self.desk.leases.get(self.lease).state

    def ended_on(self) -> date | None:
        """The last day it is ended to, as known today."""
        return self.desk.leases.get(self.lease).ended_on


@pytest.fixture
def ending(desk: LeaseDesk, clock: FixedClock) -> Ending:
    """Open-ended, living there since the first of December."""
    made = Ending(
        desk,
        clock,
        kind=LeaseKind.OPEN_ENDED,
        end=None,
        open_ended_reason="Vedtaket sier det.",
    )
    made.to(date(2026, 12, 7))
    return made


@pytest.fixture
def fixed(desk: LeaseDesk, clock: FixedClock) -> Ending:
    """Three years that cannot be ended in the term (HL-41)."""
    made = Ending(desk, clock)
    made.to(date(2026, 12, 7))
    return made
