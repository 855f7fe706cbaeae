"""A protest waits for a suit (AL-12, HL-67); what fell and what stands is told a week."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.alerts.notices_due import NoticesDue
from app.core.ids import LeaseId, Ref
from app.leases.notices import rules
from app.leases.notices.model import GivenBy, Notice, NoticeDue, NoticeStanding, Protest
from tests.app.leases.papers import PARAMETERS

NOTICE = Notice(
    id=1,
    lease=LeaseId(7),
    given_by=GivenBy.LANDLORD,
    recorded_on=date(2026, 12, 7),
    given_on=date(2026, 12, 7),
    end_on=date(2027, 3, 31),
)
PROTEST = Protest(
    id=1,
    arrived_on=date(2026, 12, 9),
    sent_on=date(2026, 12, 20),
    received_on=date(2026, 12, 22),
    late=False,
    sue_by=date(2027, 4, 9),
    lapses_on=date(2027, 4, 13),
)


class Ours:
    """One notice, as it stands on a day."""

    def __init__(self, notice: Notice, today: date) -> None:
        until = rules.protest_until(date(2026, 12, 9), PARAMETERS)
        standing = rules.standing(notice, today)
        self._row = NoticeDue(notice, standing, until)

    def due(self) -> tuple[NoticeDue, ...]:
        return (self._row,)


def told(notice: Notice, today: date) -> tuple[Alert, ...]:
    return NoticesDue(Ours(notice, today)).alerts(PARAMETERS, today)


@pytest.mark.parametrize(
    ("day", "urgency"),
    [
        (date(2026, 12, 22), Urgency.SOON),
        (date(2027, 3, 9), Urgency.SOON),
        (date(2027, 3, 10), Urgency.NOW),
        (date(2027, 3, 26), Urgency.NOW),
        (date(2027, 4, 12), Urgency.NOW),
    ],
)
def test_a_protest_is_red_thirty_days_before_the_last_safe_day(day: date, urgency: Urgency) -> None:
    """AL-12, HL-67."""
    (alert,) = told(replace(NOTICE, protest=PROTEST), day)
    assert (alert.id, alert.why, alert.urgency) == (
        AlertId.PROTEST,
        Reason.PROTEST_TO_TRY,
        urgency,
    )
    assert (alert.due, alert.case, alert.act) == (
        date(2027, 4, 9),
        Ref("lease", 7),
        Act.OPEN_ENDING,
    )


def test_a_notice_that_fell_is_told_for_a_week() -> None:
    """HL-67: the lease runs on, and somebody should know."""
    notice = replace(NOTICE, protest=PROTEST)
    for days in range(7):
        (alert,) = told(notice, date(2027, 4, 13) + timedelta(days=days))
        assert (alert.why, alert.urgency) == (Reason.NOTICE_LAPSED, Urgency.SOON)
    assert told(notice, date(2027, 4, 20)) == ()


def test_a_notice_nobody_protested_is_told_for_a_week() -> None:
    """HL-66, TV-01: the eleventh of January 2027 is the last day."""
    assert told(NOTICE, date(2027, 1, 11)) == ()
    (alert,) = told(NOTICE, date(2027, 1, 12))
    assert (alert.why, alert.urgency) == (Reason.NOTICE_UNPROTESTED, Urgency.INFO)
    late = replace(NOTICE, protest=replace(PROTEST, late=True))
    assert [each.why for each in told(late, date(2027, 1, 12))] == [Reason.NOTICE_UNPROTESTED]
    assert told(NOTICE, date(2027, 1, 19)) == ()


def test_what_is_tried_waits_for_others() -> None:
    notice = replace(NOTICE, protest=replace(PROTEST, sued_on=date(2027, 2, 1)))
    assert rules.standing(notice, date(2027, 4, 1)) is NoticeStanding.SUED
    assert told(notice, date(2027, 4, 1)) == ()
