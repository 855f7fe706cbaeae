"""A lease with a deposit that is over: ended by notice, and the keys have not come."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.core.money import Ore
from app.leases.aftermath.service import Aftermath
from app.leases.endings.model import EndCause
from tests.app.leases.desk import LeaseDesk

LAST = date(2027, 3, 31)
DEPOSIT = Ore(1_640_000)


@pytest.fixture
def lease(desk: LeaseDesk) -> LeaseId:
    """Signed today, with a deposit on an account of its own."""
    lease = desk.prepared()
    draft = desk.leases.get(lease).draft
    secured = replace(draft, deposit=DEPOSIT, deposit_account="15064839206")
    desk.leases.save_draft(lease, secured)
    desk.leases.issue(lease)
    desk.leases.signed(lease, desk.office.clock.today())
    return lease


@pytest.fixture
def over(desk: LeaseDesk, lease: LeaseId, clock: FixedClock) -> LeaseId:
    """The tenant gave notice to the last day of March; it is the fifth of April."""
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        desk.office.endings.end(unit, lease, LAST, EndCause.TENANT_NOTICE)
    moved = datetime(2027, 4, 5, 10, 0, tzinfo=clock.at.tzinfo)
    clock.at += timedelta(days=(moved.date() - clock.today()).days)
    return lease


@pytest.fixture
def aftermath(desk: LeaseDesk) -> Aftermath:
    """What comes after."""
    return desk.office.aftermath
