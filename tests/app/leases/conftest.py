"""A desk with a signed lease of three years, from the first of December 2026."""

import pytest

from app.core.ids import LeaseId
from app.office import Office
from tests.app.leases.desk import LeaseDesk


@pytest.fixture
def desk(office: Office) -> LeaseDesk:
    """Every service up to the lease, and what it is about."""
    return LeaseDesk(office)


@pytest.fixture
def lease(desk: LeaseDesk) -> LeaseId:
    """Signed today."""
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, desk.office.clock.today())
    return lease
