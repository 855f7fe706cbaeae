"""«Tjenester» on the household card: whom to ring, when it was confirmed, and what is lacking."""

from pytestqt.qtbot import QtBot

from app.office import Office
from tests.app.followup.services.helped import helped
from tests.factories import registered_person
from tests.ui.walker import unnamed_focusables
from ui.household.services import services_card
from ui.kit.buttons import Button
from ui.kit.cards import Callout
from ui.kit.words import Label


def test_c5_the_card_lists_the_contact_person_with_last_confirmed(
    office: Office, qtbot: QtBot
) -> None:
    known = helped(office, registered_person(office))
    went: list[bool] = []
    card = services_card(office, known.person, lambda: went.append(True))
    qtbot.addWidget(card)
    words = "\n".join(label.text() for label in card.findChildren(Label))
    assert "Siri Testmo" in words
    assert "Hjemmebaserte tjenester\n900\N{NO-BREAK SPACE}00\N{NO-BREAK SPACE}111" in words
    assert "bekreftet 01.06.2026" in words
    assert unnamed_focusables(card) == []
    card.findChildren(Button)[0].click()
    assert went == [True]


def test_a1_without_consent_the_card_says_that_it_lacks(office: Office, qtbot: QtBot) -> None:
    known = helped(office, registered_person(office))
    office.consents.withdraw(known.consent)
    card = services_card(office, known.person, lambda: None)
    qtbot.addWidget(card)
    assert not [each for each in card.findChildren(Label) if "Siri" in each.text()]
    assert len(card.findChildren(Callout)) == 1
