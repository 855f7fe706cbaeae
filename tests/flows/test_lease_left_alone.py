"""Nobody acts in time: the lease runs on, and what either side may do then."""

from datetime import date, timedelta

from app.alerts.model import AlertId, Reason, Urgency
from app.core.errors import OfficeError
from app.core.ids import DocumentId
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.leases.model import LeaseState
from app.leases.notices.model import (
    Notice,
    NoticeStanding,
    ProtestDraft,
    SuitBody,
    TenantNoticeDraft,
)
from tests.flows.tenancy import END, NOISE, Life, signs_what_the_vedtak_set
from tests.flows.town import Town, codes


def test_nobody_acts_and_what_the_landlord_and_the_tenant_may_do_then(town: Town) -> None:
    life = signs_what_the_vedtak_set(town)
    turns_open_ended_after_months_in_red(life)
    life.reopen()
    is_given_notice_that_falls_by_itself(life)
    life.reopen()
    is_sued_and_leaves_by_own_notice(life)
    life.reopen()


def turns_open_ended_after_months_in_red(life: Life) -> None:
    """AL-03, AL-04, HL-42: nobody can say that nothing warned."""
    town, turned, red = life.town, date(2030, 3, 1), []
    town.until(END - timedelta(days=35))
    while town.clock.today() < turned:
        stands = [each for each in town.office.alerts.today() if each.case == life.case]
        red += [town.clock.today() for each in stands if each.urgency is Urgency.NOW]
        assert life.state() is not LeaseState.TURNED_OPEN_ENDED
        town.later(5)
    assert min(red) <= turned - timedelta(days=30)
    assert len(red) >= 18, "red at every look until it turned"
    town.until(turned)
    assert life.state() is LeaseState.TURNED_OPEN_ENDED
    head = town.office.history.head()
    assert life.alerts(AlertId.LEASE_ENDED) == 1
    assert town.office.history.head() == head, "it turned by the law, not by a record"


def given(life: Life, arrived_after: int = 2) -> Notice:
    """Our notice for breach, sent today, in the tenant's hands two days later."""
    office = life.town.office
    made = office.notices.give(life.lease, NOISE)
    assert codes(office.history.undo, of=OfficeError) == ["undo_final"]
    life.send(made)
    life.town.later(arrived_after)
    assert isinstance(made, int)
    office.letters.arrived(DocumentId(made), life.town.clock.today())
    return office.notices.of(life.lease)[-1]


def is_given_notice_that_falls_by_itself(life: Life) -> None:
    """HL-63 to HL-67."""
    town, office = life.town, life.town.office
    town.until(date(2030, 3, 11))
    notice = given(life)
    assert notice.end_on == date(2030, 6, 30)
    assert life.state() is LeaseState.UNDER_NOTICE
    town.until(date(2030, 4, 8))
    protest = ProtestDraft(date(2030, 3, 13), town.clock.today(), town.clock.today())
    assert office.protests.protested(notice.id, protest)
    office.history.undo()
    assert office.notices.get(notice.id).protest is None, "a protest on the wrong lease"
    assert office.protests.protested(notice.id, protest)
    known = office.notices.get(notice.id).protest
    assert known is not None
    assert known.sue_by is not None
    assert known.lapses_on is not None
    town.until(known.sue_by - timedelta(days=10))
    (alert,) = [each for each in office.alerts.today() if each.id is AlertId.PROTEST]
    assert (alert.urgency, alert.why) == (Urgency.NOW, Reason.PROTEST_TO_TRY)
    town.until(known.lapses_on - timedelta(days=1))
    assert life.state() is LeaseState.UNDER_NOTICE, "nobody must move while it is untried"
    town.until(known.lapses_on)
    assert life.state() is LeaseState.TURNED_OPEN_ENDED, "it runs on by itself"
    assert office.notices.standing(office.notices.get(notice.id)) is NoticeStanding.LAPSED
    late = codes(
        lambda: office.protests.sued(notice.id, town.clock.today(), SuitBody.HTU), of=OfficeError
    )
    assert late == ["notice_not_protested"]


def is_sued_and_leaves_by_own_notice(life: Life) -> None:
    """HL-61, HL-67."""
    town, office = life.town, life.town.office
    town.until(date(2030, 9, 2))
    notice = given(life)
    town.later(5)
    today = town.clock.today()
    assert office.protests.protested(notice.id, ProtestDraft(date(2030, 9, 4), today, today))
    town.later(30)
    office.protests.sued(notice.id, town.clock.today(), SuitBody.HTU)
    assert life.state() is LeaseState.TURNED_OPEN_ENDED, "it runs until it is decided"
    theirs = TenantNoticeDraft(received_on=town.clock.today())
    made = office.notices.tenant_gave(life.lease, theirs)
    life.send(office.notices.confirm(made))
    last = date(2031, 1, 31)
    assert office.leases.get(life.lease).ended_on == last
    office.protests.decided(notice.id, town.clock.today(), None)
    assert office.leases.get(life.lease).ended_on == last, "what the tenant ended is ended"
    town.until(last)
    came = Handback(last, MovedTo.OTHER_MUNICIPALITY, "Ryddet", "31 002", "")
    office.aftermath.handbacks.record(life.lease, came, DwellingStatus.READY)
    assert office.aftermath.handbacks.awaited() == (), "the keys came on the last day"
    town.later(1)
    assert life.state() is LeaseState.ENDED
    charge = office.aftermath.handbacks.charge(life.lease)
    assert charge is None or charge.amount == 0, "no day too many"
