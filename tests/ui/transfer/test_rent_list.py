"""A biller's list through the window: whose first, wrong biller asked, taken in, checked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.arrears.model import Biller
from app.core.ids import Ref
from app.office import Office
from app.transfer.model import ReadOptions, Sheet
from tests.app.transfer import sheets
from tests.app.transfer.tenants import HEADINGS, OURS, Tenant, line, tenants
from tests.ui.transfer.conftest import Desk
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.navigation import PageId, Place
from ui.transfer.page import CONTROL, FILE, READING, RESULT
from ui.transfer.session import reads_otherwise
from ui.transfer.wording import masked_kid

RENT = {"due": "20.10.2026", "claim": "8200", "what": "leie"}


def begin(desk: Desk, biller: int = OURS) -> None:
    """As from the page of billers' lists."""
    desk.page.show_place(Place(PageId.SHEET_IMPORT, Ref("biller", biller), "rent_list"))


def a_file(folder: Path, *lines: tuple[str, ...], encoding: str = "utf-8") -> Path:
    path = folder / "liste.csv"
    rows = (";".join(each) for each in (HEADINGS, *lines))
    path.write_bytes(sheets.csv_bytes(*rows, encoding=encoding))
    return path


def control(desk: Desk, path: Path) -> None:
    """On to the lines."""
    desk.read(path)
    assert desk.page.step == READING
    desk.press_on()
    assert desk.page.step == CONTROL


def the_button(desk: Desk, words: str) -> QPushButton:
    return next(b for b in desk.page.control.findChildren(QPushButton) if b.text() == words)


@pytest.fixture
def ada(office: Office) -> Tenant:
    """One tenancy."""
    return tenants(office, 1)[0]


def test_a_line_without_kid_is_known_by_its_lease_and_empty_columns_step_aside(
    desk: Desk, ada: Tenant, tmp_path: Path
) -> None:
    begin(desk)
    control(
        desk, a_file(tmp_path, line(kid="2026000018", **RENT), line(number="L2026-999", **RENT))
    )
    table = desk.page.control.table
    assert table is not None
    columns = table.model.columns
    seen = [column.title for column in columns if not column.hidden]
    assert "KID" in seen
    assert "Betalt kr" not in seen
    assert "L2026-999" in [cell for row in table.seen().texts for cell in row]


def test_without_a_biller_the_page_of_lists_opens(desk: Desk) -> None:
    desk.page.show_place(Place(PageId.SHEET_IMPORT, task="rent_list"))
    desk.qtbot.waitUntil(lambda: bool(desk.places), timeout=2000)

    assert desk.places == [Place(PageId.BILLER_LIST)]


def test_a_list_goes_in_is_checked_and_all_out_again(
    desk: Desk, office: Office, ada: Tenant, tmp_path: Path
) -> None:
    begin(desk)
    assert "Hvilken liste fra kommunen?" in spoken_tree(desk.page.file)
    wrong = {"balance": "9000", "balance_on": "20.11.2026"}
    nobody = line(kid="2026000018", **RENT)
    control(desk, a_file(tmp_path, line(ada, **RENT, **wrong), nobody))
    assert desk.page.footer.on is not None
    assert desk.page.footer.on.text() == "Ta inn 1\u00a0linje"
    assert desk.page.control.panel.finding is not None
    assert desk.page.control.panel.finding.code == "kid_check_digit"
    assert unnamed_focusables(desk.page) == []

    desk.press_on()

    assert desk.page.step == RESULT
    said = spoken_tree(desk.page.result)
    assert "1\u00a0linje er hentet inn" in said
    assert "Saldoen er en annen" in said
    assert len(office.arrears.account(ada.lease).charges) == 1
    desk.page.result.check_button.click()
    assert desk.places == [Place(PageId.BILLER_LIST, Ref("biller", OURS), "check")]
    desk.page.result.undo_button.click()
    assert office.arrears.account(ada.lease).charges == ()
    assert desk.page.step == CONTROL
    assert desk.failures == []


