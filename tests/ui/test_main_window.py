"""What the window does by itself while the register is open."""

from pytestqt.qtbot import QtBot

from app.office import Office
from ui.kit.jobs import Jobs
from ui.main_window import OfficeView


def test_the_whole_register_is_checked_when_a_week_has_passed(qtbot: QtBot, office: Office) -> None:
    jobs = Jobs()
    view = OfficeView(office, jobs)
    qtbot.addWidget(view)
    assert office.safekeeping.check_due()
    with qtbot.waitSignal(jobs.ended, timeout=10_000):
        view.each_minute()
    assert not office.safekeeping.check_due()
    view.each_minute()
    assert not jobs.busy
    view.leave()
