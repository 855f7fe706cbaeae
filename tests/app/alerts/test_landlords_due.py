"""What orders and agreements with owners ask for, and when (SD-11, DOC-11)."""

from datetime import date

import pytest

from app.alerts.landlords_due import revisions, unanswered
from app.alerts.model import Reason, Urgency
from app.core.ids import DwellingId, LeaseId, OwnerId
from app.dwellings.landlords.model import RevisionDue
from app.leases.orders.model import OrderDue
from app.office import Office
from tests.app.dwellings.landlords.test_service import AGREED, let_by, owner_of

ORDER = OrderDue(
    LeaseId(1), "L2026-001", "Lia Boligstiftelse", date(2026, 11, 23), date(2026, 12, 7), "Kari"
)
REVISION = (RevisionDue(OwnerId(1), "Lia Boligstiftelse", date(2026, 12, 1)), DwellingId(1))


@pytest.mark.parametrize(("today", "told"), [(date(2026, 12, 7), 0), (date(2026, 12, 8), 1)])
def test_an_order_is_told_of_the_day_after_it_should_be_back(today: date, told: int) -> None:
    found = tuple(unanswered([ORDER], today))
    assert [alert.urgency for alert in found] == [Urgency.SOON] * told


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 10, 31), []),
        (date(2026, 11, 1), [Urgency.INFO]),
        (date(2026, 12, 1), [Urgency.SOON]),
    ],
)
def test_doc_11_a_revision_is_told_of_in_time(today: date, told: list[Urgency]) -> None:
    assert [alert.urgency for alert in revisions([REVISION], today)] == told


def test_it_stands_under_today_and_leads_to_the_dwelling(office: Office) -> None:
    dwelling = let_by(office)
    office.landlords.agree(owner_of(office, dwelling), AGREED)
    found = [each for each in office.alerts.today() if each.why is Reason.REVISION_DUE]
    assert [each.case.id for each in found] == [dwelling]
