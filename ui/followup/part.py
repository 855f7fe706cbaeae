"""One part of the page about the follow-up of a person."""

from typing import ClassVar

from app.core.ids import Ref
from app.people.model import Person
from ui.navigation import PageId
from ui.parted_page import PagePart


class FollowupPart(PagePart[Person]):
    """Cards about one side of it."""

    page_id: ClassVar[PageId] = PageId.PERSON_FOLLOWUP

    @property
    def person(self) -> Person:
        """Whose it is."""
        return self.subject

    def ref(self) -> Ref:
        return Ref("person", self.person.id)
