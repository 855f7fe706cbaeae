"""«Rapporter»: KOSTRA 13 for any days, the cases behind it, and what was kept of it."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.dwellings.model import DwellingStatus, Holding
from app.office import Office
from app.overview.kostra.line_file import load_table
from app.overview.snapshots.model import ReturnKind
from tests.factories import registered_dwelling
from tests.ui.walker import unnamed_focusables
from ui.kit.buttons import Button
from ui.kit.cards import Callout
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.overview.behind import BehindDialog
from ui.overview.returns.compare_dialog import CompareDialog
from ui.overview.returns.kostra_part import KostraPart
from ui.overview.returns_page import ReturnsPage
from ui.past import changes, latest

LAST = date(2025, 12, 31)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> ReturnsPage:
    """Two dwellings since 2024, and one that came this year."""
    since = date(2024, 3, 1)
    for street in ("Lia", "Åsen"):
        registered_dwelling(office, street=street, status_since=since)
    registered_dwelling(
        office,
        street="Nylia",
        status=DwellingStatus.LET,
        status_since=date(2026, 4, 1),
        holding=Holding.UNKNOWN,
    )
    navigator = Navigator(Jobs())
    made = ReturnsPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def _part(page: ReturnsPage) -> KostraPart:
    assert isinstance(page.part, KostraPart)
    return page.part


def _number(page: ReturnsPage, line: str) -> int | None:
    found = _part(page).found
    assert found is not None
    return next(each.count for each in found.lines if each.line.line == line)


def _keep(page: ReturnsPage) -> None:
    dialog = page.keep()
    assert dialog is not None
    dialog.verb_button.click()


def test_last_year_is_shown_to_begin_with(page: ReturnsPage) -> None:
    assert (page.first, page.last) == (date(2025, 1, 1), LAST)
    assert _number(page, "1") == 2
    assert page.header.subtitle.startswith("01.01.2025–31.12.2025")
    assert unnamed_focusables(page) == []


def test_this_year_is_one_click(page: ReturnsPage) -> None:
    page.years.chosen.emit("this_year")
    assert page.last == date(2026, 11, 23)
    assert _number(page, "1") == 3


def test_a_line_opens_what_it_counts(page: ReturnsPage) -> None:
    part = _part(page)
    part.table.select("1.1")
    assert part.how.text().startswith("Boliger kommunen eier. Boliger med eieform")
    part.show_behind()
    dialog = part.findChild(BehindDialog)
    assert dialog is not None
    assert len(dialog.rows.rows) == 2
    dialog.reject()
    part.table.select("5")
    assert not part.behind_button.isEnabled()


def test_a_dwelling_first_known_later_and_one_without_a_right_are_told(page: ReturnsPage) -> None:
    assert [each.what.text() for each in page.part.findChildren(Callout)] == [
        "1\u00a0bolig er først kjent etter 31.12.2025"
    ]
    page.years.chosen.emit("this_year")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    told = [each.what.text() for each in page.part.findChildren(Callout)]
    assert told == ["1\u00a0bolig mangler eieform"]


def test_a_line_of_our_own_is_chosen_and_never_typed(page: ReturnsPage, office: Office) -> None:
    part = _part(page)
    part.table.select("5.6")
    dialog = part.change()
    assert dialog is not None
    assert dialog.form.values()["no_group"] is True
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({"source": "Skjema 13 for 2025", "words": "Andre grupper"})
    dialog.verb_button.click()
    page.reload()
    found = _part(page).found
    assert found is not None
    own = [each.line for each in found.lines if each.line.local]
    assert [(each.line, each.words) for each in own] == [("5.6", "Andre grupper")]
    shipped = next(each for each in load_table().lines if each.line == "5.6")
    assert own[0].query == shipped.query
    assert own[0].from_year == 2025


def test_a_new_line_may_stand_without_a_count_and_says_so(page: ReturnsPage) -> None:
    part = _part(page)
    dialog = part.add_line()
    dialog.form.set_values(
        {"line": "13", "words": "Kommunal bostøtte", "query": "", "source": "Skjema 13"}
    )
    dialog.verb_button.click()
    page.reload()
    part.table.select("13")
    assert part.how.text() == "Fylles ut for hånd."
    assert not part.behind_button.isEnabled()
    assert "1\u00a0uten tall" in page.header.subtitle


def test_days_before_the_register_are_said_with_a_way_on(page: ReturnsPage) -> None:
    page.first, page.last = date(2020, 1, 1), date(2020, 12, 31)
    page.reload()
    assert not page.part.isVisible()
    assert not page.keep_button.isEnabled()
    page._show_from(date(2024, 3, 1))
    assert page.part.isVisible()
    assert (page.first, page.last) == (date(2024, 3, 1), date(2024, 12, 31))


def test_a_day_to_come_is_refused_beside_the_field(page: ReturnsPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"first": date(2026, 1, 1), "last": date(2026, 11, 23)})
    dialog.form.set_values({"first": date(2026, 5, 1), "last": date(2026, 4, 1)})
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({"first": date(2026, 1, 1), "last": date(2026, 4, 1)})
    dialog.verb_button.click()
    assert _number(page, "1") == 3


def test_what_is_kept_is_compared_with_today(page: ReturnsPage, office: Office) -> None:
    _keep(page)
    page.reload()
    assert office.snapshots.kept(ReturnKind.KOSTRA13, LAST)
    kept = office.snapshots.of(ReturnKind.KOSTRA13)[0]
    dialog = page.compare(kept.id)
    assert dialog is not None
    assert dialog.changed == ()
    dialog.reject()
    added = registered_dwelling(office, street="Glemt", status_since=date(2025, 6, 1))
    page.show_place(Place(PageId.RETURNS, Ref("return_snapshot", kept.id)))
    changed = office.snapshots.compare(kept, office.kostra.of(page.first, page.last).answer.figures)
    assert ("1", 2, 3, (Ref("dwelling", added),)) in [
        (each.key, each.then, each.now, each.came) for each in changed
    ]


def test_the_paper_is_shown(page: ReturnsPage) -> None:
    dialog = page.show_paper()
    assert dialog is not None
    dialog.release()


def test_e10_the_sources_of_the_numbers_are_shown(page: ReturnsPage) -> None:
    dialog = page.show_sources()
    assert dialog is not None
    dialog.release()


def test_whether_the_numbers_are_as_they_were_kept_stands_at_the_top(
    page: ReturnsPage, office: Office
) -> None:
    _keep(page)
    page.reload()
    assert page.header.subtitle.endswith("som øyeblikksbildet 23.11.2026")
    registered_dwelling(office, street="Glemt", status_since=date(2025, 6, 1))
    page.reload()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    told = page.findChildren(Callout)[-1]
    assert told.what.text() == "2\u00a0tall er endret siden øyeblikksbildet 23.11.2026"
    told.findChildren(Button)[0].click()
    dialog = page.findChildren(CompareDialog)[-1]
    assert [each.key for each in dialog.changed] == ["1", "1.1"]
    dialog.table.opened.emit(dialog.table.model.record(0))
    assert len(dialog.findChildren(BehindDialog)) == 1


def test_the_history_tells_how_much_was_kept_and_not_how_it_is_stored(
    page: ReturnsPage, office: Office
) -> None:
    _keep(page)
    told = {each.field: each.after for each in changes(office, latest(office, 1)[0])}
    assert told["Hvor mange tall"] == "27"
    assert told["Rapport"] == "KOSTRA-skjema 13"
    assert not any("{" in each or "[" in each for each in told.values())


def test_a_pack_that_was_kept_is_looked_at_where_it_is_made(
    page: ReturnsPage, office: Office
) -> None:
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    kept = office.snapshots.keep(ReturnKind.QUARTER, date(2026, 7, 1), date(2026, 9, 30), (), {})
    assert page.compare(kept) is None
    assert [each.page for each in wanted] == [PageId.OVERVIEW]
