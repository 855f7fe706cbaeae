"""«Ventetid»: who waits on the last day, who was housed, and how long it took."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.app.overview.waiting_times.desk import SEEN, Desk, G
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.kit.words import ElidedLabel
from ui.navigation import Navigator
from ui.overview.waiting_page import WaitingTimesPage

MARCH = date(2026, 3, 2)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> WaitingTimesPage:
    """Five housed in one group, one in another where one waits."""
    desk = Desk(office)
    for days in (10, 20, 30, 40, 50):
        desk.housed(MARCH, MARCH + timedelta(days=days), G.MENTAL_HEALTH)
    desk.housed(MARCH, MARCH + timedelta(days=9), G.HOMELESS)
    desk.waits(MARCH, G.HOMELESS)
    navigator = Navigator(Jobs())
    made = WaitingTimesPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def _texts(page: WaitingTimesPage) -> list[list[str]]:
    model = page.spreads.model
    records = [model.record(at) for at in range(model.rowCount())]
    return [[column.text(each) for column in model.columns][:4] for each in records]


def test_who_waits_and_who_was_housed_stand_in_one_picture_and_table(
    page: WaitingTimesPage,
) -> None:
    assert page.chart.accessibleName() == "1 venter på bolig 23.11.2026"
    assert unnamed_focusables(page) == []
    said = page.chart.accessibleDescription()
    assert said == "Uten bolig: venter 1, fikk bolig 1. Psykisk helse: venter 0, fikk bolig 5"
    rows = [page.table.model.record(at) for at in range(page.table.model.rowCount())]
    assert [(row.waiting.count, row.housed.count) for row in rows] == [(1, 1), (0, 5), (1, 6)]


def test_too_few_are_told_as_too_few_with_their_number(page: WaitingTimesPage) -> None:
    asked = (MARCH - SEEN).days
    assert _texts(page) == [
        ["Uten bolig", "1", "for få saker", "–"],
        ["Psykisk helse", "5", str(asked + 30), f"{asked + 10}–{asked + 50}"],
        ["Til sammen", "6", str(asked + 25), f"{asked + 9}–{asked + 50}"],
    ]


def test_by_size_the_sum_is_the_same(page: WaitingTimesPage) -> None:
    page.by.set_value("size")
    page.by.chosen.emit("size")
    assert [row[:2] for row in _texts(page)] == [["0–1 soverom", "6"], ["Til sammen", "6"]]


def test_the_register_says_from_when_it_counts(page: WaitingTimesPage) -> None:
    words = "Registeret begynner 02.02.2026. Tallene er fra da til 23.11.2026."
    assert words in [label.text() for label in page.header.findChildren(ElidedLabel)]


def test_other_days_are_asked_for_and_a_day_before_is_refused(page: WaitingTimesPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"first": date(2020, 1, 1), "last": date(2020, 12, 31)})
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({"first": MARCH, "last": MARCH + timedelta(days=15)})
    dialog.verb_button.click()
    assert page.chart.accessibleName() == "5 venter på bolig 17.03.2026"
    paper = page.show_paper()
    assert paper is not None
    paper.reject()


def test_an_empty_register_says_what_to_do(qtbot: QtBot, office: Office) -> None:
    made = WaitingTimesPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.navigator.setParent(made)
    made.refresh()
    assert made.table.model.rowCount() == made.spreads.model.rowCount() == 0
