"""The forecast on the real register."""

from datetime import date

from app.allocation.settlement.model import SettlementDraft
from app.core.ids import ApplicationId
from app.dwellings.model import DwellingStatus
from app.leases.endings.model import EndCause
from app.leases.model import ImportedLease
from app.office import Office
from app.overview.vacancies.model import VacancyCause
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person, registered_dwelling, registered_person


def test_the_forecast_reads_dwellings_leases_and_settlements(office: Office) -> None:
    vacant = registered_dwelling(office)
    mended = registered_dwelling(office, street="Elvegata", status=DwellingStatus.MAINTENANCE)
    let = registered_dwelling(office, street="Furulia", bedrooms=3)
    tenant = registered_person(office, national_id=a_number(date(1970, 1, 2), 0))
    with office.unit("sheet.taken_in") as unit:
        office.leases.take_in(unit, ImportedLease(tenant, let, date(2024, 2, 1), date(2027, 1, 31)))
    application = office.applications.register(a_new_application(applicant=a_person(), bedrooms=3))
    office.settlements.agree(
        SettlementDraft(ApplicationId(application), 2027, 4, date(2026, 11, 2), date(2027, 2, 15))
    )
    found = office.vacancies.forecast()
    assert [(each.dwelling, each.cause, each.day) for each in found.vacancies] == [
        (mended, VacancyCause.MAINTENANCE, None),
        (vacant, VacancyCause.VACANT, None),
        (let, VacancyCause.TERM_ENDS, date(2027, 1, 31)),
    ]
    three = next(row for row in found.sizes if row.bedrooms == 3)
    assert three.months == (0, 0, 1, 0, 0, 0)
    assert (three.settling, found.coming) == (1, (0, 0, 0, 1, 0, 0))


def test_a_tenants_notice_is_told_with_its_last_day_and_once(office: Office) -> None:
    let = registered_dwelling(office)
    tenant = registered_person(office, national_id=a_number(date(1970, 1, 2), 0))
    with office.unit("sheet.taken_in") as unit:
        lease = office.leases.take_in(
            unit, ImportedLease(tenant, let, date(2024, 2, 1), date(2027, 1, 31))
        )
        office.endings.end(unit, lease, date(2026, 12, 31), EndCause.TENANT_NOTICE)
    found = office.vacancies.forecast().vacancies
    assert [(each.cause, each.day) for each in found] == [
        (VacancyCause.NOTICE_GIVEN, date(2026, 12, 31))
    ]
