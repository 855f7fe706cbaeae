"""A condition has one identity from vedtak to lease to plan (FV-18)."""

from datetime import date

import pytest

from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.followup.model import MeasureState
from app.leases.conditions.model import ConditionEvent, Outcome
from app.office import Office
from app.people.model import AddressProtection
from tests.app.decisions.desk import CONDITIONS
from tests.app.leases.desk import LeaseDesk

BROKEN = ConditionEvent(date(2026, 11, 23), Outcome.BROKEN, "Broren har flyttet inn", "nabo")


def test_fv_18_the_lease_and_the_plan_hold_the_very_condition(
    desk: LeaseDesk, lease: LeaseId
) -> None:
    vedtak = desk.leases.get(lease).draft.vedtak
    assert vedtak is not None
    ids = [condition.id for condition in desk.decisions.get(vedtak).draft.conditions]
    carried = desk.office.conditions.of(lease)
    assert [each.condition for each in carried] == ids
    assert [each.link for each in carried] == [each.link for each in CONDITIONS]
    measures = desk.office.followup.measures(desk.person)
    assert sorted(each.condition or 0 for each in measures) == ids
    assert {each.state for each in measures} == {MeasureState.PLANNED}
    assert all(each.draft.responsible for each in measures)


def test_nothing_is_planned_before_it_is_signed(desk: LeaseDesk) -> None:
    lease = desk.prepared()
    assert desk.office.conditions.of(lease) == ()
    desk.leases.issue(lease)
    assert len(desk.office.conditions.of(lease)) == 2
    assert desk.office.followup.measures(desk.person) == ()


def test_a_breach_is_told_of_the_same_condition(desk: LeaseDesk, lease: LeaseId) -> None:
    first, second = desk.office.conditions.of(lease)
    desk.office.conditions.tell(first.id, BROKEN)
    first, second = desk.office.conditions.of(lease)
    assert (first.last, second.last) == (BROKEN, None)
    assert desk.office.conditions.told_of(first.condition, desk.person) == (BROKEN,)
    desk.office.history.undo()
    assert desk.office.conditions.of(lease)[0].events == ()


def test_a_breach_says_what_happened_and_when(desk: LeaseDesk, lease: LeaseId) -> None:
    first = desk.office.conditions.of(lease)[0]
    with pytest.raises(Invalid) as caught:
        desk.office.conditions.tell(
            first.id, ConditionEvent(date(2026, 12, 24), Outcome.BROKEN, " ")
        )
    assert {problem.field for problem in caught.value.problems} == {"happened_on", "words"}
    kept = ConditionEvent(date(2026, 11, 23), Outcome.KEPT, "")
    desk.office.conditions.tell(first.id, kept)
    assert desk.office.conditions.of(lease)[0].last == kept


def test_a_lease_that_is_not_signed_has_nothing_to_break(desk: LeaseDesk) -> None:
    lease = desk.prepared()
    desk.leases.issue(lease)
    with pytest.raises(OfficeError) as caught:
        desk.office.conditions.tell(desk.office.conditions.of(lease)[0].id, BROKEN)
    assert caught.value.code == "lease_not_running"


def test_adr_02_shielding_takes_it_out_with_the_lease(
    office: Office, desk: LeaseDesk, lease: LeaseId
) -> None:
    office.conditions.tell(office.conditions.of(lease)[0].id, BROKEN)
    office.people.shield(desk.person, "melding", "mappe 12")
    assert office.conditions.of(lease) == ()
    assert office.people.get(desk.person).protection is AddressProtection.STRICTLY_CONFIDENTIAL
