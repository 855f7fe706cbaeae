"""B15 on the real register: from the keys to the next lease, in days and kroner."""

from datetime import date, timedelta

import page
import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.money import Ore
from app.documents.render import render
from app.dwellings.model import DwellingStatus
from app.office import Office
from app.overview.vacancy_costs.model import VacancyReason
from tests.app.documents import reading
from tests.factories import registered_dwelling

R = VacancyReason


@pytest.fixture
def stock(office: Office) -> None:
    """One under repair since September, then ready; one that cannot be let; one that is let."""
    mended = registered_dwelling(
        office, status=DwellingStatus.MAINTENANCE, status_since=date(2026, 9, 1), rent=Ore(900_000)
    )
    office.dwellings.change_status(mended, DwellingStatus.READY, date(2026, 11, 1))
    registered_dwelling(
        office,
        street="Furulia",
        status=DwellingStatus.UNAVAILABLE,
        status_since=date(2026, 11, 21),
        rent=None,
    )
    registered_dwelling(office, street="Åsen", status=DwellingStatus.LET, rent=Ore(800_000))


@pytest.mark.usefixtures("stock")
def test_days_and_kroner_by_cause_up_to_today(office: Office) -> None:
    found = office.vacancy_costs.of(date(2026, 10, 1), date(2026, 12, 31))
    assert found.last == date(2026, 11, 23)
    assert [(line.reason, line.days, line.amount) for line in found.lines] == [
        (R.NOT_LETTABLE, 3, None),
        (R.REPAIR, 31, 900_000),
        (R.WAITING_FOR_ALLOCATION, 23, 690_000),
    ] or [(line.reason, line.days, line.amount) for line in found.lines] == [
        (R.REPAIR, 31, 900_000),
        (R.WAITING_FOR_ALLOCATION, 23, 690_000),
        (R.NOT_LETTABLE, 3, None),
    ]
    assert found.total.amount == 1_590_000
    assert found.without_rent == 1


@pytest.mark.usefixtures("stock")
def test_the_list_prints_for_every_reader(office: Office) -> None:
    data = render(office.vacancy_costs.paper(date(2026, 9, 1), date(2026, 11, 23)))
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant, profile
    text = reading.text(data)
    assert "Utbedring" in text
    assert "Venter på tildeling" in text


def test_a_stock_that_is_all_let_costs_nothing_and_prints(office: Office) -> None:
    found = office.vacancy_costs.of(date(2026, 11, 1), date(2026, 11, 23))
    assert found.lines == ()
    assert "Ingen boliger sto tomme" in reading.text(
        render(office.vacancy_costs.paper(date(2026, 11, 1), date(2026, 11, 23)))
    )


def test_a_period_that_cannot_be_is_refused(office: Office, clock: FixedClock) -> None:
    for first, last, code in (
        (date(2026, 11, 2), date(2026, 11, 1), "period_turned"),
        (clock.today() + timedelta(days=1), date(2027, 1, 1), "day_in_future"),
    ):
        with pytest.raises(Invalid) as refused:
            office.vacancy_costs.of(first, last)
        assert [each.code for each in refused.value.problems] == [code]
