"""HL-16, HL-73 to HL-76: nothing that comes after a lease is forgotten."""

from datetime import date, timedelta

from app.alerts.model import Alert, Reason, Urgency
from app.core.clock import FixedClock
from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.core.periods import add
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.deposit.model import ClaimDraft, SecurityKind
from app.leases.aftermath.handback.model import Handback
from app.leases.aftermath.left_belongings.model import Belonging
from app.leases.expiry.rules import MOVE_OUT_DAYS
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.leases.aftermath.conftest import LAST, lease, over
from tests.app.leases.conftest import desk

__all__ = ["desk", "lease", "over"]
BACK = date(2027, 4, 5)


def found(office: Office, reason: Reason) -> list[Alert]:
    return [each for each in office.alerts.today() if each.why is reason]


def test_hl_73_a_dwelling_that_is_not_back_is_told_until_it_is(
    office: Office, over: LeaseId
) -> None:
    (alert,) = found(office, Reason.NOT_HANDED_BACK)
    assert (alert.case.id, alert.since) == (over, LAST + timedelta(days=1))
    assert alert.urgency is Urgency.SOON
    office.aftermath.handbacks.record(over, Handback(BACK), DwellingStatus.READY)
    assert not found(office, Reason.NOT_HANDED_BACK)


def test_hl_74_one_who_was_asked_to_move_and_stays_is_told_when_the_days_are_over(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    end = date(2029, 11, 30)
    clock.at += end + timedelta(days=3) - clock.today()
    asked = clock.today()
    request = DocumentKind.MOVE_OUT_REQUEST
    made = office.expiry.issue(lease, request, office.expiry.suggest(lease, request))
    assert isinstance(made, int)
    office.letters.sent(DocumentId(made), asked, Channel.LETTER, "Postlagt")
    days = office.settings.parameters.period(MOVE_OUT_DAYS, asked)
    clock.at += add(days, asked) - asked
    assert not found(office, Reason.NOT_HANDED_BACK), "the tenant still has the day"
    clock.at += timedelta(days=1)
    (alert,) = found(office, Reason.NOT_HANDED_BACK)
    assert (alert.case.id, alert.since) == (lease, end + timedelta(days=1))
    office.aftermath.handbacks.record(lease, Handback(clock.today()), DwellingStatus.READY)
    assert not found(office, Reason.NOT_HANDED_BACK)


def test_hl_16_the_bank_is_asked_for_the_day_of_its_notice(
    office: Office, over: LeaseId, clock: FixedClock
) -> None:
    draft = ClaimDraft(SecurityKind.DEPOSIT, Ore(1_000_000), "Husleie", "Lia Sparebank\n2201 LIA")
    office.aftermath.deposits.claim(over, draft)
    clock.at += timedelta(days=13)
    assert not found(office, Reason.DEPOSIT_NOT_TOLD)
    clock.at += timedelta(days=1)
    (alert,) = found(office, Reason.DEPOSIT_NOT_TOLD)
    assert (alert.urgency, alert.facts) == (Urgency.SOON, (("claimed_on", BACK),))
    (claim,) = office.aftermath.deposits.of(over)
    office.aftermath.deposits.told(claim.id, clock.today())
    assert not found(office, Reason.DEPOSIT_NOT_TOLD)


def test_hl_75_the_condition_is_to_be_judged_fourteen_days_after(
    office: Office, over: LeaseId
) -> None:
    office.aftermath.handbacks.record(over, Handback(BACK), DwellingStatus.READY)
    (alert,) = found(office, Reason.CONDITION_NOT_JUDGED)
    assert (alert.since, alert.due) == (BACK, BACK + timedelta(days=14))
    office.aftermath.condition.no_claim(over, "Vanlig slitasje")
    assert not found(office, Reason.CONDITION_NOT_JUDGED)


def test_hl_76_what_is_not_collected_in_time_is_told(
    office: Office, over: LeaseId, clock: FixedClock
) -> None:
    office.aftermath.belongings.add(over, Belonging(BACK, "En sofa", "Boden i kjelleren"))
    office.aftermath.belongings.ask(over, BACK + timedelta(days=14))
    assert not found(office, Reason.BELONGINGS_NOT_COLLECTED)
    clock.at += timedelta(days=15)
    (alert,) = found(office, Reason.BELONGINGS_NOT_COLLECTED)
    assert alert.due == BACK + timedelta(days=14)


def test_hl_16_the_tenants_claim_is_red_before_the_five_weeks_are_over(
    office: Office, over: LeaseId, clock: FixedClock
) -> None:
    draft = ClaimDraft(SecurityKind.DEPOSIT, Ore(1_000_000))
    office.aftermath.deposits.tenant_claimed(over, draft, BACK)
    (alert,) = found(office, Reason.DEPOSIT_TO_ANSWER)
    assert alert.urgency is Urgency.SOON
    assert alert.counted_day == BACK + timedelta(weeks=5)
    clock.at += timedelta(days=25)
    (alert,) = found(office, Reason.DEPOSIT_TO_ANSWER)
    assert alert.urgency is Urgency.NOW
