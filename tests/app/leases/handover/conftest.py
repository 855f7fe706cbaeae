"""A signed lease and the services of moving in and out."""

import pytest

from app.core.ids import LeaseId
from app.dwellings.keys.model import DoorKeyId, DoorKeyKind
from app.dwellings.keys.service import DoorKeys
from tests.app.leases.conftest import desk as desk
from tests.app.leases.conftest import lease as lease
from tests.app.leases.desk import LeaseDesk


@pytest.fixture
def keys(desk: LeaseDesk) -> DoorKeys:
    """The register of keys."""
    return desk.office.door_keys


@pytest.fixture
def three(desk: LeaseDesk, keys: DoorKeys) -> tuple[DoorKeyId, ...]:
    """Three keys to the door of the flat."""
    return keys.register(desk.dwelling, DoorKeyKind.DOOR, "A1–A3")


@pytest.fixture
def handed(keys: DoorKeys, three: tuple[DoorKeyId, ...], lease: LeaseId) -> tuple[DoorKeyId, ...]:
    """Two of them with the tenant."""
    keys.hand_out(three[:2], lease)
    return three[:2]
