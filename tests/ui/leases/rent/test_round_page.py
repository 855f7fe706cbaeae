"""«Husleieregulering»: the preview, the ticks, and all letters in one go."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.ids import LeaseId
from app.core.money import kroner
from app.dwellings.model import DwellingStatus
from app.leases.model import ImportedLease
from app.leases.rents.model import WhyNot
from app.leases.rents.series import read_values
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from tests.factories import a_dwelling, a_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.jobs import Jobs
from ui.leases.rent.round_columns import Offered
from ui.leases.rent.round_page import RentRoundPage
from ui.navigation import Navigator, Place


@pytest.fixture
def page(qtbot: QtBot, office: Office, six: list[LeaseId]) -> Iterator[RentRoundPage]:
    """The page over six leases."""
    navigator = Navigator(Jobs())
    made = RentRoundPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


@pytest.fixture
def six(office: Office, clock: FixedClock) -> list[LeaseId]:
    """Six leases from a sheet at 7 000 kroner."""
    return leases(office, 6)


def leases(office: Office, count: int) -> list[LeaseId]:
    """So many, from 2020."""
    made = []
    for number in range(count):
        home = office.dwellings.register(a_dwelling(unit_number=f"H0{number + 1}01"))
        person = office.people.register(a_person(given_name=f"Kari{number}", national_id=None))
        with office.unit("sheet.imported") as unit:
            made.append(
                office.leases.take_in(
                    unit, ImportedLease(person, home, date(2020, 1, 1), rent=kroner(7000))
                )
            )
    return made


def known(office: Office, page: RentRoundPage) -> None:
    """The index and the last change are told."""
    office.rents.add_index(read_values("2025M06 140,2\n2026M10 144,6", "2015"), "SSB")
    dialog = page.tell_fixing()
    dialog.form.set_values({"since": date(2025, 7, 1), "month": date(2025, 6, 1), "by_index": True})
    assert dialog.attempt()
    page.reload()


def test_what_is_not_known_is_said_and_told_once_for_all(
    page: RentRoundPage, office: Office
) -> None:
    assert {row.why_not for row in page._found} == {WhyNot.FIXING_UNKNOWN}
    assert "Legg inn konsumprisindeksen først." in spoken_tree(page)
    assert not page.make_button.isEnabled() or "Ingen" in page.make_button.toolTip()
    known(office, page)
    assert len(page.chosen) == 6
    assert {row.new for row in page.chosen} == {kroner(7219)}
    assert "43\u00a0314\u00a0kr" in page.header.accessibleDescription() + spoken_tree(page)
    assert unnamed_focusables(page) == []


def test_all_are_made_in_a_job_but_the_one_taken_out(
    page: RentRoundPage, office: Office, qtbot: QtBot
) -> None:
    known(office, page)
    page.toggle(Offered(page.chosen[0], chosen=True))
    assert len(page.chosen) == 5
    page.make()
    qtbot.waitUntil(lambda: "5\u00a0varsler er laget" in spoken_tree(page), timeout=15000)
    assert len(office.letters.to_send()) == 5
    assert [row.why_not for row in page._found].count(WhyNot.PENDING) == 5
    assert len(page.chosen) == 0


def test_a_stopped_job_keeps_the_whole_ones(
    page: RentRoundPage, office: Office, qtbot: QtBot
) -> None:
    known(office, page)

    def stop(done: int, _total: int, _words: str) -> None:
        if done == 2:
            page.navigator.jobs.cancel()

    page.navigator.jobs.reported.connect(stop, Qt.ConnectionType.DirectConnection)
    page.make()
    qtbot.waitUntil(lambda: "fordi du stoppet" in spoken_tree(page), timeout=15000)
    made = len(office.letters.to_send())
    assert made == 3
    assert len(page.chosen) == 3


def test_a_day_too_early_is_told_beside_the_field(page: RentRoundPage, office: Office) -> None:
    known(office, page)
    page.form.set_values({"effective_on": date(2026, 12, 1), "new_month": date(2026, 10, 1)})
    page.reload()
    assert [each.code for each in page.form.problems] == ["rent_day_too_early"]
    assert page._found == ()


def test_the_list_can_be_read_and_printed(page: RentRoundPage, office: Office) -> None:
    known(office, page)
    dialog = page.show_list()
    assert dialog is not None
    dialog.reject()


def test_it_opens_where_nothing_runs(qtbot: QtBot, office: Office, desk: LeaseDesk) -> None:
    navigator = Navigator(Jobs())
    page = RentRoundPage(office, navigator)
    navigator.setParent(page)
    qtbot.addWidget(page)
    page.refresh()
    page.show_place(Place(page.page_id))
    assert "Ingen leieforhold løper" in spoken_tree(page)
    assert office.dwellings.get(desk.dwelling).status is not DwellingStatus.LET
