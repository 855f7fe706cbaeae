"""«Brev» on a real register, with a letter that waits."""

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import DocumentId
from app.office import Office
from app.storage.database import Database
from tests.app.letters.documents import issued_letter
from tests.factories import registered_person
from ui.kit.jobs import Jobs
from ui.letters.page import LettersPage
from ui.navigation import Navigator, Place


@pytest.fixture
def document(office: Office, db: Database) -> DocumentId:
    """A preliminary reply to Even Prøvland, finished today."""
    person = registered_person(office, given_name="Even", family_name="Prøvland", national_id="")
    return issued_letter(db, person=person)


@pytest.fixture
def went() -> list[Place]:
    """Where the page asked to go."""
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, document: DocumentId, went: list[Place]) -> LettersPage:
    """The page as seen in a wide window; wishes to go somewhere on the page itself are followed."""
    del document
    made = shown_page(qtbot, office)
    made.navigator.wanted.connect(went.append)
    return made


def shown_page(qtbot: QtBot, office: Office) -> LettersPage:
    """A page that learns what happens and goes where it wishes, on itself."""
    navigator = Navigator(Jobs())
    made = LettersPage(office, navigator)
    navigator.setParent(made)
    navigator.wanted.connect(made.show_place)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made
