"""AL-13: one gjøremål for the whole round, and one for the letters that must go out."""

from datetime import date, timedelta

import pytest

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.alerts.rent_due import RentDue
from app.core.clock import FixedClock
from app.core.ids import Ref
from app.letters.model import Channel
from app.office import Office
from tests.app.leases.rents.test_rounds import JANUARY, by_lease, five

__all__ = ["five"]


def due(office: Office, clock: FixedClock) -> list[Alert]:
    found = RentDue(office.rent_round).alerts(office.settings.parameters, clock.today())
    return list(found)


def test_al_13_all_rents_that_may_rise_are_one_gjoremal(
    office: Office, five: list[int], clock: FixedClock
) -> None:
    (alert,) = due(office, clock)
    assert (alert.id, alert.urgency) == (AlertId.RENT, Urgency.INFO)
    assert (alert.why, alert.act) == (Reason.RENTS_MAY_RISE, Act.CHANGE_RENTS)
    assert alert.due == date(2026, 12, 1)
    assert dict(alert.facts) == {"count": 5, "from_day": JANUARY}


def test_al_13_a_single_one_leads_to_its_lease(
    office: Office, five: list[int], clock: FixedClock
) -> None:
    rows = list(by_lease(office).values())
    office.rent_round.make(rows[1:], JANUARY, lambda *_: True)
    for row in office.letters.to_send():
        office.letters.sent(row.id, clock.today(), Channel.LETTER, "Post")
    (alert,) = due(office, clock)
    assert (alert.why, alert.act) == (Reason.RENT_MAY_RISE, Act.CHANGE_RENT)
    assert alert.case == Ref("lease", rows[0].lease.id)


@pytest.mark.parametrize(("count", "why"), [(1, "rent_notice_unsent"), (3, "rent_notices_unsent")])
def test_al_13_letters_that_must_go_out_and_those_that_did_not(
    office: Office, five: list[int], clock: FixedClock, count: int, why: str
) -> None:
    rows = list(by_lease(office).values())
    office.rent_round.make(rows[:count], JANUARY, lambda *_: True)
    clock.at += timedelta(days=1)  # a week before the last day
    near = [each for each in due(office, clock) if each.id is AlertId.RENT_NOTICE]
    assert [(each.why, each.act) for each in near] == [(Reason(why), Act.SEND_RENT_NOTICES)]
    assert near[0].due == date(2026, 12, 1)
    clock.at += timedelta(days=8)
    late = [each for each in due(office, clock) if each.id is AlertId.RENT_NOTICE]
    one = count == 1
    assert [each.why for each in late] == [Reason.RENT_NOT_TOLD if one else Reason.RENTS_NOT_TOLD]
    assert late[0].act is (Act.CHANGE_RENT if one else Act.CHANGE_RENTS)


def test_nothing_is_said_where_nothing_can_be_done(office: Office, clock: FixedClock) -> None:
    assert due(office, clock) == []
