"""«Hvem kan få den» on the page of a dwelling: offered, held back, and never to a family."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.allocation.suitability.model import Suitability
from app.applications.intake.model import Requirement
from app.applications.model import OtherMember, TargetGroup
from app.core.ids import DwellingId, Ref
from app.office import Office
from app.people.model import Presence, Role
from tests.app.allocation.offers.conftest import Wait, wait
from tests.factories import a_number, a_person, registered_dwelling
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.dwellings.offering import OTHER, OfferingCard, held_chips, may_be_offered
from ui.dwellings.suited import FeaturesDialog, SuitedDialog, suited_card
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId

TODAY = date(2026, 11, 23)
__all__ = ["wait"]


@pytest.fixture
def navigator(qtbot: QtBot) -> Iterator[Navigator]:
    """A navigator of its own."""
    jobs = Jobs()
    yield Navigator(jobs)
    jobs.stop_all()


@pytest.fixture
def heard(navigator: Navigator) -> Heard:
    """What the card asked the window for."""
    return Heard(navigator)


def card(office: Office, navigator: Navigator, dwelling: DwellingId, qtbot: QtBot) -> OfferingCard:
    """The card, seen."""
    made = OfferingCard(office, navigator, office.dwellings.get(dwelling))
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def test_the_first_who_fits_is_offered_it_with_one_press(
    office: Office, navigator: Navigator, heard: Heard, wait: Wait, qtbot: QtBot
) -> None:
    first, second = wait(bedrooms=2), wait(bedrooms=4)
    dwelling = registered_dwelling(office)
    made = card(office, navigator, dwelling, qtbot)
    assert [row.key for row in made.list.rows] == [first]
    assert "som er det husstanden trenger" in made.reasons.text()
    assert second not in [row.key for row in made.list.rows]
    assert walker.unnamed_focusables(made) == []
    made.offer_button.click()
    place = heard.places[-1]
    assert (place.page, place.ref) == (PageId.OFFERS, Ref("dwelling", dwelling))
    assert place.task == f"offer {first}"


def test_an_offered_dwelling_says_to_whom_and_until_when(
    office: Office, navigator: Navigator, wait: Wait, qtbot: QtBot
) -> None:
    dwelling = registered_dwelling(office)
    office.offers.make(office.offers.drafted(wait(), dwelling))
    made = card(office, navigator, dwelling, qtbot)
    assert "Svar senest 30.11.2026" in seen(made)
    assert [chip.text for chip in held_chips(office, office.dwellings.get(dwelling))] == ["Tilbudt"]
    assert made.list.rows == ()


def test_it_is_held_for_whom_the_officer_says_and_let_go(
    office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot
) -> None:
    dwelling = registered_dwelling(office)
    made = card(office, navigator, dwelling, qtbot)
    assert "Ingen på ventelisten passer." in seen(made)
    dialog = made.hold()
    assert not dialog.attempt()
    dialog.form.set_values(
        {
            "application": OTHER,
            "held_for": "bofellesskap",
            "until": date(2026, 12, 15),
            "reason": "vurderes",
        }
    )
    assert dialog.attempt()
    assert office.reservations.on(dwelling) is not None
    again = card(office, navigator, dwelling, qtbot)
    assert "Holdt av for bofellesskap til og med 15.12.2026." in seen(again)


@pytest.mark.parametrize("presence", Presence)
def test_a_family_is_never_named_for_an_emergency_flat(
    office: Office, navigator: Navigator, wait: Wait, qtbot: QtBot, presence: Presence
) -> None:
    child = a_person(national_id=a_number(date(2019, 3, 2), 0))
    wait(others=(OtherMember(child, Role.CHILD, presence),))
    dwelling = registered_dwelling(office)
    office.suitability.tell(dwelling, Suitability(emergency=True), TODAY)
    made = card(office, navigator, dwelling, qtbot)
    assert made.candidates == ()
    assert may_be_offered(office, office.dwellings.get(dwelling))


def test_whom_it_suits_and_what_it_has_are_told_in_two_dialogs(
    office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot
) -> None:
    dwelling = registered_dwelling(office)
    dialog = SuitedDialog(office, dwelling, navigator.tell)
    qtbot.addWidget(dialog)
    assert walker.unnamed_focusables(dialog) == []
    young = frozenset({TargetGroup.YOUNG})
    dialog.form.set_values({"emergency": True, "for_groups": young, "environment": "rolig"})
    assert dialog.attempt()
    features = FeaturesDialog(office, dwelling, navigator.tell)
    qtbot.addWidget(features)
    assert walker.unnamed_focusables(features) == []
    both = frozenset({Requirement.PETS})
    features.form.set_values({"meets": both, "lacks": both})
    assert not features.attempt()
    features.form.set_values({"lacks": frozenset()})
    assert features.attempt()
    told = office.suitability.of(dwelling)
    assert (told.emergency, told.meets, told.environment) == (True, both, "rolig")
    assert told.for_groups == young
    shown = suited_card(told, lambda: None, lambda: None)
    qtbot.addWidget(shown)
    assert "Akuttbolig" in seen(shown)
    assert "Aldri" in seen(shown)
