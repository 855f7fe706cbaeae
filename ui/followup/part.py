"""One part of the page about the follow-up of a person."""

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.office import Office
from app.people.model import Person
from ui.kit.page import ScrollBody
from ui.navigation import Navigator, PageId


class FollowupPart(ScrollBody):
    """Cards about one side of it; made anew whenever the register has changed."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.office, self.navigator, self.person = office, navigator, person

    def begin(self) -> None:
        """Put the keyboard where this part begins."""

    def go(self, task: str) -> None:
        """Open another part of this person's follow-up, or a letter being made, by its task."""
        self.navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", self.person.id), task)
