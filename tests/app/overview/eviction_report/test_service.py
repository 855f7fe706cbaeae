"""The years as the register knows them, and the report of them."""

from datetime import date

import page
import pytest

from app.core.errors import OfficeError
from app.evictions.model import EvictionOutcome
from app.office import Office
from tests.app.documents import reading
from tests.app.evictions.desk import open_case
from tests.factories import registered_person


def test_a_case_is_counted_with_how_it_ended(office: Office) -> None:
    person = registered_person(office)
    case = open_case(office, person)
    (year,) = office.eviction_reports.report().years
    assert (year.year, year.cases, year.ended) == (2026, 1, 0)
    office.eviction_cases.close(case, EvictionOutcome.AGREED, "Avtale om avdrag")
    (year,) = office.eviction_reports.report().years
    assert (year.ended, year.averted, year.share) == (1, 1, 100)


def test_a_case_that_is_opened_again_has_not_ended(office: Office) -> None:
    case = open_case(office)
    office.eviction_cases.close(case, EvictionOutcome.PAID, "Nav betalte")
    office.eviction_cases.reopen(case, "Betalingen ble trukket tilbake")
    assert office.eviction_reports.report().years[0].ended == 0


def test_without_a_case_there_is_nothing_to_print(office: Office) -> None:
    assert office.eviction_reports.report().years == ()
    with pytest.raises(OfficeError, match="no_eviction_cases"):
        office.eviction_reports.paper()


def test_the_report_names_nobody_and_is_archival(office: Office) -> None:
    person = registered_person(office, given_name="Leyla", family_name="Demirova")
    open_case(office, person, received_on=date(2026, 11, 16))
    data = office.letters.preview(office.eviction_reports.paper())
    said = reading.text(data)
    assert "Ubetalt leie" in said
    assert "Demirova" not in said
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant
