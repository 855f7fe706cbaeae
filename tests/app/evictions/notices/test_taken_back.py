"""A petition that is taken back: the case goes back too, and is over only when that is said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.model import AlertId
from app.core.clock import FixedClock
from app.core.ids import EvictionCaseId
from app.evictions.model import DayChange, EvictionOutcome, EvictionStage
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.evictions.desk import a_message
from tests.app.evictions.notices.desk import HomeDesk

TODAY = date(2026, 11, 23)
EARLIEST = date(2026, 12, 8)


@pytest.fixture
def desk(office: Office) -> HomeDesk:
    return HomeDesk(office)


def later(clock: FixedClock, day: date) -> None:
    clock.at += day - clock.today()


def filed(desk: HomeDesk, clock: FixedClock) -> EvictionCaseId:
    """Noticed, met, filed; the namsfogd has set a day."""
    desk.noticed(TODAY)
    desk.met(TODAY)
    later(clock, EARLIEST)
    desk.office.home_track.file_petition(desk.lease, EARLIEST, "26-1")
    (case,) = desk.office.eviction_cases.of_lease(desk.lease)
    told = a_message(desk.person, received_on=EARLIEST, eviction_on=date(2027, 1, 20))
    assert desk.office.eviction_cases.receive(replace(told, joins=case.id)) == case.id
    return case.id


def test_a_petition_taken_back_takes_the_case_back_to_the_notice(
    desk: HomeDesk, clock: FixedClock
) -> None:
    """It was never over by itself: the officer says how it ended, or files again."""
    case, cases, person = filed(desk, clock), desk.office.eviction_cases, desk.person
    assert cases.petitioned(person)
    later(clock, EARLIEST + timedelta(days=2))
    desk.office.home_track.withdraw_petition(desk.lease, "Alt er betalt")
    known = cases.get(case)
    assert (known.stage, known.stage_since) == (EvictionStage.NOTICE_SENT, clock.today())
    assert (known.eviction_on, known.comment_until) == (None, None)
    assert (known.open, known.outcome, known.taken_back_on) == (True, None, clock.today())
    assert cases.days(case)[-1].change is DayChange.CALLED_OFF
    assert not cases.petitioned(person)
    about = {each.id for each in desk.office.alerts.today() if each.case.id == case}
    assert AlertId.EVICTION not in about
    desk.office.history.undo()
    assert cases.get(case).stage is EvictionStage.DATE_SET
    assert cases.get(case).eviction_on == date(2027, 1, 20)
    desk.office.home_track.withdraw_petition(desk.lease, "Alt er betalt")
    cases.close(case, EvictionOutcome.WITHDRAWN)
    assert not cases.get(case).open


def test_a_petition_filed_again_and_a_later_message_are_of_the_new_one(
    desk: HomeDesk, clock: FixedClock
) -> None:
    case, cases = filed(desk, clock), desk.office.eviction_cases
    desk.office.home_track.withdraw_petition(desk.lease, "Feil sum")
    later(clock, EARLIEST + timedelta(days=7))
    desk.office.home_track.file_petition(desk.lease, clock.today(), "26-2")
    assert cases.get(case).stage is EvictionStage.PETITION_FILED
    again = a_message(desk.person, received_on=clock.today(), reference="26-104999", joins=case)
    cases.receive(again)
    known = cases.get(case)
    assert known.taken_back_on is None
    assert known.comment_until == clock.today() + timedelta(weeks=2)
    assert AlertId.EVICTION in {each.id for each in desk.office.alerts.today()}


def test_taken_back_when_the_notice_holds_no_more_it_is_at_risk_alone(
    desk: HomeDesk, clock: FixedClock
) -> None:
    """TV-06."""
    case, cases = filed(desk, clock), desk.office.eviction_cases
    desk.office.letters.annul(desk.letters(DocumentKind.EVICTION_NOTICE)[-1], "Feil sum")
    assert desk.office.home_track.of(desk.lease).petition is not None
    desk.office.home_track.withdraw_petition(desk.lease, "Varselet gjaldt ikke")
    assert cases.get(case).stage is EvictionStage.AT_RISK
