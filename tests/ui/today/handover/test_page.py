"""«Overlevering»: what waits, what is open, whom to call; another day and words are asked for."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.office import Office
from tests.app.decisions.desk import Desk
from tests.app.evictions.desk import open_case
from tests.ui import walker
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.today.handover.page import HandoverPage


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> HandoverPage:
    """A home at stake and a vedtak that is begun."""
    desk = Desk(office)
    desk.drafted()
    open_case(office, desk.person)
    navigator = Navigator(Jobs())
    made = HandoverPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def test_every_part_stands_there_with_its_rows(page: HandoverPage) -> None:
    titles = [group.accessibleName() for group in page.groups.groups]
    assert titles == [
        "Dette må gjøres",
        "Åpne saker med en dag",
        "Begynt, men ikke ferdig",
        "Hvem du ringer",
        "Slik kommer vikaren inn",
    ]
    assert "07.12.2026" in page.header.subtitle
    assert walker.unnamed_focusables(page) == []


def test_enter_goes_to_the_case(page: HandoverPage, qtbot: QtBot) -> None:
    row = page.groups.groups[1].list.rows[-1]
    with qtbot.waitSignal(page.navigator.wanted) as told:
        page.groups.activated_key.emit(row.key)
    assert told.args == [row.key]


def test_without_a_stand_in_the_way_to_make_one_is_there(page: HandoverPage) -> None:
    (row,) = page.groups.groups[4].list.rows
    assert isinstance(row.key, Place)
    assert row.key.page is PageId.SETTINGS


def test_another_day_and_words_are_kept_for_the_paper(page: HandoverPage, office: Office) -> None:
    dialog = page.ask()
    dialog.form.set_values({"last": date(2026, 11, 30), "words": "Ring Ola om nøkkelen."})
    dialog.verb_button.click()
    assert page.last == date(2026, 11, 30)
    assert office.drafts.of("handover") == {"words": "Ring Ola om nøkkelen."}
    paper = page.show_paper()
    assert paper is not None
    ((_name, data),) = paper._documents
    pages = PdfReader(BytesIO(data)).pages
    assert "Ring Ola om nøkkelen." in " ".join(each.extract_text() for each in pages)


def test_a_day_that_has_been_stays_beside_its_field(page: HandoverPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"last": date(2026, 11, 1)})
    dialog.verb_button.click()
    assert dialog.isVisible()
    assert page.last == date(2026, 12, 7)


def test_the_case_is_the_one_that_is_open(page: HandoverPage) -> None:
    assert page.handover is not None
    assert Ref("eviction_case", 1) in [case.ref for case in page.handover.cases]
