"""What else goes on around the one who asked, each with its way there."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.office import Office
from tests.app.debt.desk import asked
from tests.app.evictions.desk import open_case
from tests.factories import registered_person
from ui.debt.request.around import AroundCard
from ui.navigation import Navigator, PageId, Place


def test_a_home_in_danger_and_the_plan_are_one_press_away(
    qtbot: QtBot, office: Office, navigator: Navigator, went: list[Place]
) -> None:
    person = registered_person(office)
    case = asked(office, person)
    lost = open_case(office, person, eviction_on=office.clock.today() + timedelta(days=20))
    card = AroundCard(office, navigator, office.debt_cases.get(case))
    qtbot.addWidget(card)
    danger, plan = card.list.rows
    assert danger.title.startswith("Fare for å miste boligen")
    assert danger.why == "U-2026-1 · dato 13.12.2026"
    assert plan.title == "Ingen plan"
    card.list.activated_key.emit(danger.key)
    card.list.activated_key.emit(plan.key)
    assert went == [
        Place(PageId.EVICTION, Ref("eviction_case", lost)),
        Place(PageId.PERSON_FOLLOWUP, Ref("person", person), "plan"),
    ]
