"""The sweep page: chosen beforehand, taken out by Enter, made in one go, stopped whole."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationDraft
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import a_number, a_person
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.applications.sweep import SweepPage
from ui.navigation import Navigator

MANY = 6


def register(office: Office, count: int, *, strict: bool = False) -> None:
    """Some who have waited since January; the last strengt fortrolig if wanted."""
    for place in range(count):
        born = date(1980, 1, 1 + place)
        changes: dict[str, object] = {"national_id": a_number(born, 0), "birth_date": None}
        if strict and place == count - 1:
            changes |= {"address": None, "protection": AddressProtection.STRICTLY_CONFIDENTIAL}
        office.applications.register(
            ApplicationDraft(applicant=a_person(**changes), received_on=date(2026, 1, 5 + place))
        )


@pytest.fixture
def sweep(
    dressed: QApplication, office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot
) -> SweepPage:
    """The page in a window of usual size."""
    made = SweepPage(office, navigator)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1240, 800)
    made.show()
    dressed.processEvents()
    return made


def test_nobody_to_ask_says_what_to_do(sweep: SweepPage) -> None:
    sweep.refresh()
    assert "Ingen å spørre nå" in seen(sweep)
    assert not sweep.make_button.isEnabled()


def test_everyone_is_chosen_and_enter_takes_one_out(sweep: SweepPage, office: Office) -> None:
    register(office, 3)
    sweep.refresh()
    assert len(sweep.chosen) == 3
    sweep.table.select(sweep.chosen[0].row.id)
    current = sweep.table.current
    assert current is not None
    sweep.toggle(current)
    assert len(sweep.chosen) == 2
    assert sweep.make_button.text().replace("\u00a0", " ") == "Lag 2 brev"


def test_a_few_are_made_at_once_and_the_one_on_paper_is_listed(
    sweep: SweepPage, office: Office
) -> None:
    register(office, 3, strict=True)
    sweep.refresh()
    sweep.make()
    words = seen(sweep).replace("\u00a0", " ")
    assert "2 brev er laget" in words
    assert "S2026-003 fikk ikke brev" in words
    assert "strengt fortrolig" in words
    assert len(office.letters.to_send()) == 2


def test_many_are_made_in_a_job(sweep: SweepPage, office: Office, qtbot: QtBot) -> None:
    register(office, MANY)
    sweep.refresh()
    sweep.make()
    qtbot.waitUntil(lambda: f"{MANY} brev er laget" in seen(sweep).replace("\u00a0", " "))
    assert len(office.letters.to_send()) == MANY
    assert sweep.chosen == ()


def test_cancelled_it_tells_what_was_made(
    sweep: SweepPage, office: Office, navigator: Navigator, qtbot: QtBot
) -> None:
    register(office, MANY)
    sweep.refresh()
    # on the job's own thread, so that it stops there and then however busy the machine is
    navigator.jobs.reported.connect(
        lambda done, *_: navigator.jobs.cancel() if done else None,
        Qt.ConnectionType.DirectConnection,
    )
    sweep.make()
    qtbot.waitUntil(lambda: "fordi du stoppet" in seen(sweep), timeout=10000)
    made = len(office.letters.to_send())
    assert 0 < made < MANY
    assert len(sweep.chosen) == MANY - made


def test_a_day_nobody_works_is_told_beside_the_field(sweep: SweepPage, office: Office) -> None:
    register(office, 2)
    sweep.refresh()
    sweep.form.set_values({"reply_by": date(2026, 12, 26)})
    sweep.make()
    assert sweep.form.field("reply_by").verdict_words.startswith("Dette er en helg")
    assert office.letters.to_send() == ()


def test_the_page_fits_a_small_window_and_speaks(sweep: SweepPage, office: Office) -> None:
    register(office, 3)
    sweep.refresh()
    hint = sweep.minimumSizeHint()
    assert hint.width() <= 900
    assert hint.height() <= 540
    assert walker.unnamed_focusables(sweep) == []
    assert walker.roleless_focusables(sweep) == []
    assert walker.rich_labels(sweep) == []
