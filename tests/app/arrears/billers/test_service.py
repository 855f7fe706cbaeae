"""Who bills for a rent: the municipality, unless the owner does it (A4)."""

from datetime import date

import pytest

from app.arrears.accounts.model import ChargeDraft
from app.arrears.billers.service import MUNICIPALITY
from app.core.errors import Conflict, Invalid, NotFound, OfficeError
from app.core.ids import BillerId
from app.core.money import kroner
from app.dwellings.landlords.model import DoneBy, OwnerTask
from app.office import Office
from tests.app.arrears.desk import tenancy
from tests.app.arrears.owners import owned

CHARGE = ChargeDraft(due_on=date(2026, 11, 2), amount=kroner(8000))


def test_every_register_is_born_with_the_municipality(office: Office) -> None:
    (ours,) = office.billers.open()
    assert (ours.id, ours.name) == (MUNICIPALITY, "kommunen")
    with pytest.raises(OfficeError, match="biller_is_ours"):
        office.billers.close(MUNICIPALITY)


def test_the_owner_who_bills_gets_a_row_with_the_first_claim(office: Office) -> None:
    lease = tenancy(office)
    home = office.arrears.tenancy(lease).dwelling
    owner = owned(office, home)
    assert office.billers.usual_name(home) == "kommunen"
    office.landlords.set_tasks(owner, {OwnerTask.BILL: DoneBy.OWNER}, date(2026, 1, 1))
    assert office.billers.usual(home) is None
    assert office.billers.usual_name(home) == "Stiftelsen Lia"
    office.arrears.add_charge(lease, CHARGE)
    usual = office.billers.usual(home)
    assert usual is not None
    assert (usual.owner, usual.name) == (owner, "Stiftelsen Lia")
    (charge,) = office.arrears.account(lease).charges
    assert charge.biller == usual.id
    office.history.undo()
    assert office.billers.usual(home) is None


def test_one_more_who_bills_is_added_and_closed(office: Office) -> None:
    with pytest.raises(Invalid):
        office.billers.add("  ")
    made = office.billers.add("Boligdrift AS", "12345678903")
    with pytest.raises(Conflict, match="biller_known"):
        office.billers.add("boligdrift as")
    office.billers.close(made)
    assert made not in {each.id for each in office.billers.open()}
    assert office.billers.get(made).closed_on == date(2026, 11, 23)
    with pytest.raises(OfficeError, match="biller_closed_already"):
        office.billers.close(made)
    with pytest.raises(NotFound):
        office.billers.get(BillerId(99))
