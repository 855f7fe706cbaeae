"""A petition that is filed and not over makes the signs of a tenant red (practice 4c)."""

from datetime import date

from app.arrears.signals.model import SignalLevel
from app.office import Office
from tests.app.arrears.signals.tenants import housed

TODAY = date(2026, 11, 23)


def test_4c_a_petition_of_ours_is_red(office: Office) -> None:
    home = housed(office)
    assert office.early_signals.standing(home.tenant).level is SignalLevel.NONE
    with office.unit("eviction.petition_filed") as unit:
        office.eviction_cases.notice_sent(unit, home.lease, TODAY)
    assert office.early_signals.standing(home.tenant).level is SignalLevel.NONE
    with office.unit("eviction.petition_filed") as unit:
        office.eviction_cases.petition_filed(unit, home.lease, TODAY)
    standing = office.early_signals.standing(home.tenant)
    assert (standing.level, standing.petition) == (SignalLevel.RED, True)
