"""From a vedtak to a signed lease, through the window as the officer goes."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import LeaseId, Ref
from app.leases.model import LeaseState
from app.letters.model import Channel
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from ui.kit.ask import AskDialog
from ui.kit.beside import FinalDialog
from ui.kit.jobs import Jobs
from ui.leases.drafting import Drafting
from ui.leases.lease import LeasePage
from ui.leases.standing import Standing
from ui.letters.page import LettersPage
from ui.main_window import OfficeView
from ui.navigation import PageId, Place
from ui.today.page import TodayPage

TODAY = date(2026, 11, 23)


@pytest.fixture
def view(qtbot: QtBot, office: Office) -> Iterator[OfficeView]:
    """The open register in its window."""
    made = OfficeView(office, Jobs())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.leave()


def test_from_a_vedtak_to_a_signed_lease(view: OfficeView, office: Office) -> None:
    desk = LeaseDesk(office)
    vedtak = desk.granted()
    view.go(Place(PageId.LEASE, Ref("vedtak", vedtak), "new"))
    lease = LeaseId(office.leases.rows()[0].id)
    assert view.place == Place(PageId.LEASE, Ref("lease", lease))
    page = view.shell.pages.currentWidget()
    assert isinstance(page, LeasePage)
    assert isinstance(page.view, Drafting)
    page.view.issue.click()
    page.findChildren(FinalDialog)[-1].verb_button.click()
    assert view.toast.words == "Leieavtalen er laget. Den ligger under «Brev» og skal sendes."
    assert isinstance(page.view, Standing)
    assert view.window().focusWidget() is page.view.primary

    view.go(Place(PageId.LETTERS))
    letters = view.shell.pages.currentWidget()
    assert isinstance(letters, LettersPage)
    assert letters.count() == 2
    letters.overview.send.click()
    dialog = letters.window().findChildren(AskDialog)[-1]
    dialog.form.set_values(
        {"sent_on": TODAY, "channel": Channel.DELIVERED_BY_HAND, "proof": "kvittering"}
    )
    dialog.verb_button.click()
    assert office.letters.to_send() == ()
    assert not letters.overview.send.isEnabled()

    view.go_back()
    assert isinstance(page.view, Standing)
    page.view.sign_wanted.emit()
    page.findChildren(AskDialog)[-1].verb_button.click()
    assert office.leases.get(lease).state is LeaseState.SIGNED
    assert page.view.primary is not None
    assert page.view.primary.text() == "Gjør klar innflyttingen"
    assert view.window().focusWidget() is page.view.primary

    view.go(Place(PageId.TODAY))
    today = view.shell.pages.currentWidget()
    assert isinstance(today, TodayPage)
    done = today.rail.done.rows[0]
    assert done.title == office.leases.get(lease).number
    assert done.why.startswith("Leieavtale underskrevet, kl.")


def test_i_dag_is_the_first_page_and_follows_the_back_key(view: OfficeView, office: Office) -> None:
    assert view.place.page is PageId.TODAY
    view.go(Place(PageId.LEASES))
    view.go_back()
    assert view.place.page is PageId.TODAY
