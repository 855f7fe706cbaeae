"""A protest in time: the notice waits, and lapses by itself when nobody sues (HL-66, HL-67)."""

from datetime import date, timedelta

import pytest

from app.core.errors import Invalid, OfficeError
from app.leases.endings.model import EndCause
from app.leases.model import LeaseState
from app.leases.notices.model import (
    Notice,
    NoticeStanding,
    ProtestDraft,
    SuitBody,
    TenantNoticeDraft,
)
from tests.app.leases.notices.conftest import Ending

ARRIVED = date(2026, 12, 9)
IN_TIME = ProtestDraft(ARRIVED, date(2026, 12, 20), date(2026, 12, 22))
LAPSES = date(2027, 4, 13)


@pytest.fixture
def notice(ending: Ending) -> Notice:
    """Sent on the seventh of December, to the last of March."""
    made = ending.given()
    ending.to(date(2026, 12, 22))
    return made


def test_a_notice_that_nobody_sues_for_falls_by_itself(ending: Ending, notice: Notice) -> None:
    """HL-67: day by day, nobody must move before it lapses, and from then on the lease runs."""
    assert ending.protests.protested(notice.id, IN_TIME)
    while ending.clock.today() < LAPSES + timedelta(days=40):
        lapsed = ending.clock.today() >= LAPSES
        assert ending.state() is (LeaseState.RUNNING if lapsed else LeaseState.UNDER_NOTICE)
        now = ending.notices.standing(ending.notices.get(notice.id))
        assert now is (NoticeStanding.LAPSED if lapsed else NoticeStanding.PROTESTED)
        assert (ending.ended_on() is None) is lapsed
        ending.to(ending.clock.today() + timedelta(days=1))
    assert ending.notices.current(ending.lease) is None
    assert ending.office.endings.of(ending.lease) is None


def test_the_last_day_to_sue_counts_from_the_end_of_the_time_to_protest(
    ending: Ending, notice: Notice
) -> None:
    """HL-67: the ninth of January is a Saturday, so we act from that and it falls by Monday's."""
    ending.protests.protested(notice.id, IN_TIME)
    protest = ending.notices.get(notice.id).protest
    assert protest is not None
    assert (protest.late, protest.sue_by, protest.lapses_on) == (False, date(2027, 4, 9), LAPSES)


def test_a_late_protest_changes_nothing(ending: Ending, notice: Notice) -> None:
    """HL-66: posted after the eleventh of January."""
    ending.to(date(2027, 1, 14))
    draft = ProtestDraft(ARRIVED, date(2027, 1, 12), date(2027, 1, 14))
    assert not ending.protests.protested(notice.id, draft)
    assert ending.ended_on() == date(2027, 3, 31)
    ending.to(date(2027, 4, 1))
    assert ending.state() is LeaseState.OVERSTAY


def test_a_lease_that_is_tried_runs_until_it_is_decided(ending: Ending, notice: Notice) -> None:
    """HL-67: sued in time, it does not lapse; what is decided holds."""
    ending.protests.protested(notice.id, IN_TIME)
    ending.to(date(2027, 4, 9))
    ending.protests.sued(notice.id, date(2027, 4, 9), SuitBody.HTU)
    for days in (0, 3, 4, 60):
        ending.to(date(2027, 4, 9) + timedelta(days=days))
        assert ending.state() is LeaseState.RUNNING
        assert ending.notices.standing(ending.notices.get(notice.id)) is NoticeStanding.SUED
    ending.protests.decided(notice.id, ending.clock.today(), date(2027, 7, 31))
    assert ending.ended_on() == date(2027, 7, 31)
    assert ending.notices.standing(ending.notices.get(notice.id)) is NoticeStanding.HOLDS
    ending.to(date(2027, 8, 1))
    assert ending.state() is LeaseState.OVERSTAY


def test_a_notice_that_is_set_aside_is_gone(ending: Ending, notice: Notice) -> None:
    ending.protests.protested(notice.id, IN_TIME)
    ending.to(date(2027, 2, 1))
    ending.protests.sued(notice.id, date(2027, 2, 1), SuitBody.COURT)
    ending.protests.decided(notice.id, date(2027, 2, 1), None)
    assert ending.state() is LeaseState.RUNNING
    assert ending.notices.current(ending.lease) is None


