"""Offers past their answer day, dwellings held back for the last days, and vacant ones."""

from datetime import date

import pytest

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.allocation.offers.model import ReservationDraft
from app.core.clock import FixedClock
from app.core.ids import DocumentId, Ref
from app.letters.model import Channel
from app.office import Office
from tests.app.allocation.offers.conftest import Wait, wait
from tests.factories import registered_dwelling

TODAY = date(2026, 11, 23)
__all__ = ["wait"]


def alerts(office: Office, which: AlertId) -> list[Alert]:
    """Those of one rule."""
    return [alert for alert in office.alerts.today() if alert.id is which]


@pytest.mark.parametrize("sent", [True, False])
def test_an_offer_is_told_of_the_day_after_its_answer_day(
    office: Office, wait: Wait, clock: FixedClock, sent: bool
) -> None:
    offer = office.offers.make(office.offers.drafted(wait(), registered_dwelling(office)))
    if sent:
        (letter,) = office.letters.to_send()
        office.letters.sent(DocumentId(letter.id), TODAY, Channel.LETTER, "postlagt")
    clock.at = clock.at.replace(day=30)
    assert alerts(office, AlertId.OFFER) == []
    clock.at = clock.at.replace(month=12, day=1)
    (alert,) = alerts(office, AlertId.OFFER)
    why = Reason.OFFER_OVER if sent else Reason.OFFER_NOT_SENT
    assert (alert.case, alert.why, alert.act) == (Ref("offer", offer), why, Act.RECORD_ANSWER)
    assert (alert.due, alert.urgency) == (date(2026, 11, 30), Urgency.NOW)
    office.offers.unanswered(offer, clock.today())
    assert alerts(office, AlertId.OFFER) == []


def test_a_reservation_is_told_of_in_its_last_week(office: Office, clock: FixedClock) -> None:
    dwelling = registered_dwelling(office)
    held = office.reservations.reserve(
        ReservationDraft(dwelling, TODAY, date(2026, 12, 10), "vurderes", held_for="bofellesskap")
    )
    clock.at = clock.at.replace(month=12, day=2)
    assert alerts(office, AlertId.RESERVATION) == []
    clock.at = clock.at.replace(day=3)
    (alert,) = alerts(office, AlertId.RESERVATION)
    assert (alert.due, alert.case) == (date(2026, 12, 10), Ref("dwelling", dwelling))
    office.reservations.end(held)
    assert alerts(office, AlertId.RESERVATION) == []


def test_vacant_dwellings_are_told_of_once_while_someone_waits(office: Office, wait: Wait) -> None:
    first = registered_dwelling(office, status_since=date(2026, 10, 1))
    registered_dwelling(office, street="Elvegata", status_since=date(2026, 11, 16))
    registered_dwelling(office, street="Furulia", status_since=date(2026, 11, 17))
    assert alerts(office, AlertId.VACANT) == []
    application = wait()
    (alert,) = alerts(office, AlertId.VACANT)
    assert (alert.why, alert.place) == (Reason.VACANT_SEVERAL, "")
    assert dict(alert.facts) == {"count": 2, "since": date(2026, 10, 1)}
    office.offers.make(office.offers.drafted(application, first))
    (alert,) = alerts(office, AlertId.VACANT)
    assert (alert.why, alert.place) == (Reason.VACANT_ONE, "Elvegata 4, H0201")
