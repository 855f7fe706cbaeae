"""A round makes what is ready, tells what is not, and stops at a whole lease."""

from dataclasses import replace
from datetime import date

import pytest

from app.core.ids import LeaseId
from app.leases.model import LeaseState
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from tests.factories import a_number, registered_dwelling, registered_person


@pytest.fixture
def drafts(office: Office, desk: LeaseDesk) -> list[tuple[LeaseId, str]]:
    """Four drafts on four dwellings; the last has no rent."""
    made = []
    for place in range(4):
        born = a_number(date(1970, 1, 2 + place), 0)
        person = registered_person(office, national_id=born)
        home = registered_dwelling(office, street=f"Gate {place}")
        lease = office.leases.prepare(dwelling=home, tenant=person)
        draft = office.leases.get(lease).draft
        rent = None if place == 3 else draft.rent
        office.leases.save_draft(lease, replace(draft, rent=rent, deposit_account="15030000019"))
        made.append((lease, office.leases.get(lease).number))
    return made


def states(office: Office, drafts: list[tuple[LeaseId, str]]) -> list[LeaseState]:
    return [office.leases.get(lease).state for lease, _ in drafts]


def test_what_is_ready_is_made_and_what_is_not_says_why(
    office: Office, drafts: list[tuple[LeaseId, str]]
) -> None:
    lacks = {each.row.id: each.lacks for each in office.lease_round.drafts()}
    assert [lacks[lease] is None for lease, _ in drafts] == [True, True, True, False]
    result = office.lease_round.make(drafts, lambda *_: True)
    assert len(result.made) == 3
    assert [(each.lease, each.code) for each in result.not_made] == [(drafts[3][0], "rent_missing")]
    assert states(office, drafts) == [LeaseState.TO_SIGN] * 3 + [LeaseState.DRAFT]


def test_stopping_keeps_what_is_whole(office: Office, drafts: list[tuple[LeaseId, str]]) -> None:
    result = office.lease_round.make(drafts, lambda done, _total: done < 2)
    assert (len(result.made), result.left) == (2, 2)
    assert states(office, drafts) == [LeaseState.TO_SIGN] * 2 + [LeaseState.DRAFT] * 2
