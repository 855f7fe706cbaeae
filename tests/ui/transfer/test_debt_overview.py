"""An overview of debts on the import page: from a case, answered, taken in, and back to it."""

from app.core.ids import DebtCaseId, Ref
from app.office import Office
from tests.app.debt.desk import begun
from tests.app.transfer import sheets
from tests.factories import registered_person
from tests.ui.transfer.conftest import Desk
from tests.ui.walker import unnamed_focusables
from ui.navigation import PageId, Place
from ui.transfer.page import CONTROL, FILE, RESULT

SAMPLE = sheets.SAMPLES / "gjeldsoversikt.csv"


def begin(desk: Desk, office: Office) -> DebtCaseId:
    """As from the part about debts."""
    case = begun(office, days=30)
    desk.page.show_place(Place(PageId.SHEET_IMPORT, Ref("debt_case", case), "debt_overview"))
    return case


def test_without_a_case_the_list_of_cases_opens(desk: Desk) -> None:
    desk.page.show_place(Place(PageId.SHEET_IMPORT, task="debt_overview"))
    desk.qtbot.waitUntil(lambda: bool(desk.places), timeout=2000)
    assert desk.places == [Place(PageId.DEBT)]


def test_an_overview_goes_in_leads_to_the_case_and_out_again(desk: Desk, office: Office) -> None:
    case = begin(desk, office)
    assert desk.page.step == FILE
    desk.read(SAMPLE)
    desk.press_on()
    assert desk.page.step == CONTROL
    assert desk.page.footer.on is not None
    assert desk.page.footer.on.text() == "Ta inn 4\u00a0krav"
    assert unnamed_focusables(desk.page) == []
    table = desk.page.control.table
    assert table is not None
    assert "Byliv Kort" in [cell for row in table.seen().texts for cell in row]
    desk.press_on()
    assert desk.page.step == RESULT
    assert len(office.debt_claims.of(case)) == 4
    desk.press_on()
    assert desk.places == [Place(PageId.DEBT_CASE, Ref("debt_case", case), "claims")]
    desk.page.undo_all()
    assert office.debt_claims.of(case) == ()


def test_changed_columns_are_kept_and_the_case_with_them(desk: Desk, office: Office) -> None:
    case = begin(desk, office)
    desk.read(SAMPLE)
    desk.page.session.set_column(office, "Inkassofirma", "")
    desk.page.session.keep_profile(office, "Banken")
    desk.page.check()
    assert desk.page.step == CONTROL
    assert desk.failures == []
    desk.press_on()
    assert all(not each.collector_name for each in office.debt_claims.of(case))


def test_another_case_begins_anew(desk: Desk, office: Office) -> None:
    begin(desk, office)
    desk.read(SAMPLE)
    other = begun(office, registered_person(office, given_name="Ola", national_id=None))
    desk.page.show_place(Place(PageId.SHEET_IMPORT, Ref("debt_case", other), "debt_overview"))
    assert (desk.page.step, desk.page.session.case) == (FILE, other)