def test_nobody_sues_too_late_or_for_what_is_not_protested(ending: Ending, notice: Notice) -> None:
    """HL-67."""
    with pytest.raises(OfficeError):
        ending.protests.sued(notice.id, ending.clock.today(), SuitBody.HTU)
    ending.protests.protested(notice.id, IN_TIME)
    with pytest.raises(OfficeError):
        ending.protests.protested(notice.id, IN_TIME)
    for day in (date(2026, 12, 1), date(2027, 1, 1)):
        with pytest.raises(Invalid):
            ending.protests.sued(notice.id, day, SuitBody.HTU)
    with pytest.raises(OfficeError):
        ending.protests.decided(notice.id, ending.clock.today(), None)
    ending.to(LAPSES)
    with pytest.raises(OfficeError):
        ending.protests.sued(notice.id, date(2027, 4, 9), SuitBody.HTU)


def test_a_protest_told_after_it_lapsed_lets_the_lease_run(ending: Ending, notice: Notice) -> None:
    """HL-67: the law did it before we knew."""
    ending.to(LAPSES + timedelta(days=10))
    assert ending.protests.protested(notice.id, IN_TIME)
    assert ending.state() is LeaseState.RUNNING


def test_a_tenant_who_gives_notice_meanwhile_ends_it(ending: Ending, notice: Notice) -> None:
    """HL-61: what is recorded after the protest holds, also past the day it would lapse."""
    ending.protests.protested(notice.id, IN_TIME)
    ending.notices.tenant_gave(ending.lease, TenantNoticeDraft(received_on=date(2026, 12, 22)))
    ending.to(LAPSES)
    held = ending.office.endings.of(ending.lease)
    assert held is not None
    assert (held.cause, held.last_day) == (EndCause.TENANT_NOTICE, date(2027, 3, 31))


def test_what_was_told_of_a_protest_can_be_undone(ending: Ending, notice: Notice) -> None:
    ending.protests.protested(notice.id, IN_TIME)
    ending.office.history.undo()
    assert ending.notices.get(notice.id).protest is None
    assert ending.ended_on() == date(2027, 3, 31)
    ending.to(LAPSES)
    assert ending.state() is LeaseState.OVERSTAY


def test_the_tenants_own_notice_outlives_ours_when_ours_is_protested(ending: Ending) -> None:
    """HL-61, HL-66: what the tenant has ended is ended, whatever becomes of our notice."""
    theirs = TenantNoticeDraft(received_on=ending.clock.today(), wishes=date(2027, 6, 30))
    ending.notices.tenant_gave(ending.lease, theirs)
    ours = ending.given()
    assert ending.ended_on() == date(2027, 3, 31)
    ending.to(date(2026, 12, 22))
    assert ending.protests.protested(ours.id, IN_TIME)
    assert ending.ended_on() == date(2027, 6, 30)
    ending.to(LAPSES)
    assert ending.ended_on() == date(2027, 6, 30), "it fell, and the tenant's stands"
    ending.to(date(2027, 7, 1))
    assert ending.state() is LeaseState.OVERSTAY


def test_a_tenant_may_give_notice_past_the_day_of_one_that_is_protested(
    ending: Ending, notice: Notice
) -> None:
    """HL-61: our notice may never end anything, so it does not bar the tenant's."""
    ending.protests.protested(notice.id, IN_TIME)
    ending.to(date(2027, 4, 1))
    ending.protests.sued(notice.id, date(2027, 4, 1), SuitBody.HTU)
    late = TenantNoticeDraft(received_on=date(2027, 4, 1), wishes=date(2027, 9, 30))
    ending.notices.tenant_gave(ending.lease, late)
    assert ending.ended_on() == date(2027, 9, 30)


def test_a_suit_does_not_wipe_out_the_tenants_own_notice(ending: Ending, notice: Notice) -> None:
    """HL-61, HL-67: the one who sues lets our end wait, not the tenant's."""
    ending.protests.protested(notice.id, IN_TIME)
    ending.to(date(2027, 1, 4))
    ending.notices.tenant_gave(ending.lease, TenantNoticeDraft(received_on=date(2027, 1, 4)))
    assert ending.ended_on() == date(2027, 4, 30)
    ending.protests.sued(notice.id, date(2027, 1, 4), SuitBody.COURT)
    assert ending.ended_on() == date(2027, 4, 30)
    ending.protests.decided(notice.id, date(2027, 1, 4), date(2027, 8, 31))
    assert ending.ended_on() == date(2027, 4, 30), "never later than the tenant's own"


def test_our_notice_holds_when_the_tenant_takes_back_an_earlier_one(
    ending: Ending, notice: Notice
) -> None:
    """HL-63: two notices, and each is taken back by itself."""
    came = ending.clock.today()
    sooner = TenantNoticeDraft(received_on=came, wishes=date(2026, 12, 31), agreed=True)
    made = ending.notices.tenant_gave(ending.lease, sooner)
    assert ending.ended_on() == date(2026, 12, 31)
    ending.notices.withdraw(made, "Fikk ikke den nye boligen.")
    assert ending.ended_on() == notice.end_on
