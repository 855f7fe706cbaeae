"""«Restanser»: who stands there, as what, and in which part of the list."""

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.arrears.accounts.model import ChargeDraft, ClosingDraft, PaymentDraft
from app.arrears.disputes.model import DisputeDraft
from app.arrears.listing.model import ArrearsSet, ListedArrears
from app.arrears.model import ArrearsOutcome, ArrearsState
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.core.clock import FixedClock
from app.core.ids import LeaseId
from app.core.money import kroner
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.people.model import AddressProtection
from tests.app.arrears.desk import tenancy
from tests.app.arrears.test_service import ended

TODAY = date(2026, 11, 23)
NOVEMBER = ChargeDraft(due_on=date(2026, 11, 2), amount=kroner(8000), month="2026-11")


@pytest.fixture
def lease(office: Office) -> LeaseId:
    """Owes for November."""
    made = tenancy(office)
    office.arrears.add_charge(made, NOVEMBER)
    return made


def sets(each: ListedArrears) -> set[ArrearsSet]:
    return {which for which in ArrearsSet if each.belongs(which)}


def test_only_who_owes_stands_there(office: Office, lease: LeaseId) -> None:
    other = tenancy(office, 2)
    office.arrears.add_charge(other, replace(NOVEMBER, due_on=TODAY + timedelta(days=8)))
    (row,) = office.arrears_list.rows()
    assert (row.tenancy.lease, row.owed.total) == (lease, kroner(8000))
    assert row.biller is not None
    assert row.biller.name == "kommunen"
    office.arrears.add_payment(lease, PaymentDraft(TODAY, kroner(8000)))
    assert office.arrears_list.rows() == ()


def test_a_tenancy_belongs_where_the_officer_looks_for_it(office: Office, lease: LeaseId) -> None:
    (row,) = office.arrears_list.rows()
    assert {ArrearsSet.NEW, ArrearsSet.WITHOUT_AGREEMENT} <= sets(row)
    assert not {ArrearsSet.FORMER, ArrearsSet.CLOSED, ArrearsSet.DISPUTED} & sets(row)
    office.rent_disputes.dispute(lease, DisputeDraft(TODAY, "Feil sum", kroner(8000)))
    (row,) = office.arrears_list.rows()
    assert row.state is ArrearsState.DISPUTED
    assert ArrearsSet.DISPUTED in sets(row)
    assert ArrearsSet.WITHOUT_AGREEMENT not in sets(row)


def test_a_pause_that_runs_out_this_week_is_found(office: Office, lease: LeaseId) -> None:
    """Peers idea 8: somebody must say what comes after. The 23rd is a Monday."""
    sunday = TODAY + timedelta(days=6)
    pause = office.pauses.begin(lease, PauseDraft(PauseReason.ILL, until=sunday))
    (row,) = office.arrears_list.rows()
    assert row.pause_ends == sunday
    assert {ArrearsSet.PAUSED, ArrearsSet.PAUSE_ENDS} <= sets(row)
    office.pauses.lengthen(pause, sunday + timedelta(days=1), "Venter på svar")
    (row,) = office.arrears_list.rows()
    assert row.pause_ends is None
    assert ArrearsSet.PAUSE_ENDS not in sets(row)


def test_former_tenants_stay_until_closed_and_can_be_found_after(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    """Peers idea 21."""
    ended(office, lease, clock)
    (row,) = office.arrears_list.rows()
    assert row.former
    assert ArrearsSet.FORMER in sets(row)
    office.arrears.close(lease, ClosingDraft(ArrearsOutcome.SENT_ON, "Kravet er overført"))
    (row,) = office.arrears_list.rows()
    assert sets(row) == {ArrearsSet.CLOSED}
    assert (row.state, row.owed.total) == (ArrearsState.CLOSED, kroner(8000))
    assert row.biller is not None
    assert office.arrears_list.ready() == 0
    office.arrears.add_payment(lease, PaymentDraft(clock.today(), kroner(8000)))
    assert office.arrears_list.rows() == ()


def test_what_can_be_done_today_is_counted_as_it_stands_in_the_list(
    office: Office, lease: LeaseId
) -> None:
    assert office.arrears_list.ready() == 1
    other = tenancy(office, 2)
    office.arrears.add_charge(other, replace(NOVEMBER, amount=kroner(100)))
    ready = [row for row in office.arrears_list.rows() if row.ready]
    assert office.arrears_list.ready() == len(ready)
    office.pauses.begin(lease, PauseDraft(PauseReason.ILL, until=TODAY + timedelta(days=6)))
    ready = [row for row in office.arrears_list.rows() if row.ready]
    assert office.arrears_list.ready() == len(ready)
    assert lease not in {row.tenancy.lease for row in ready}


def test_adr_03_where_a_protected_tenant_lives_is_not_in_the_list(
    office: Office, lease: LeaseId
) -> None:
    tenant = office.arrears.tenancy(lease).tenant
    office.people.protect(tenant, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    (row,) = office.arrears_list.rows()
    assert row.tenancy.address == ""


def test_the_list_of_a_large_office_is_not_read_anew_for_something_else(office: Office) -> None:
    """3 000 tenancies, a tenth of them owing: under 50 ms after an unrelated commit."""
    people = [tenancy(office, at) for at in (1, 2)]
    known = office.arrears.tenancy(people[0])
    with office.unit("sheet.imported") as unit:
        for table in ("person", "dwelling"):
            row = known.tenant if table == "person" else known.dwelling
            columns = ", ".join(
                str(each[1])
                for each in unit.execute(f"PRAGMA table_info({table})").fetchall()
                if each[1] != "id"
            )
            unit.execute(
                f"WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 3000)"  # noqa: S608  names of our own schema
                f" INSERT INTO {table} (id, {columns}) SELECT n + 100, {columns}"
                f" FROM s JOIN {table} x ON x.id = ?",
                (row,),
            )
        unit.execute(
            "INSERT INTO lease (number, kind, dwelling, tenant, start_on, rent, account, kid,"
            " search_text) SELECT printf('L2020-%04d', id), 'ordinary', id, id, '2020-01-01',"
            " 800000, '12345678903', '', '' FROM person WHERE id > 100"
        )
        unit.execute(
            "INSERT INTO lease_state (lease, since, state) SELECT id, '2020-01-01', 'signed'"
            " FROM lease WHERE number GLOB 'L2020-*'"
        )
        unit.execute(
            "INSERT INTO rent_charge (lease, biller, kind, due_on, amount, month) SELECT id, 1,"
            " 'rent', '2026-10-01', 800000, '2026-10' FROM lease WHERE id % 10 = 0"
        )
    before = office.arrears_list.rows()
    office.levels.set(known.tenant, HelpLevel.SUPPORT, "Avtalt", TODAY)
    began = time.perf_counter()
    after = office.arrears_list.rows()
    assert time.perf_counter() - began < 0.05
    assert [each.tenancy.lease for each in after] == [each.tenancy.lease for each in before]
    assert len(after) == 300
