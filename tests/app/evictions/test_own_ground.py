"""A case we began ourselves knows its ground from our own notice, without any message."""

from datetime import date

from app.evictions.advice.model import BestStep
from app.evictions.model import EnforcementGround
from app.office import Office
from tests.app.evictions.notices.desk import HomeDesk


def test_tv_01_the_ground_is_the_one_of_our_notice(office: Office) -> None:
    desk = HomeDesk(office)
    desk.noticed(date(2026, 11, 23))
    (case,) = office.eviction_cases.of_lease(desk.lease)
    assert case.sender is None
    assert case.ground is EnforcementGround.UNPAID_RENT
    steps = [each.step for each in office.eviction_advice.steps(case)]
    assert BestStep.MESSAGE not in steps
    assert BestStep.SOCIAL_ASSISTANCE in steps