def test_the_row_of_nobody_goes_to_the_list_of_faults(
    desk: Desk, ada: Tenant, tmp_path: Path
) -> None:
    begin(desk)
    control(desk, a_file(tmp_path, line(ada, **RENT), line(kid="2026000018", **RENT)))
    (fault,) = desk.page.session.error_list()

    assert fault[:3] == (3, "KID", "Venter på deg")


def test_a_list_of_another_biller_must_be_answered_first(
    desk: Desk, office: Office, ada: Tenant, tmp_path: Path
) -> None:
    other = office.billers.add("Lia boligstiftelse")
    begin(desk, other)
    control(desk, a_file(tmp_path, line(ada, **RENT)))
    desk.press_on()
    assert desk.page.step == RESULT

    begin(desk)
    late = RENT | {"due": "20.11.2026"}
    control(desk, a_file(tmp_path, line(ada, **late)))
    assert "Er dette feil innkrever?" in spoken_tree(desk.page.control)
    on = desk.page.footer.on
    assert on is not None
    on.click()
    assert desk.page.step == CONTROL

    the_button(desk, "Lista er fra Lia boligstiftelse").click()
    desk.qtbot.waitUntil(lambda: not desk.page.navigator.jobs.busy, timeout=20_000)
    assert desk.page.session.biller == _biller(office, other)
    assert desk.page.step == READING
    desk.press_on()
    assert desk.page.session.checked is not None
    assert desk.page.session.checked.wrong is None


def test_the_officer_may_say_that_the_biller_is_right(
    desk: Desk, office: Office, ada: Tenant, tmp_path: Path
) -> None:
    other = office.billers.add("Lia boligstiftelse")
    begin(desk, other)
    control(desk, a_file(tmp_path, line(ada, **RENT)))
    desk.press_on()
    begin(desk)
    control(desk, a_file(tmp_path, line(ada, **(RENT | {"due": "20.11.2026"}))))

    the_button(desk, "Innkreveren er riktig").click()
    desk.press_on()
    assert desk.page.step == RESULT
    assert len(office.arrears.account(ada.lease).charges) == 2


def test_the_next_list_is_read_as_the_last_was(
    desk: Desk, office: Office, ada: Tenant, tmp_path: Path
) -> None:
    begin(desk)
    control(desk, a_file(tmp_path, line(ada, **RENT), encoding="iso-8859-1"))
    desk.press_on()
    begin(desk)
    assert desk.page.step == FILE
    kept = desk.page.session.options(office)
    assert kept is not None
    assert (kept.encoding, kept.separator) == ("iso-8859-1", ";")

    utf8 = line(ada, invoice="Ø-1", **(RENT | {"due": "20.11.2026"}))
    control(desk, a_file(tmp_path, utf8))
    assert desk.page.session.sheet is not None
    assert desk.page.session.sheet.encoding == "utf-8"


@pytest.mark.parametrize(
    ("kept", "found", "otherwise"),
    [
        (None, "iso-8859-1", False),
        ("windows-1252", "iso-8859-1", True),
        ("windows-1252", "windows-1252", False),
        ("windows-1252", "utf-8", False),
        ("windows-1252", None, False),
    ],
)
def test_the_last_way_is_tried_where_the_file_does_not_say_itself(
    kept: str | None, found: str | None, otherwise: bool
) -> None:
    known = ReadOptions(kept) if kept else None

    assert reads_otherwise(known, Sheet("", (), (), found)) is otherwise


def _biller(office: Office, wanted: int) -> Biller:
    return next(each for each in office.billers.all() if each.id == wanted)


def test_a_kid_is_read_whole_but_a_number_that_may_be_a_persons_is_not() -> None:
    assert masked_kid("2026000018") == "2026000018"
    assert masked_kid(sheets.PERSON) == "158885\u00a0•••••"
