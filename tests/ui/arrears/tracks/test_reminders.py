"""«Påminnelser»: chosen by Enter, made in one go, and told how it went."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.letters.model import DocumentKind
from app.office import Office
from tests.app.arrears.steps.desk import RentDesk
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.arrears.tracks.reminders import RemindersView
from ui.kit.jobs import Jobs
from ui.navigation import Navigator


@pytest.fixture
def desk(office: Office) -> RentDesk:
    """A tenancy whose rent of October is not paid."""
    made = RentDesk(office)
    made.claim(date(2026, 10, 1))
    return made


@pytest.fixture
def view(qtbot: QtBot, desk: RentDesk) -> RemindersView:
    """The list, in sight."""
    navigator = Navigator(Jobs())
    made = RemindersView(desk.office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.reload()
    return made


def waiting(desk: RentDesk) -> int:
    """How many friendly reminders wait to be sent."""
    kind = DocumentKind.FRIENDLY_REMINDER
    return sum(row.kind is kind for row in desk.office.letters.to_send())


def test_all_are_chosen_and_the_letters_wait_to_be_sent(
    view: RemindersView, desk: RentDesk
) -> None:
    assert view.chosen == (desk.lease,)
    assert "Lag 1\xa0påminnelse" in view.make_button.text()
    assert unnamed_focusables(view) == []
    view.make()
    assert waiting(desk) == 1
    spoken = spoken_tree(view)
    assert "1\xa0påminnelse er laget" in spoken
    assert "Ingen skal ha påminnelse i dag" in spoken


def test_one_is_taken_out_and_in_again(view: RemindersView, desk: RentDesk) -> None:
    view.toggle(desk.lease)
    assert list(view.chosen) == []
    assert not view.make_button.isEnabled()
    view.toggle(desk.lease)
    assert view.chosen == (desk.lease,)


def test_one_that_is_paid_meanwhile_is_told_and_not_written_to(
    view: RemindersView, desk: RentDesk
) -> None:
    desk.pay(date(2026, 11, 23), 8450)
    view.make()
    assert waiting(desk) == 0
    assert "fikk ikke påminnelse" in spoken_tree(view)
