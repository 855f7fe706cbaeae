"""The page about one case: its heading says what is urgent and what is lacking."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.core.ids import DebtCaseId, Ref
from app.office import Office
from tests.app.debt.desk import asked, begun
from tests.app.evictions.desk import a_message
from tests.ui.applications.desk import seen
from ui.debt.case import DebtCasePage
from ui.kit.chips import ChipLabel
from ui.navigation import Navigator, PageId, Place


def shown(qtbot: QtBot, office: Office, navigator: Navigator, case: DebtCaseId) -> str:
    page = DebtCasePage(office, navigator)
    qtbot.addWidget(page)
    page.resize(1046, 700)
    page.show()
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case)))
    chips = [each.chip.text for each in page.findChildren(ChipLabel)]
    return "\n".join((seen(page).replace("\u00a0", " "), *chips))


def test_the_heading_says_how_long_and_what_is_lacking(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    words = shown(qtbot, office, navigator, asked(office, days=12))
    assert "Sak G-2026-1 · bedt om hjelp 11.11.2026 · ventet 12 dager" in words
    assert "Uten vedtak" in words
    assert "Akutt" not in words.splitlines()


def test_a_home_the_register_knows_of_is_urgent_without_being_asked_about(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    """GJ-02."""
    case = asked(office)
    eviction = office.clock.today() + timedelta(days=9)
    person = office.debt_cases.get(case).person
    office.eviction_cases.receive(a_message(person, eviction_on=eviction))
    words = shown(qtbot, office, navigator, case)
    assert "Akutt" in words.splitlines()
    assert "Neste: begynn med en gang" in words


def test_work_tells_when_it_began(qtbot: QtBot, office: Office, navigator: Navigator) -> None:
    words = shown(qtbot, office, navigator, begun(office, days=12))
    assert "i gang 11.11.2026" in words
    assert "Skaffer oversikt" in words
