"""«Før inn månedens husleie»: all whom the municipality bills, once for a month."""

from datetime import date

import pytest

from app.arrears.accounts.model import ChargeDraft
from app.arrears.months.model import LeftOut
from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.core.money import kroner
from app.dwellings.landlords.model import DoneBy, OwnerTask
from app.office import Office
from tests.app.arrears.desk import tenancy
from tests.app.arrears.owners import owned

DECEMBER = "2026-12"


@pytest.fixture
def two(office: Office) -> list[LeaseId]:
    """Two who live there the whole month."""
    return [tenancy(office, at) for at in (1, 2)]


def left_out(office: Office, month: str = DECEMBER) -> dict[LeaseId, LeftOut | None]:
    return {each.lease: each.left_out for each in office.month_rents.of(month)}


def test_the_rent_of_all_is_claimed_in_one_unit_and_undone_as_one(
    office: Office, two: list[LeaseId]
) -> None:
    assert office.month_rents.enter(DECEMBER) == 2
    for lease in two:
        (charge,) = office.arrears.account(lease).charges
        assert (charge.amount, charge.due_on) == (kroner(8000), date(2026, 12, 1))
        assert (charge.month, charge.biller) == (DECEMBER, 1)
    office.history.undo()
    assert [office.arrears.balance(lease) for lease in two] == [0, 0]


def test_nobody_is_billed_twice_for_a_month(office: Office, two: list[LeaseId]) -> None:
    due = date(2026, 12, 1)
    office.arrears.add_charge(two[0], ChargeDraft(due_on=due, amount=kroner(8000), month=DECEMBER))
    assert left_out(office) == {two[0]: LeftOut.CLAIMED, two[1]: None}
    assert office.month_rents.enter(DECEMBER) == 1
    with pytest.raises(OfficeError, match="nobody_to_bill"):
        office.month_rents.enter(DECEMBER)
    charge = office.arrears.account(two[0]).charges[0]
    office.arrears.withdraw_charge(two[0], charge.id, "Feil beløp")
    assert left_out(office)[two[0]] is None


def test_who_moves_in_or_out_in_the_month_is_left_to_the_officer(office: Office) -> None:
    comes = tenancy(office, 1, start=date(2026, 11, 16))
    goes = tenancy(office, 2, end=date(2026, 11, 20))
    stays = tenancy(office, 3, end=date(2026, 11, 30))
    free = tenancy(office, 4, rent=None)
    tenancy(office, 5, start=date(2026, 12, 1))
    assert left_out(office, "2026-11") == {
        comes: LeftOut.PART_OF_MONTH,
        goes: LeftOut.PART_OF_MONTH,
        stays: None,
        free: LeftOut.NO_RENT,
    }


def test_an_owner_who_bills_is_left_out(office: Office, two: list[LeaseId]) -> None:
    owner = owned(office, office.arrears.tenancy(two[0]).dwelling)
    assert left_out(office)[two[0]] is None
    office.landlords.set_tasks(owner, {OwnerTask.BILL: DoneBy.OWNER}, date(2026, 11, 1))
    assert left_out(office) == {two[0]: LeftOut.OWNER_BILLS, two[1]: None}


@pytest.mark.parametrize(
    ("month", "code"),
    [("desember", "rent_month_unreadable"), ("2027-01", "rent_month_too_far")],
)
def test_hl_11_at_most_one_month_ahead(office: Office, month: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        office.month_rents.enter(month)
    assert [each.code for each in caught.value.problems] == [code]
