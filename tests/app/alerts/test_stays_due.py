"""Temporary stays past 14 days, and past three months with children (AL-14, SOT-05)."""

from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.clock import FixedClock
from app.core.ids import Ref
from app.core.money import Ore
from app.leases.stays.model import PlaceDraft, StayDraft
from app.office import Office
from tests.factories import registered_person

TODAY = date(2026, 11, 23)


def alerts(office: Office) -> list[Alert]:
    """Those about stays."""
    return [alert for alert in office.alerts.today() if alert.id is AlertId.STAY]


def begun(office: Office, children: int) -> int:
    """A stay from today."""
    inn = office.stays.places.add(PlaceDraft(name="Gjestegården"))
    person = registered_person(office)
    return office.stays.begin(
        StayDraft(person, TODAY, place=inn, price=Ore(95_000), children=children)
    )


def test_al_14_is_yellow_from_fourteen_days_and_never_red_without_children(
    office: Office, clock: FixedClock
) -> None:
    stay = begun(office, 0)
    clock.at += timedelta(days=13)
    assert alerts(office) == []
    clock.at += timedelta(days=1)
    (alert,) = alerts(office)
    assert (alert.case, alert.why, alert.act) == (
        Ref("stay", stay),
        Reason.STAY_LONG,
        Act.OPEN_STAY,
    )
    clock.at += timedelta(days=200)
    assert [alert.urgency for alert in alerts(office)] == [Urgency.SOON]
    office.stays.end(stay, clock.today())
    assert alerts(office) == []


def test_al_14_is_red_at_three_months_with_children_even_after_a_move(
    office: Office, clock: FixedClock
) -> None:
    stay = begun(office, 2)
    clock.at += timedelta(days=60)
    (alert,) = alerts(office)
    assert (alert.urgency, alert.why) == (Urgency.SOON, Reason.STAY_CHILDREN_NEAR)
    assert alert.due == date(2027, 2, 23)
    known = office.stays.get(stay)
    office.stays.end(stay, clock.today())
    assert known.place is not None
    office.stays.begin(
        StayDraft(known.person, clock.today(), place=known.place, price=Ore(0), children=2)
    )
    clock.at += timedelta(days=31)
    assert clock.today() == date(2027, 2, 22)
    assert [alert.urgency for alert in alerts(office)] == [Urgency.SOON]
    clock.at += timedelta(days=1)
    (alert,) = alerts(office)
    assert (alert.urgency, alert.why) == (Urgency.NOW, Reason.STAY_CHILDREN_LONG)
