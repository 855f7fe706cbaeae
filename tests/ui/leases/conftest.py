"""The lease pages on a real register, with an applicant who has a vedtak and a vacant flat."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import LeaseId, Ref
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from ui.kit.jobs import Jobs
from ui.leases.lease import LeasePage
from ui.navigation import Navigator, PageId, Place


@pytest.fixture
def desk(office: Office) -> LeaseDesk:
    """Kari with a vedtak that names the flat."""
    return LeaseDesk(office)


@pytest.fixture
def told() -> list[str]:
    """What the toasts said."""
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, told: list[str]) -> Iterator[LeasePage]:
    """The page of one lease; wishes to go to a lease are followed."""
    navigator = Navigator(Jobs())
    made = LeasePage(office, navigator)
    navigator.setParent(made)

    def follow(place: Place) -> None:
        if place.page is PageId.LEASE:
            made.refresh()
            made.show_place(place)

    navigator.wanted.connect(follow)
    navigator.told.connect(lambda words, _undo: told.append(words))
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


@pytest.fixture
def lease(desk: LeaseDesk, page: LeasePage) -> LeaseId:
    """A draft from the vedtak, open on the page."""
    made = desk.prepared()
    page.show_place(Place(PageId.LEASE, Ref("lease", made)))
    return made
