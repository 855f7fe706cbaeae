"""The owner on a dwelling's page: put right, who does what, and what is agreed."""

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import OwnerId, Ref
from app.dwellings.landlords.model import DoneBy, OwnerTask
from app.dwellings.model import OwnerKind
from app.office import Office
from tests.app.dwellings.landlords.test_service import AGREED, let_by
from tests.ui.walker import spoken_tree
from ui.dwellings.landlord import OwnerDialogs
from ui.dwellings.one import DwellingPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> DwellingPage:
    """A dwelling of a foundation, open."""
    dwelling = let_by(office)
    made = DwellingPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    office.listen(made.learn)
    made.show_place(Place(PageId.DWELLING, Ref("dwelling", dwelling)))
    return made


@pytest.fixture
def dialogs(page: DwellingPage, office: Office) -> OwnerDialogs:
    """What the card's buttons open."""
    return OwnerDialogs(office, Navigator(Jobs()), page)


def only_owner(office: Office) -> OwnerId:
    """The one owner there is."""
    return office.dwellings.owners()[0].id


def test_phone_and_kind_are_put_right(office: Office, dialogs: OwnerDialogs) -> None:
    owner = only_owner(office)
    dialog = dialogs.correct(owner)
    dialog.form.set_values({"kind": OwnerKind.HOUSING_COMPANY, "phone": "62 00 00 00"})
    assert dialog.attempt()
    known = office.landlords.details(owner)
    assert (known.kind, known.phone) == (OwnerKind.HOUSING_COMPANY, "62 00 00 00")
    assert known.name == "Lia Boligstiftelse"


def test_an_owner_who_writes_without_an_address_is_told_beside_the_task(
    office: Office, dialogs: OwnerDialogs
) -> None:
    dialog = dialogs.tasks(only_owner(office))
    dialog.form.set_values({OwnerTask.WRITE_LEASE: DoneBy.OWNER})
    assert not dialog.attempt()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({OwnerTask.WRITE_LEASE: DoneBy.MUNICIPALITY})
    dialog.form.set_values({OwnerTask.BILL: DoneBy.OWNER})
    assert dialog.attempt()
    assert office.landlords.tasks(only_owner(office))[OwnerTask.BILL] is DoneBy.OWNER


def test_what_is_agreed_is_kept_and_shown(
    office: Office, dialogs: OwnerDialogs, page: DwellingPage
) -> None:
    dialog = dialogs.agreement(only_owner(office))
    assert not dialog.attempt()
    names = ("since", "revise_on", "information", "information_basis")
    dialog.form.set_values({name: getattr(AGREED, name) for name in names})
    assert dialog.attempt()
    assert office.landlords.agreement(only_owner(office)) == AGREED
    page.refresh()
    assert "punkter mangler" in spoken_tree(page)
