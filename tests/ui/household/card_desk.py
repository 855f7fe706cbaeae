"""How a test looks at the household card and presses what is on it."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.ids import PersonId, Ref
from app.core.text import HARD_BLANK
from app.office import Office
from app.people.model import (
    HouseholdKind,
    MemberDraft,
    PersonDraft,
    Presence,
    Role,
)
from tests.factories import registered_person
from tests.ui.walker import spoken_tree
from ui.household.page import HouseholdPage
from ui.kit.ask import AskDialog
from ui.navigation import PageId, Place


def show(page: HouseholdPage, person: PersonId) -> None:
    page.show_place(Place(PageId.HOUSEHOLD, Ref("person", person)))


def words(widget: QWidget) -> str:
    """All that is said, on one line, without what is about to go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return spoken_tree(widget).replace("\n", " | ")


def soft(text: str) -> str:
    """With plain blanks."""
    return text.replace(HARD_BLANK, " ")


def dialog_of(page: HouseholdPage) -> AskDialog:
    return page.findChildren(AskDialog)[-1]


def press(page: HouseholdPage, name: str) -> None:
    """Press a verb on the card by its words."""
    button = next(
        b
        for b in page.card.findChildren(QPushButton)
        if b.accessibleName() == name and not b.isHidden()
    )
    button.click()


def a_family(office: Office) -> PersonId:
    """Kari with a child."""
    kari = registered_person(office)
    child = office.people.register(PersonDraft("Elif", "Demirova"))
    office.people.found_household(
        HouseholdKind.SINGLE_PARENT,
        (
            MemberDraft(kari, Role.APPLICANT),
            MemberDraft(child, Role.CHILD, Presence.VISITS),
        ),
    )
    return kari
