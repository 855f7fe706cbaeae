"""A lease that is over: ended by notice on the last day of March, a few days ago."""

from datetime import date, datetime, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.leases.aftermath.service import Aftermath
from app.leases.endings.model import EndCause
from tests.app.leases.desk import LeaseDesk

LAST = date(2027, 3, 31)


@pytest.fixture
def over(desk: LeaseDesk, lease: LeaseId, clock: FixedClock) -> LeaseId:
    """The tenant gave notice; it is the fifth of April and the keys have not come."""
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        desk.office.endings.end(unit, lease, LAST, EndCause.TENANT_NOTICE)
    moved = datetime(2027, 4, 5, 10, 0, tzinfo=clock.at.tzinfo)
    clock.at += timedelta(days=(moved.date() - clock.today()).days)
    return lease


@pytest.fixture
def aftermath(desk: LeaseDesk) -> Aftermath:
    """What comes after."""
    return desk.office.aftermath
