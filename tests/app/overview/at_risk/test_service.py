"""B9: everyone in danger of losing their home, each with reason and next step."""

from datetime import date, timedelta

from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalSource
from app.core.dated import DatedValue
from app.core.ids import LeaseId
from app.core.money import kroner
from app.evictions.model import EvictionOutcome, EvictionStage
from app.office import Office
from app.overview.at_risk.model import RiskReason, RiskStep
from app.people.model import AddressProtection
from tests.app.arrears.desk import claim, tenancy
from tests.app.evictions.desk import open_case
from tests.factories import registered_person

TODAY = date(2026, 11, 23)


def unpaid(office: Office, lease: LeaseId, *months: int) -> None:
    """The rent of these months of 2026 is not paid."""
    for month in months:
        claim(office, lease, date(2026, month, 1))


def test_an_open_case_stands_with_its_day_until_it_ends(office: Office) -> None:
    person = registered_person(office)
    day = date(2026, 12, 10)
    case = open_case(office, person, eviction_on=day)
    (row,) = office.at_risk.rows()
    assert (row.person, row.day, row.step) == (person, day, RiskStep.OPEN_CASE)
    office.eviction_cases.close(case, EvictionOutcome.PAID, "Nav betalte")
    assert office.at_risk.rows() == ()


def test_two_months_of_rent_put_somebody_on_the_list_and_one_does_not(office: Office) -> None:
    one, two = tenancy(office, 1), tenancy(office, 2)
    unpaid(office, one, 11)
    unpaid(office, two, 10, 11)
    (row,) = office.at_risk.rows()
    assert row.person == office.arrears.tenancy(two).tenant
    assert [each.why for each in row.risks] == [RiskReason.LONG_ARREARS]
    assert (row.first.amount, row.step) == (kroner(16_000), RiskStep.CALL)


def test_one_month_that_grows_old_does_too(office: Office) -> None:
    lease = tenancy(office)
    unpaid(office, lease, 10)
    assert len(office.at_risk.rows()) == 1, "52 days"


def test_the_limits_are_settings(office: Office) -> None:
    lease = tenancy(office)
    unpaid(office, lease, 10, 11)
    for name, value in (("local.at_risk_months", 3), ("local.at_risk_days", 90)):
        office.settings.override(name, DatedValue(value, TODAY, None, "Vedtatt i kommunen"))
    assert office.at_risk.rows() == ()


def test_p2_two_signals_within_the_window(office: Office) -> None:
    person = registered_person(office)
    for kind in (EarlySignalKind.POWER_CUT, EarlySignalKind.INCOME_LOST):
        draft = SignalDraft(kind, TODAY - timedelta(days=5), SignalSource.TENANT)
        office.early_signals.add(person, draft)
    (row,) = office.at_risk.rows()
    assert row.first.why is RiskReason.SIGNALS_YELLOW


def test_several_reasons_are_one_person(office: Office) -> None:
    lease = tenancy(office)
    unpaid(office, lease, 9, 10, 11)
    person = office.arrears.tenancy(lease).tenant
    open_case(office, person)
    (row,) = office.at_risk.rows()
    assert {each.why for each in row.risks} >= {RiskReason.LONG_ARREARS, RiskReason.COMMENT_PERIOD}
    assert row.first.why is RiskReason.COMMENT_PERIOD


def test_a_secret_address_is_not_told(office: Office) -> None:
    lease = tenancy(office)
    unpaid(office, lease, 10, 11)
    person = office.arrears.tenancy(lease).tenant
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Melding")
    (row,) = office.at_risk.rows()
    assert row.home == ""


def test_one_who_has_lost_the_home_is_not_in_danger_of_it(office: Office) -> None:
    lease = tenancy(office)
    person = office.arrears.tenancy(lease).tenant
    case = open_case(office, person, lease=lease, landlord="", home="")
    office.eviction_cases.reach(case, EvictionStage.CARRIED_OUT)
    assert office.at_risk.rows() == (), "the keys have not come back"
