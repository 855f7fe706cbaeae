"""«Oversikt»: eight cards, the one pressed down with its trend, all as a table, and the pack."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.report_periods import ReportSpan
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.overview.quarter.model import PackEdition
from tests.factories import registered_person
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, Place
from ui.overview.pack_dialog import PackDialog
from ui.overview.page import PACK, OverviewPage

TODAY = date(2026, 11, 23)
MOVES = Indicator.LEVEL_MOVES


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> OverviewPage:
    """Three with a level since January; two moved inwards and one outwards in November."""
    people = [registered_person(office, national_id="", given_name=name) for name in "ABC"]
    for person in people:
        office.levels.set(person, HelpLevel.SUPPORT, "Avtalt", date(2026, 1, 10))
    for person, level in zip(people, (1, 0, 3), strict=True):
        office.levels.set(person, HelpLevel(level), "Endret", date(2026, 11, 2))
    office.indicators.aim(IndicatorTarget(MOVES, date(2026, 1, 1), 4, "Forumet"))
    navigator = Navigator(Jobs())
    made = OverviewPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def test_a_card_says_all_of_it_in_words(page: OverviewPage) -> None:
    """E11: value, what is behind it, how it stands to its target, the target and the trend."""
    button = page.cards[MOVES]
    assert button.accessibleName() == "Flyttet innover"
    said = button.accessibleDescription()
    assert said.startswith("2. 1 flyttet seg utover. Under målet. mål 4. ")
    assert "0 i 2. kvartal 2026, 2 i 4. kvartal 2026" in said
    assert unnamed_focusables(page) == []


def test_what_cannot_be_counted_says_why(page: OverviewPage) -> None:
    """Never a silent zero: the register knows no stay, and no level before January."""
    assert page.cards[Indicator.TEMPORARY_NIGHTS].number.text() == "–"
    assert page.cards[Indicator.TEMPORARY_NIGHTS].aim.text() == "ingen opphold er ført inn"
    page._go_to(page.office.indicators.period(ReportSpan.QUARTER, date(2026, 2, 1)))
    assert page.cards[MOVES].aim.text() == "mål 4"
    page.cards[MOVES].click()
    assert page.behind_told.text().startswith("Registeret går ikke langt nok tilbake")


def test_the_one_pressed_down_is_shown_below(page: OverviewPage) -> None:
    page.cards[MOVES].click()
    assert page.told.text() == "Flyttet innover: 2 mer enn i 3. kvartal"
    assert "3 så langt i perioden" in page.behind_told.text()  # 54 of 92 days of four
    assert [each.value for each in page.line.chart.points][-3:] == [0.0, 0.0, 2.0]
    dialog = page.show_cases()
    assert len(page.sheet.card(MOVES).now.figure.behind) == 2
    dialog.reject()


def test_the_table_holds_the_same_numbers(page: OverviewPage) -> None:
    row = page.table.model.record(0)
    assert row.of(MOVES).value == 2
    assert page.table.model.rowCount() == 8


def test_there_is_no_way_into_the_future_nor_before_the_register(page: OverviewPage) -> None:
    assert not page.later.isEnabled()
    while page.earlier.isEnabled():
        page.earlier.click()
    assert page.period.first == date(2026, 1, 1)
    page.later.click()
    assert page.period.first == date(2026, 4, 1)


def test_another_length_holds_the_last_day_that_was_shown(page: OverviewPage) -> None:
    page.earlier.click()
    page.span.chosen.emit(ReportSpan.HALF_YEAR)
    assert (page.period.span, page.period.first) == (ReportSpan.HALF_YEAR, date(2026, 7, 1))
    assert page.pack_button.text() == "Halvårsrapport"


def test_a_target_is_set_from_a_day_and_can_be_undone(page: OverviewPage) -> None:
    page.cards[MOVES].click()
    dialog = page.ask_target()
    dialog.form.set_values({"target": 2, "since": date(2026, 10, 1), "reason": "Møte"})
    dialog.verb_button.click()
    page.reload()
    assert page.sheet.card(MOVES).target == 2
    page.office.history.undo()
    page.reload()
    assert page.sheet.card(MOVES).target == 4


def test_the_pack_is_made_in_a_job_and_read(qtbot: QtBot, page: OverviewPage) -> None:
    """One button: both editions as pages and slides, with the officer's own text."""
    page.show_place(Place(page.page_id, task=PACK))
    assert page.period.first == date(2026, 7, 1)
    (dialog,) = page.findChildren(PackDialog)
    dialog.words.set_value("Køen er kortere.")
    jobs = page.navigator.jobs
    with qtbot.waitSignal(jobs.ended, timeout=20_000):
        dialog.internal_button.click()
    assert page.office.packs.words(page.period) == "Køen er kortere."
    made = dialog.made[PackEdition.INTERNAL]
    assert made.pages.startswith(b"%PDF")
    assert made.slides.startswith(b"%PDF")
    dialog.keep()
    assert "ble tatt vare på 23.11.2026" in dialog.kept_told.text()
    dialog.reject()


def test_a_period_that_runs_cannot_be_kept(page: OverviewPage) -> None:
    dialog = page.open_pack()
    assert not dialog.keep_button.isEnabled()
    last = TODAY + timedelta(days=38)
    assert f"{last:%d.%m.%Y}" in dialog.kept_told.text()
    dialog.reject()
