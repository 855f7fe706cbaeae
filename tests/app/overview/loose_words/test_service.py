"""ADR-05: what is said of a dwelling does not name the one who hid there."""

from datetime import date

from app.office import Office
from app.overview.loose_words.service import NAME_OUT
from tests.app.leases.desk import LeaseDesk
from tests.factories import CANARY_NAME
from tests.flows.test_protected import everything_kept


def test_a_sale_and_a_clause_name_nobody_who_lived_there(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    office.leases.issue(lease)
    office.leases.signed(lease, office.clock.today())
    said = f"{CANARY_NAME} flytter ut i mars"
    office.dwellings.tell_sale(desk.dwelling, True, date(2026, 11, 1), said)
    other = office.leases.get(lease).draft.tenant
    office.people.shield(other, "Politiet", "Perm 4")
    sale = office._db.first(str, "SELECT reason FROM dwelling_sale")
    assert sale == f"{NAME_OUT} flytter ut i mars"
    assert said not in everything_kept(office)
    assert office.history.verify() is None
