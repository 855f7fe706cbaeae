"""The part «Plan» of a real person, with what the toasts said and where it wanted to go."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.office import Office
from tests.factories import registered_person
from ui.followup.person import PersonFollowupPage
from ui.followup.plan.part import PlanPart
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.parted_page import PartedView


class PlanDesk:
    """The page with the part open; `part` is the one that stands now."""

    def __init__(self, office: Office, person: PersonId) -> None:
        self.office, self.person = office, person
        self.told: list[str] = []
        self.went: list[Place] = []
        self.navigator = Navigator(Jobs())
        self.page = PersonFollowupPage(office, self.navigator)
        self.navigator.setParent(self.page)
        self.navigator.told.connect(lambda words, _undo: self.told.append(words))
        self.navigator.wanted.connect(self.went.append)
        self.navigator.failed.connect(lambda error: self.told.append(error.code))
        office.listen(self.page.learn)
        self.open()

    def open(self) -> PlanPart:
        """Read it anew."""
        self.page.refresh()
        self.page.show_place(Place(PageId.PERSON_FOLLOWUP, Ref("person", self.person), "plan"))
        return self.part

    @property
    def part(self) -> PlanPart:
        """As it stands."""
        view = self.page.view
        assert isinstance(view, PartedView)
        assert isinstance(view.part, PlanPart)
        return view.part


@pytest.fixture
def desk(qtbot: QtBot, office: Office) -> Iterator[PlanDesk]:
    """A person nobody has planned anything for."""
    made = PlanDesk(office, registered_person(office))
    qtbot.addWidget(made.page)
    made.page.resize(1040, 800)
    made.page.show()
    yield made
    made.page.about_to_leave()
